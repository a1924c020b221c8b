//! Is the second part of the wasm here? It draws what stands under the answer.
//!
//! A page has both parts in one script, or loads the second one as soon as the
//! first answer is drawn. `xtask/src/split.rs` parts the wasm.
#![expect(unreachable_pub, reason = "what wasm-bindgen exports has to be pub")]

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::view::Rest;

thread_local! {
    static STATE: Cell<Rest> = const { Cell::new(Rest::Awaited) };
}

pub(super) fn state() -> Rest {
    STATE.get()
}

/// The second part has come, or could not be loaded. Whoever says so has all views
/// look again.
#[wasm_bindgen(skip_typescript)]
pub fn settle(is_here: bool) {
    STATE.set(match is_here {
        true => Rest::Here,
        false => Rest::Missing,
    });
}

//! What is in the details file?

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::view::{Voice, Voices};

#[wasm_bindgen]
extern "C" {
    /// One entry of the details file, which the build writes from `details` and
    /// `www/details.js` checks.
    type Detail;
    #[wasm_bindgen(method, getter)]
    fn id(this: &Detail) -> String;
    #[wasm_bindgen(method, getter)]
    fn summary(this: &Detail) -> String;
    #[wasm_bindgen(method, getter)]
    fn kind(this: &Detail) -> String;
    #[wasm_bindgen(method, getter)]
    fn specialty(this: &Detail) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn place(this: &Detail) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn reasons(this: &Detail) -> Array;
    #[wasm_bindgen(method, getter)]
    fn source(this: &Detail) -> Reference;

    /// Where an answer can be read.
    type Reference;
    #[wasm_bindgen(method, getter)]
    fn title(this: &Reference) -> String;
    #[wasm_bindgen(method, getter)]
    fn address(this: &Reference) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn number(this: &Reference) -> Option<u32>;
}

/// The texts of the answers; `None` where they could not be loaded.
#[inline(never)]
pub(super) fn voices(entries: Option<Array>) -> Voices {
    let Some(entries) = entries else {
        return Voices::Failed;
    };
    let mut voices = Vec::new();
    for place in 0..entries.length() {
        voices.push(voice(&entries.get(place).unchecked_into()));
    }
    Voices::Loaded(voices)
}

fn voice(detail: &Detail) -> Voice {
    let source = detail.source();
    let given = detail.reasons();
    let mut reasons = Vec::new();
    for place in 0..given.length() {
        reasons.extend(given.get(place).as_string());
    }
    Voice {
        id: detail.id(),
        who: match (detail.specialty(), detail.place()) {
            (Some(mut who), Some(place)) => {
                who.push_str(", ");
                who.push_str(&place);
                Some(who)
            }
            (one, None) | (None, one) => one,
        },
        kind: detail.kind(),
        summary: detail.summary(),
        title: source.title(),
        address: source.address(),
        number: source.number(),
        reasons,
    }
}

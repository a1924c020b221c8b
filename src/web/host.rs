//! What does the view ask of the element that it is in?

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The element's side of a view, which `www/element.js` makes. None of its
    /// methods throws.
    pub type Host;

    /// The reader asks who says what; the answer is `View::details`.
    #[wasm_bindgen(method)]
    pub(super) fn load(this: &Host);

    /// A card is shown. `has_clinic`: the clinic has a wait for this;
    /// `waiting`: it still runs; `differs`: the consensus says the contrary.
    #[wasm_bindgen(method)]
    pub(super) fn changed(
        this: &Host,
        status: &str,
        treatment: &str,
        activity: &str,
        has_clinic: bool,
        waiting: bool,
        differs: bool,
    );

    /// The attributes, or the moment that they name, have no card.
    #[wasm_bindgen(method)]
    pub(super) fn failed(this: &Host, code: &str, message: &str);

    /// The address of the page of sources.
    #[wasm_bindgen(method, getter)]
    pub(super) fn sources(this: &Host) -> String;

    /// Whether a reader can save a file from this page.
    #[wasm_bindgen(method, getter)]
    pub(super) fn saves(this: &Host) -> bool;
}

//! What does a view ask of the page? `www/view.js` answers.
//!
//! Each call crosses from the wasm into the page, which costs a phone more than what
//! is done there. So whole texts cross, and few: what stands in the form as one, a
//! card as one.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The element's side of a view. None of its methods throws.
    pub type Host;

    /// Shows a markup of [`crate::view`], whose words are in a language.
    #[wasm_bindgen(method)]
    pub(super) fn paint(this: &Host, lang: &str, markup: &str);

    /// What is chosen, typed and open, as [`super::given::Given`] reads it. The names
    /// are the classes of the controls; what is not there has no name.
    #[wasm_bindgen(method)]
    pub(super) fn read(this: &Host) -> String;

    /// Fills in a control.
    #[wasm_bindgen(method)]
    pub(super) fn fill(this: &Host, class: &str, value: &str);

    /// Chooses the control of a group.
    #[wasm_bindgen(method)]
    pub(super) fn choose(this: &Host, class: &str);

    /// Tells the question in one line, so that there is room for the answer.
    #[wasm_bindgen(method)]
    pub(super) fn fold(this: &Host);

    /// The time now, in milliseconds of the epoch.
    #[wasm_bindgen(method)]
    pub(super) fn now(this: &Host) -> f64;

    /// A date and a time as an instant; NaN where it is none. A clock time that comes
    /// twice, on the night on which the clocks go back, is the later one if that is not
    /// after `until`.
    #[wasm_bindgen(method)]
    pub(super) fn parse(this: &Host, text: &str, until: f64) -> f64;

    /// An instant on the visitor's calendar: the day, the minute of the day, and how
    /// many minutes later it is midnight and six o'clock, with a space between.
    #[wasm_bindgen(method)]
    pub(super) fn calendar(this: &Host, at: f64) -> String;

    /// An instant as the visitor writes it, day and time of day.
    #[wasm_bindgen(method)]
    pub(super) fn when(this: &Host, lang: &str, at: f64, now: f64) -> String;

    /// The same in two short lines.
    #[wasm_bindgen(method)]
    pub(super) fn tick(this: &Host, lang: &str, at: f64, now: f64) -> String;

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

//! What can JavaScript call?
#![expect(unreachable_pub, reason = "what wasm-bindgen exports has to be pub")]

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::corpus::{self, corpus};
use super::given::Given;
use crate::plain::{Plain, json};
use crate::query::find_language;
use crate::{Elapsed, GuidanceError, pairs};

/// The card. `shown` is how the caller would print `hours`, for the error's
/// sentence; the options are one text, as [`Given`] reads it.
#[wasm_bindgen(skip_typescript)]
pub fn guidance(
    treatment: &str,
    hours: f64,
    shown: &str,
    options: &str,
) -> Result<JsValue, JsValue> {
    let given = Given::new(options);
    answer(|| {
        let elapsed =
            Elapsed::from_hours(hours).ok_or_else(|| GuidanceError::invalid_hours(shown))?;
        let pairs = given.parse(pairs::QUESTION)?;
        crate::guidance(corpus(), treatment, elapsed, &pairs.options())
    })
}

/// The steps at which the tallies change.
#[wasm_bindgen(skip_typescript)]
pub fn timeline(treatment: &str, options: &str) -> Result<JsValue, JsValue> {
    let given = Given::new(options);
    answer(|| {
        let pairs = given.parse(pairs::QUESTION)?;
        crate::timeline(corpus(), treatment, &pairs.options())
    })
}

/// What may be asked.
#[wasm_bindgen(skip_typescript)]
pub fn catalog(options: &str) -> Result<JsValue, JsValue> {
    let given = Given::new(options);
    answer(|| {
        let pairs = given.parse(pairs::CATALOG)?;
        crate::catalog(corpus(), &pairs.options())
    })
}

/// The code of a language that has words, here or in a file; the error for
/// another is as on a card.
#[wasm_bindgen(skip_typescript)]
pub fn language(lang: Option<String>) -> Result<JsValue, JsValue> {
    if let Some(id) = lang.as_deref().and_then(pack) {
        return Ok(id.into());
    }
    match find_language(corpus(), lang.as_deref()) {
        Ok(words) => Ok(words.id.into()),
        Err(error) => Err(plain(&error)),
    }
}

/// The code of the language whose file is to be loaded before there are words
/// for this one; none where that is no use.
#[wasm_bindgen(skip_typescript)]
pub fn pack(lang: &str) -> Option<String> {
    crate::find_pack(corpus(), lang).map(|pack| pack.id.to_owned())
}

/// Takes the words of a language from the text of its file; whether it has done so.
#[wasm_bindgen(skip_typescript)]
pub fn learn(pack: &str) -> bool {
    corpus::learn(pack)
}

/// The version of the package.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    crate::version().to_owned()
}

#[wasm_bindgen]
extern "C" {
    /// A number as JavaScript writes it.
    #[wasm_bindgen(js_name = String)]
    fn fraction(number: f64) -> String;
}

/// The answer as JSON, or the error.
fn answer<T: Plain>(ask: impl FnOnce() -> Result<T, GuidanceError>) -> Result<JsValue, JsValue> {
    match ask() {
        Ok(value) => Ok(plain(&value)),
        Err(error) => Err(plain(&error)),
    }
}

/// A value as JSON, which `www/boundary.js` reads.
pub(super) fn plain(value: &impl Plain) -> JsValue {
    JsValue::from_str(&json(value.plain(), fraction))
}

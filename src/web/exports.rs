//! What can JavaScript call?
#![expect(unreachable_pub, reason = "what wasm-bindgen exports has to be pub")]

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::corpus::{self, corpus};
use super::given::Given;
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
    answer(|| Ok(crate::query::language(corpus(), lang.as_deref())?.id))
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

/// The answer as a plain object, or the error as one.
fn answer<T: Serialize>(
    ask: impl FnOnce() -> Result<T, GuidanceError>,
) -> Result<JsValue, JsValue> {
    match ask() {
        Ok(value) => Ok(plain(&value)?),
        Err(error) => Err(plain(&error)?),
    }
}

/// A value as a plain object.
pub(super) fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

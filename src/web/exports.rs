//! What can JavaScript call?
#![expect(unreachable_pub, reason = "what wasm-bindgen exports has to be pub")]

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::{CORPUS, Elapsed, GuidanceError, Pairs, pairs};

/// The card. `shown` is how the caller would print `hours`, for the error's
/// sentence; options come as `keys` and `values` of the same length, a value
/// that is not given as `undefined`.
#[wasm_bindgen(skip_typescript)]
pub fn guidance(
    treatment: &str,
    hours: f64,
    shown: &str,
    keys: Vec<String>,
    values: Vec<JsValue>,
) -> Result<JsValue, JsValue> {
    let given = Given::new(keys, &values);
    answer(|| {
        let elapsed =
            Elapsed::from_hours(hours).ok_or_else(|| GuidanceError::invalid_hours(shown))?;
        let pairs = given.parse(pairs::QUESTION)?;
        crate::guidance(&CORPUS, treatment, elapsed, &pairs.options())
    })
}

/// The steps at which the tallies change.
#[wasm_bindgen(skip_typescript)]
pub fn timeline(
    treatment: &str,
    keys: Vec<String>,
    values: Vec<JsValue>,
) -> Result<JsValue, JsValue> {
    let given = Given::new(keys, &values);
    answer(|| {
        let pairs = given.parse(pairs::QUESTION)?;
        crate::timeline(&CORPUS, treatment, &pairs.options())
    })
}

/// What may be asked.
#[wasm_bindgen(skip_typescript)]
pub fn catalog(keys: Vec<String>, values: Vec<JsValue>) -> Result<JsValue, JsValue> {
    let given = Given::new(keys, &values);
    answer(|| {
        let pairs = given.parse(pairs::CATALOG)?;
        crate::catalog(&CORPUS, &pairs.options())
    })
}

/// The code of a language that has words; the error for another is as on a card.
#[wasm_bindgen(skip_typescript)]
pub fn language(lang: Option<String>) -> Result<JsValue, JsValue> {
    answer(|| Ok(crate::query::language(&CORPUS, lang.as_deref())?.id))
}

/// The version of the package.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    crate::version().to_owned()
}

/// Options or attributes as the core reads them; the owner of their texts.
#[derive(Clone, Default)]
pub(super) struct Given(Vec<(String, Option<String>)>);

impl Given {
    pub(super) fn new(keys: Vec<String>, values: &[JsValue]) -> Self {
        Self(
            keys.into_iter()
                .zip(values.iter().map(JsValue::as_string))
                .collect(),
        )
    }

    /// The pairs that have a value.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter_map(|(key, value)| Some((key.as_str(), value.as_deref()?)))
    }

    /// One value.
    pub(super) fn get(&self, wanted: &str) -> Option<&str> {
        self.all()
            .find(|(key, _)| *key == wanted)
            .map(|(_, value)| value)
    }

    fn parse(&self, accepted: &[&str]) -> Result<Pairs<'_>, GuidanceError> {
        let pairs = self
            .0
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_deref()));
        Pairs::parse(pairs, accepted)
    }
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

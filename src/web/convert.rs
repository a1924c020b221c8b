//! How does a value cross? By serde-wasm-bindgen, as plain objects, lists, texts and numbers,
//! with `null` for what is missing.

use aftercare_corpus::Value;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::guidance::{ErrorCode, GuidanceError};

/// What a function of the boundary returns or throws.
pub(super) type Js = Result<JsValue, JsValue>;

const PLAIN: Serializer = Serializer::new()
    .serialize_missing_as_null(true)
    .serialize_maps_as_objects(true);

/// A value as a plain object.
pub(super) fn to_js<T: Serialize + ?Sized>(value: &T) -> Js {
    value.serialize(&PLAIN).map_err(JsValue::from)
}

/// The result of a question, or its error to be thrown.
pub(super) fn answered<T: Serialize>(result: Result<T, GuidanceError>) -> Js {
    match result {
        Ok(value) => to_js(&value),
        Err(error) => Err(thrown(&error)),
    }
}

/// An error as `{ code, message }`.
pub(super) fn thrown(error: &GuidanceError) -> JsValue {
    to_js(error).unwrap_or_else(|error| error)
}

/// A value of JavaScript, named as the argument `name`.
pub(super) fn from_js(name: &str, value: JsValue) -> Result<Value, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let accepted = "a plain object with the properties of its type";
        let shown = error.to_string();
        let error = GuidanceError::unaccepted(ErrorCode::InvalidOption, name, &shown, accepted);
        thrown(&error)
    })
}

//! What does the page send with each question?

use aftercare_corpus::Value;
use tsify::Tsify;

use crate::settings::{Form, attribute_value};

/// What the reader says, and the attributes of the element that asks it.
#[derive(Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub(super) struct Request {
    /// The attributes that are there.
    pub(super) attributes: Attributes,
    /// The language of the page around the element.
    pub(super) page_lang: Option<String>,
    /// What stands in the form.
    pub(super) form: Form,
    /// The time now, in milliseconds since 1970.
    pub(super) now: f64,
}

/// The attributes of an element that are there, in their order.
#[derive(Tsify)]
#[tsify(type = "Readonly<Record<string, string>>")]
pub(super) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// Each with its value.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }

    /// The value of one, or an empty text.
    pub(super) fn get(&self, wanted: &str) -> &str {
        for (name, value) in &self.0 {
            if name == wanted {
                return value;
            }
        }
        ""
    }
}

impl From<Value> for Attributes {
    fn from(given: Value) -> Self {
        let mut pairs = Vec::new();
        for (name, value) in given.entries() {
            let value = attribute_value(&name, value.text().unwrap_or_default());
            pairs.push((name, value));
        }
        Self(pairs)
    }
}

impl From<Value> for Request {
    fn from(mut given: Value) -> Self {
        Self {
            attributes: given.take("attributes").unwrap_or(Value::Nothing).into(),
            page_lang: given.take("pageLang").and_then(Value::text),
            form: given.take("form").unwrap_or(Value::Nothing).into(),
            now: given.take_number("now").unwrap_or(f64::NAN),
        }
    }
}

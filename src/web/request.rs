//! What does the page send with each question?

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use tsify::Tsify;

use crate::settings::{Form, attribute_value};

/// What the reader says, and the attributes of the element that asks it.
#[derive(serde::Deserialize, Tsify)]
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
        let mut pairs = self.pairs();
        let found = pairs.find(|(name, _)| *name == wanted);
        found.map_or("", |(_, value)| value)
    }
}

impl<'de> Deserialize<'de> for Attributes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Attributes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of attributes")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Attributes, A::Error> {
                let mut pairs = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, _>()? {
                    let value = attribute_value(&name, value);
                    pairs.push((name, value));
                }
                Ok(Attributes(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

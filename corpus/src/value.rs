//! A value that comes from outside: what a page gives, or the words of a language pack.
//!
//! One type is deserialized for all of them, and plain code takes it apart. What serde
//! derives for each struct and each of its fields would be a third of what a browser loads.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`, or nothing at all.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Values by name, in their order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// A text; `None` for anything else.
    pub fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The texts of a list, an empty one for each item that is none; none where it is no list.
    pub fn texts(self) -> Vec<String> {
        let mut texts = Vec::new();
        for item in self.items() {
            texts.push(item.text().unwrap_or_default());
        }
        texts
    }

    /// The items of a list; none where it is no list.
    pub fn items(self) -> Vec<Value> {
        match self {
            Self::List(items) => items,
            _ => Vec::new(),
        }
    }

    /// The values by name; none where it is no object.
    pub fn entries(self) -> Vec<(String, Value)> {
        match self {
            Self::Object(entries) => entries,
            _ => Vec::new(),
        }
    }

    /// The value of a name, once.
    pub fn take(&mut self, name: &str) -> Option<Self> {
        let Self::Object(entries) = self else {
            return None;
        };
        let place = entries.iter().position(|(known, _)| known == name)?;
        Some(entries.remove(place).1)
    }

    /// The text of a name; an empty one where there is none.
    pub fn take_text(&mut self, name: &str) -> String {
        self.take(name).and_then(Self::text).unwrap_or_default()
    }

    /// The number of a name.
    pub fn take_number(&mut self, name: &str) -> Option<f64> {
        match self.take(name) {
            Some(Self::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// Whether the flag of a name is set.
    pub fn take_flag(&mut self, name: &str) -> bool {
        matches!(self.take(name), Some(Self::Flag(true)))
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plain value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Value::Object(entries))
    }
}

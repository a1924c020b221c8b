//! How is a value of JavaScript read? By serde, through this `Deserializer`.
//!
//! That of serde-wasm-bindgen writes into its errors what it has found, floats included; the
//! code for that would be 15 kB of what a page loads, a fifth of the wasm. What is wrong is
//! said by the core, in sentences that name what is accepted.

use std::fmt;

use js_sys::{Array, Object};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{self, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// A text, a number, a flag, nothing, a list or a plain object.
pub(super) struct Value(pub(super) JsValue);

/// A value has another form than its type.
#[derive(Debug)]
pub(super) struct WrongForm;

impl fmt::Display for WrongForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of another form")
    }
}

impl std::error::Error for WrongForm {}

impl de::Error for WrongForm {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

impl IntoDeserializer<'_, WrongForm> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl Value {
    fn is_nothing(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = WrongForm;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        let Self(value) = &self;
        if self.is_nothing() {
            visitor.visit_unit()
        } else if let Some(flag) = value.as_bool() {
            visitor.visit_bool(flag)
        } else if let Some(number) = value.as_f64() {
            // A cast saturates, and makes 0 of what is no number.
            let whole = number as u32;
            match f64::from(whole).to_bits() == number.to_bits() {
                true => visitor.visit_u32(whole),
                false => visitor.visit_f64(number),
            }
        } else if let Some(text) = value.as_string() {
            visitor.visit_string(text)
        } else if Array::is_array(value) {
            let list: &Array = value.unchecked_ref();
            visitor.visit_seq(SeqDeserializer::new(list.iter().map(Self)))
        } else if value.is_object() {
            // It may have no prototype.
            let entries = Object::entries(value.unchecked_ref());
            let entries = entries.iter().map(|entry| {
                let entry: Array = entry.unchecked_into();
                (Self(entry.get(0)), Self(entry.get(1)))
            });
            visitor.visit_map(MapDeserializer::new(entries))
        } else {
            Err(WrongForm)
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        match self.is_nothing() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongForm> {
        let text = self.0.as_string().ok_or(WrongForm)?;
        visitor.visit_enum(text.into_deserializer())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

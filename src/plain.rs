//! How are results written out, whoever writes them?
//!
//! serde's derive would make code for each type and each writer: a third of
//! what a patient's phone loads. Here a result is walked as a tree of plain
//! values, so that a writer exists once.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::time::ClockTime;

/// A part of a result.
#[derive(Clone, Copy)]
pub(crate) enum Value<'v> {
    /// An absent value.
    Null,
    Flag(bool),
    Count(u32),
    Number(f64),
    Text(&'v str),
    Clock(ClockTime),
    List(&'v dyn List),
    Object(&'v dyn Object),
}

/// Something that can stand in a result.
pub(crate) trait Plain {
    fn plain(&self) -> Value<'_>;
}

/// A list, which hands out its items one by one.
pub(crate) trait List {
    fn items(&self, put: &mut dyn FnMut(Value<'_>));
}

/// An object, which hands out its keys and values in their order.
pub(crate) trait Object {
    fn entries(&self, put: &mut dyn FnMut(&'static str, Value<'_>));
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(flag),
            Self::Count(count) => serializer.serialize_u32(count),
            Self::Number(number) => serializer.serialize_f64(number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Clock(clock) => serializer.serialize_str(&clock.text()),
            Self::List(list) => {
                let mut written = serializer.serialize_seq(None)?;
                let mut result = Ok(());
                list.items(&mut |item| {
                    if result.is_ok() {
                        result = written.serialize_element(&item);
                    }
                });
                result?;
                written.end()
            }
            // A map and not a struct: serde-wasm-bindgen keeps the keys of
            // structs in a hash table, which costs more than it saves here.
            Self::Object(object) => {
                let mut written = serializer.serialize_map(None)?;
                let mut result = Ok(());
                object.entries(&mut |key, value| {
                    if result.is_ok() {
                        result = written.serialize_entry(key, &value);
                    }
                });
                result?;
                written.end()
            }
        }
    }
}

impl Plain for bool {
    fn plain(&self) -> Value<'_> {
        Value::Flag(*self)
    }
}

impl Plain for u32 {
    fn plain(&self) -> Value<'_> {
        Value::Count(*self)
    }
}

impl Plain for &str {
    fn plain(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Plain for String {
    fn plain(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl<T: Plain> Plain for Option<T> {
    fn plain(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, Plain::plain)
    }
}

impl<T: Plain> Plain for Vec<T> {
    fn plain(&self) -> Value<'_> {
        Value::List(self)
    }
}

impl<T: Plain> Plain for &[T] {
    fn plain(&self) -> Value<'_> {
        Value::List(self)
    }
}

impl<T: Plain> List for Vec<T> {
    fn items(&self, put: &mut dyn FnMut(Value<'_>)) {
        self.as_slice().items(put);
    }
}

impl<T: Plain> List for &[T] {
    fn items(&self, put: &mut dyn FnMut(Value<'_>)) {
        for item in *self {
            put(item.plain());
        }
    }
}

/// Hands out one entry. Not inlined, since it is called for each field of each
/// type.
#[inline(never)]
pub(crate) fn entry<T: Plain>(
    value: &T,
    key: &'static str,
    put: &mut dyn FnMut(&'static str, Value<'_>),
) {
    put(key, value.plain());
}

/// Writes a type by its value.
macro_rules! written {
    ($($type:ty),+ $(,)?) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::plain::Plain::plain(self).serialize(serializer)
            }
        }
    )+};
}

/// Writes a struct as an object: the keys and their fields, in the order of
/// the result.
macro_rules! object {
    ($type:ty { $($key:literal: $($field:ident).+),+ $(,)? }) => {
        impl $crate::plain::Object for $type {
            fn entries(&self, put: &mut dyn FnMut(&'static str, $crate::plain::Value<'_>)) {
                $($crate::plain::entry(&self.$($field).+, $key, put);)+
            }
        }

        impl $crate::plain::Plain for $type {
            fn plain(&self) -> $crate::plain::Value<'_> {
                $crate::plain::Value::Object(self)
            }
        }

        $crate::plain::written!($type);
    };
}

pub(crate) use {object, written};

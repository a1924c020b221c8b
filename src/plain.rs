//! How are results written out, whoever writes them?
//!
//! serde's derive would make code for each type and each writer: a third of
//! what a patient's phone loads. Here a result is walked as a tree of plain
//! values, so that a writer exists once.

#[cfg(any(all(test, feature = "json"), target_arch = "wasm32"))]
use crate::text::{put_digits, put_hex};
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

/// An object, which hands out its keys and values in their order. A key is as it
/// stands before its value in JSON, such as `"id":`.
pub(crate) trait Object {
    fn entries(&self, put: &mut dyn FnMut(&'static str, Value<'_>));
}

/// A result as JSON, in one text: it crosses to JavaScript at once, and the
/// browser's own reader makes fresh objects of it, whatever a page has done to
/// their prototypes.
#[cfg(any(all(test, feature = "json"), target_arch = "wasm32"))]
pub(crate) fn json(value: Value<'_>, fraction: fn(f64) -> String) -> String {
    let mut text = String::new();
    put(&mut text, value, fraction);
    text
}

/// One value at the end of a text. Most numbers are whole; `fraction` writes the
/// others as JavaScript would.
#[cfg(any(all(test, feature = "json"), target_arch = "wasm32"))]
fn put(text: &mut String, value: Value<'_>, fraction: fn(f64) -> String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Flag(true) => text.push_str("true"),
        Value::Flag(false) => text.push_str("false"),
        Value::Count(count) => put_digits(text, count),
        Value::Number(number) => {
            let whole = number as u32;
            if f64::from(whole) == number {
                put_digits(text, whole);
            } else {
                text.push_str(&fraction(number));
            }
        }
        Value::Text(value) => put_quoted(text, value),
        Value::Clock(clock) => put_quoted(text, &clock.text()),
        Value::List(list) => {
            text.push('[');
            let mut is_first = true;
            list.items(&mut |item| {
                if !is_first {
                    text.push(',');
                }
                is_first = false;
                put(text, item, fraction);
            });
            text.push(']');
        }
        Value::Object(object) => {
            let mut sign = '{';
            object.entries(&mut |key, value| {
                text.push(sign);
                sign = ',';
                text.push_str(key);
                put(text, value, fraction);
            });
            text.push('}');
        }
    }
}

/// A text between quotes. What JSON does not let stand is written by its number.
#[cfg(any(all(test, feature = "json"), target_arch = "wasm32"))]
fn put_quoted(text: &mut String, value: &str) {
    text.push('"');
    let mut begin = 0;
    for (at, sign) in value.bytes().enumerate() {
        if sign < b' ' || sign == b'"' || sign == b'\\' {
            text.push_str(value.get(begin..at).unwrap_or_default());
            text.push_str("\\u00");
            put_hex(text, sign);
            begin = at + 1;
        }
    }
    text.push_str(value.get(begin..).unwrap_or_default());
    text.push('"');
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

/// Lets serde write a type by its value.
macro_rules! written {
    ($($type:ty),+ $(,)?) => {$(
        #[cfg(feature = "json")]
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
                $($crate::plain::entry(&self.$($field).+, concat!("\"", $key, "\":"), put);)+
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

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::*;
    use crate::frozen::CORPUS;
    use crate::json::to_string;
    use crate::{Elapsed, GuidanceError, Options, guidance, timeline};

    /// What a browser makes of the text, written again as the browser would.
    fn read_back(value: &impl Plain) -> String {
        let fraction = |number| ryu_js::Buffer::new().format(number).to_owned();
        let text = json(value.plain(), fraction);
        let read: serde_json::Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        to_string(&read)
    }

    #[test]
    fn a_browser_reads_each_card_and_timeline_as_it_is() {
        for treatment in CORPUS.treatments {
            for hours in [0.0, 0.1, 1.0 / 3.0, 14.0, 24.5, 1e9, 1e21, f64::MAX] {
                let elapsed = Elapsed::from_hours(hours).expect("a time since the treatment");
                let card = guidance(&CORPUS, treatment.id, elapsed, &Options::default());
                let card = card.expect("the corpus knows its own treatment");
                assert_eq!(read_back(&card), to_string(&card));
            }
            let timeline = timeline(&CORPUS, treatment.id, &Options::default());
            let timeline = timeline.expect("the corpus knows its own treatment");
            assert_eq!(read_back(&timeline), to_string(&timeline));
        }
    }

    #[test]
    fn a_text_that_json_lets_stand_crosses_as_it_is() {
        let fraction = |number: f64| number.to_string();
        for text in ["a b", "~", "é 😀", ""] {
            assert_eq!(json(Value::Text(text), fraction), format!("\"{text}\""));
        }
    }

    #[test]
    fn no_text_of_a_caller_breaks_out_of_its_quotes() {
        for shown in [
            "\"",
            "\\",
            "\\\"}",
            "\0\u{1}\n\r\t\u{1f} \u{7f}",
            "é\u{2028}😀\"é",
            "",
        ] {
            let error = GuidanceError::invalid_hours(shown);
            assert_eq!(read_back(&error), to_string(&error), "{shown:?}");
        }
    }
}

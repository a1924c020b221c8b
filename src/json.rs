//! How is a card written as text, byte for byte as a browser would?

use std::io;

use serde::ser::{self, Serialize, SerializeMap, SerializeSeq};
use serde_json::ser::{Formatter, Serializer};

use crate::plain::Value;

/// What `JSON.stringify` prints of the same value in a browser: no spaces, and
/// numbers as JavaScript writes them (`24`, not `24.0`).
///
/// # Panics
/// Never for the types of this crate; for others where a map has keys that are
/// not strings.
///
/// ```
/// assert_eq!(aftercare_consensus::json::to_string(&[24.0, 0.5, 1e300]), "[24,0.5,1e+300]");
/// ```
pub fn to_string(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, AsJavaScript);
    value
        .serialize(&mut serializer)
        .expect("maps have string keys and memory does not fail to be written");
    String::from_utf8(bytes).expect("JSON is written from strings")
}

struct AsJavaScript;

impl Formatter for AsJavaScript {
    fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(ryu_js::Buffer::new().format(value).as_bytes())
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
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
            Self::Object(object) => {
                let mut written = serializer.serialize_map(None)?;
                let mut result = Ok(());
                object.entries(&mut |key, value| {
                    if result.is_ok() {
                        let key = key.trim_matches(['"', ':']);
                        result = written.serialize_entry(key, &value);
                    }
                });
                result?;
                written.end()
            }
        }
    }
}

//! How is a card written as text, byte for byte as a browser would?

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

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

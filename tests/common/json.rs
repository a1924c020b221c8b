//! A value as text, byte for byte as `JSON.stringify` prints it in a browser.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// No spaces, and numbers as JavaScript writes them (`24`, not `24.0`).
pub(crate) fn to_string(value: &impl Serialize) -> String {
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

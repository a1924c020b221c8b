//! A language as a file of its own, which only its readers load.
//!
//! It is a text of lines, since no word holds the end of one: a mark of the
//! build, a sum of all that follows it, and then one word a line in the order in
//! which the core numbers them. The core's `pack` reads it.

use std::fmt::Write;

use crate::tables::template;
use crate::words::{KEYS, Shape};
use crate::{Data, Language};

/// How the first line begins, so that a file says what it is.
const HEAD: &str = "aftercare-consensus words";

/// The pack of a language, for the package of a version over these data.
pub fn pack(data: &Data, language: &Language, version: &str) -> String {
    let mut lines: Vec<String> = vec![
        language.id.clone(),
        language.name.clone(),
        u8::from(language.reviewed).to_string(),
        numbers(language.plural.iter().flatten()),
    ];
    let mut plain = language.plain.iter();
    let mut plurals = language.plurals.iter();
    let mut lists = language.lists.iter();
    let of = |shape| KEYS.iter().filter(move |key| key.shape == shape);
    lines.extend(of(Shape::Plain).map(|key| template(next(&mut plain), key.holes)));
    for key in of(Shape::Plural) {
        let forms = next(&mut plurals);
        lines.extend(forms.iter().map(|text| template(text, key.holes)));
    }
    for _ in of(Shape::List) {
        lines.extend(next(&mut lists).iter().cloned());
        // An empty line ends each list.
        lines.push(String::new());
    }
    for texts in &language.activities {
        lines.extend(texts.iter().cloned());
    }
    for panel in &language.panels {
        lines.push(panel.name.clone());
        lines.push(template(&panel.about, &["n"]));
        lines.extend(panel.noun.iter().cloned());
    }
    lines.extend(language.conditions.iter().cloned());
    let mut body = String::new();
    for line in lines {
        body += &line;
        body.push('\n');
    }
    let (updated, sum) = (&data.version, sum(body.as_bytes()));
    format!("{HEAD} {version}+{updated} {}\n{sum}\n{body}", numbering())
}

/// A mark of the order of the words: with another one the same number would mean
/// another word.
pub(crate) fn numbering() -> u32 {
    let mut all = String::new();
    for key in KEYS {
        let _ = writeln!(all, "{} {:?} {:?}", key.path, key.shape, key.holes);
    }
    sum(all.as_bytes())
}

/// Of the bytes, each step times 31, in 32 bits.
fn sum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| sum.wrapping_mul(31).wrapping_add(u32::from(*byte));
    bytes.iter().fold(0, step)
}

fn numbers<'n>(numbers: impl Iterator<Item = &'n u32>) -> String {
    numbers.map(u32::to_string).collect::<Vec<_>>().join(" ")
}

/// There is one text for each key, or the language would not have been loaded.
fn next<'l, T>(texts: &mut impl Iterator<Item = &'l T>) -> &'l T {
    texts.next().expect("a loaded language has all words")
}

//! Which text deceives whoever reads it? Letters that cannot be seen, letters of
//! another script that look like ours, and an address that is not what it seems.

use std::collections::BTreeSet;

use toml::de::{DeTable, DeValue};
use unicode_security::MixedScript;
use unicode_security::confusable_detection::skeleton;

/// What deceives in a line of a file, counted from 1.
pub(super) type Found = (usize, String);

/// Checks a file as it is written, comments too, and each of its texts as they
/// are read: a text may write a letter as `\u202E`. `line_of` is the line of a byte
/// offset.
pub(super) fn check(written: &str, line_of: &dyn Fn(usize) -> usize) -> Vec<Found> {
    let mut found = Vec::new();
    // Plain letters that are not written as numbers deceive nobody.
    if written.is_ascii() && !written.contains('\\') {
        return found;
    }
    for (number, line) in (1..).zip(written.lines()) {
        hidden(number, line, &mut found);
    }
    // A file that is no TOML is refused by whoever needs its records.
    if let Ok(table) = DeTable::parse(written) {
        for (key, value) in table.get_ref() {
            text(line_of(key.span().start), key.get_ref(), &mut found);
            walk(value, line_of, &mut found);
        }
    }
    found
}

fn walk(
    value: &toml::Spanned<DeValue<'_>>,
    line_of: &dyn Fn(usize) -> usize,
    found: &mut Vec<Found>,
) {
    match value.get_ref() {
        DeValue::String(string) => {
            text(line_of(value.span().start), string, found);
        }
        DeValue::Array(array) => {
            for item in array {
                walk(item, line_of, found);
            }
        }
        DeValue::Table(table) => {
            for (key, value) in table {
                text(line_of(key.span().start), key.get_ref(), found);
                walk(value, line_of, found);
            }
        }
        _ => {}
    }
}

fn text(line: usize, text: &str, found: &mut Vec<Found>) {
    hidden(line, text, found);
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        if !word.is_single_script() {
            let message = format!(
                "the word {word:?} mixes letters of two scripts that look alike; write all \
                 of it with the letters of one"
            );
            found.push((line, message));
        }
    }
}

fn hidden(line: usize, text: &str, found: &mut Vec<Found>) {
    if let Some(letter) = text.chars().find(|letter| is_hidden(*letter)) {
        let code = u32::from(letter);
        let message = format!(
            "U+{code:04X} is not seen and changes how the text around it is read; remove it"
        );
        found.push((line, message));
    }
}

/// What Unicode shows nothing for, and what turns the direction of a line or ends
/// it where no editor shows that.
fn is_hidden(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// What a name is in small letters, and what it looks like to a hasty reader in
/// large and in small ones: two names that share one of these are one to them.
pub(super) fn looks(name: &str) -> BTreeSet<String> {
    let small = name.trim().to_lowercase();
    let as_written: String = skeleton(name.trim()).collect();
    let as_small = skeleton(&small).collect();
    BTreeSet::from([as_written.to_lowercase(), as_small, small])
}

/// Whether a name of a product is written with the letters that its package has.
pub(super) fn is_plain_name(name: &str) -> bool {
    name.split(' ').all(|word| {
        let mut letters = word.chars();
        !word.is_empty()
            && letters
                .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '\'' | '.'))
    })
}

/// Why a text would lead a reader away from the answers, to somebody's own place.
pub(super) fn leads_away(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    if lower.contains("://") || lower.contains("www.") {
        return Some("an address");
    }
    if lower.contains('@') {
        return Some("an e-mail address or an account");
    }
    // Digits as a telephone number has them, with whatever stands between.
    let mut digits = 0;
    for letter in text.chars() {
        match letter {
            '0'..='9' => digits += 1,
            ' ' | '-' | '.' | '(' | ')' | '+' | '/' => {}
            _ => digits = 0,
        }
        if digits >= 7 {
            return Some("a telephone number");
        }
    }
    None
}

/// Whether the host of an address is written plainly: `https://a.example@b.example`
/// leads to the second, and letters of other scripts look like ours.
pub(super) fn has_plain_host(address: &str) -> bool {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let mut labels = host.split('.');
    host.contains('.')
        && labels.all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
        // Numbers alone are a machine, of which nobody can say whose it is.
        && host.bytes().any(|byte| byte.is_ascii_alphabetic())
}

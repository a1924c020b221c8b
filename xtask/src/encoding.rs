//! How does the wasm stand in a script? As text that survives any charset and
//! any page.
//!
//! Printable ASCII alone, so that a page's charset cannot change it; without
//! `"`, `\` and `<`, so that a string literal and a page's `<script>` hold it as
//! it is. A byte below 90 is one character, any other one of two prefixes and a
//! character. Of what was measured this is smallest after brotli: 3.5 % more than
//! the bare wasm, where UTF-8 of Latin-1 costs 5.2 %, hexadecimal digits 8.0 %
//! and base64 30.8 %.

/// How many bytes one character can stand for; `www/inline-wasm.js` has the same.
const DIGITS: u8 = 90;

/// The wasm as text; `www/inline-wasm.js` does the reverse.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    for byte in bytes {
        match byte / DIGITS {
            0 => {}
            1 => text.push(' '),
            _ => text.push('!'),
        }
        text.push(char::from(digit(byte % DIGITS)));
    }
    text
}

/// `#` to `~` without `<` and the backslash.
fn digit(value: u8) -> u8 {
    let skipped = match value {
        ..25 => 0,
        25..56 => 1,
        _ => 2,
    };
    b'#' + value + skipped
}

/// The sum that the script compares before it trusts the bytes.
pub(crate) fn checksum(bytes: &[u8]) -> i32 {
    bytes.iter().fold(0_i32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(i32::from(*byte))
    })
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn every_byte_has_a_text_of_its_own_that_a_page_leaves_as_it_is() {
        let texts: Vec<String> = (0..=u8::MAX).map(|byte| encode(&[byte])).collect();
        for (place, text) in texts.iter().enumerate() {
            assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
            assert!(!text.contains(['"', '\\', '<']), "{place} is {text}");
            assert_eq!(texts.iter().position(|other| other == text), Some(place));
        }
    }

    #[test]
    fn the_last_digit_is_the_last_printable_character() {
        assert_eq!(encode(&[0, 24, 25, 55, 56, 89, 90, 255]), "#;=[]~ #!p");
    }
}

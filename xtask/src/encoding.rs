//! How does the wasm stand in a script? As text that survives any charset and
//! any page.
//!
//! Printable ASCII alone, so that a page's charset cannot change it; without
//! `"`, `\` and `<`, so that a string literal and a page's `<script>` hold it as
//! it is. A byte below 89 is one character, any other one of two prefixes and a
//! character; but letters that stand together, such as the words of a card, stand
//! between two signs as they are, where brotli knows them. Of what was measured this
//! is smallest after brotli: 1.5 % more than the bare wasm, where prefixes alone cost
//! 3.2 %, UTF-8 of Latin-1 5.2 %, hexadecimal digits 8.0 % and base64 30.8 %.

/// How many bytes one character can stand for; `www/inline-wasm.js` has the same.
const DIGITS: u8 = 89;

/// Around letters that stand for themselves.
const LETTERS: char = '|';

/// So many letters are worth the two signs around them.
const FEWEST: usize = 5;

/// The wasm as text; `www/inline-wasm.js` does the reverse.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    for run in bytes.chunk_by(|one, next| is_digit(*one) == is_digit(*next)) {
        if run.len() >= FEWEST && is_digit(run[0]) {
            text.push(LETTERS);
            text.extend(run.iter().copied().map(char::from));
            text.push(LETTERS);
        } else {
            for byte in run {
                match byte / DIGITS {
                    0 => {}
                    1 => text.push('}'),
                    _ => text.push('~'),
                }
                text.push(char::from(digit(byte % DIGITS)));
            }
        }
    }
    text
}

/// The space to `{` without `"`, `<` and the backslash.
fn digit(value: u8) -> u8 {
    let skipped = match value {
        ..2 => 0,
        2..27 => 1,
        27..58 => 2,
        _ => 3,
    };
    b' ' + value + skipped
}

fn is_digit(letter: u8) -> bool {
    (b' '..=b'{').contains(&letter) && !b"\"<\\".contains(&letter)
}

/// The sum that the script compares before it trusts the bytes.
pub(crate) fn checksum(bytes: &[u8]) -> i32 {
    bytes.iter().fold(0_i32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(i32::from(*byte))
    })
}

#[cfg(test)]
mod tests {
    use super::{DIGITS, digit, encode, is_digit};

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
    fn the_digits_are_the_printable_characters_that_are_left() {
        assert!(
            (0..DIGITS)
                .map(digit)
                .eq((0..=u8::MAX).filter(|letter| is_digit(*letter)))
        );
        assert_eq!(
            encode(&[0, 1, 2, 26, 27, 57, 58, 88, 89, 255]),
            " !#;=[]{} ~p"
        );
    }

    #[test]
    fn letters_that_stand_together_stand_for_themselves() {
        assert_eq!(encode(b"\0Fine.\0"), " |Fine.| ");
        assert_eq!(encode(b"a few \"words\" here"), "|a few |D|words|D| here|");
        assert_eq!(encode(b"\0few"), " }.}-}@");
    }
}

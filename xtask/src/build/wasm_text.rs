//! How does the wasm stand inside a script? As text; `www/core/wasm-text.ts` decodes it.
//!
//! Printable ASCII alone, so that no charset of a page can change it, and without
//! `"`, `\` and `<`, so that a string literal and an inline `<script>` hold it
//! unescaped. That leaves 92 characters: 89 digits, of which `}` is none, and two
//! prefixes. A byte of the 89 that are frequent in a wasm is one digit; any other is a
//! prefix and a digit. After brotli this costs 2.3 % over the bare wasm; base64 costs
//! 30.8 %.

/// How many bytes a single character can stand for.
const DIGITS: u8 = 89;

/// The bytes as text.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    for byte in bytes {
        let value = swapped(*byte);
        match value / DIGITS {
            0 => {}
            1 => text.push('}'),
            _ => text.push('~'),
        }
        text.push(digit(value % DIGITS));
    }
    text
}

/// In a wasm, bytes from 97 to 118 are frequent (letters, instructions that compute) and those
/// from 67 to 88 rare (capitals, instructions that compare): they change places.
fn swapped(byte: u8) -> u8 {
    match byte {
        67..=88 => byte + 30,
        97..=118 => byte - 30,
        _ => byte,
    }
}

/// The characters from the space to `{`, without `"`, `<` and the backslash.
fn digit(value: u8) -> char {
    let skipped = match value {
        ..2 => 0,
        2..27 => 1,
        27..58 => 2,
        _ => 3,
    };
    char::from(b' ' + value + skipped)
}

#[cfg(test)]
mod tests {
    use super::{DIGITS, digit, encode, swapped};

    /// What the script does.
    fn decode(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut offset = 0;
        for character in text.chars() {
            match character {
                '}' => offset = DIGITS,
                '~' => offset = 2 * DIGITS,
                _ => {
                    let value = (0..DIGITS).find(|value| digit(*value) == character);
                    bytes.push(swapped(value.expect("a digit") + offset));
                    offset = 0;
                }
            }
        }
        bytes
    }

    #[test]
    fn every_byte_round_trips() {
        let bytes: Vec<u8> = (0..=u8::MAX).chain((0..=u8::MAX).rev()).collect();
        assert_eq!(decode(&encode(&bytes)), bytes);
    }

    #[test]
    fn the_text_needs_no_escapes_in_a_script() {
        let text = encode(&(0..=u8::MAX).collect::<Vec<_>>());
        assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
        assert!(!text.contains(['"', '\\', '<']));
    }

    #[test]
    fn the_digits_are_those_that_the_script_knows() {
        // `www/core/wasm-text.ts` is tested with the same text.
        assert_eq!(
            encode(&[0, 1, 2, 26, 27, 57, 58, 66, 67, 89, 97, 118, 119, 255]),
            " !#;=[]e})} f{}@~p"
        );
    }
}

//! How are short texts put together?
//!
//! Plain loops that exist once: the standard library's ways make code anew for
//! each use, and format numbers with tables.

/// Where a text is written, piece by piece.
pub(crate) trait Put {
    /// One more piece.
    fn put(&mut self, text: &str);

    /// One more character of ASCII.
    fn put_ascii(&mut self, letter: u8);
}

impl Put for String {
    fn put(&mut self, text: &str) {
        self.push_str(text);
    }

    fn put_ascii(&mut self, letter: u8) {
        self.push(char::from(letter));
    }
}

/// One text of several.
pub fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// The texts with a separator between them.
pub fn join(texts: &mut dyn Iterator<Item = &str>, separator: &str) -> String {
    let mut joined = String::new();
    for text in texts {
        if !joined.is_empty() {
            joined.push_str(separator);
        }
        joined.push_str(text);
    }
    joined
}

/// What stands before the first of an ASCII sign, and what behind it; `None`
/// where there is no such sign.
pub fn cut(text: &str, sign: u8) -> (&str, Option<&str>) {
    match text.bytes().position(|byte| byte == sign) {
        None => (text, None),
        Some(at) => (text.get(..at).unwrap_or(text), text.get(at + 1..)),
    }
}

/// The whole number of a text of ASCII digits alone; 0 for an empty text, `None`
/// for any other and for a number above `u32::MAX`.
///
/// ```
/// use aftercare_consensus::text::whole_number;
///
/// assert_eq!(whole_number("007"), Some(7));
/// assert_eq!(whole_number("+7"), None);
/// ```
pub fn whole_number(text: &str) -> Option<u32> {
    let mut number = 0_u32;
    for byte in text.bytes() {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number = number.checked_mul(10)?.checked_add(u32::from(digit))?;
    }
    Some(number)
}

/// A whole number in digits.
pub fn digits(number: u32) -> String {
    let mut text = String::new();
    put_digits(&mut text, number);
    text
}

/// A whole number in digits, at the end of a text.
pub fn put_digits(text: &mut String, number: u32) {
    put_number(text, number);
}

/// The same, wherever it is written.
pub(crate) fn put_number(out: &mut impl Put, number: u32) {
    if number > 9 {
        put_number(out, number / 10);
    }
    out.put_ascii(b'0' + (number % 10) as u8);
}

/// A text as it stands in an address: what is no ASCII letter and no digit, but
/// for `-`, `.` and `_`, as `%` and its bytes.
///
/// ```
/// use aftercare_consensus::text::percent;
///
/// assert_eq!(percent("a b:é"), "a%20b%3A%C3%A9");
/// ```
pub fn percent(text: &str) -> String {
    let mut address = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            address.push(char::from(byte));
        } else {
            address.push('%');
            put_hex(&mut address, byte);
        }
    }
    address
}

/// A byte in two digits, at the end of a text.
pub(crate) fn put_hex(text: &mut String, byte: u8) {
    for half in [byte / 16, byte % 16] {
        let digit = if half < 10 { b'0' } else { b'A' - 10 };
        text.push(char::from(digit + half));
    }
}

/// A name as a person may have typed it, without the space around it and with
/// one space between its words.
pub(crate) fn tidy(typed: &str) -> String {
    let mut text = String::new();
    let mut space = false;
    for letter in typed.chars() {
        if letter.is_whitespace() {
            space = !text.is_empty();
        } else {
            if space {
                text.push(' ');
            }
            space = false;
            text.push(letter);
        }
    }
    text
}

/// A number by which a text is told from the one before it: another text has the same
/// about once in 2⁶⁴ times.
#[cfg(any(feature = "blank", target_arch = "wasm32"))]
pub(crate) fn fingerprint(text: &str) -> u64 {
    let mut print = text.len() as u64;
    let mut mix = |word: u64| {
        print = (print ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        print ^= print >> 29;
    };
    let mut rest = text.as_bytes();
    while let Some((word, after)) = rest.split_first_chunk() {
        mix(u64::from_le_bytes(*word));
        rest = after;
    }
    for byte in rest {
        mix(u64::from(*byte));
    }
    print
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_differs_anywhere_has_another_fingerprint() {
        let text = "12345678 hours after, as 9 of 13 say";
        let mut prints = vec![fingerprint(""), fingerprint(text)];
        for place in 0..text.len() {
            prints.push(fingerprint(&text[..place]));
            for sign in ["0", "~"] {
                prints.push(fingerprint(
                    &[&text[..place], sign, &text[place + 1..]].concat(),
                ));
            }
        }
        // The empty text is there twice.
        prints.sort_unstable();
        let all = prints.len();
        prints.dedup();
        assert_eq!(prints.len(), all - 1);
    }

    #[test]
    fn a_text_that_differs_at_its_beginning_differs_in_half_of_its_fingerprint() {
        let rest = "678 hours after, as 9 of 13 say";
        let print = |number: u32| fingerprint(&format!("{number:05}{rest}"));
        let (mut bits, mut pairs) = (0, 0);
        for number in 0..2_000 {
            for other in [number + 1, number + 10, number + 1_000] {
                bits += (print(number) ^ print(other)).count_ones();
                pairs += 1;
            }
        }
        let share = f64::from(bits) / f64::from(pairs);
        assert!((30.0..34.0).contains(&share), "{share} of 64 bits");
    }

    #[test]
    fn numbers_have_all_their_digits() {
        for number in [0, 9, 10, 99, 100, 4_294_967_295] {
            assert_eq!(digits(number), number.to_string());
        }
    }

    #[test]
    fn what_is_no_number_is_not_read_as_one() {
        assert_eq!(whole_number("1290"), Some(1290));
        // The signs before 0 and behind 9.
        for text in ["1/", "1:", "-1", "1.5", " 1", "4294967296"] {
            assert_eq!(whole_number(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_keeps_letters_digits_and_three_signs() {
        assert_eq!(percent("aZ09-._ ~/é"), "aZ09-._%20%7E%2F%C3%A9");
    }

    #[test]
    fn typed_names_are_tidied() {
        assert_eq!(tidy("  Botox \t\u{a0}Cosmetic\n\u{2003}"), "Botox Cosmetic");
        assert_eq!(tidy(" \n "), "");
        assert_eq!(tidy("17 :00"), "17 :00");
    }

    #[test]
    fn texts_are_joined() {
        assert_eq!(concat(&["a", "", "b"]), "ab");
        assert_eq!(join(&mut ["a", "b", "c"].into_iter(), ", "), "a, b, c");
        assert_eq!(join(&mut [].into_iter(), ", "), "");
    }
}

//! Which number does a text of digits stand for, and how is one written?

use crate::consensus::Minutes;

/// The whole number of ASCII digits alone; `None` for anything else, and above `u32::MAX`.
pub(super) fn whole_number(text: &str) -> Option<u32> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// A decimal number such as `14` or `4.5`. Of more than 15 digits the last of the
/// fraction are dropped; so both parts of the division below are exact, and its
/// result is the nearest float.
pub(super) fn decimal(text: &str) -> Option<f64> {
    const MOST: usize = 15;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() || text.ends_with('.') || whole.len() > MOST {
        return None;
    }
    let mut number = 0.0;
    let mut scale = 1.0;
    let mut count = 0;
    for (digits, factor) in [(whole, 1.0), (fraction, 10.0)] {
        for byte in digits.bytes() {
            let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
            count += 1;
            if count <= MOST {
                number = number * 10.0 + f64::from(digit);
                scale *= factor;
            }
        }
    }
    Some(number / scale)
}

/// A number of hundredths as a decimal number without zeros at its end: 5 and 50 are `5.5`.
pub(super) fn hundredths(whole: u32, part: u32) -> String {
    match (part, part % 10) {
        (0, _) => format!("{whole}"),
        (_, 0) => format!("{whole}.{}", part / 10),
        _ => format!("{whole}.{part:02}"),
    }
}

/// Minutes as hours, such as `3.5` or `0.02`: never less than they are, so that
/// the same minute comes back.
pub(crate) fn hours(minutes: Minutes) -> String {
    let (whole, part) = (minutes.0 / 60, minutes.0 % 60);
    hundredths(whole, (part * 100).div_ceil(60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_as_rust_reads_them() {
        for text in [
            "0",
            "14",
            "4.5",
            "0.33",
            "00014",
            "999999999999999",
            "0.1",
            "12345.678901",
        ] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
        // As JavaScript prints a division; the careful end, rounded down.
        assert_eq!(decimal("15.312071388888889"), Some(15.312_071_388_888_8));
        for text in [
            "",
            ".5",
            "5.",
            "1e3",
            "-1",
            "+1",
            "NaN",
            "inf",
            "0x10",
            "1,5",
            "1:",
            "1 0",
            "1.2.3",
            "9999999999999999",
        ] {
            assert_eq!(decimal(text), None, "{text:?}");
        }
    }

    #[test]
    fn whole_numbers_are_digits_alone() {
        assert_eq!(whole_number("0012"), Some(12));
        assert_eq!(whole_number("4294967295"), Some(u32::MAX));
        for text in ["", "1/", "1:", "-1", "+1", "1.5", " 1", "١", "4294967296"] {
            assert_eq!(whole_number(text), None, "{text:?}");
        }
    }

    #[test]
    fn hundredths_have_no_zeros_at_the_end() {
        for (whole, part, text) in [
            (0, 0, "0"),
            (0, 5, "0.05"),
            (5, 50, "5.5"),
            (14, 0, "14"),
            (14, 33, "14.33"),
        ] {
            assert_eq!(hundredths(whole, part), text);
        }
    }
}

//! Which number is called, and how does a link call it?

use crate::i18n::clean;

/// A telephone number, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telephone(String);

impl Telephone {
    /// Digits, grouped by spaces, points, hyphens or brackets, with a plus
    /// before them or not: 3 to 15 digits, as the numbering plan of the world has it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = clean(text);
        let number = text.strip_prefix('+').unwrap_or(&text);
        let fits = |byte: u8| byte.is_ascii_digit() || b" .-()".contains(&byte);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        (number.bytes().all(fits) && (3..=15).contains(&digits) && text.len() <= 40)
            .then_some(Self(text))
    }

    /// As it is written.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The address of a call.
    ///
    /// ```
    /// use aftercare_consensus::{CORPUS, Settings};
    ///
    /// let settings = Settings::parse(&CORPUS, [("contact", "+44 (20) 7946-0000")])?;
    /// let contact = settings.contact.expect("a telephone number");
    /// assert_eq!(contact.link(), "tel:+442079460000");
    /// # Ok::<(), aftercare_consensus::GuidanceError>(())
    /// ```
    pub fn link(&self) -> String {
        // Behind the country's code, the nought in brackets is not dialled.
        let (mut number, mut rest) = (&*self.0, "");
        if number.starts_with('+')
            && let Some((before, after)) = number.split_once('(')
            && let Some(after) = after.strip_prefix("0)")
        {
            (number, rest) = (before, after);
        }
        let mut link = "tel:".to_owned();
        for sign in number.chars().chain(rest.chars()) {
            if sign == '+' || sign.is_ascii_digit() {
                link.push(sign);
            }
        }
        link
    }
}

#[cfg(test)]
mod tests {
    use super::Telephone;

    #[test]
    fn a_telephone_number_is_dialled_as_it_is_meant() {
        for (text, link) in [
            ("911", "tel:911"),
            ("+44 (0)20 7946 0000", "tel:+442079460000"),
            ("+44 (20) 7946-0000", "tel:+442079460000"),
            ("(020) 7946 0000", "tel:02079460000"),
            ("(0)20 7946 0000", "tel:02079460000"),
        ] {
            assert_eq!(Telephone(text.to_owned()).link(), link, "{text}");
        }
    }

    #[test]
    fn telephone_numbers_are_numbers() {
        for good in [
            "911",
            "112",
            "+44 20 7946 0000",
            "(555) 010-9999",
            "555.010.9999",
            "\u{202d}+1 212 555 0100\u{202c}",
            "\u{2068}+1\u{a0}(212)\u{2009}555\u{2011}0100\u{2069}",
            "\u{ff0b}44 20 7946 0000",
        ] {
            assert!(Telephone::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "12",
            "call us",
            "javascript:alert(1)",
            "+1+1234",
            "0".repeat(16).as_str(),
            "9 1 1;x",
            "\u{202d}call 5550100\u{202c}",
        ] {
            assert_eq!(Telephone::parse(bad), None, "{bad}");
        }
    }
}

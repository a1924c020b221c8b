//! How long is that in words?

use crate::Minutes;
use crate::words::{PluralWord, Words, digits, filled};

/// A length of time, in its two largest units.
pub(crate) fn span(words: &Words<'_>, minutes: Minutes) -> String {
    const LONG: u32 = 72 * 60;
    let say = |word, number: u32| filled(words.plural(word, number), &[&digits(number)]);
    let (large, small) = if minutes.0 >= LONG {
        let hours = minutes.0 / 60;
        (
            (PluralWord::ViewDays, hours / 24),
            (PluralWord::ViewHours, hours % 24),
        )
    } else {
        (
            (PluralWord::ViewHours, minutes.0 / 60),
            (PluralWord::ViewMinutes, minutes.0 % 60),
        )
    };
    match (large.1, small.1) {
        (0, _) => say(small.0, small.1),
        (_, 0) => say(large.0, large.1),
        _ => {
            let mut text = say(large.0, large.1);
            text.push(' ');
            text.push_str(&say(small.0, small.1));
            text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::span;
    use crate::Minutes;
    use crate::frozen::CORPUS;

    #[test]
    fn a_span_has_its_two_largest_units() {
        let words = CORPUS.languages.first().expect("English");
        for (minutes, text) in [
            (0, "0 minutes"),
            (1, "1 minute"),
            (60, "1 hour"),
            (61, "1 hour 1 minute"),
            (570, "9 hours 30 minutes"),
            (24 * 60, "24 hours"),
            (72 * 60 - 1, "71 hours 59 minutes"),
            (72 * 60 + 59, "3 days"),
            (73 * 60, "3 days 1 hour"),
            (14 * 24 * 60, "14 days"),
        ] {
            assert_eq!(span(words, Minutes(minutes)), text, "{minutes} minutes");
        }
    }
}

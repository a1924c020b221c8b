//! How long is that in words?

use crate::Minutes;
use crate::text::concat;
use crate::words::{PluralWord, Word, Words, digits, filled};

/// A length of time, in its two largest units.
pub(crate) fn span(words: &Words<'_>, minutes: Minutes) -> String {
    in_units(minutes, &|unit, number| {
        let word = match unit {
            Unit::Days => PluralWord::ViewDays,
            Unit::Hours => PluralWord::ViewHours,
            Unit::Minutes => PluralWord::ViewMinutes,
        };
        filled(words.plural(word, number), &[&digits(number)])
    })
}

/// The same for a countdown, with its units in short.
pub(crate) fn brief(words: &Words<'_>, minutes: Minutes) -> String {
    in_units(minutes, &|unit, number| {
        let word = match unit {
            Unit::Days => Word::ViewBriefDays,
            Unit::Hours => Word::ViewBriefHours,
            Unit::Minutes => Word::ViewBriefMinutes,
        };
        words.say(word, &[&digits(number)])
    })
}

enum Unit {
    Days,
    Hours,
    Minutes,
}

fn in_units(minutes: Minutes, say: &dyn Fn(Unit, u32) -> String) -> String {
    const LONG: u32 = 72 * 60;
    let whole = minutes.0 / 60;
    let ((large, many), (small, few)) = if minutes.0 >= LONG {
        ((Unit::Days, whole / 24), (Unit::Hours, whole % 24))
    } else {
        ((Unit::Hours, whole), (Unit::Minutes, minutes.0 % 60))
    };
    match (many, few) {
        (0, _) => say(small, few),
        (_, 0) => say(large, many),
        _ => concat(&[&say(large, many), " ", &say(small, few)]),
    }
}

#[cfg(test)]
mod tests {
    use super::{brief, span};
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

    #[test]
    fn a_countdown_has_short_units() {
        let words = CORPUS.languages.first().expect("English");
        for (minutes, text) in [(1, "1 min"), (570, "9 h 30 min"), (73 * 60, "3 d 1 h")] {
            assert_eq!(brief(words, Minutes(minutes)), text, "{minutes} minutes");
        }
    }
}

//! How long is that in words?

use aftercare_corpus::{Text, Words};

/// From here on, in minutes, a length is said in days and hours.
const LONG: u32 = 72 * 60;

/// A length of time in minutes, in its two largest units: "9 hours 30 minutes".
pub(crate) fn span(words: &Words, minutes: u32) -> String {
    let time = &words.core.time;
    in_units(minutes, &|unit, number| {
        words.form(
            match unit {
                Unit::Days => &time.days,
                Unit::Hours => &time.hours,
                Unit::Minutes => &time.minutes,
            },
            number,
        )
    })
}

/// The same with its units in short, for a countdown: "9 h 30 min".
pub(crate) fn brief_span(words: &Words, minutes: u32) -> String {
    let time = &words.core.time;
    in_units(minutes, &|unit, _| match unit {
        Unit::Days => &time.brief_days,
        Unit::Hours => &time.brief_hours,
        Unit::Minutes => &time.brief_minutes,
    })
}

#[derive(Clone, Copy)]
enum Unit {
    Days,
    Hours,
    Minutes,
}

fn in_units<'w>(minutes: u32, text: &dyn Fn(Unit, u32) -> &'w Text) -> String {
    let hours = minutes / 60;
    let ((large, many), (small, few)) = if minutes >= LONG {
        ((Unit::Days, hours / 24), (Unit::Hours, hours % 24))
    } else {
        ((Unit::Hours, hours), (Unit::Minutes, minutes % 60))
    };
    let part = |unit, number: u32| text(unit, number).with("n", &number.to_string());
    match (many, few) {
        (0, _) => part(small, few),
        (_, 0) => part(large, many),
        _ => part(large, many) + " " + &part(small, few),
    }
}

#[cfg(test)]
mod tests {
    use super::{brief_span, span};
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
            assert_eq!(span(words, minutes), text, "{minutes} minutes");
        }
    }

    #[test]
    fn a_countdown_has_short_units() {
        let words = CORPUS.languages.first().expect("English");
        for (minutes, text) in [(1, "1 min"), (570, "9 h 30 min"), (73 * 60, "3 d 1 h")] {
            assert_eq!(brief_span(words, minutes), text, "{minutes} minutes");
        }
    }
}

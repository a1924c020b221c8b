//! How long is that in words?

use crate::Minutes;
use crate::text::concat;
use crate::words::{PluralWord, Word, Words, digits, filled};

/// A length of time, in its two largest units.
pub(crate) fn span(words: &Words<'_>, minutes: Minutes) -> String {
    let [days, hours, minute] = [
        PluralWord::ViewDays,
        PluralWord::ViewHours,
        PluralWord::ViewMinutes,
    ];
    let say = |word, number| filled(words.plural(word, number), &[&digits(number)]);
    in_units(minutes, [days, hours, minute], &say)
}

/// The same for a countdown, with its units in short.
pub(crate) fn brief(words: &Words<'_>, minutes: Minutes) -> String {
    let units = [
        Word::ViewBriefDays,
        Word::ViewBriefHours,
        Word::ViewBriefMinutes,
    ];
    let say = |word, number| filled(words.plain(word), &[&digits(number)]);
    in_units(minutes, units, &say)
}

fn in_units<W: Copy>(
    minutes: Minutes,
    [days, hours, minute]: [W; 3],
    say: &dyn Fn(W, u32) -> String,
) -> String {
    const LONG: u32 = 72 * 60;
    let (large, small) = if minutes.0 >= LONG {
        let whole = minutes.0 / 60;
        ((days, whole / 24), (hours, whole % 24))
    } else {
        ((hours, minutes.0 / 60), (minute, minutes.0 % 60))
    };
    match (large.1, small.1) {
        (0, _) => say(small.0, small.1),
        (_, 0) => say(large.0, large.1),
        _ => concat(&[&say(large.0, large.1), " ", &say(small.0, small.1)]),
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

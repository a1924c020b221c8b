//! How long is that in words?

use crate::Minutes;
use crate::text::{Put, put_number};
use crate::words::{PluralWord, Template, Word, Words};

/// A length of time, in its two largest units.
pub(crate) fn span(words: &Words<'_>, minutes: Minutes) -> String {
    let mut text = String::new();
    put_span(&mut text, words, minutes);
    text
}

/// The same, wherever it is written.
pub(super) fn put_span(out: &mut impl Put, words: &Words<'_>, minutes: Minutes) {
    put_units(out, words, minutes, Style::Full);
}

/// The same for a countdown, with its units in short.
pub(crate) fn brief(words: &Words<'_>, minutes: Minutes) -> String {
    let mut text = String::new();
    put_brief(&mut text, words, minutes);
    text
}

/// The same, wherever it is written.
pub(super) fn put_brief(out: &mut impl Put, words: &Words<'_>, minutes: Minutes) {
    put_units(out, words, minutes, Style::Brief);
}

#[derive(Clone, Copy)]
enum Style {
    Full,
    Brief,
}

#[derive(Clone, Copy)]
enum Unit {
    Days,
    Hours,
    Minutes,
}

fn put_units(out: &mut impl Put, words: &Words<'_>, minutes: Minutes, style: Style) {
    const LONG: u32 = 72 * 60;
    let whole = minutes.0 / 60;
    let ((large, many), (small, few)) = if minutes.0 >= LONG {
        ((Unit::Days, whole / 24), (Unit::Hours, whole % 24))
    } else {
        ((Unit::Hours, whole), (Unit::Minutes, minutes.0 % 60))
    };
    if many > 0 {
        put_unit(out, words, large, many, style);
        if few == 0 {
            return;
        }
        out.put(" ");
    }
    put_unit(out, words, small, few, style);
}

fn put_unit(out: &mut impl Put, words: &Words<'_>, unit: Unit, number: u32, style: Style) {
    let (full, brief) = match unit {
        Unit::Days => (PluralWord::ViewDays, Word::ViewBriefDays),
        Unit::Hours => (PluralWord::ViewHours, Word::ViewBriefHours),
        Unit::Minutes => (PluralWord::ViewMinutes, Word::ViewBriefMinutes),
    };
    let mut text = match style {
        Style::Full => Template(words.plural(full, number)),
        Style::Brief => words.template(brief),
    };
    while text.put_to_hole(out).is_some() {
        put_number(out, number);
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

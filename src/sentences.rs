//! How is a tally said in a sentence?

use crate::card::{Guidance, PanelGuidance};
use crate::count::Basis;
use crate::position::Stance;
use crate::query::Query;
use crate::side::Side;
use crate::status::Status;
use crate::text::digits;
use crate::time::Minutes;
use crate::words::{PluralWord, Word, Words};

/// A status in the words that patients read, such as "Most here say fine".
pub fn status_words<'a>(words: &Words<'a>, status: Status) -> &'a str {
    words.plain(match status {
        Status::Fine => Word::StatusFine,
        Status::MostlyFine => Word::StatusMostlyFine,
        Status::Divided => Word::StatusDivided,
        Status::MostlyWait => Word::StatusMostlyWait,
        Status::Wait => Word::StatusWait,
        Status::NotEnough => Word::StatusNotEnough,
    })
}

/// Whose view it is, and how many hold it.
pub(crate) fn summary(
    query: &Query<'_>,
    status: Status,
    sides: &[Side<'_>],
    panels: &[PanelGuidance<'_>],
) -> String {
    let words = query.words;
    let template = match status {
        Status::NotEnough => Word::CardSummaryNotEnough,
        Status::Wait | Status::MostlyWait => Word::CardSummaryWait,
        Status::Divided => Word::CardSummaryDivided,
        Status::MostlyFine | Status::Fine => Word::CardSummaryFine,
    };
    let class = |panel: &PanelGuidance<'_>| panel.basis == Basis::Class;
    let mut voting = panels.iter().filter(|panel| has_voice(status, panel));
    let all_class = voting.all(class);
    let mut counts = String::new();
    for (side, panel) in sides.iter().zip(panels) {
        if !has_voice(status, panel) {
            continue;
        }
        let tally = panel.tally;
        let timed = tally.timed();
        let (n, count) = match status {
            Status::NotEnough => (timed, Word::CardCountFew),
            Status::Wait | Status::MostlyWait => (tally.wait, Word::CardCount),
            _ => (tally.fine, Word::CardCount),
        };
        let count = match count {
            Word::CardCount if class(panel) && !all_class => Word::CardCountClass,
            _ => count,
        };
        let source = words.form(side.words.noun, timed);
        let count = words.say(count, &[&digits(n), &digits(timed), source]);
        counts = joined(words, Word::CardJoin, counts, &count);
    }
    let basis = if all_class {
        words.plain(Word::CardAboutAny)
    } else {
        ""
    };
    words.say(template, &[&counts, query.subject, basis])
}

/// A panel with too few answers has no vote, and so no place in the sentences
/// that say how the vote went; unless no panel has enough.
fn has_voice(status: Status, panel: &PanelGuidance<'_>) -> bool {
    status == Status::NotEnough || panel.status != Status::NotEnough
}

/// One more part of a list, by the word that joins `{a}` and `{b}`.
fn joined(words: &Words<'_>, join: Word, list: String, part: &str) -> String {
    match list.is_empty() {
        true => part.to_owned(),
        false => words.say(join, &[&list, part]),
    }
}

/// What the answers ask for that say fine at this moment.
pub(crate) fn proviso(
    query: &Query<'_>,
    status: Status,
    sides: &[Side<'_>],
    panels: &[PanelGuidance<'_>],
    at: Minutes,
) -> Option<String> {
    let words = query.words;
    // The conditions of each answer that adds some.
    let mut added = Vec::new();
    let mut source = None;
    for (side, panel) in sides.iter().zip(panels) {
        if !has_voice(status, panel) {
            continue;
        }
        let before = added.len();
        for voice in side.count.counted() {
            let conditions = voice.answer.conditions;
            if voice.position.stance(at) == Stance::Fine && !conditions.is_empty() {
                added.push(conditions);
            }
        }
        if added.len() > before {
            // Of more than one panel they are answers, not doctors.
            source = match before {
                0 => Some(side.words.noun),
                _ => None,
            };
        }
    }
    if added.is_empty() {
        return None;
    }
    let number = |place| {
        added.iter().fold(0, |number, conditions| {
            number + u32::from(conditions.has(place))
        })
    };
    let answers = u32::try_from(added.len()).unwrap_or(u32::MAX);
    let numbers = || {
        (0..)
            .zip(words.conditions)
            .map(|(place, text)| (number(place), text))
    };
    // Numbers only where they tell the conditions apart.
    let several = numbers().any(|(number, _)| number > 0 && number != answers);
    let mut list = String::new();
    for (number, text) in numbers() {
        if number == 0 {
            continue;
        }
        let condition = match several {
            false => (*text).to_owned(),
            true => words.say(Word::CardConditionCounted, &[text, &digits(number)]),
        };
        list = joined(words, Word::CardConditionJoin, list, &condition);
    }
    let source = match source {
        Some(noun) => words.form(noun, answers),
        None => words.plural(PluralWord::CardAnswers, answers),
    };
    let values = [&digits(answers), source, &list];
    Some(words.say_plural(PluralWord::CardProviso, answers, &values))
}

/// A claim with its numbers: `all` is how many answers count.
pub(crate) fn claim(query: &Query<'_>, word: Word, all: u32, no: u32, may: u32) -> String {
    let values = [&*digits(all), &digits(no), &digits(may)];
    query.words.say(word, &values)
}

/// The status of a card in a few words. Where the panels do not have the same
/// status, it names those whose view it is: "Instructions: All here say wait".
pub fn headline(words: &Words<'_>, card: &Guidance<'_>) -> String {
    let status = status_words(words, card.status);
    let voting = || {
        card.panels
            .iter()
            .filter(|panel| has_voice(card.status, panel))
    };
    if voting().all(|panel| panel.status == card.status) {
        return status.to_owned();
    }
    let mut names = String::new();
    for panel in voting().filter(|panel| panel.status == card.status) {
        names = joined(words, Word::CardJoin, names, panel.name);
    }
    words.say(Word::CardHeadline, &[&names, status])
}

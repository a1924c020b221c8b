//! How is a tally said in a sentence?

use crate::card::Guidance;
use crate::count::{Basis, Count};
use crate::position::Stance;
use crate::query::Query;
use crate::side::Side;
use crate::status::Status;
use crate::tally::Tally;
use crate::text::digits;
use crate::time::Minutes;
use crate::words::{PanelWords, PluralWord, Word, Words};

/// A set of conditions has no more.
const MOST_CONDITIONS: usize = u16::BITS as usize;

/// What a panel comes to at a moment, for the sentences.
pub(crate) struct Part<'s, 'a> {
    #[cfg(any(test, feature = "glance"))]
    pub(crate) id: &'a str,
    pub(crate) words: &'a PanelWords<'a>,
    pub(crate) count: &'s Count<'a>,
    pub(crate) tally: Tally,
    pub(crate) status: Status,
}

/// A panel at a moment.
pub(crate) fn part<'s, 'a>(side: &'s Side<'a>, at: Minutes) -> Part<'s, 'a> {
    let tally = side.timeline.at(at);
    Part {
        #[cfg(any(test, feature = "glance"))]
        id: side.panel.id,
        words: side.words,
        count: &side.count,
        tally,
        status: Status::of(tally),
    }
}

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
    words: &Words<'_>,
    subject: &str,
    status: Status,
    parts: &[Part<'_, '_>],
) -> String {
    let template = match status {
        Status::NotEnough => Word::CardSummaryNotEnough,
        Status::Wait | Status::MostlyWait => Word::CardSummaryWait,
        Status::Divided => Word::CardSummaryDivided,
        Status::MostlyFine | Status::Fine => Word::CardSummaryFine,
    };
    let is_class = |part: &Part<'_, '_>| part.count.basis() == Basis::Class;
    let all_class = voting(status, parts).all(is_class);
    let mut counts = String::new();
    for part in voting(status, parts) {
        let tally = part.tally;
        let timed = tally.timed();
        let (n, count) = match status {
            Status::NotEnough => (timed, Word::CardCountFew),
            Status::Wait | Status::MostlyWait => (tally.wait, Word::CardCount),
            _ => (tally.fine, Word::CardCount),
        };
        let count = match count {
            Word::CardCount if is_class(part) && !all_class => Word::CardCountClass,
            _ => count,
        };
        let source = words.form(part.words.noun, timed);
        let count = words.say(count, &[&digits(n), &digits(timed), source]);
        counts = joined(words, Word::CardJoin, counts, &count);
    }
    let basis = if all_class {
        words.plain(Word::CardAboutAny)
    } else {
        ""
    };
    words.say(template, &[&counts, subject, basis])
}

/// The panels that have a place in the sentences that say how the vote went. One with
/// too few answers has no vote; unless no panel has enough.
fn voting<'p, 's, 'a>(
    status: Status,
    parts: &'p [Part<'s, 'a>],
) -> impl Iterator<Item = &'p Part<'s, 'a>> {
    let parts = parts.iter();
    parts.filter(move |part| has_voice(status, part.status))
}

fn has_voice(status: Status, panel: Status) -> bool {
    status == Status::NotEnough || panel != Status::NotEnough
}

/// The panel that alone has a vote; empty where several have.
#[cfg(any(test, feature = "glance"))]
pub(crate) fn voter<'a>(status: Status, parts: &[Part<'_, 'a>]) -> &'a str {
    let mut voting = voting(status, parts);
    match (voting.next(), voting.next()) {
        (Some(part), None) => part.id,
        _ => "",
    }
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
    words: &Words<'_>,
    status: Status,
    parts: &[Part<'_, '_>],
    at: Minutes,
) -> Option<String> {
    // How many answers add some, and how many ask for each condition.
    let mut answers = 0_u32;
    let mut numbers = [0_u32; MOST_CONDITIONS];
    let mut source = None;
    for part in voting(status, parts) {
        let before = answers;
        for voice in part.count.counted() {
            let conditions = voice.answer.conditions;
            if voice.position.stance(at) == Stance::Fine && !conditions.is_empty() {
                answers += 1;
                for (place, number) in numbers.iter_mut().enumerate() {
                    *number += u32::from(conditions.has(place));
                }
            }
        }
        if answers > before {
            // Of more than one panel they are answers, not doctors.
            source = match before {
                0 => Some(part.words.noun),
                _ => None,
            };
        }
    }
    if answers == 0 {
        return None;
    }
    // Numbers only where they tell the conditions apart.
    let several = numbers
        .iter()
        .any(|number| *number > 0 && *number != answers);
    let mut list = String::new();
    for (number, text) in numbers.into_iter().zip(words.conditions) {
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
    let mut panels = card.panels.iter().map(|panel| (panel.name, panel.status));
    title(words, card.status, &mut panels)
}

/// The same of panels, each with its name and its status.
pub(crate) fn title(
    words: &Words<'_>,
    status: Status,
    panels: &mut dyn Iterator<Item = (&str, Status)>,
) -> String {
    let mut names = String::new();
    let mut others = false;
    for (name, own) in panels {
        if own == status {
            names = joined(words, Word::CardJoin, names, name);
        } else {
            others |= has_voice(status, own);
        }
    }
    let status = status_words(words, status);
    match others {
        false => status.to_owned(),
        true => words.say(Word::CardHeadline, &[&names, status]),
    }
}

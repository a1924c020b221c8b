//! How is a tally said in a sentence?

use crate::card::Guidance;
use crate::corpus::{Conditions, MOST_CONDITIONS, Panel, Relation};
use crate::count::{Basis, Voice};
use crate::position::Stance;
use crate::query::Query;
use crate::side::Side;
use crate::status::Status;
use crate::tally::Tally;
use crate::text::{Put, digits, put_number};
use crate::time::Minutes;
use crate::words::{PanelWords, PluralWord, Template, Word, Words};

/// What a panel comes to at a moment, for the sentences.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    #[cfg_attr(
        not(any(test, feature = "glance")),
        expect(dead_code, reason = "a first look alone has no other place for it")
    )]
    pub(crate) panel: Panel<'a>,
    pub(crate) words: PanelWords<'a>,
    pub(crate) basis: Basis,
    pub(crate) tally: Tally,
    /// Whether an answer names the treatment.
    pub(crate) is_named: bool,
    pub(crate) provisos: Provisos,
}

impl<'a> Part<'a> {
    /// Of no answer yet.
    pub(crate) const fn new(panel: Panel<'a>, words: PanelWords<'a>, basis: Basis) -> Self {
        Self {
            panel,
            words,
            basis,
            tally: Tally::NONE,
            is_named: false,
            provisos: Provisos::NONE,
        }
    }

    /// One more answer, with what it says at the moment.
    #[inline]
    pub(crate) fn add(&mut self, voice: &Voice<'_>, at: Minutes) {
        let stance = voice.position.stance(at);
        self.tally.add(stance);
        self.is_named |= voice.relation == Relation::Named;
        if stance == Stance::Fine {
            self.provisos.add(voice.answer.conditions);
        }
    }

    pub(crate) fn status(&self) -> Status {
        Status::of(self.tally)
    }
}

/// A panel at a moment.
pub(crate) fn part<'a>(side: &Side<'a>, at: Minutes) -> Part<'a> {
    let mut part = Part::new(*side.panel, *side.words, side.count.basis());
    for voice in side.count.counted() {
        part.add(voice, at);
    }
    part
}

/// What answers ask for that say fine.
#[derive(Clone, Copy)]
pub(crate) struct Provisos {
    /// How many of them ask for something.
    answers: u32,
    /// How many ask for each condition.
    numbers: [u32; MOST_CONDITIONS],
}

impl Provisos {
    pub(crate) const NONE: Self = Self {
        answers: 0,
        numbers: [0; MOST_CONDITIONS],
    };

    /// One more answer.
    fn add(&mut self, conditions: Conditions) {
        if !conditions.is_empty() {
            self.answers += 1;
            for (place, number) in self.numbers.iter_mut().enumerate() {
                *number += u32::from(conditions.has(place));
            }
        }
    }

    /// Those of another panel too.
    fn join(&mut self, other: &Self) {
        self.answers += other.answers;
        for (number, more) in self.numbers.iter_mut().zip(other.numbers) {
            *number += more;
        }
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
pub(crate) fn put_summary(
    out: &mut impl Put,
    words: &Words<'_>,
    subject: &str,
    status: Status,
    parts: &[Part<'_>],
) {
    let template = match status {
        Status::NotEnough => Word::CardSummaryNotEnough,
        Status::Wait | Status::MostlyWait => Word::CardSummaryWait,
        Status::Divided => Word::CardSummaryDivided,
        Status::MostlyFine | Status::Fine => Word::CardSummaryFine,
    };
    let all_class = voting(status, parts).all(|part| part.basis == Basis::Class);
    let mut text = words.template(template);
    while let Some(hole) = text.put_to_hole(out) {
        match hole.get() {
            1 => put_counts(out, words, status, parts, all_class),
            2 => out.put(subject),
            _ if all_class => out.put(words.plain(Word::CardAboutAny)),
            _ => {}
        }
    }
}

/// How many of each panel hold the view: "9 of 13 doctors and 4 of 6 instructions".
fn put_counts(
    out: &mut impl Put,
    words: &Words<'_>,
    status: Status,
    parts: &[Part<'_>],
    all_class: bool,
) {
    let mut is_first = true;
    for part in voting(status, parts) {
        if !is_first {
            put_join(out, words, Word::CardJoin);
        }
        is_first = false;
        let tally = part.tally;
        let timed = tally.timed();
        let (n, count) = match status {
            Status::NotEnough => (timed, Word::CardCountFew),
            Status::Wait | Status::MostlyWait => (tally.wait, Word::CardCount),
            _ => (tally.fine, Word::CardCount),
        };
        let count = match count {
            Word::CardCount if part.basis == Basis::Class && !all_class => Word::CardCountClass,
            _ => count,
        };
        let mut text = words.template(count);
        while let Some(hole) = text.put_to_hole(out) {
            match hole.get() {
                1 => put_number(out, n),
                2 => put_number(out, timed),
                _ => out.put(words.form(part.words.noun, timed)),
            }
        }
    }
}

/// The panels that have a place in the sentences that say how the vote went. One with
/// too few answers has no vote; unless no panel has enough.
fn voting<'p, 'a>(status: Status, parts: &'p [Part<'a>]) -> impl Iterator<Item = &'p Part<'a>> {
    let parts = parts.iter();
    parts.filter(move |part| has_voice(status, part.status()))
}

fn has_voice(status: Status, panel: Status) -> bool {
    status == Status::NotEnough || panel != Status::NotEnough
}

/// The panel that alone has a vote; empty where several have.
#[cfg(any(test, feature = "glance"))]
pub(crate) fn voter<'a>(status: Status, parts: &[Part<'a>]) -> &'a str {
    let mut voting = voting(status, parts);
    match (voting.next(), voting.next()) {
        (Some(part), None) => part.panel.id,
        _ => "",
    }
}

/// What stands between two parts of a list, by the word that joins `{a}` and `{b}`: the
/// loader lets nothing stand around them.
fn put_join(out: &mut impl Put, words: &Words<'_>, join: Word) {
    let mut text = words.template(join);
    // Nothing up to `{a}`, and then what there is up to `{b}`.
    text.put_to_hole(out);
    text.put_to_hole(out);
}

/// What the answers ask for that say fine at the moment of the parts; nothing where
/// they ask for nothing.
pub(crate) fn put_proviso(
    out: &mut impl Put,
    words: &Words<'_>,
    status: Status,
    parts: &[Part<'_>],
) {
    let mut all = Provisos::NONE;
    let mut source = None;
    for part in voting(status, parts) {
        if part.provisos.answers > 0 {
            // Of more than one panel they are answers, not doctors.
            source = match all.answers {
                0 => Some(part.words.noun),
                _ => None,
            };
            all.join(&part.provisos);
        }
    }
    let answers = all.answers;
    if answers == 0 {
        return;
    }
    let mut text = Template(words.plural(PluralWord::CardProviso, answers));
    while let Some(hole) = text.put_to_hole(out) {
        match hole.get() {
            1 => put_number(out, answers),
            2 => out.put(match source {
                Some(noun) => words.form(noun, answers),
                None => words.plural(PluralWord::CardAnswers, answers),
            }),
            _ => put_conditions(out, words, &all),
        }
    }
}

/// The conditions, with numbers only where they tell them apart.
fn put_conditions(out: &mut impl Put, words: &Words<'_>, all: &Provisos) {
    let several = all
        .numbers
        .iter()
        .any(|number| *number > 0 && *number != all.answers);
    let counted = match several {
        true => words.plain(Word::CardConditionCounted),
        false => "\u{1}",
    };
    let mut is_first = true;
    for (number, condition) in all.numbers.iter().zip(words.conditions) {
        if *number > 0 {
            if !is_first {
                put_join(out, words, Word::CardConditionJoin);
            }
            is_first = false;
            let mut text = Template(counted);
            while let Some(hole) = text.put_to_hole(out) {
                match hole.get() {
                    1 => out.put(condition),
                    _ => put_number(out, *number),
                }
            }
        }
    }
}

/// A claim with its numbers: `all` is how many answers count.
pub(crate) fn claim(query: &Query<'_>, word: Word, all: u32, no: u32, may: u32) -> String {
    let values = [&*digits(all), &digits(no), &digits(may)];
    query.words.say(word, &values)
}

/// The status of a card in a few words. Where the panels do not have the same
/// status, it names those whose view it is: "Instructions: All here say wait".
pub fn headline(words: &Words<'_>, card: &Guidance<'_>) -> String {
    let panels = card.panels.iter().map(|panel| (panel.name, panel.status));
    let mut title = String::new();
    put_title(&mut title, words, card.status, panels);
    title
}

/// The same of panels, each with its name and its status.
pub(crate) fn put_title<'p>(
    out: &mut impl Put,
    words: &Words<'_>,
    status: Status,
    panels: impl Iterator<Item = (&'p str, Status)> + Clone,
) {
    let mut others = panels.clone();
    let mut text = match others.any(|(_, own)| own != status && has_voice(status, own)) {
        false => Template("\u{2}"),
        true => words.template(Word::CardHeadline),
    };
    while let Some(hole) = text.put_to_hole(out) {
        if hole.get() == 1 {
            let mut is_first = true;
            for (name, own) in panels.clone() {
                if own == status {
                    if !is_first {
                        put_join(out, words, Word::CardJoin);
                    }
                    is_first = false;
                    out.put(name);
                }
            }
        } else {
            out.put(status_words(words, status));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_names_whose_view_it_is_where_others_with_a_voice_differ() {
        let words = crate::CORPUS.languages.first().expect("English");
        for (status, panels, whose) in [
            (
                Status::Wait,
                &[("A", Status::Wait), ("B", Status::Wait)][..],
                "",
            ),
            (
                Status::Wait,
                &[("A", Status::Wait), ("B", Status::Fine)],
                "A: ",
            ),
            (
                Status::Wait,
                &[("A", Status::Fine), ("B", Status::Wait)],
                "B: ",
            ),
            // Too few answers are no view.
            (
                Status::Wait,
                &[("A", Status::Wait), ("B", Status::NotEnough)],
                "",
            ),
            (Status::NotEnough, &[("A", Status::NotEnough)], ""),
            (
                Status::Wait,
                &[
                    ("A", Status::Wait),
                    ("B", Status::Fine),
                    ("C", Status::Wait),
                ],
                "A and C: ",
            ),
        ] {
            let mut title = String::new();
            put_title(&mut title, words, status, panels.iter().copied());
            let expected = format!("{whose}{}", status_words(words, status));
            assert_eq!(title, expected, "{panels:?}");
        }
    }
}

//! How is a tally said in a sentence?

use crate::card::{Guidance, PanelGuidance};
use crate::corpus::Corpus;
use crate::count::{Basis, Count};
use crate::position::Stance;
use crate::query::Query;
use crate::status::Status;
use crate::time::Minutes;
use crate::words::{PluralWord, Word, Words, digits, fill};

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
pub(crate) fn summary(query: &Query<'_>, status: Status, panels: &[PanelGuidance<'_>]) -> String {
    let (template, counted): (Word, fn(&PanelGuidance<'_>) -> u32) = match status {
        Status::NotEnough => (Word::CardSummaryNotEnough, |panel| panel.tally.timed()),
        Status::Wait | Status::MostlyWait => (Word::CardSummaryWait, |panel| panel.tally.wait),
        Status::Divided => (Word::CardSummaryDivided, |panel| panel.tally.fine),
        Status::MostlyFine | Status::Fine => (Word::CardSummaryFine, |panel| panel.tally.fine),
    };
    let voting = |panel: &&PanelGuidance<'_>| has_voice(status, panel);
    let words = query.words;
    let class = |panel: &PanelGuidance<'_>| panel.basis == Basis::Class;
    let all_class = panels.iter().filter(voting).all(class);
    let mut counts = String::new();
    for panel in panels.iter().filter(voting) {
        let n = counted(panel);
        let timed = panel.tally.timed();
        let of = if status == Status::NotEnough {
            n
        } else {
            timed
        };
        let source = query
            .panels
            .iter()
            .find(|(known, _)| known.id == panel.id)
            .map_or("", |(_, panel)| words.form(panel.noun, of));
        let count = match status {
            Status::NotEnough => Word::CardCountFew,
            _ if class(panel) && !all_class => Word::CardCountClass,
            _ => Word::CardCount,
        };
        let count = fill(
            words.plain(count),
            &[
                ("n", &digits(n)),
                ("timed", &digits(timed)),
                ("source", source),
            ],
        );
        counts = match counts.is_empty() {
            true => count,
            false => fill(
                words.plain(Word::CardJoin),
                &[("a", &counts), ("b", &count)],
            ),
        };
    }
    let basis = if all_class {
        words.plain(Word::CardAboutAny)
    } else {
        ""
    };
    fill(
        words.plain(template),
        &[
            ("counts", &counts),
            ("subject", query.subject),
            ("basis", basis),
        ],
    )
}

/// A panel with too few answers has no vote, and so no place in the sentences
/// that say how the vote went; unless no panel has enough.
fn has_voice(status: Status, panel: &PanelGuidance<'_>) -> bool {
    status == Status::NotEnough || panel.status != Status::NotEnough
}

/// What the answers ask for that say fine at this moment.
pub(crate) fn proviso(
    query: &Query<'_>,
    corpus: &Corpus<'_>,
    status: Status,
    counts: &[Count<'_>],
    panels: &[PanelGuidance<'_>],
    at: Minutes,
) -> Option<String> {
    let words = query.words;
    let mut answers = 0_u32;
    let mut asked = vec![0_u32; corpus.conditions.len()];
    let mut sources = Vec::new();
    let shown = query.panels.iter().zip(panels).zip(counts);
    for (((_, panel), _), count) in shown.filter(|((_, panel), _)| has_voice(status, panel)) {
        let before = answers;
        let fine = count
            .counted()
            .filter(|voice| voice.position.stance(at) == Stance::Fine);
        for voice in fine.filter(|voice| !voice.answer.conditions.is_empty()) {
            answers = answers.saturating_add(1);
            for (place, number) in asked.iter_mut().enumerate() {
                *number = number.saturating_add(u32::from(voice.answer.conditions.has(place)));
            }
        }
        if answers > before {
            sources.push(panel);
        }
    }
    if answers == 0 {
        return None;
    }
    // Numbers only where they tell the conditions apart.
    let several = asked.iter().any(|number| *number > 0 && *number != answers);
    let mut list = String::new();
    for (number, text) in asked.iter().zip(words.conditions) {
        if *number == 0 {
            continue;
        }
        let condition = match several {
            false => (*text).to_owned(),
            true => fill(
                words.plain(Word::CardConditionCounted),
                &[("condition", text), ("n", &digits(*number))],
            ),
        };
        list = match list.is_empty() {
            true => condition,
            false => fill(
                words.plain(Word::CardConditionJoin),
                &[("a", &list), ("b", &condition)],
            ),
        };
    }
    let source = match sources.as_slice() {
        [panel] => words.form(panel.noun, answers),
        _ => words.plural(PluralWord::CardAnswers, answers),
    };
    Some(fill(
        words.plural(PluralWord::CardProviso, answers),
        &[
            ("n", &digits(answers)),
            ("source", source),
            ("conditions", &list),
        ],
    ))
}

/// A claim with its numbers: `all` is how many answers count.
pub(crate) fn claim(query: &Query<'_>, word: Word, all: u32, no: u32, may: u32) -> String {
    fill(
        query.words.plain(word),
        &[
            ("all", &digits(all)),
            ("no", &digits(no)),
            ("may", &digits(may)),
        ],
    )
}

/// How many timed answers of which panels a card rests on, such as "13 doctors
/// and 40 instructions", and the words for "about any product" where one of the
/// counts is about the class.
pub fn counted<'a>(words: &Words<'a>, card: &Guidance<'_>) -> (String, &'a str) {
    let mut text = String::new();
    let mut basis = "";
    for panel in card
        .panels
        .iter()
        .filter(|panel| has_voice(card.status, panel))
    {
        let timed = panel.tally.timed();
        let noun = words.panels.iter().find(|known| known.name == panel.name);
        let source = noun.map_or("", |panel| words.form(panel.noun, timed));
        let count = fill(
            words.plain(Word::CardCountFew),
            &[("n", &digits(timed)), ("source", source)],
        );
        text = match text.is_empty() {
            true => count,
            false => fill(words.plain(Word::CardJoin), &[("a", &text), ("b", &count)]),
        };
        if panel.basis == Basis::Class {
            basis = words.plain(Word::CardAboutAny);
        }
    }
    (text, basis)
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
        names = match names.is_empty() {
            true => panel.name.to_owned(),
            false => fill(
                words.plain(Word::CardJoin),
                &[("a", &names), ("b", panel.name)],
            ),
        };
    }
    fill(
        words.plain(Word::CardHeadline),
        &[("panel", &names), ("status", status)],
    )
}

//! How is a tally said in a sentence?

use aftercare_corpus::{Corpus, Plural, Text, Words};

use super::card::Guidance;
use super::panel_view::PanelView;
use crate::consensus::{Basis, Minutes, Stance, Status};

/// What answers ask for.
pub(crate) struct Provisos<'a> {
    /// How many of them ask for something.
    pub(crate) answers: u32,
    /// How many ask for each condition, by its index.
    pub(super) numbers: Vec<u32>,
    /// The panel of all of them; `None` where they are of several.
    panel: Option<&'a str>,
}

impl<'a> Provisos<'a> {
    pub(crate) fn new(words: &Words) -> Self {
        Self {
            answers: 0,
            numbers: vec![0; words.conditions.len()],
            panel: None,
        }
    }

    /// One more answer of a panel, with the indices of its conditions.
    pub(crate) fn add(&mut self, panel: &'a str, conditions: &[usize]) {
        if conditions.is_empty() {
            return;
        }
        let is_same = self.answers == 0 || self.panel == Some(panel);
        self.panel = is_same.then_some(panel);
        self.answers += 1;
        for condition in conditions {
            if let Some(number) = self.numbers.get_mut(*condition) {
                *number += 1;
            }
        }
    }

    /// "doctors"; of more than one panel they are answers.
    pub(crate) fn noun<'w>(&self, corpus: &Corpus, words: &'w Words) -> &'w str {
        match self.panel {
            Some(panel) => panel_noun(corpus, words, panel, self.answers),
            None => words.form(&words.core.card.answers, self.answers).as_str(),
        }
    }

    /// The conditions, with their numbers or without.
    pub(crate) fn conditions(&self, words: &Words, is_counted: bool) -> Vec<String> {
        let text = &words.core.card.condition_counted;
        let mut conditions = Vec::new();
        for (number, condition) in self.numbers.iter().zip(words.conditions.iter()) {
            if *number > 0 {
                conditions.push(match is_counted {
                    true => text.fill(&[("condition", condition), ("n", &number.to_string())]),
                    false => condition.to_string(),
                });
            }
        }
        conditions
    }
}

/// A status in the words that patients read, such as "Most here say fine".
pub fn status_words(words: &Words, status: Status) -> &str {
    let words = &words.core.status;
    match status {
        Status::Fine => &words.fine,
        Status::MostlyFine => &words.mostly_fine,
        Status::Divided => &words.divided,
        Status::MostlyWait => &words.mostly_wait,
        Status::Wait => &words.wait,
        Status::NotEnough => &words.not_enough,
    }
}

/// Whether a clinician has read the words; who, and when. `write` writes a month of the
/// form `YYYY-MM`.
pub fn checked(words: &Words, write: &dyn Fn(&str) -> String) -> String {
    let texts = &words.core.data;
    match &words.reviewed {
        None => texts.unchecked.to_string(),
        Some(review) => texts
            .checked
            .fill(&[("by", &review.by), ("month", &write(&review.month))]),
    }
}

/// Whose view it is, and how many hold it, in one sentence.
pub(super) fn summary(
    words: &Words,
    subject: &str,
    status: Status,
    views: &[PanelView<'_>],
    at: Minutes,
) -> String {
    let card = &words.core.card;
    let text = match status {
        Status::NotEnough => &card.summary_not_enough,
        Status::Wait | Status::MostlyWait => &card.summary_wait,
        Status::Divided => &card.summary_divided,
        Status::MostlyFine | Status::Fine => &card.summary_fine,
    };
    let mut named = Vec::new();
    // Nobody who gives no time is said to be few; unless there is nobody else.
    let mut all = views.iter();
    let is_any_heard = all.any(|view| view.timeline.at(at).timed() > 0);
    for view in voting(status, views, at) {
        let tally = view.timeline.at(at);
        if tally.timed() > 0 || !is_any_heard {
            named.push((view, tally));
        }
    }
    let is_class = |view: &PanelView<'_>| view.selection.basis() == Basis::Class;
    let all_class = named.iter().all(|(view, _)| is_class(view));
    let mut counts = Vec::new();
    for (view, tally) in named {
        // A basis that all share is said once, at the end.
        let text = match status {
            Status::NotEnough => &card.count_few,
            _ if is_class(view) && !all_class => &card.count_class,
            _ => &card.count,
        };
        let timed = tally.timed();
        let n = match status {
            Status::NotEnough => timed,
            Status::Wait | Status::MostlyWait => tally.wait,
            _ => tally.fine,
        };
        counts.push(text.fill(&[
            ("n", &n.to_string()),
            ("timed", &timed.to_string()),
            ("source", words.form(&view.words.noun, timed).as_str()),
        ]));
    }
    text.fill(&[
        ("counts", &join(&card.join, counts)),
        ("subject", subject),
        ("basis", if all_class { &card.about_any } else { "" }),
    ])
}

/// The panels that have a place in the sentences that say how the vote went. One with
/// too few answers has no vote; unless no panel has enough.
fn voting<'v, 'a>(
    status: Status,
    views: &'v [PanelView<'a>],
    at: Minutes,
) -> impl Iterator<Item = &'v PanelView<'a>> {
    let views = views.iter();
    views.filter(move |view| has_vote(status, view.status(at)))
}

fn has_vote(status: Status, panel: Status) -> bool {
    status == Status::NotEnough || panel != Status::NotEnough
}

/// The parts of a list, joined by the text for `{a}` and `{b}`.
pub(crate) fn join(text: &Text, parts: Vec<String>) -> String {
    let mut joined = String::new();
    for part in parts {
        joined = match joined.is_empty() {
            true => part,
            false => text.fill(&[("a", &joined), ("b", &part)]),
        };
    }
    joined
}

/// What the answers ask for that say fine at a moment; `None` where they ask for nothing.
pub(super) fn proviso(
    corpus: &Corpus,
    words: &Words,
    status: Status,
    views: &[PanelView<'_>],
    at: Minutes,
) -> Option<String> {
    let mut all = Provisos::new(words);
    for view in voting(status, views, at) {
        for counted in view.selection.counted() {
            if counted.position.stance(at) == Stance::Fine {
                all.add(&view.panel.id, &counted.answer.conditions);
            }
        }
    }
    if all.answers == 0 {
        return None;
    }
    let card = &words.core.card;
    // Numbers only where they tell the conditions apart.
    let mut numbers = all.numbers.iter();
    let is_counted = numbers.any(|number| *number > 0 && *number != all.answers);
    let conditions = all.conditions(words, is_counted);
    let text = words.form(&card.proviso, all.answers);
    Some(text.fill(&[
        ("n", &all.answers.to_string()),
        ("source", all.noun(corpus, words)),
        ("conditions", &join(&card.condition_join, conditions)),
    ]))
}

/// The answers among which claims and reasons are counted.
pub(crate) struct Readable<'a> {
    words: &'a Words,
    all: u32,
    noun: &'a Plural,
}

impl<'a> Readable<'a> {
    /// Those of the panels that were read for claims; of each its number of answers, and
    /// the noun for them.
    pub(crate) fn new(words: &'a Words, panels: impl Iterator<Item = (usize, &'a Plural)>) -> Self {
        let (mut all, mut noun) = (0, None);
        for (counted, panel) in panels {
            if counted > 0 {
                // Of more than one panel they are answers, not doctors.
                noun = match all {
                    0 => Some(panel),
                    _ => None,
                };
                all += counted as u32;
            }
        }
        Self {
            words,
            all,
            noun: noun.unwrap_or(&words.core.card.answers),
        }
    }

    /// A sentence that says how many of them say so.
    pub(crate) fn counted(&self, text: &Plural, number: u32) -> String {
        let (n, all) = (number.to_string(), self.all.to_string());
        let source = self.words.form(self.noun, self.all).as_str();
        let text = self.words.form(text, number);
        text.fill(&[("n", &n), ("all", &all), ("source", source)])
    }

    /// "9 of 20 doctors speak of this: 5 say no; 4 say it may."
    pub(super) fn weakens(&self, no: u32, may: u32) -> String {
        let claims = &self.words.core.claims;
        if no + may == 0 {
            return claims.nobody.to_string();
        }
        let speak = self.counted(&claims.speak, no + may);
        let mut views = Vec::new();
        for (number, text) in [(no, &claims.no), (may, &claims.may)] {
            if number > 0 {
                views.push(self.counted(text, number));
            }
        }
        let views = join(&self.words.core.card.condition_join, views);
        format!("{speak} {views}.")
    }

    /// "5 of 20 doctors know of no study."
    pub(super) fn no_study(&self, number: u32) -> String {
        let claims = &self.words.core.claims;
        match number {
            0 => claims.nobody.to_string(),
            _ => self.counted(&claims.no_study, number),
        }
    }
}

/// The status of a card in a few words. Where the panels do not have the same
/// status, it names those whose view it is: "Most aftercare sheets say wait".
pub fn headline(corpus: &Corpus, words: &Words, card: &Guidance<'_>) -> String {
    let mut panels = Vec::new();
    for panel in &card.panels {
        let noun = panel_noun(corpus, words, panel.id, panel.tally.timed());
        panels.push((noun, panel.status));
    }
    title(words, card.status, &panels)
}

/// The noun of a panel for a number of its answers: "doctors".
pub(crate) fn panel_noun<'w>(
    corpus: &Corpus,
    words: &'w Words,
    panel: &str,
    number: u32,
) -> &'w str {
    let mut panels = corpus.panels.iter().zip(words.panels.iter());
    let found = panels.find(|(known, _)| known.id == panel);
    found.map_or("", |(_, panel)| words.form(&panel.noun, number).as_str())
}

/// The same of panels, each with its noun and its status.
pub(super) fn title(words: &Words, status: Status, panels: &[(&str, Status)]) -> String {
    let mut others = panels.iter();
    let whose = &words.core.whose;
    let whose = match status {
        _ if !others.any(|(_, panel)| *panel != status && has_vote(status, *panel)) => None,
        Status::NotEnough => None,
        Status::Wait => Some(&whose.wait),
        Status::MostlyWait => Some(&whose.mostly_wait),
        Status::Divided => Some(&whose.divided),
        Status::MostlyFine => Some(&whose.mostly_fine),
        Status::Fine => Some(&whose.fine),
    };
    match whose.zip(panels.iter().find(|(_, panel)| *panel == status)) {
        Some((text, (panel, _))) => text.with("panel", panel),
        None => status_words(words, status).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use aftercare_corpus::Review;

    use super::{checked, status_words, title};
    use crate::consensus::Status;

    #[test]
    fn a_patient_reads_whether_the_words_are_checked() {
        let mut words = crate::CORPUS.languages.first().expect("English").clone();
        words.reviewed = None;
        let written = |month: &str| format!("month {month}");
        assert_eq!(
            checked(&words, &written),
            "Not yet checked by a doctor or nurse."
        );
        words.reviewed = Some(Review {
            by: "a dermatology nurse".into(),
            month: "2026-12".into(),
        });
        assert_eq!(
            checked(&words, &written),
            "Checked by a dermatology nurse, month 2026-12."
        );
    }

    #[test]
    fn a_headline_names_whose_view_it_is_where_others_with_a_vote_differ() {
        let words = crate::CORPUS.languages.first().expect("English");
        let sheets = ("aftercare sheets", Status::MostlyWait);
        let with = |other| title(words, sheets.1, &[("doctors", other), sheets]);
        assert_eq!(with(Status::Divided), "Most aftercare sheets say wait");
        for (status, expected) in [
            (Status::Fine, None),
            (Status::MostlyFine, Some("Most doctors say it’s OK")),
            (Status::Divided, Some("doctors")),
            (Status::Wait, Some("All doctors say wait")),
        ] {
            let alone = title(words, status, &[("doctors", status)]);
            assert_eq!(alone, status_words(words, status));
            let beside = [("doctors", status), ("sheets", Status::Fine)];
            let beside = title(words, status, &beside);
            assert!(beside.contains(expected.unwrap_or(&alone)), "{beside}");
        }
        let same = status_words(words, sheets.1);
        assert_eq!(with(sheets.1), same);
        assert_eq!(with(Status::NotEnough), same, "too few answers are no view");
    }
}

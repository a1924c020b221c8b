//! Who says what? The list of the answers behind the counts, and what can be chosen in it.

use serde::Serialize;

use super::answer_text::AnswerText;
use super::card_display::Display;
use super::filter::{Choice, Filter, activity_choices, because};
use super::wording::{activity_words, stance_name};
use crate::consensus::Stance;
use crate::guidance::Guidance;
use aftercare_corpus::ActivityWords;

/// The answers that a filter leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct AnswerList<'d> {
    /// How many there are, and of how many.
    pub title: String,
    /// Whether there is none.
    pub none: bool,
    /// Whether the filter leaves some out.
    pub fewer: bool,
    /// Says so where the texts of the answers are not in the reader's language.
    pub foreign: Option<&'d str>,
    /// The choice of the activity of the card.
    pub as_asked: String,
    /// The panels to choose from.
    pub panels: Vec<Choice>,
    /// The stances to choose from.
    pub stances: Vec<Choice>,
    /// Whether a product is asked about, whose answers can be chosen.
    pub has_product: bool,
    /// The activities to choose from.
    pub activities: Vec<Choice>,
    /// The reasons to choose from.
    pub reasons: Vec<Choice>,
    /// The answers.
    pub answers: Vec<AnswerText<'d>>,
}

impl<'d> Display<'d> {
    /// The answers that a filter leaves, in its order.
    pub fn answers(&self, filter: &Filter) -> AnswerList<'d> {
        let words = self.words;
        let other = match &*filter.activity {
            "" => None,
            activity => self.card_of(activity),
        };
        let card = other.as_ref().unwrap_or(&self.card);
        let found = self.filtered(card, filter);
        let (number, all) = (found.len(), card.answers.len());
        let sentences = &words.core.answers;
        let name = self.card.activity.name;
        let mut panels = Vec::new();
        for panel in &card.panels {
            panels.push(Choice::new(panel.id, panel.name));
        }
        let mut stances = Vec::new();
        for stance in [Stance::Fine, Stance::Silent, Stance::Wait, Stance::Untimed] {
            stances.push(Choice::new(stance.as_str(), stance_name(words, stance)));
        }
        let mut reasons = Vec::new();
        for (number, reason) in self.given_reasons().into_iter().enumerate() {
            let reason = words.reasons.get(reason).map_or("", |reason| reason);
            let name = sentences.because.with("reason", reason);
            reasons.push(Choice::new(&because(number), &name));
        }
        let mut answers = Vec::new();
        for counted in &found {
            answers.push(self.text_of(counted));
        }
        AnswerList {
            title: self.found(card, number, all),
            none: number == 0,
            fewer: number < all,
            foreign: self.is_foreign().then_some(&*sentences.english),
            as_asked: sentences.as_asked.with("activity", name),
            panels,
            stances,
            has_product: !self.is_class,
            activities: activity_choices(self.corpus, words),
            reasons,
            answers,
        }
    }

    /// "9 of 33 answers on a run"
    fn found(&self, card: &Guidance<'_>, number: usize, all: usize) -> String {
        let words = self.words;
        let found = words.form(&words.core.answers.found, all as u32);
        found.fill(&[
            ("n", &number.to_string()),
            ("all", &all.to_string()),
            ("subject", self.subject(card)),
        ])
    }

    /// The activity of a card within a sentence.
    pub(super) fn subject(&self, card: &Guidance<'_>) -> &'d str {
        self.activity_words(card).map_or("", |words| &words.subject)
    }

    /// The words of the activity of a card.
    pub(super) fn activity_words(&self, card: &Guidance<'_>) -> Option<&'d ActivityWords> {
        activity_words(self.corpus, self.words, card.activity.id)
    }
}

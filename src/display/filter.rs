//! Which of the answers does the reader want to see, and in which order?
//!
//! Every number of the view leads to the answers behind it, so each has a filter.

use serde::{Deserialize, Serialize};

use super::card_display::{Display, minutes};
use crate::consensus::{Minutes, Relation};
use crate::guidance::{AnswerStance, Guidance};
use aftercare_corpus::{Answer, Corpus, Value, Weakens, Words};

/// Which answers of the list are shown, and in which order. An empty text leaves nothing
/// out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Value")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Filter {
    /// The id of a panel.
    pub panel: String,
    /// A stance.
    pub stance: String,
    /// `shortest` or `longest`: by their waits; empty for the data's order.
    pub order: String,
    /// The id of an activity; that of the card where it is empty.
    pub activity: String,
    /// How the answer bears on the treatment: `named`, `kind` or `other`.
    pub product: String,
    /// What else it says: `at-once`, `first`, `longest`, `condition`, `no-weaker`,
    /// `may-weaken`, `no-study`, or `because-` and the number of a reason.
    pub also: String,
}

impl From<Value> for Filter {
    fn from(mut given: Value) -> Self {
        let mut text = |name| given.take_text(name);
        Self {
            panel: text("panel"),
            stance: text("stance"),
            order: text("order"),
            activity: text("activity"),
            product: text("product"),
            also: text("also"),
        }
    }
}

/// A text with a number in it, and the answers that it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Count {
    /// Such as "9 of 10 doctors say fine now".
    pub text: String,
    /// Those answers; `null` where there are none to lead to.
    pub filter: Option<Filter>,
}

/// A value of a list to choose from, and its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Choice {
    /// What is chosen by it.
    pub value: String,
    /// What the reader sees.
    pub name: String,
}

/// Choices under one name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ChoiceGroup {
    /// What they have in common; `null` where they stand for themselves.
    pub name: Option<String>,
    /// At least one.
    pub choices: Vec<Choice>,
}

impl Choice {
    pub(super) fn new(value: &str, name: &str) -> Self {
        Self {
            value: value.to_owned(),
            name: name.to_owned(),
        }
    }
}

/// The activities to choose from.
pub(super) fn activity_choices<'d>(corpus: &'d Corpus, words: &'d Words) -> Vec<Choice> {
    let mut choices = Vec::new();
    for (id, activity) in corpus.activities.iter().zip(words.activities.iter()) {
        choices.push(Choice::new(id, &activity.choice));
    }
    choices
}

/// What a filter's `also` may be.
pub(super) mod also {
    pub(crate) const AT_ONCE: &str = "at-once";
    pub(crate) const FIRST: &str = "first";
    pub(crate) const LONGEST: &str = "longest";
    pub(crate) const CONDITION: &str = "condition";
    pub(crate) const NO_WEAKER: &str = "no-weaker";
    pub(crate) const MAY_WEAKEN: &str = "may-weaken";
    pub(crate) const NO_STUDY: &str = "no-study";
}

/// What a filter's `order` may be.
pub(super) mod order {
    pub(crate) const SHORTEST_FIRST: &str = "shortest";
    pub(crate) const LONGEST_FIRST: &str = "longest";
}

impl Filter {
    /// Those answers of a panel that say this; an empty text leaves nothing out.
    pub(super) fn new(panel: &str, stance: &str, also: &str) -> Self {
        Self {
            panel: panel.to_owned(),
            stance: stance.to_owned(),
            also: also.to_owned(),
            order: String::new(),
            activity: String::new(),
            product: String::new(),
        }
    }

    /// The answers behind a text.
    pub(super) fn behind(self, text: String) -> Count {
        Count {
            text,
            filter: Some(self),
        }
    }

    /// The answers behind a text that counts so many.
    pub(super) fn behind_number(self, number: u32, text: String) -> Count {
        Count {
            text,
            filter: (number > 0).then_some(self),
        }
    }
}

/// The choice of a reason, by its number among those that are given.
pub(super) fn because(number: usize) -> String {
    format!("because-{number}")
}

/// An answer that counts on a card, with what the corpus knows of it.
#[derive(Clone, Copy)]
pub(super) struct Counted<'g, 'd> {
    pub(super) stance: &'g AnswerStance<'g>,
    pub(super) answer: &'d Answer,
    /// Its place in the data, counted from 1.
    pub(super) number: u32,
}

impl<'d> Display<'d> {
    /// Every answer of the data.
    pub(super) fn published(&self) -> impl Iterator<Item = &'d Answer> {
        let panels = self.corpus.panels.iter();
        panels.flat_map(|panel| panel.answers.iter())
    }

    /// The answers that count on a card, in the data's order.
    pub(super) fn counted<'g>(&self, card: &'g Guidance<'g>) -> Vec<Counted<'g, 'd>> {
        let mut counted = Vec::new();
        for (number, answer) in (1..).zip(self.published()) {
            let mut stances = card.answers.iter();
            if let Some(stance) = stances.find(|stance| *stance.id == answer.id) {
                counted.push(Counted {
                    stance,
                    answer,
                    number,
                });
            }
        }
        counted
    }

    /// The reasons that answers give, each once, in the data's order: their indices in the
    /// corpus.
    pub(super) fn given_reasons(&self) -> Vec<usize> {
        let mut given = Vec::new();
        for answer in self.published() {
            for reason in answer.reasons.iter() {
                if !given.contains(reason) {
                    given.push(*reason);
                }
            }
        }
        given
    }

    /// The answers of a card that a filter leaves, in its order.
    pub(super) fn filtered<'g>(
        &self,
        card: &'g Guidance<'g>,
        filter: &Filter,
    ) -> Vec<Counted<'g, 'd>> {
        let reasons = self.given_reasons();
        let is = |chosen: &str, own: &str| chosen.is_empty() || chosen == own;
        let mut list: Vec<Counted<'g, 'd>> = Vec::new();
        for counted in self.counted(card) {
            let is_left = is(&filter.panel, counted.stance.panel)
                && is(&filter.stance, counted.stance.stance.as_str())
                && is(&filter.product, relation(counted.answer, self.place))
                && says(&filter.also, card, &counted, &reasons);
            if is_left {
                // A hundred answers at most: the library's sort is kilobytes of code.
                let place =
                    list.partition_point(|known| !is_before(&filter.order, &counted, known));
                list.insert(place, counted);
            }
        }
        list
    }
}

/// Whether an answer comes before another in an order of their waits; those that give no
/// time come last.
fn is_before(order: &str, a: &Counted<'_, '_>, b: &Counted<'_, '_>) -> bool {
    match (wait(a), wait(b)) {
        (Some(a), Some(b)) if order == order::LONGEST_FIRST => a > b,
        (Some(a), Some(b)) if order == order::SHORTEST_FIRST => a < b,
        (Some(_), None) => !order.is_empty(),
        _ => false,
    }
}

/// How an answer bears on the treatment.
fn relation(answer: &Answer, treatment: usize) -> &'static str {
    match Relation::of(answer, treatment) {
        Relation::Named => "named",
        Relation::Class => "kind",
        Relation::Other => "other",
    }
}

fn says(also: &str, card: &Guidance<'_>, counted: &Counted<'_, '_>, reasons: &[usize]) -> bool {
    let Counted { stance, answer, .. } = counted;
    let panel = card.panels.iter().find(|panel| panel.id == stance.panel);
    match also {
        "" => true,
        also::AT_ONCE => stance.yes_from.map(minutes) == Some(Minutes(0)),
        also::FIRST => {
            let first = panel.and_then(|panel| panel.fine_from.first);
            first.is_some() && stance.yes_from == first
        }
        also::LONGEST => {
            let longest = panel.and_then(|panel| panel.longest);
            longest.is_some_and(|longest| stance.no_until == Some(longest.hours))
        }
        // What it asks for belongs to its "fine".
        also::CONDITION => !answer.conditions.is_empty(),
        also::NO_WEAKER => answer.weakens == Some(Weakens::No),
        also::MAY_WEAKEN => answer.weakens.is_some_and(|weakens| weakens != Weakens::No),
        also::NO_STUDY => answer.no_study,
        _ => {
            let mut reasons = reasons.iter().enumerate();
            let chosen = reasons.find(|(number, _)| because(*number) == also);
            chosen.is_some_and(|(_, reason)| answer.reasons.contains(reason))
        }
    }
}

/// Up to when it says wait, and from when fine, in minutes.
fn wait(counted: &Counted<'_, '_>) -> Option<(u32, u32)> {
    let stance = counted.stance;
    Some((minutes(stance.no_until?).0, minutes(stance.yes_from?).0))
}

//! What stands behind the counts? Sections that a reader opens, each with one question for
//! a title. What most never open is made when it is opened.

use serde::Serialize;

use super::card_display::{Display, minutes};
use super::clinic::clinic_within;
use super::filter::{Count, Filter, also, because};
use crate::consensus::Minutes;
use aftercare_corpus::{Plural, Weakens};

/// The sections; `null` for one that is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Sections<'d> {
    /// "I exercised already"
    pub done_title: &'d str,
    /// For someone who did it before they asked (`done`).
    pub done: Option<Done<'d>>,
    /// The reasons for a wait (`why`).
    pub why: Option<Reasons<'d>>,
    /// Whether any answer speaks of the result.
    pub has_result: bool,
    /// Does it weaken the result, and has that been studied (`result`)?
    pub result: Option<Outcome<'d>>,
    /// What counts as which activity (`kinds`).
    pub kinds: Option<Vec<KindOfActivity<'d>>>,
}

/// For someone who did it before they asked: calm, and no promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Done<'d> {
    /// How many say that it is fine with no wait; `null` where nobody gives a time.
    pub at_once: Option<Count<'d>>,
    /// Whether it weakens the result; `null` where nobody says so.
    pub weakens: Option<Statement<'d>>,
    /// Whom to ask.
    pub call: String,
}

/// The reasons for a wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Reasons<'d> {
    /// What stands over them.
    pub lead: String,
    /// Each, with how many give it.
    pub reasons: Vec<Count<'d>>,
}

/// Does it weaken the result, and has that been studied?
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Outcome<'d> {
    /// Whether it weakens the result.
    pub weakens: Option<Statement<'d>>,
    /// How many speak of people who do it all year.
    pub habit: Option<String>,
    /// Whether it has been studied.
    pub studied: Option<Statement<'d>>,
}

/// A claim in words, and the answers that make it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Statement<'d> {
    /// The claim.
    pub text: String,
    /// How many say no, and how many that it may.
    pub counts: Vec<Count<'d>>,
}

/// What counts as an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct KindOfActivity<'d> {
    /// The stable id.
    pub id: &'d str,
    /// The name.
    pub name: &'d str,
    /// What counts as it.
    pub about: &'d str,
    /// How many answers speak of it.
    pub speak: Count<'d>,
}

const WEAKENS: &str = "weakens-result";
const STUDIED: &str = "studied";

impl<'d> Display<'d> {
    /// The sections of which these are open: `done`, `why`, `result`, `kinds`.
    pub fn sections<S: AsRef<str>>(&self, opened: &[S]) -> Sections<'d> {
        let is_open = |name: &str| opened.iter().any(|opened| opened.as_ref() == name);
        let mut claims = self.card.claims.iter();
        let has_result = claims.any(|claim| claim.no + claim.may > 0);
        let mut activities = self
            .corpus
            .activities
            .iter()
            .zip(self.words.activities.iter());
        let own = activities.find(|(id, _)| **id == self.card.activity.id);
        Sections {
            done_title: own.map_or("", |(_, words)| &words.done),
            done: is_open("done").then(|| self.done()),
            why: is_open("why").then(|| self.why()),
            has_result,
            result: (has_result && is_open("result")).then(|| self.result()),
            kinds: is_open("kinds").then(|| self.kinds()),
        }
    }

    fn done(&self) -> Done<'d> {
        let (mut at_once, mut timed) = (0, 0);
        for answer in &self.card.answers {
            if let Some(from) = answer.yes_from {
                timed += 1;
                at_once += u32::from(minutes(from) == Minutes(0));
            }
        }
        let values = [
            ("all", &*timed.to_string()),
            ("subject", self.subject(&self.card)),
        ];
        let sentences = &self.words.core.sections;
        let clinic = clinic_within(self.words, self.settings);
        Done {
            at_once: (timed > 0).then(|| {
                let text = self.counted_text(&sentences.done_at_once, at_once, &values);
                Filter::also(also::AT_ONCE).behind_number(at_once, text)
            }),
            weakens: self.statement(WEAKENS),
            call: sentences.done_call.fill(&[("clinic", &clinic)]),
        }
    }

    fn why(&self) -> Reasons<'d> {
        let counted = self.counted(&self.card);
        let sentences = &self.words.core.sections;
        let mut reasons = Vec::new();
        for (place, reason) in self.given_reasons().into_iter().enumerate() {
            let gives = counted
                .iter()
                .filter(|counted| counted.answer.reasons.contains(&reason));
            let number = gives.count() as u32;
            if number > 0 {
                let name = self.words.reasons.get(reason).map_or("", |reason| reason);
                let values = [("reason", name)];
                let text = self.counted_text(&sentences.why_reason, number, &values);
                reasons.push(Filter::also(because(place)).behind(text));
            }
        }
        Reasons {
            lead: match reasons.is_empty() {
                true => sentences.why_none.to_string(),
                false => sentences
                    .why_lead
                    .fill(&[("all", &counted.len().to_string())]),
            },
            reasons,
        }
    }

    fn result(&self) -> Outcome<'d> {
        let counted = self.counted(&self.card);
        let is_habit = |weakens: Option<Weakens>| weakens == Some(Weakens::MayHabitual);
        let habit = counted
            .iter()
            .filter(|counted| is_habit(counted.answer.weakens));
        let habit = habit.count() as u32;
        let sentence = &self.words.core.sections.result_habit;
        Outcome {
            weakens: self.statement(WEAKENS),
            habit: (habit > 0).then(|| self.counted_text(sentence, habit, &[])),
            studied: self.statement(STUDIED),
        }
    }

    /// A claim of the card, where anybody makes it.
    fn statement(&self, id: &str) -> Option<Statement<'d>> {
        let mut claims = self.card.claims.iter().filter(|claim| claim.id == id);
        let claim = claims.find(|claim| claim.no + claim.may > 0)?;
        let sentences = &self.words.core.sections;
        let (no, no_text) = match id {
            STUDIED => (also::NO_STUDY, &sentences.result_no_study),
            _ => (also::NO_WEAKER, &sentences.result_no),
        };
        let mut counts = Vec::new();
        for (number, also, text) in [
            (claim.no, no, no_text),
            (claim.may, also::MAY_WEAKEN, &sentences.result_may),
        ] {
            if number > 0 {
                let text = text.fill(&[("n", &number.to_string())]);
                counts.push(Filter::also(also).behind(text));
            }
        }
        Some(Statement {
            text: claim.text.clone(),
            counts,
        })
    }

    fn kinds(&self) -> Vec<KindOfActivity<'d>> {
        let sentence = &self.words.core.sections.counts_speak;
        let mut kinds = Vec::new();
        for (id, words) in self
            .corpus
            .activities
            .iter()
            .zip(self.words.activities.iter())
        {
            let other = match *id == self.card.activity.id {
                true => None,
                false => self.card_of(id),
            };
            let number = other.as_ref().unwrap_or(&self.card).answers.len() as u32;
            let filter = Filter {
                activity: (&**id).into(),
                ..Filter::default()
            };
            kinds.push(KindOfActivity {
                id,
                name: &words.name,
                about: &words.about,
                speak: filter.behind(self.counted_text(sentence, number, &[])),
            });
        }
        kinds
    }

    /// A sentence in the form for a number, with that as `{n}`.
    fn counted_text(&self, text: &Plural, number: u32, values: &[(&str, &str)]) -> String {
        let n = number.to_string();
        let mut all = vec![("n", &*n)];
        all.extend(values);
        self.words.form(text, number).fill(&all)
    }
}

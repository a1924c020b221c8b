//! What stands behind the counts? Sections that a reader opens, each with one question for
//! a title. What most never open is made when it is opened.

use serde::Serialize;

use super::card_display::{Display, minutes};
use super::clinic::clinic_within;
use super::filter::{Count, Filter, also, because};
use crate::consensus::Minutes;
use crate::guidance::Readable;
use aftercare_corpus::{Plural, Weakens};

/// The sections; `null` for one that is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Sections<'d> {
    /// "Plan a time for exercise"
    pub plan_title: String,
    /// "I exercised already"
    pub done_title: &'d str,
    /// For someone who did it before they asked (`done`).
    pub done: Option<Done>,
    /// Whether any answer gives a reason for a wait.
    pub has_why: bool,
    /// The reasons for a wait (`why`).
    pub why: Option<Reasons>,
    /// Whether any answer speaks of the result, which is that of the activity asked.
    pub has_result: bool,
    /// Does it weaken the result, and has that been studied (`result`)?
    pub result: Option<Outcome>,
    /// Each activity's name, and what counts as it (`kinds`).
    pub kinds: Option<Vec<[String; 2]>>,
}

/// For someone who did it before they asked: calm, and no promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Done {
    /// How many of each panel ask for no wait.
    pub at_once: Vec<Count>,
    /// Whom to call.
    pub call: String,
}

/// The reasons for a wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Reasons {
    /// How many give any, and of whom.
    pub lead: String,
    /// Each, with how many give it.
    pub reasons: Vec<Count>,
}

/// Does it weaken the result, and has that been studied?
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Outcome {
    /// How many speak of it, and of whom.
    pub lead: String,
    /// How many say no, and how many that it may.
    pub views: Vec<Count>,
    /// How many speak of people who do it all year.
    pub habit: Option<String>,
    /// How many know of no study.
    pub studied: Option<Count>,
}

impl<'d> Display<'d> {
    /// The sections of which these are open: `done`, `why`, `result`, `kinds`.
    pub fn sections<S: AsRef<str>>(&self, opened: &[S]) -> Sections<'d> {
        let is_open = |name: &str| opened.iter().any(|opened| opened.as_ref() == name);
        let words = self.activity_words(&self.card);
        let why = self.why();
        let result = self.result();
        Sections {
            plan_title: self
                .words
                .core
                .plan
                .title
                .with("verb", words.map_or("", |words| &words.verb)),
            done_title: words.map_or("", |words| &words.done),
            done: is_open("done").then(|| self.done()),
            has_why: why.is_some(),
            why: why.filter(|_| is_open("why")),
            has_result: result.is_some(),
            result: result.filter(|_| is_open("result")),
            kinds: is_open("kinds").then(|| self.kinds()),
        }
    }

    fn done(&self) -> Done {
        let sentences = &self.words.core.sections;
        let mut at_once = Vec::new();
        for panel in &self.card.panels {
            let answers = self.card.answers.iter();
            let own = answers.filter(|answer| answer.panel == panel.id);
            let fine = own.filter(|answer| answer.yes_from.map(minutes) == Some(Minutes(0)));
            let (number, timed) = (fine.count() as u32, panel.tally.timed());
            if timed > 0 {
                let text = self.words.form(&sentences.done_at_once, number).fill(&[
                    ("n", &number.to_string()),
                    ("all", &timed.to_string()),
                    ("source", self.noun(panel.id, timed)),
                    ("subject", self.subject(&self.card)),
                    ("basis", self.basis(panel.basis)),
                ]);
                let filter = Filter::new(panel.id, "", also::AT_ONCE);
                at_once.push(filter.behind_number(number, text));
            }
        }
        let clinic = clinic_within(self.words, self.settings);
        Done {
            at_once,
            call: sentences.done_call.with("clinic", &clinic),
        }
    }

    /// The answers of the card among which claims and reasons are counted.
    fn readable(&self) -> Readable<'_> {
        let panels = self.corpus.panels.iter().zip(self.words.panels.iter());
        let panels = panels.filter(|(panel, _)| panel.claims);
        Readable::new(
            self.words,
            panels.map(|(panel, words)| {
                let answers = self.card.answers.iter();
                let own = answers.filter(|answer| *answer.panel == panel.id);
                (own.count(), &words.noun)
            }),
        )
    }

    fn why(&self) -> Option<Reasons> {
        let counted = self.counted(&self.card);
        let given = counted.iter();
        let given = given.filter(|counted| !counted.answer.reasons.is_empty());
        let given = given.count() as u32;
        let sentences = &self.words.core.sections;
        let mut reasons = Vec::new();
        for (place, reason) in self.given_reasons().into_iter().enumerate() {
            let gives = counted
                .iter()
                .filter(|counted| counted.answer.reasons.contains(&reason));
            let number = gives.count();
            if number > 0 {
                let name = self.words.reasons.get(reason).map_or("", |reason| reason);
                let values = [("reason", name), ("n", &number.to_string())];
                let text = sentences.why_reason.fill(&values);
                reasons.push(Filter::new("", "", &because(place)).behind(text));
            }
        }
        (given > 0).then(|| Reasons {
            lead: self.readable().counted(&sentences.why_lead, given),
            reasons,
        })
    }

    /// The claims are on the activity that is asked where none is named.
    fn result(&self) -> Option<Outcome> {
        let about = self.corpus.activities.get(self.corpus.default_activity);
        if about.is_none_or(|id| **id != *self.card.activity.id) {
            return None;
        }
        let (mut no, mut may, mut habit, mut no_study) = (0, 0, 0, 0);
        for counted in self.counted(&self.card) {
            match counted.answer.weakens {
                None => {}
                Some(Weakens::No) => no += 1,
                Some(Weakens::MayFirstDay) => may += 1,
                Some(Weakens::MayHabitual) => {
                    may += 1;
                    habit += 1;
                }
            }
            no_study += u32::from(counted.answer.no_study);
        }
        let claims = &self.words.core.claims;
        let readable = self.readable();
        let count = |number: u32, also: &'static str, text: &Plural| {
            (number > 0).then(|| Filter::new("", "", also).behind(readable.counted(text, number)))
        };
        let studied = count(no_study, also::NO_STUDY, &claims.no_study);
        let mut views = Vec::new();
        for (number, also, text) in [
            (no, also::NO_WEAKER, &claims.no),
            (may, also::MAY_WEAKEN, &claims.may),
        ] {
            if let Some(view) = count(number, also, text) {
                views.push(view);
            }
        }
        (no + may > 0 || studied.is_some()).then(|| Outcome {
            lead: match no + may {
                0 => claims.nobody.to_string(),
                speak => readable.counted(&claims.speak, speak),
            },
            views,
            habit: (habit > 0)
                .then(|| readable.counted(&self.words.core.sections.result_habit, habit)),
            studied,
        })
    }

    fn kinds(&self) -> Vec<[String; 2]> {
        let mut kinds = Vec::new();
        for words in self.words.activities.iter() {
            kinds.push([words.name.to_string(), words.about.to_string()]);
        }
        kinds
    }
}

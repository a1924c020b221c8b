//! What does the head of the card say, to those who see it and to those who hear it?

use serde::Serialize;

use super::card_display::Display;
use super::clinic::ClinicHead;
use super::filter::{Count, Filter, also};
use super::reminder::Reminder;
use super::wording::only_voter;
use crate::consensus::{Minutes, Resolved, Stance, Status, resolve};
use crate::guidance::{Guidance, STALE_AFTER_MONTHS, headline, is_stale};
use crate::i18n::span;
use crate::settings::{minutes, utc};

/// The answer to a question: the card, and the texts of its head.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Answer<'d> {
    /// The card, as [`crate::guidance()`] returns it.
    pub card: Guidance<'d>,
    /// The question as a heading: "When can I exercise after Dysport?"
    pub heading: String,
    /// The question in one line.
    pub told: String,
    /// What the consensus says.
    pub head: Head<'d>,
    /// The clinic's wait for the activity, where it has one: that comes first.
    pub clinic: Option<ClinicHead<'d>>,
    /// Where the clinic has waits and none for the activity: says so.
    pub clinic_none: Option<String>,
    /// A reminder of the next step, where there is one to come.
    pub reminder: Option<Reminder>,
    /// Where the data are old: says so.
    pub stale: Option<String>,
    /// The answer in a few sentences, for those who do not see it.
    pub spoken: String,
    /// Whether there is anything to draw hour by hour.
    pub has_chart: bool,
}

/// What the consensus says, in short.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Head<'d> {
    /// "Dysport, 14 hours after"
    pub asked: String,
    /// The status of the card.
    pub status: Status,
    /// The same in a few words, and whose view it is.
    pub title: String,
    /// The sentence of the card.
    pub summary: String,
    /// From when most say fine.
    pub next: String,
    /// What the answers ask for that say fine now.
    pub proviso: Option<Count<'d>>,
}

impl<'d> Display<'d> {
    /// The answer that is shown.
    pub fn answer(&self) -> Answer<'d> {
        let clinic = self.clinic_head(&self.card);
        let when = self.when(Minutes(0));
        let question = &self.words.core.head.question;
        Answer {
            heading: self.heading(),
            told: question.fill(&[("treatment", self.treatment), ("when", &when)]),
            head: self.head(),
            clinic_none: self.no_clinic_wait(),
            reminder: self.reminder(),
            stale: self.stale(),
            spoken: self.spoken(clinic.as_ref()),
            clinic,
            has_chart: self.has_chart(),
            card: self.card.clone(),
        }
    }

    /// "When can I exercise after Dysport?"
    pub(super) fn heading(&self) -> String {
        let (card, words) = (&self.card, self.words);
        let mut activities = self.corpus.activities.iter().zip(&*words.activities);
        let activity = activities.find(|(id, _)| **id == card.activity.id);
        let verb = ("verb", activity.map_or("", |(_, activity)| &*activity.verb));
        match self.treatment {
            class if *class == *words.core.card.class_name => {
                words.core.head.heading_class.fill(&[verb])
            }
            treatment => words
                .core
                .head
                .heading
                .fill(&[verb, ("treatment", treatment)]),
        }
    }

    fn head(&self) -> Head<'d> {
        let card = &self.card;
        let span = span(self.words, self.elapsed().0);
        let asked = &self.words.core.head.asked;
        let filter = Filter {
            panel: only_voter(card).into(),
            stance: Stance::Fine.as_str().into(),
            ..Filter::also(also::CONDITION)
        };
        Head {
            asked: asked.fill(&[("treatment", self.treatment), ("span", &span)]),
            status: card.status,
            title: headline(self.words, card),
            summary: card.summary.clone(),
            next: match self.all_over() {
                None => self.next(card),
                Some(over) => format!("{} {over}", self.next(card)),
            },
            proviso: card.proviso.clone().map(|proviso| filter.behind(proviso)),
        }
    }

    /// The clinic's word first, without the countdown, which would be read out each minute.
    fn spoken(&self, clinic: Option<&ClinicHead<'_>>) -> String {
        let card = &self.card;
        let treatment = self.treatment;
        let mut consensus = format!("{}. {}", headline(self.words, card), card.summary);
        if let Some(over) = self.all_over() {
            consensus.push(' ');
            consensus.push_str(&over);
        }
        let Some(clinic) = clinic else {
            return format!("{treatment}. {consensus}");
        };
        let ClinicHead {
            title,
            first,
            consensus: others,
            ..
        } = clinic;
        let ended = match clinic.waiting {
            true => String::new(),
            false => format!("{} ", clinic.left),
        };
        format!("{treatment}. {title} {ended}{first} {others}: {consensus}")
    }

    /// Where the treatment is so long ago that no wait of the data or the clinic runs, for
    /// any activity: says so.
    fn all_over(&self) -> Option<String> {
        let day = self.moment.treated_at.day();
        let answers = self.corpus.panels.iter().flat_map(|panel| &*panel.answers);
        let positions = answers.flat_map(|answer| &*answer.positions);
        let ends = positions.filter_map(|(_, position)| match resolve(*position, day) {
            Resolved::Timed { yes_from, .. } => Some(yes_from),
            Resolved::Untimed => None,
        });
        let longest = ends.max()?.max(self.settings.protocol.longest());
        (self.elapsed() >= longest).then(|| {
            let span = span(self.words, longest.0);
            self.words.core.head.all_over.fill(&[("span", &span)])
        })
    }

    /// Whatever the visitor's zone is, the month is near enough.
    fn stale(&self) -> Option<String> {
        let today = utc(minutes(self.moment.now)?);
        let mut parts = today.split('-').map(|part| part.parse().ok());
        let (year, month) = (parts.next()??, parts.next()??);
        let updated = &*self.corpus.updated;
        is_stale(updated, year, month).then(|| {
            let months = STALE_AFTER_MONTHS.to_string();
            let stale = &self.words.core.data.stale;
            stale.fill(&[("updated", updated), ("n", &months)])
        })
    }
}

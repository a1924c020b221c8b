//! What about the other things a patient does, at the same moment?

use serde::Serialize;

use super::card_display::{Display, minutes};
use crate::consensus::{Minutes, Status};
use crate::guidance::{Guidance, status_words};

/// Another activity at the moment of the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Activity<'d> {
    /// The stable id.
    pub id: &'d str,
    /// The name.
    pub name: &'d str,
    /// Whether the clinic's own wait runs, which comes first.
    pub clinic: bool,
    /// What the tallies amount to.
    pub status: Status,
    /// The same in two or three words, or from when most say fine.
    pub text: String,
}

impl<'d> Display<'d> {
    /// All activities but that of the card.
    pub fn activities(&self) -> Vec<Activity<'d>> {
        let mut activities = Vec::new();
        for id in self.corpus.activities.iter() {
            if *id != self.card.activity.id
                && let Some(card) = self.card_of(id)
            {
                activities.push(self.activity(&card));
            }
        }
        activities
    }

    pub(super) fn activity(&self, card: &Guidance<'d>) -> Activity<'d> {
        let clinic = self.running_clinic_wait(card);
        Activity {
            id: card.activity.id,
            name: card.activity.name,
            clinic: clinic.is_some(),
            status: card.status,
            text: clinic.unwrap_or_else(|| self.brief_status(card)),
        }
    }

    /// "Clinic: wait until Mon 5:00 PM", while it does.
    pub(super) fn running_clinic_wait(&self, card: &Guidance<'_>) -> Option<String> {
        let wait = self.clinic_wait(card).filter(|wait| wait.waiting)?;
        Some(self.clinic_until(wait.until))
    }

    /// "Clinic: wait until Mon 5:00 PM"
    pub(super) fn clinic_until(&self, until: Minutes) -> String {
        let clinic = &self.words.core.overview.clinic;
        clinic.with("when", &self.brief_when(until))
    }

    fn brief_status(&self, card: &Guidance<'_>) -> String {
        let sentences = &self.words.core.overview;
        match (card.status, card.fine_from.most) {
            (Status::Fine, _) => sentences.all.to_string(),
            (Status::MostlyFine, _) => sentences.most.to_string(),
            (Status::NotEnough, _) | (_, None) => status_words(self.words, card.status).to_owned(),
            (_, Some(most)) => {
                let when = self.brief_when(minutes(most));
                sentences.from.with("when", &when)
            }
        }
    }
}

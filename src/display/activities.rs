//! What about the other things a patient does, at the same moment?

use serde::Serialize;

use super::card_display::{Display, minutes};
use super::filter::{Count, Filter};
use crate::consensus::{Minutes, Stance, Status};
use crate::guidance::{Guidance, PanelGuidance, headline};

/// Another activity at the moment of the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Activity<'d> {
    /// The stable id.
    pub id: &'d str,
    /// The name.
    pub name: &'d str,
    /// What the clinic asks for, where it has a wait.
    pub clinic: Option<String>,
    /// What the tallies amount to.
    pub status: Status,
    /// The same in words.
    pub title: String,
    /// How many of each panel say fine now.
    pub counts: Vec<Count<'d>>,
    /// From when most say fine.
    pub next: String,
}

impl<'d> Display<'d> {
    /// All activities but that of the card.
    pub fn activities(&self) -> Vec<Activity<'d>> {
        let mut activities = Vec::new();
        for id in self.corpus.activities.iter() {
            if *id != self.card.activity.id {
                activities.extend(self.card_of(id).map(|card| self.activity(&card)));
            }
        }
        activities
    }

    pub(super) fn activity(&self, card: &Guidance<'d>) -> Activity<'d> {
        let mut counts = Vec::new();
        for panel in &card.panels {
            // What has too few answers has no vote beside one that has enough.
            let votes = panel.status != Status::NotEnough || card.status == Status::NotEnough;
            if panel.tally.timed() > 0 && votes {
                counts.push(self.fine_now(card, panel));
            }
        }
        Activity {
            id: card.activity.id,
            name: card.activity.name,
            clinic: self.clinic_of(card),
            status: card.status,
            title: headline(self.corpus, self.words, card),
            counts,
            next: match card.fine_from.most.map(minutes) {
                Some(Minutes(0)) => self.words.core.overview.at_once.to_string(),
                _ => self.next(card),
            },
        }
    }

    fn clinic_of(&self, card: &Guidance<'_>) -> Option<String> {
        let clinic = self.clinic_head(card)?;
        let first = match clinic.differs {
            true => format!(" {}", clinic.first),
            false => String::new(),
        };
        let others = &self.words.core.overview.others;
        Some(format!("{}. {}{first} {others}", clinic.title, clinic.left))
    }

    /// "9 of 10 doctors say fine now"
    fn fine_now(&self, card: &Guidance<'d>, panel: &PanelGuidance<'d>) -> Count<'d> {
        let (fine, timed) = (panel.tally.fine, panel.tally.timed());
        let say_fine = self.words.form(&self.words.core.overview.say_fine, fine);
        let text = say_fine.fill(&[
            ("n", &fine.to_string()),
            ("timed", &timed.to_string()),
            ("source", self.noun(panel.id, timed)),
            ("basis", self.basis(panel.basis)),
        ]);
        let filter = Filter {
            activity: card.activity.id.into(),
            panel: panel.id.into(),
            stance: match fine {
                // What all of them say instead.
                0 => "",
                _ => Stance::Fine.as_str(),
            }
            .into(),
            ..Filter::default()
        };
        filter.behind(text)
    }
}

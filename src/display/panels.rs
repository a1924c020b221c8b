//! What does each panel's tally come to, as a bar and as counts?

use serde::Serialize;

use super::axis::percent;
use super::card_display::Display;
use super::filter::{Count, Filter};
use super::wording::{capitalized, count_words, stances};
use crate::consensus::{Basis, Stance, Status};
use crate::guidance::{PanelGuidance, status_words};

/// Whose words these are, and each panel's tally.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Panels<'d> {
    /// A sentence where the panels come to different views.
    pub differ: Option<String>,
    /// Whether all of them count the answers on any product.
    pub any_product: bool,
    /// Each panel.
    pub panels: Vec<PanelDisplay<'d>>,
}

/// One panel's tally.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PanelDisplay<'d> {
    /// The stable id.
    pub id: &'d str,
    /// The name.
    pub name: &'d str,
    /// What the tally amounts to.
    pub status: Status,
    /// The same in words; `null` where the head says of all that they are too few.
    pub status_text: Option<&'d str>,
    /// The shares of the answers that give a time; empty where these are too few.
    pub bar: Vec<BarShare>,
    /// How many say what; nothing that nobody says.
    pub counts: Vec<StanceCount>,
    /// A sentence where there is no answer.
    pub none: Option<String>,
    /// Whether it alone counts the answers on any product.
    pub any_product: bool,
}

/// A part of a bar. Places and sizes are shares of its width, such as `12.50%`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct BarShare {
    /// What is said.
    pub stance: Stance,
    /// From the left.
    pub x: String,
    /// How many say so.
    pub width: String,
}

/// How many say something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct StanceCount {
    /// What they say.
    pub stance: Stance,
    /// "6 say OK"
    pub count: Count,
}

impl<'d> Display<'d> {
    /// The panels, and what stands over them.
    pub fn panels(&self) -> Panels<'d> {
        let all_any = self
            .card
            .panels
            .iter()
            .all(|panel| self.is_any_product(panel));
        let mut panels = Vec::new();
        for panel in &self.card.panels {
            panels.push(self.panel(panel, all_any));
        }
        Panels {
            differ: self.differ(),
            any_product: all_any,
            panels,
        }
    }

    fn panel(&self, panel: &PanelGuidance<'d>, all_any: bool) -> PanelDisplay<'d> {
        let timed = panel.tally.timed();
        let mut bar = Vec::new();
        let mut counts = Vec::new();
        let mut before = 0;
        for (stance, number) in stances(panel.tally) {
            if number == 0 {
                continue;
            }
            let filter = Filter::new(panel.id, stance.as_str(), "");
            counts.push(StanceCount {
                stance,
                count: filter.behind(count_words(self.words, stance, number)),
            });
            if panel.status != Status::NotEnough && stance != Stance::Untimed {
                bar.push(BarShare {
                    stance,
                    x: percent(before, timed),
                    width: percent(number, timed),
                });
                before += number;
            }
        }
        let none = counts.is_empty().then(|| {
            let subject = self.subject(&self.card);
            self.words.core.panels.none.with("subject", subject)
        });
        let is_told = self.card.status != Status::NotEnough && none.is_none();
        PanelDisplay {
            id: panel.id,
            name: panel.name,
            status: panel.status,
            status_text: is_told.then(|| status_words(self.words, panel.status)),
            bar,
            counts,
            none,
            any_product: !all_any && self.is_any_product(panel),
        }
    }

    /// The panels that have enough answers do not all come to the same view.
    fn differ(&self) -> Option<String> {
        let is_enough = |panel: &&PanelGuidance<'_>| panel.status != Status::NotEnough;
        let mut panels = self.card.panels.iter().filter(is_enough);
        let first = panels.next()?;
        let mut names = self.noun(first.id, 2).to_owned();
        let mut do_differ = false;
        for panel in panels {
            do_differ |= panel.status != first.status;
            let name = self.noun(panel.id, 2);
            names = self
                .words
                .core
                .card
                .join
                .fill(&[("a", &names), ("b", name)]);
        }
        do_differ.then(|| {
            let differ = &self.words.core.panels.differ;
            differ.with("panels", &capitalized(names))
        })
    }

    /// Too few of its answers name the product, so those on any are counted.
    fn is_any_product(&self, panel: &PanelGuidance<'_>) -> bool {
        panel.basis == Basis::Class && !self.is_class
    }
}

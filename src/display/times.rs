//! From when do they say OK, and what is the longest wait? A small table with a column for
//! each panel.

use serde::Serialize;

use super::card_display::{Display, minutes};
use super::filter::{Count, Filter, also};
use super::wording::voting;
use crate::consensus::{Hours, Minutes};
use crate::guidance::PanelGuidance;
use crate::i18n::span;

/// One of the times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TimesRow<'d> {
    /// Which one it is.
    pub id: TimeId,
    /// That of each panel.
    pub cells: Vec<TimeCell<'d>>,
}

/// The moments of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum TimeId {
    /// The first answer says fine.
    First,
    /// Most say fine.
    Most,
    /// All say fine.
    All,
    /// The longest wait.
    Longest,
}

/// A time of a panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct TimeCell<'d> {
    /// The panel's name.
    pub panel: &'d str,
    /// "Sun 5:00 PM"
    pub value: String,
    /// "(2 of 10)", who say so.
    pub count: Option<Count>,
}

impl<'d> Display<'d> {
    pub(super) fn times(&self) -> Vec<TimesRow<'d>> {
        type From<'d> = fn(&PanelGuidance<'d>) -> Option<Hours>;
        let rows: [(TimeId, From<'d>); 3] = [
            (TimeId::First, |panel| panel.fine_from.first),
            (TimeId::Most, |panel| panel.fine_from.most),
            (TimeId::All, |panel| panel.fine_from.all),
        ];
        let mut times = Vec::new();
        for (id, from) in rows {
            let mut cells = Vec::new();
            for panel in voting(&self.card) {
                cells.push(TimeCell {
                    panel: panel.name,
                    value: self.short_time(from(panel).map(minutes)),
                    count: None,
                });
            }
            times.push(TimesRow { id, cells });
        }
        let mut cells = Vec::new();
        for panel in voting(&self.card) {
            cells.push(self.longest(panel));
        }
        times.push(TimesRow {
            id: TimeId::Longest,
            cells,
        });
        times
    }

    fn short_time(&self, at: Option<Minutes>) -> String {
        let words = &self.words.core.time;
        match at {
            None => words.never.to_string(),
            Some(Minutes(0)) => words.at_once.to_string(),
            Some(at) => {
                let when = self.short_when(self.rounded(at));
                let after = || words.after.with("span", &span(self.words, at.0));
                self.about(when.unwrap_or_else(after))
            }
        }
    }

    fn longest(&self, panel: &PanelGuidance<'d>) -> TimeCell<'d> {
        let words = &self.words.core.panels;
        let Some(longest) = panel.longest else {
            return TimeCell {
                panel: panel.name,
                value: words.no_wait.to_string(),
                count: None,
            };
        };
        let (n, timed) = (longest.answers.to_string(), panel.tally.timed().to_string());
        let filter = Filter::new(panel.id, "", also::LONGEST);
        TimeCell {
            panel: panel.name,
            value: span(self.words, minutes(longest.hours).0),
            count: Some(filter.behind(words.of.fill(&[("n", &n), ("timed", &timed)]))),
        }
    }
}

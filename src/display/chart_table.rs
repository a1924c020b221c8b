//! What does the chart show, in numbers: from when on how many say what?

use serde::Serialize;

use super::card_display::Display;

/// The chart in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ChartTable<'d> {
    /// The panels of the chart.
    pub panels: Vec<ChartTablePanel<'d>>,
}

/// One panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ChartTablePanel<'d> {
    /// The panel's name.
    pub name: &'d str,
    /// A row for each moment at which the tally changes; the first is at once.
    pub rows: Vec<ChartTableRow>,
}

/// A tally from a moment on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ChartTableRow {
    /// "24 hours after (Sunday 5:00 PM)"
    pub from: String,
    /// How many say fine.
    pub fine: u32,
    /// How many say nothing clear.
    pub silent: u32,
    /// How many say wait.
    pub wait: u32,
}

impl<'d> Display<'d> {
    /// The chart in numbers.
    pub fn chart_table(&self) -> ChartTable<'d> {
        let mut panels = Vec::new();
        for panel in self.panel_timelines() {
            let mut rows = Vec::new();
            for step in panel.timeline.steps() {
                rows.push(ChartTableRow {
                    from: self.after_or_at_once(step.at),
                    fine: step.tally.fine,
                    silent: step.tally.silent,
                    wait: step.tally.wait,
                });
            }
            panels.push(ChartTablePanel {
                name: panel.name,
                rows,
            });
        }
        ChartTable { panels }
    }
}

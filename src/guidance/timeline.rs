//! The timelines of all panels and of the combined status, as a caller gets them.

use aftercare_corpus::Corpus;
use serde::Serialize;

use super::card::{Named, TreatmentName};
use super::error::GuidanceError;
use super::panel_view::{PanelView, combined_status, next_change};
use super::query::{Options, Query};
use crate::consensus::{Basis, ClockTime, Hours, Minutes, Status, Tally};

/// How the tallies of a treatment and an activity change with the hours.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Timelines<'a> {
    /// What was asked about.
    pub treatment: TreatmentName<'a>,
    /// What was asked about.
    pub activity: Named<'a>,
    /// The clock time of the treatment, where it was given.
    pub treated_at: Option<ClockTime>,
    /// The combined status: a step for each moment at which a tally of any
    /// panel changes, the first at 0.
    pub steps: Vec<CombinedStep>,
    /// Each panel on its own.
    pub panels: Vec<PanelTimeline<'a>>,
}

/// From these hours on, the combined status.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CombinedStep {
    /// The first moment at which it holds.
    pub hours: Hours,
    /// The status, until the next step.
    pub status: Status,
}

/// One panel's steps.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PanelTimeline<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The name in the asked language.
    pub name: &'a str,
    /// Whose answers are counted.
    pub basis: Basis,
    /// A step for each moment at which the tally changes, the first at 0.
    pub steps: Vec<PanelStep>,
}

/// From these hours on, the panel's tally.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PanelStep {
    /// The first moment at which it holds.
    pub hours: Hours,
    /// What the tally amounts to, until the next step.
    pub status: Status,
    /// What is counted, until the next step.
    pub tally: Tally,
}

/// The steps at which the tallies change.
///
/// # Errors
/// As [`crate::guidance()`].
///
/// ```
/// use aftercare_consensus::{CORPUS, Options, timeline};
///
/// let timelines = timeline(&CORPUS, "Botox", &Options::default())?;
/// assert_eq!(timelines.steps[0].hours.get(), 0.0);
/// # Ok::<(), aftercare_consensus::GuidanceError>(())
/// ```
pub fn timeline<'a>(
    corpus: &'a Corpus,
    treatment: &str,
    options: &Options<'_>,
) -> Result<Timelines<'a>, GuidanceError> {
    let query = Query::new(corpus, treatment, options)?;
    let views = PanelView::all(&query);
    let mut steps = Vec::new();
    let mut moment = Some(Minutes(0));
    while let Some(at) = moment {
        steps.push(CombinedStep {
            hours: at.hours(),
            status: combined_status(&views, at),
        });
        moment = next_change(&views, at);
    }
    let mut panels = Vec::new();
    for view in &views {
        let mut steps = Vec::new();
        for step in view.timeline.steps() {
            steps.push(PanelStep {
                hours: step.at.hours(),
                status: step.status(),
                tally: step.tally,
            });
        }
        panels.push(PanelTimeline {
            id: &view.panel.id,
            name: &view.words.name,
            basis: view.selection.basis(),
            steps,
        });
    }
    Ok(Timelines {
        treatment: query.treatment_name,
        activity: query.activity_name,
        treated_at: query.treated_at.clock(),
        steps,
        panels,
    })
}

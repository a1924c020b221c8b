//! The timelines of all panels and of the combined status, as a caller gets them.

use crate::card::{Named, TreatmentName};
use crate::corpus::Corpus;
use crate::count::Basis;
use crate::error::GuidanceError;
use crate::plain::object;
use crate::query::{Options, Query};
use crate::side::{combined, sides};
use crate::status::Status;
use crate::tally::Tally;
use crate::time::{ClockTime, Hours};

/// How the tallies of a treatment and an activity change with the hours.
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CombinedStep {
    /// The first moment at which it holds.
    pub hours: Hours,
    /// The status, until the next step.
    pub status: Status,
}

/// One panel's steps.
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelStep {
    /// The first moment at which it holds.
    pub hours: Hours,
    /// What the tally amounts to, until the next step.
    pub status: Status,
    /// What is counted, until the next step.
    pub tally: Tally,
}

object!(Timelines<'_> {
    "treatment": treatment,
    "activity": activity,
    "treatedAt": treated_at,
    "steps": steps,
    "panels": panels,
});

object!(CombinedStep {
    "hours": hours,
    "status": status,
});

object!(PanelTimeline<'_> {
    "id": id,
    "name": name,
    "basis": basis,
    "steps": steps,
});

object!(PanelStep {
    "hours": hours,
    "status": status,
    "tally": tally,
});

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
    corpus: &Corpus<'a>,
    treatment: &str,
    options: &Options<'_>,
) -> Result<Timelines<'a>, GuidanceError> {
    let query = Query::new(corpus, treatment, options)?;
    let sides = sides(&query);
    let mut steps = Vec::new();
    for (at, status) in combined(&sides) {
        steps.push(CombinedStep {
            hours: at.hours(),
            status,
        });
    }
    let mut panels = Vec::new();
    for side in &sides {
        let mut steps = Vec::new();
        for step in side.timeline.steps() {
            steps.push(PanelStep {
                hours: step.at.hours(),
                status: step.status(),
                tally: step.tally,
            });
        }
        panels.push(PanelTimeline {
            id: side.panel.id,
            name: side.words.name,
            basis: side.count.basis(),
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

//! How does a tally change with the hours?

// Sorted by heaps: as fast in the large, and a tenth of the code of a slice's
// sort, which a patient's phone would have to load.
use std::collections::BinaryHeap;

use crate::position::{Resolved, Stance};
use crate::status::Status;
use crate::tally::Tally;
use crate::time::Minutes;

/// From this moment on the tally is this, until the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The first minute at which it holds.
    pub at: Minutes,
    /// What is counted.
    pub tally: Tally,
}

impl Step {
    /// What the tally amounts to.
    pub fn status(self) -> Status {
        Status::of(self.tally)
    }
}

/// The steps of one panel: the first is at 0, each later one differs from the
/// one before. Made in n log n for n answers, asked in log n.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    steps: Vec<Step>,
}

impl Timeline {
    /// The timeline of these positions.
    pub fn new(positions: impl IntoIterator<Item = Resolved>) -> Self {
        let mut tally = Tally::default();
        let mut changes = BinaryHeap::new();
        for position in positions {
            let start = position.stance(Minutes(0));
            tally.add(start);
            if let Resolved::Timed { no_until, yes_from } = position {
                if start == Stance::Wait && no_until < yes_from {
                    changes.push((no_until, Stance::Wait, Stance::Silent));
                }
                if start != Stance::Fine {
                    let before = if no_until < yes_from {
                        Stance::Silent
                    } else {
                        Stance::Wait
                    };
                    changes.push((yes_from, before, Stance::Fine));
                }
            }
        }
        let mut steps = Vec::new();
        let mut now = Minutes(0);
        for (at, before, after) in changes.into_sorted_vec() {
            if at > now {
                steps.push(Step { at: now, tally });
                now = at;
            }
            tally.remove(before);
            tally.add(after);
        }
        steps.push(Step { at: now, tally });
        Self { steps }
    }

    /// The steps, in the order of time.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The tally at a moment.
    pub fn at(&self, at: Minutes) -> Tally {
        let after = self.steps.partition_point(|step| step.at <= at);
        self.steps
            .get(after.saturating_sub(1))
            .map_or_else(Tally::default, |step| step.tally)
    }

    /// The next step, strictly later than a moment.
    pub fn next(&self, at: Minutes) -> Option<Step> {
        let after = self.steps.partition_point(|step| step.at <= at);
        self.steps.get(after).copied()
    }

    /// The first moment at which a step is as wanted.
    pub fn first(&self, mut wanted: impl FnMut(Step) -> bool) -> Option<Minutes> {
        self.steps
            .iter()
            .find(|step| wanted(**step))
            .map(|step| step.at)
    }
}

/// The moments at which a tally of any of the panels changes, with the more
/// cautious status from there on.
pub(crate) fn combined(panels: &[&Timeline]) -> Vec<(Minutes, Status)> {
    let moments: BinaryHeap<Minutes> = panels
        .iter()
        .flat_map(|panel| panel.steps.iter().map(|step| step.at))
        .collect();
    let mut moments = moments.into_sorted_vec();
    moments.dedup();
    moments
        .into_iter()
        .map(|at| (at, status_at(panels, at)))
        .collect()
}

/// The more cautious status of the panels at a moment.
pub(crate) fn status_at(panels: &[&Timeline], at: Minutes) -> Status {
    Status::most_cautious(panels.iter().map(|panel| Status::of(panel.at(at))))
}

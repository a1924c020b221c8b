//! How does a tally change with the hours?

// Sorted by a heap: as fast in the large, and a tenth of the code of a slice's
// sort, which a patient's phone would have to load.
use std::collections::BinaryHeap;

use crate::position::Resolved;
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

/// How the tally of one panel changes. Made in n log n for n answers, asked in
/// log n; it keeps a step for each moment, however many answers share it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// In the order of time: the first is at 0, each later one differs from the
    /// one before.
    steps: Vec<Step>,
}

impl Timeline {
    /// The timeline of these positions.
    pub fn new(positions: impl IntoIterator<Item = Resolved>) -> Self {
        // When a wait ends and when a fine begins. At one moment the waits end
        // first, so that nobody's silence ends before it is there.
        let mut changes = BinaryHeap::new();
        let mut tally = Tally::default();
        for position in positions {
            match position {
                Resolved::Untimed => tally.untimed += 1,
                Resolved::Timed { no_until, yes_from } => {
                    changes.push((no_until.min(yes_from), false));
                    changes.push((yes_from, true));
                    tally.wait += 1;
                }
            }
        }
        let mut at = Minutes(0);
        let mut steps = Vec::new();
        for (moment, is_fine) in changes.into_sorted_vec() {
            if moment != at {
                steps.push(Step { at, tally });
                at = moment;
            }
            if is_fine {
                tally.silent -= 1;
                tally.fine += 1;
            } else {
                tally.wait -= 1;
                tally.silent += 1;
            }
        }
        steps.push(Step { at, tally });
        Self { steps }
    }

    /// The steps, in the order of time: the first is at 0, each later one
    /// differs from the one before.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        self.steps.iter().copied()
    }

    /// The tally at a moment.
    pub fn at(&self, at: Minutes) -> Tally {
        let step = self.steps.get(self.begun(at).wrapping_sub(1));
        step.map_or(Tally::default(), |step| step.tally)
    }

    /// The next step, strictly later than a moment.
    pub fn next(&self, at: Minutes) -> Option<Step> {
        self.steps.get(self.begun(at)).copied()
    }

    /// The first moment at which a step is as wanted; what is wanted has to hold
    /// from then on.
    pub fn first(&self, wanted: fn(Step) -> bool) -> Option<Minutes> {
        let place = self.steps.partition_point(|step| !wanted(*step));
        self.steps.get(place).map(|step| step.at)
    }

    /// How many of the steps have begun.
    fn begun(&self, at: Minutes) -> usize {
        self.steps.partition_point(|step| step.at <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::Timeline;
    use crate::position::Resolved;
    use crate::time::Minutes;

    #[test]
    fn the_first_moment_is_that_of_the_first_step_that_is_as_wanted() {
        let from = |minutes| Resolved::Timed {
            no_until: Minutes(minutes),
            yes_from: Minutes(minutes),
        };
        let timeline = Timeline::new([from(30), from(10), Resolved::Untimed, from(20)]);
        assert_eq!(timeline.first(|_| true), Some(Minutes(0)), "at once");
        assert_eq!(
            timeline.first(|step| step.tally.fine > 0),
            Some(Minutes(10))
        );
        assert_eq!(
            timeline.first(|step| step.tally.fine > 1),
            Some(Minutes(20))
        );
        assert_eq!(
            timeline.first(|step| step.tally.wait == 0),
            Some(Minutes(30))
        );
        assert_eq!(timeline.first(|step| step.tally.fine > 3), None);
        assert_eq!(timeline.first(|step| step.tally.untimed == 0), None);
    }
}

//! How does a tally change with the hours?

// Sorted by a heap: as fast in the large, and a tenth of the code of a slice's
// sort, which a patient's phone would have to load.
use std::collections::BinaryHeap;

use super::position::Resolved;
use super::status::Status;
use super::tally::Tally;
use super::time::Minutes;

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
/// log n.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// When each answer's wait ends, in the order of time.
    waits: Vec<Minutes>,
    /// When each answer's fine begins, in the order of time.
    fines: Vec<Minutes>,
    untimed: u32,
}

impl Timeline {
    /// The timeline of these positions.
    pub fn new(positions: impl IntoIterator<Item = Resolved>) -> Self {
        let mut waits = BinaryHeap::new();
        let mut fines = BinaryHeap::new();
        let mut untimed = 0_u32;
        for position in positions {
            match position {
                Resolved::Untimed => untimed = untimed.saturating_add(1),
                Resolved::Timed { no_until, yes_from } => {
                    waits.push(no_until.min(yes_from));
                    fines.push(yes_from);
                }
            }
        }
        Self {
            waits: waits.into_sorted_vec(),
            fines: fines.into_sorted_vec(),
            untimed,
        }
    }

    /// The steps, in the order of time: the first is at 0, each later one
    /// differs from the one before.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        let mut next = Some(self.step(Minutes(0)));
        std::iter::from_fn(move || {
            let step = next?;
            next = self.next(step.at);
            Some(step)
        })
    }

    /// The tally at a moment.
    pub fn at(&self, at: Minutes) -> Tally {
        let timed = number(self.fines.len());
        let fine = number(passed(&self.fines, at));
        let waited = number(passed(&self.waits, at));
        Tally {
            fine,
            wait: timed.saturating_sub(waited),
            silent: waited.saturating_sub(fine),
            untimed: self.untimed,
        }
    }

    /// The next step, strictly later than a moment.
    pub fn next(&self, at: Minutes) -> Option<Step> {
        let wait = self.waits.get(passed(&self.waits, at));
        let fine = self.fines.get(passed(&self.fines, at));
        // No wait ends later than its fine begins, so where no wait is left the
        // next change is a fine.
        let next = *wait.map_or(fine, |wait| fine.map(|fine| wait.min(fine)))?;
        Some(self.step(next))
    }

    /// The first moment at which so many answers say fine that it is enough.
    ///
    /// What is enough is asked with the answers that say fine, and the others
    /// silent: more of them are never less.
    pub fn first(&self, is_enough: fn(Tally) -> bool) -> Option<Minutes> {
        let timed = number(self.fines.len());
        let with = |fine| Tally {
            fine,
            wait: 0,
            silent: timed - fine,
            untimed: self.untimed,
        };
        // The fewest that are enough, and one more than there are where none is.
        let (mut few, mut enough) = (0, timed.saturating_add(1));
        while few < enough {
            let half = few + (enough - few) / 2;
            match is_enough(with(half)) {
                true => enough = half,
                false => few = half + 1,
            }
        }
        match few.checked_sub(1) {
            None => Some(Minutes(0)),
            Some(last) => self.fines.get(last as usize).copied(),
        }
    }

    fn step(&self, at: Minutes) -> Step {
        Step {
            at,
            tally: self.at(at),
        }
    }
}

/// How many of these moments have come.
fn passed(sorted: &[Minutes], at: Minutes) -> usize {
    sorted.partition_point(|moment| *moment <= at)
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Timeline;
    use crate::consensus::{Minutes, Resolved, Status};

    #[test]
    fn the_first_moment_is_that_of_the_fewest_answers_that_are_enough() {
        let from = |minutes| Resolved::Timed {
            no_until: Minutes(minutes),
            yes_from: Minutes(minutes),
        };
        let timeline = Timeline::new([from(30), from(10), Resolved::Untimed, from(20)]);
        assert_eq!(timeline.first(|_| true), Some(Minutes(0)), "none is enough");
        assert_eq!(timeline.first(|tally| tally.fine > 0), Some(Minutes(10)));
        assert_eq!(timeline.first(|tally| tally.fine > 1), Some(Minutes(20)));
        assert_eq!(timeline.first(|tally| tally.silent == 0), Some(Minutes(30)));
        assert_eq!(timeline.first(|tally| tally.fine > 3), None);
        let statuses = timeline.steps().map(|step| step.status());
        assert_eq!(statuses.collect::<Vec<_>>(), [Status::NotEnough; 4]);
        assert_eq!(timeline.first(|tally| tally.untimed == 0), None);
    }
}

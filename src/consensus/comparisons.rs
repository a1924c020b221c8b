//! How many moments are compared? Counted in the tests within the crate alone, so
//! that they can hold the engine to what it costs without a clock.

use std::cell::Cell;
use std::cmp::Ordering;

use super::time::Minutes;

thread_local! {
    static COUNT: Cell<u64> = const { Cell::new(0) };
}

/// How many comparisons a call takes.
pub(crate) fn comparisons<R>(call: impl FnOnce() -> R) -> u64 {
    let before = COUNT.get();
    call();
    COUNT.get() - before
}

impl Ord for Minutes {
    fn cmp(&self, other: &Self) -> Ordering {
        COUNT.set(COUNT.get() + 1);
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Minutes {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

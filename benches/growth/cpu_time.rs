//! How long has this thread itself worked? Other programs on the machine make it wait,
//! which is no work of its own.

use std::time::Duration;

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use rustix::time::{ClockId, clock_gettime};

/// The time of the processor that this thread has used.
pub(crate) struct CpuTime;

fn used() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    let rest = u64::try_from(time.tv_nsec).unwrap_or_default();
    Duration::from_secs(seconds) + Duration::from_nanos(rest)
}

impl Measurement for CpuTime {
    type Intermediate = Duration;
    type Value = Duration;

    fn start(&self) -> Self::Intermediate {
        used()
    }

    fn end(&self, begun: Self::Intermediate) -> Self::Value {
        used().saturating_sub(begun)
    }

    fn add(&self, one: &Self::Value, other: &Self::Value) -> Self::Value {
        *one + *other
    }

    fn zero(&self) -> Self::Value {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Self::Value) -> f64 {
        value.as_nanos() as f64
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        // Nanoseconds, too.
        WallTime.formatter()
    }
}

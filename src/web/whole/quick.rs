//! What does a rough time fill in?

use super::moment::{Today, clock};
use super::view::Inner;
use crate::view::quick::Quick;

/// In milliseconds.
const DAY: f64 = 24.0 * 3_600_000.0;

impl Inner {
    /// Fills in a rough time.
    pub(super) fn quick(&self, name: &str) {
        let Some(quick) = Quick::from_name(name) else {
            return;
        };
        let now = self.host.now();
        let today = Today::at(self.host, now);
        let (days, at) = quick.moment(today.minute());
        // At the middle of today, a day before is the day before, also where a night
        // has an hour more or less.
        let noon = now - (f64::from(today.minute()) - 720.0) * 60_000.0;
        let day = Today::at(self.host, noon - f64::from(days) * DAY);
        self.host.fill("date", day.day());
        self.host.fill("time", &clock(at));
        self.host.choose("by-clock");
        self.update();
    }
}

//! What is asked, and when is that?

use super::calendar::{CalendarDay, day, minutes};
use super::environment::Environment;
use crate::consensus::{ClockTime, Day, Elapsed, Minutes};
use crate::guidance::TreatedAt;

/// What a reader asks, once it is complete.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// A name of the treatment.
    pub treatment: String,
    /// The id of an activity; the default one where it is `None`.
    pub activity: Option<String>,
    /// When the treatment was.
    pub moment: Moment,
}

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;

/// When a treatment was, seen from now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// Since the treatment.
    pub elapsed: Elapsed,
    /// When on the clock the treatment was.
    pub treated_at: TreatedAt,
    /// The same in milliseconds since 1970; `None` on a card that goes with no clock.
    pub treated: Option<f64>,
    /// Whether that is only guessed.
    pub is_guess: bool,
    /// The time now, in milliseconds since 1970.
    pub now: f64,
}

impl Moment {
    /// So long after the treatment, for good.
    pub(crate) fn fixed(elapsed: Elapsed, now: f64) -> Self {
        Self {
            elapsed,
            treated_at: TreatedAt::Unknown,
            treated: None,
            is_guess: false,
            now,
        }
    }

    /// Of a treatment at an instant; `None` while that is to come.
    pub(crate) fn since(
        environment: &dyn Environment,
        treated: f64,
        is_guess: bool,
        now: f64,
    ) -> Option<Self> {
        let elapsed = Elapsed::from_hours((now - treated) / HOUR)?;
        let day = day(environment, treated);
        Some(Self {
            // A card of the clock is one of a full minute.
            elapsed: Elapsed::from_minutes(elapsed.minutes()),
            treated_at: day.map_or(TreatedAt::Unknown, |day| treated_at(&day)),
            treated: Some(treated),
            is_guess,
            now,
        })
    }

    /// Of so many hours since the treatment, as they were at the moment `then`. They are a
    /// rough number, so "the next day" is read with care and not worked out from them.
    pub(super) fn from_rough_hours(minutes: Minutes, then: f64, now: f64) -> Option<Self> {
        let hours = minutes.hours().get();
        Some(Self {
            elapsed: Elapsed::from_hours(hours + (now - then) / HOUR)?,
            treated_at: TreatedAt::Unknown,
            treated: Some(then - hours * HOUR),
            is_guess: true,
            now,
        })
    }

    /// The minute of the day at the treatment, and that day, where both are known from a
    /// calendar.
    pub(crate) fn calendar(&self) -> Option<(u16, Day)> {
        match self.treated_at {
            // A day has fewer minutes.
            TreatedAt::Calendar(clock, day) => Some((clock.minute_of_day() as u16, day)),
            _ => None,
        }
    }

    /// The treatment in minutes since 1970: the first full one, which is the
    /// careful side. `None` where there is no clock, or one that is far off.
    pub(crate) fn minutes_since_1970(&self) -> Option<Minutes> {
        minutes((self.treated? / MINUTE).ceil() * MINUTE)
    }

    /// The instant so many minutes after the treatment.
    pub(crate) fn instant(&self, after: Minutes) -> Option<f64> {
        Some(self.treated? + f64::from(after.0) * MINUTE)
    }
}

/// The clock time, with midnight and six o'clock as the calendar gives them; unknown, which
/// is read with care, where the three do not belong together.
fn treated_at(at: &CalendarDay) -> TreatedAt {
    let clock = ClockTime::from_minute_of_day(at.minute);
    let day = Day::from_calendar(at.end, at.start);
    // A clock change moves midnight by two hours at most.
    let is_near = |end: Minutes| (end.0.saturating_add(at.minute.into())).abs_diff(24 * 60) <= 120;
    match (clock, day) {
        (Some(clock), Some(day)) if is_near(day.end()) => TreatedAt::Calendar(clock, day),
        _ => TreatedAt::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(minute: u16, end: u32, start: u32) -> TreatedAt {
        treated_at(&CalendarDay {
            date: String::new(),
            minute,
            end: Minutes(end),
            start: Minutes(start),
        })
    }

    #[test]
    fn a_calendar_that_no_zone_has_is_unknown_and_no_less_careful_than_the_clock() {
        let ends = [0, 1, 59, 60, 179, 180, 420, 960, 1440, 1559, 1561, u32::MAX];
        let nights = [0, 1, 239, 240, 300, 360, 480, 481, u32::MAX];
        for minute in [0, 1, 480, 1020, 1200, 1380, 1439, 1440, u16::MAX] {
            for end in ends {
                for start in nights.map(|night| end.saturating_add(night)) {
                    let read = read(minute, end, start);
                    let TreatedAt::Calendar(known, day) = read else {
                        assert_eq!(read, TreatedAt::Unknown);
                        continue;
                    };
                    let usual = Day::after(known);
                    let is_near = |moment: Minutes, usual: Minutes, most| {
                        moment.0 > 0 && moment.0.abs_diff(usual.0) <= most
                    };
                    assert!(
                        is_near(day.end(), usual.end(), 120),
                        "{minute} {end} {start}"
                    );
                    assert!(
                        is_near(day.start(), usual.start(), 240),
                        "{minute} {end} {start}"
                    );
                }
            }
        }
        assert_eq!(read(1020, 0, 0), TreatedAt::Unknown, "a day that is over");
        assert_eq!(read(1020, 1, 361), TreatedAt::Unknown, "another clock's");
        assert_ne!(read(1020, 420, 780), TreatedAt::Unknown);
        assert_ne!(read(1020, 420, 900), TreatedAt::Unknown, "two hours more");
    }
}

//! Which times of treatment can be chosen with one touch?
//!
//! Each stands for the latest moment that it may mean: whoever has waited less
//! than they think hears "wait" for longer, and not the other way round.

use serde::Serialize;

use super::calendar::day;
use super::environment::Environment;

/// A rough time, as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum RoughTime {
    /// Just now.
    Now,
    /// This morning.
    Morning,
    /// This afternoon.
    Afternoon,
    /// Yesterday afternoon.
    Yesterday,
}

/// The values of a date and a time input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RoughMoment {
    /// Such as `2026-11-21`.
    pub date: String,
    /// Such as `12:00`.
    pub time: String,
}

/// Before it, "this morning" is still last night to many.
const DAWN: u16 = 6 * 60;
const NOON: u16 = 12 * 60;
const EVENING: u16 = 18 * 60;

/// In milliseconds.
const MINUTE: f64 = 60_000.0;
const DAY: f64 = 24.0 * 60.0 * MINUTE;

impl RoughTime {
    const ALL: [Self; 4] = [Self::Now, Self::Morning, Self::Afternoon, Self::Yesterday];

    /// Those that make sense at a minute of the day.
    pub fn offered(minute: u16) -> impl Iterator<Item = Self> {
        let begins = move |rough: &Self| match rough {
            Self::Now | Self::Yesterday => true,
            Self::Morning => minute > DAWN,
            Self::Afternoon => minute > NOON,
        };
        Self::ALL.into_iter().filter(begins)
    }

    /// By its name, as it is serialized.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "now" => Self::Now,
            "morning" => Self::Morning,
            "afternoon" => Self::Afternoon,
            "yesterday" => Self::Yesterday,
            _ => return None,
        })
    }

    /// How many days ago it was, and at which minute of that day; `minute` is that
    /// of the visit.
    fn moment(self, minute: u16) -> (u8, u16) {
        match self {
            Self::Now => (0, minute),
            Self::Morning => (0, minute.min(NOON)),
            Self::Afternoon => (0, minute.min(EVENING)),
            Self::Yesterday => (1, EVENING),
        }
    }
}

/// The moment that a rough time stands for; `None` where there is no such rough time, or
/// the calendar cannot be read.
pub fn rough_moment(name: &str, environment: &dyn Environment, now: f64) -> Option<RoughMoment> {
    let rough = RoughTime::from_name(name)?;
    let today = day(environment, now)?;
    let (days, minute) = rough.moment(today.minute);
    // At the middle of today, a day before is the day before, also where a night
    // has an hour more or less.
    let noon = now + (f64::from(NOON) - f64::from(today.minute)) * MINUTE;
    let day = day(environment, noon - f64::from(days) * DAY)?;
    Some(RoughMoment {
        date: day.date,
        time: clock_text(minute),
    })
}

/// An instant as a date and a time input have it, on the visitor's calendar; `None` where
/// that cannot be read.
pub fn input_values(environment: &dyn Environment, instant: f64) -> Option<RoughMoment> {
    let day = day(environment, instant)?;
    Some(RoughMoment {
        date: day.date,
        time: clock_text(day.minute),
    })
}

/// A minute of the day, as a time input has it.
fn clock_text(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::test_environment::FixedCalendar;

    #[test]
    fn a_reader_is_offered_what_has_begun() {
        let offered = |hour: u16| RoughTime::offered(hour * 60 + 1).collect::<Vec<_>>();
        let (now, yesterday) = (RoughTime::Now, RoughTime::Yesterday);
        assert_eq!(offered(0), [now, yesterday]);
        assert_eq!(offered(9), [now, RoughTime::Morning, yesterday]);
        assert_eq!(
            offered(20),
            [now, RoughTime::Morning, RoughTime::Afternoon, yesterday]
        );
    }

    #[test]
    fn what_begins_is_offered_from_the_next_minute_on() {
        let offers = |minute: u16, rough| RoughTime::offered(minute).any(|other| other == rough);
        let (six, noon) = (360, 720);
        assert!(!offers(six, RoughTime::Morning), "at six it was just now");
        assert!(offers(six + 1, RoughTime::Morning));
        assert!(!offers(noon, RoughTime::Afternoon));
        assert!(offers(noon + 1, RoughTime::Afternoon));
        let (six_in_the_evening, midnight) = (1_080, 1_440);
        assert_eq!(RoughTime::Yesterday.moment(six), (1, six_in_the_evening));
        assert_eq!(
            RoughTime::Afternoon.moment(midnight - 1),
            (0, six_in_the_evening)
        );
        assert_eq!(RoughTime::Morning.moment(midnight - 1), (0, noon));
    }

    #[test]
    fn a_rough_time_is_the_latest_that_it_may_mean_and_never_to_come() {
        for minute in 0..24 * 60 {
            for rough in RoughTime::offered(minute) {
                let (days, at) = rough.moment(minute);
                assert!(days > 0 || at <= minute, "{rough:?} at minute {minute}");
            }
        }
        assert_eq!(RoughTime::Morning.moment(20 * 60), (0, NOON));
        assert_eq!(RoughTime::Morning.moment(9 * 60 + 30), (0, 9 * 60 + 30));
        assert_eq!(RoughTime::Afternoon.moment(20 * 60), (0, EVENING));
        assert_eq!(RoughTime::Yesterday.moment(1), (1, EVENING));
    }

    #[test]
    fn a_rough_time_is_found_by_the_name_that_it_is_serialized_by() {
        for rough in RoughTime::ALL {
            let name = serde_json::to_value(rough).expect("a text");
            let name = name.as_str().expect("a text");
            assert_eq!(RoughTime::from_name(name), Some(rough));
        }
        assert_eq!(RoughTime::from_name("tomorrow"), None);
    }

    #[test]
    fn a_rough_time_fills_in_date_and_time() {
        let calendar = FixedCalendar::default();
        let now = calendar.instant("2026-11-22T09:30");
        let moment = |name| {
            let moment = rough_moment(name, &calendar, now).expect("a rough time");
            format!("{} {}", moment.date, moment.time)
        };
        assert_eq!(moment("now"), "2026-11-22 09:30");
        assert_eq!(moment("morning"), "2026-11-22 09:30");
        assert_eq!(moment("yesterday"), "2026-11-21 18:00");
        let unreadable = FixedCalendar::unreadable();
        assert_eq!(rough_moment("now", &unreadable, now), None);
    }
}

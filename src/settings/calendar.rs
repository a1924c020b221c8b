//! Which day is it at an instant, and at which instant does the visitor's clock show a time?
//!
//! Both follow from one thing that is asked of the place: how far its clock is from UTC at
//! an instant. Each result is tried the other way round, so that a clock that cannot be
//! read, or contradicts itself, is `None` and never a time that seems to be past.

use super::environment::Environment;
use super::utc::utc;
use crate::consensus::Minutes;

/// An instant on the visitor's calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDay {
    /// As a date input has it: `2026-11-21`.
    pub date: String,
    /// The minute of the day on the clock, 0 to 1439.
    pub minute: u16,
    /// From the instant to the next midnight.
    pub end: Minutes,
    /// From the instant to six o'clock on the morning after that.
    pub start: Minutes,
}

const MINUTE: f64 = 60_000.0;
const DAY: f64 = 1_440.0 * MINUTE;

/// The day of an instant; `None` where the calendar cannot be read.
pub fn day(environment: &dyn Environment, instant: f64) -> Option<CalendarDay> {
    let local = shown(environment, instant)?;
    // Of the day that has begun.
    let time = local - (local / DAY).floor() * DAY;
    let midnight = local - time + DAY;
    let until = |local| minutes(instant_of(environment, local, None)? - instant);
    Some(CalendarDay {
        date: utc(minutes(local)?).get(..10)?.to_owned(),
        // A day has 1440.
        minute: (time / MINUTE) as u16,
        end: until(midnight)?,
        start: until(midnight + DAY / 4.0)?,
    })
}

/// The instant at which the clock shows a time, which is given as if the clock were UTC's.
///
/// A time that comes twice, on a night on which the clocks go back, is the later one if
/// that is not after `until`: that is the careful reading. A time that the clock leaves out
/// is read with the clock of before the change or of after it, by the same rule. Where
/// there is no `until`, it is the first moment at which the clock shows that time or a
/// later one.
pub(super) fn instant_of(
    environment: &dyn Environment,
    local: f64,
    until: Option<f64>,
) -> Option<f64> {
    let before = environment.offset(local - DAY)? * MINUTE;
    let after = environment.offset(local + DAY)? * MINUTE;
    let (first, last) = (local - before.max(after), local - before.min(after));
    let first_off = shown(environment, first)? - local;
    let last_off = shown(environment, last)? - local;
    let change = after - before;
    let is_last = match (first_off == 0.0, last_off == 0.0) {
        (true, false) => false,
        (false, true) => true,
        (true, true) => until.is_some_and(|until| last <= until),
        _ if change > 0.0 && last_off == change && first_off == -change => {
            until.is_none_or(|until| last <= until)
        }
        _ => return None,
    };
    Some(if is_last { last } else { first })
}

/// What the clock shows at an instant, as if it were UTC's.
fn shown(environment: &dyn Environment, instant: f64) -> Option<f64> {
    Some(instant + environment.offset(instant)? * MINUTE)
}

/// Milliseconds as whole minutes, rounded down; `None` for what is before or far off.
pub(crate) fn minutes(milliseconds: f64) -> Option<Minutes> {
    let minutes = (milliseconds / MINUTE).floor();
    (0.0..f64::from(u32::MAX))
        .contains(&minutes)
        .then_some(Minutes(minutes as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::LocalTime;
    use crate::settings::test_environment::{FixedCalendar, Zone};

    fn instant(text: &str) -> f64 {
        let time = LocalTime::parse(text).expect(text);
        time.instant(&FixedCalendar::default(), 0.0).expect(text)
    }

    /// The instant, in UTC, at which a clock shows a time, seen from `now`.
    fn read(zone: &Zone, local: &str, now: &str) -> Option<String> {
        let time = LocalTime::parse(local).expect(local);
        let read = time.instant(zone, instant(now))?;
        Some(utc(minutes(read)?))
    }

    /// Clocks that go back by an hour, by half of one, by two and by three.
    fn zones() -> [(Zone, f64); 4] {
        [
            // New York, Lord Howe Island, Troll in Antarctica, Casey in Antarctica.
            ("2026-11-01T06:00Z", -240.0, -60.0),
            ("2026-04-04T15:00Z", 660.0, -30.0),
            ("2026-10-25T01:00Z", 120.0, -120.0),
            ("2026-03-08T16:00Z", 660.0, -180.0),
        ]
        .map(|(at, before, change)| (Zone::new(instant(at), before, before + change), change))
    }

    #[test]
    fn a_clock_time_that_comes_twice_is_the_later_one_unless_that_is_to_come() {
        for (zone, change) in zones() {
            let last_minute = zone.change + zone.before * MINUTE - MINUTE;
            let (first, second) = (zone.change - MINUTE, zone.change - MINUTE - change * MINUTE);
            for minutes in 0..4 * 60 {
                let local = last_minute - f64::from(minutes) * MINUTE;
                let both = [first, second].map(|instant| instant - f64::from(minutes) * MINUTE);
                // As long before the change as the clocks go back it comes once.
                let is_twice = f64::from(minutes) < -change;
                let later = if is_twice { both[1] } else { both[0] };
                let read = |until| instant_of(&zone, local, Some(until));
                assert_eq!(read(f64::INFINITY), Some(later), "{change}, {minutes}");
                assert_eq!(read(later), Some(later), "{change}, {minutes}");
                assert_eq!(read(later - 1.0), Some(both[0]), "{change}, {minutes}");
            }
        }
    }

    #[test]
    fn a_clock_time_that_is_left_out_is_read_with_care_and_not_as_one_to_come() {
        // The clocks of New York went from 02:00 to 03:00, those of Troll to 04:00.
        for (at, before, change, local, early, late) in [
            (
                "2026-03-08T07:00Z",
                -300.0,
                60.0,
                "2026-03-08T02:30",
                "06:30Z",
                "07:30Z",
            ),
            (
                "2026-03-29T01:00Z",
                0.0,
                120.0,
                "2026-03-29T01:30",
                "2026-03-28T23:30Z",
                "01:30Z",
            ),
        ] {
            let zone = Zone::new(instant(at), before, before + change);
            let read = |now| read(&zone, local, now).expect("an instant");
            let end = |text: String, expected: &str| assert!(text.ends_with(expected), "{text}");
            end(read("2026-04-01T00:00Z"), late);
            end(read(at), early);
        }
    }

    #[test]
    fn every_other_time_is_read_as_the_clock_shows_it() {
        for (zone, _) in zones() {
            for quarter in -200..200 {
                let instant = zone.change + f64::from(quarter) * 15.0 * MINUTE;
                let local = shown(&zone, instant).expect("a clock");
                let read = instant_of(&zone, local, Some(instant)).expect("an instant");
                assert_eq!(shown(&zone, read), Some(local));
                assert!(read <= instant, "never one to come");
            }
        }
    }

    #[test]
    fn a_day_ends_at_midnight_however_the_night_changes() {
        let zone = |at, before, after| Zone::new(instant(at), before, after);
        for (zone, at, end, start) in [
            // Two hours more in Troll, and two less.
            (
                zone("2026-10-25T01:00Z", 120.0, 0.0),
                "2026-10-24T15:00Z",
                420,
                900,
            ),
            (
                zone("2026-03-29T01:00Z", 0.0, 120.0),
                "2026-03-28T17:00Z",
                420,
                660,
            ),
            // Half an hour more on Lord Howe Island.
            (
                zone("2026-04-04T15:00Z", 660.0, 630.0),
                "2026-04-04T06:00Z",
                420,
                810,
            ),
            // Midnight itself is left out in Beirut, and comes twice in Havana.
            (
                zone("2026-03-28T22:00Z", 120.0, 180.0),
                "2026-03-28T15:00Z",
                420,
                720,
            ),
            (
                zone("2026-11-01T05:00Z", -240.0, -300.0),
                "2026-10-31T21:00Z",
                420,
                840,
            ),
        ] {
            let day = day(&zone, instant(at)).expect("a day");
            assert_eq!(
                (day.minute, day.end.0, day.start.0),
                (1020, end, start),
                "{at}"
            );
        }
    }

    #[test]
    fn a_clock_that_contradicts_itself_is_unknown_and_no_day_that_is_over() {
        struct Broken(fn(f64) -> Option<f64>);
        impl Environment for Broken {
            fn offset(&self, instant: f64) -> Option<f64> {
                (self.0)(instant)
            }
            fn format(&self, _: &str, _: f64, _: super::super::DateFormat) -> Option<String> {
                None
            }
            fn saves_files(&self) -> bool {
                false
            }
            fn encode_uri_component(&self, _: &str) -> Option<String> {
                None
            }
        }
        let broken: [fn(f64) -> Option<f64>; 6] = [
            |_| None,
            |_| Some(f64::NAN),
            |_| Some(f64::INFINITY),
            // The clock stands still, at an hour, at 1970.
            |instant| Some(-(instant % DAY) / MINUTE),
            |instant| Some(-instant / MINUTE),
            |instant| Some(instant),
        ];
        let treated = instant("2026-11-21T17:00");
        for (place, broken) in broken.into_iter().map(Broken).enumerate() {
            assert_eq!(day(&broken, treated), None, "{place}");
            assert_eq!(instant_of(&broken, treated, Some(treated)), None, "{place}");
        }
        let whole = FixedCalendar::default();
        for instant in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 1e300] {
            assert_eq!(day(&whole, instant), None, "{instant}");
        }
    }
}

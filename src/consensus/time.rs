//! What is a moment, and when is "the next day"?

use std::fmt;

use serde::{Serialize, Serializer};

/// Whole minutes since the treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
// In a test comparisons are counted: comparisons.rs.
#[cfg_attr(not(test), derive(PartialOrd, Ord))]
pub struct Minutes(pub u32);

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

impl Minutes {
    /// The same moment in hours, as cards print it.
    pub fn hours(self) -> Hours {
        Hours(f64::from(self.0) / f64::from(HOUR))
    }
}

/// Hours at the edge of the library: any finite number from 0 up. Serialized as
/// a plain number.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "number"))]
pub struct Hours(f64);

impl Hours {
    /// The number of hours.
    pub fn get(self) -> f64 {
        self.0
    }

    /// In whole minutes, rounded down.
    pub(crate) fn minutes(self) -> Minutes {
        Elapsed::of(self.0).minutes
    }
}

impl Serialize for Hours {
    /// A whole number as an integer, so that JSON has `24` and not `24.0`, as
    /// JavaScript prints it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(self.0, serializer)
    }
}

/// A number as JavaScript prints it: `24`, not `24.0`.
pub(crate) fn serialize_number<S: Serializer>(number: f64, out: S) -> Result<S::Ok, S::Error> {
    // Casts saturate.
    let whole = number as u32;
    match f64::from(whole) == number {
        true => out.serialize_u32(whole),
        false => out.serialize_f64(number),
    }
}

/// The time since the treatment: the hours as given, and the whole minutes that
/// they come to, rounded down.
///
/// ```
/// use aftercare_consensus::{Elapsed, Minutes};
///
/// assert_eq!(Elapsed::from_hours(4.999).map(Elapsed::minutes), Some(Minutes(299)));
/// assert_eq!(Elapsed::from_hours(-1.0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Elapsed {
    hours: Hours,
    minutes: Minutes,
}

impl Elapsed {
    /// `None` unless `hours` is finite and not negative. There is no upper
    /// limit: beyond the latest moment of the corpus nothing changes any more.
    pub fn from_hours(hours: f64) -> Option<Self> {
        (hours.is_finite() && hours >= 0.0).then(|| Self::of(hours))
    }

    /// Of a number of hours that is finite and not negative.
    fn of(hours: f64) -> Self {
        // Casts from floats saturate, so the largest hours are the last minute.
        let mut minutes = Minutes((hours * f64::from(HOUR)) as u32);
        // The greatest minute whose hours are not more than these: the hours of
        // a step, given back, must name that very step, whatever the rounding
        // of a division by sixty.
        let next = Minutes(minutes.0.saturating_add(1));
        if next.hours().0 <= hours {
            minutes = next;
        } else if minutes.hours().0 > hours {
            minutes = Minutes(minutes.0.saturating_sub(1));
        }
        // Zero has two signs in a float and one in a card.
        let hours = if hours == 0.0 { 0.0 } else { hours };
        Self {
            hours: Hours(hours),
            minutes,
        }
    }

    /// So many whole minutes.
    pub fn from_minutes(minutes: Minutes) -> Self {
        Self {
            hours: minutes.hours(),
            minutes,
        }
    }

    /// The hours as they were given.
    pub fn hours(self) -> Hours {
        self.hours
    }

    /// The whole minutes, rounded down.
    pub fn minutes(self) -> Minutes {
        self.minutes
    }
}

/// A clock time from `00:00` to `23:59`: when the treatment was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "string"))]
pub struct ClockTime(u16);

impl ClockTime {
    /// `HH:MM` on a clock of 24 hours, and nothing but these five characters.
    ///
    /// ```
    /// use aftercare_consensus::ClockTime;
    ///
    /// assert!(ClockTime::parse("17:00").is_some());
    /// assert!(ClockTime::parse("5 pm").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let &[hour_tens, hour_ones, b':', minute_tens, minute_ones] = text.as_bytes() else {
            return None;
        };
        let number = |tens: u8, ones: u8| match (tens, ones) {
            (b'0'..=b'9', b'0'..=b'9') => {
                Some(u16::from(tens - b'0') * 10 + u16::from(ones - b'0'))
            }
            _ => None,
        };
        match (
            number(hour_tens, hour_ones)?,
            number(minute_tens, minute_ones)?,
        ) {
            (hours @ 0..=23, minutes @ 0..=59) => Some(Self(hours * 60 + minutes)),
            _ => None,
        }
    }

    /// `None` unless `minute` is a minute of a day, 0 to 1439.
    pub fn from_minute_of_day(minute: u16) -> Option<Self> {
        (u32::from(minute) < DAY).then_some(Self(minute))
    }

    /// Minutes since midnight.
    pub fn minute_of_day(self) -> u32 {
        u32::from(self.0)
    }
}

/// `HH:MM`, of a minute of the day.
pub(crate) fn clock_text(minute: u32) -> String {
    format!("{:02}:{:02}", minute / HOUR, minute % HOUR)
}

impl fmt::Display for ClockTime {
    /// `HH:MM`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&clock_text(self.minute_of_day()))
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&clock_text(self.minute_of_day()))
    }
}

/// The two moments by which "not on the day" and "the next day" are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    end: Minutes,
    start: Minutes,
}

impl Day {
    /// For a treatment at an unknown time of day between 08:00 and 20:00: the
    /// cautious end of what that allows, 16 and 24 hours.
    pub const UNKNOWN: Self = Self {
        end: Minutes(16 * HOUR),
        start: Minutes(24 * HOUR),
    };

    /// For a treatment at a known clock time: the first midnight after it, and
    /// six o'clock on the morning that follows.
    pub fn after(clock: ClockTime) -> Self {
        let end = DAY - clock.minute_of_day();
        Self {
            end: Minutes(end),
            start: Minutes(end + 6 * HOUR),
        }
    }

    /// The two moments as a calendar gives them, which differ from
    /// [`Day::after`] where the clocks change that night. `None` for what no
    /// calendar has: midnight is still to come at the treatment, and six o'clock
    /// follows it after six hours, or up to two more or fewer. What could not be
    /// read must not pass for a day that is over at once.
    pub fn from_calendar(end: Minutes, start: Minutes) -> Option<Self> {
        let night = start.0.checked_sub(end.0)?;
        let is_day = end.0 > 0 && night.abs_diff(6 * HOUR) <= 2 * HOUR;
        is_day.then_some(Self { end, start })
    }

    /// The end of the day of treatment.
    pub fn end(self) -> Minutes {
        self.end
    }

    /// The start of the next day.
    pub fn start(self) -> Minutes {
        self.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hours_of_every_minute_name_that_minute_again() {
        for minute in (0..200_000).chain(u32::MAX - 1000..=u32::MAX) {
            let minute = Minutes(minute);
            let elapsed = Elapsed::from_hours(minute.hours().get());
            assert_eq!(elapsed.map(Elapsed::minutes), Some(minute));
        }
    }

    #[test]
    fn elapsed_time_is_rounded_down_to_the_minute() {
        let minutes = |hours| Elapsed::from_hours(hours).map(|elapsed| elapsed.minutes().0);
        assert_eq!(minutes(0.33), Some(19), "19.8 minutes");
        assert_eq!(minutes(23.999_999), Some(1439));
        assert_eq!(minutes(-0.0), Some(0));
        assert_eq!(minutes(f64::MAX), Some(u32::MAX));
        assert_eq!(minutes(f64::MIN_POSITIVE), Some(0));
        for hours in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.01] {
            assert_eq!(
                minutes(hours),
                None,
                "{hours} is not a time since the treatment"
            );
        }
    }

    #[test]
    fn clock_times_are_two_digits_each() {
        for good in ["00:00", "17:00", "23:59", "08:30"] {
            assert!(ClockTime::parse(good).is_some(), "{good:?}");
        }
        for bad in [
            "",
            "24:00",
            "12:60",
            "5:00",
            "17",
            "17:0",
            "17:000",
            "١٧:٠٠",
            "-1:00",
            "17:00:00",
            "17.00",
            " 17:00",
        ] {
            assert_eq!(ClockTime::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_day_has_1440_minutes() {
        let text = |minute| ClockTime::from_minute_of_day(minute).map(|clock| clock.to_string());
        assert_eq!(text(1439).as_deref(), Some("23:59"));
        assert_eq!(text(1440), None);
    }

    #[test]
    fn a_calendar_without_a_day_or_a_night_is_none() {
        let day = |end, start| Day::from_calendar(Minutes(end), Minutes(start)).is_some();
        assert!(day(420, 779), "a night of an hour less");
        assert!(day(420, 660) && day(420, 900), "two hours less, and more");
        assert!(
            !day(420, 659) && !day(420, 901),
            "no clock change is so long"
        );
        assert!(!day(420, 420), "no night at all");
        assert!(!day(0, 0) && !day(0, 360), "the day is over at once");
        assert!(!day(421, 420));
    }

    #[test]
    fn the_next_day_begins_at_six() {
        let day = |text| Day::after(ClockTime::parse(text).expect(text));
        let hours = |day: Day| (day.end().0 / 60, day.start().0 / 60);
        assert_eq!(hours(day("17:00")), (7, 13));
        assert_eq!(hours(day("23:00")), (1, 7));
        assert_eq!(
            hours(day("00:00")),
            (24, 30),
            "the first midnight *after* the treatment"
        );
        assert_eq!(hours(Day::UNKNOWN), (16, 24));
    }
}

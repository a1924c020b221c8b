//! Which moment does a text name, on a calendar and a clock?

use super::calendar::instant_of;
use super::decimal::whole_number;
use super::environment::Environment;
use crate::i18n::clean;

/// A moment on a calendar and a clock, of the reader's zone or of another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LocalTime {
    /// In milliseconds since 1970, as if the clock were UTC's.
    local: f64,
    /// So many minutes that clock is ahead of UTC; `None` for the reader's own.
    offset: Option<f64>,
    is_guess: bool,
}

const MINUTE: f64 = 60_000.0;

impl LocalTime {
    /// `YYYY-MM-DDTHH:MM`, with seconds or not, which are dropped; with `Z` or
    /// an offset such as `+01:00` or not; with `~` behind all of it where it is only about
    /// then, as EDTF has it. `None` for anything else, and for a day that the calendar does
    /// not have.
    ///
    /// ```
    /// use aftercare_consensus::LocalTime;
    ///
    /// let time = LocalTime::parse("2026-11-21 17:00:30+01:00").expect("a moment");
    /// assert!(time.is_instant());
    /// assert_eq!(Some(time), LocalTime::parse("2026-11-21T17:00+01:00"));
    /// assert_eq!(LocalTime::parse("2026-02-30T17:00"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = clean(text);
        let (text, is_guess) = match text.strip_suffix('~') {
            Some(text) => (text, true),
            None => (&*text, false),
        };
        let (date, time) = text.split_once('T').or_else(|| text.split_once(' '))?;
        let days = days_since_1970(date)?;
        let (clock, rest) = time.split_at_checked(5)?;
        let minute = minute_of_day(clock)?;
        let zone = after_seconds(rest)?;
        let offset = match zone {
            "" => None,
            "Z" => Some(0.0),
            _ => {
                let offset = minute_of_day(zone.strip_prefix(['+', '-'])?)?;
                // No clock on Earth is further from Greenwich than 14 hours.
                let offset = (offset <= 14 * 60).then_some(f64::from(offset))?;
                Some(if zone.starts_with('-') {
                    -offset
                } else {
                    offset
                })
            }
        };
        let local = (f64::from(days) * 1_440.0 + f64::from(minute)) * MINUTE;
        Some(Self {
            local,
            offset,
            is_guess,
        })
    }

    /// Whether it is only about then.
    pub fn is_guess(self) -> bool {
        self.is_guess
    }

    /// Whether it names its zone, and so the very instant.
    pub fn is_instant(self) -> bool {
        self.offset.is_some()
    }

    /// The instant, in milliseconds since 1970; one of the reader's own clock is looked for
    /// on their calendar, and of two the later one that is not after `until`.
    pub fn instant(self, environment: &dyn Environment, until: f64) -> Option<f64> {
        match self.offset {
            Some(offset) => Some(self.local - offset * MINUTE),
            // It is long ago in any zone, and the oldest zones had odd seconds.
            None if self.local < 0.0 => Some(self.local),
            None => instant_of(environment, self.local, Some(until)),
        }
    }
}

/// The day `YYYY-MM-DD`, counted from 1 January 1970; `None` for one that the calendar does
/// not have.
fn days_since_1970(text: &str) -> Option<i32> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if year == 0 || !(1..=days).contains(&day) {
        return None;
    }
    // The inverse of `utc`: from the first of March of the year 0.
    let (year, month) = match month {
        1 | 2 => (year - 1, month + 9),
        _ => (year, month - 3),
    };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    Some(days as i32 - 719_468)
}

/// The minute of the day that `HH:MM` is, on a clock of 24 hours.
fn minute_of_day(text: &str) -> Option<u32> {
    // A browser reads no space within.
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// What stands behind the seconds, such as `:30` or `:30.250`, where there are any.
fn after_seconds(text: &str) -> Option<&str> {
    let Some(text) = text.strip_prefix(':') else {
        return Some(text);
    };
    let (seconds, rest) = text.split_at_checked(2)?;
    digits(seconds, 2).filter(|seconds| *seconds < 60)?;
    let Some(fraction) = rest.strip_prefix('.') else {
        return Some(rest);
    };
    let zone = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
    (zone.len() < fraction.len()).then_some(zone)
}

/// A number of just so many digits.
fn digits(text: &str, length: usize) -> Option<u32> {
    whole_number(text).filter(|_| text.len() == length)
}

#[cfg(test)]
mod tests {
    use super::LocalTime;

    #[test]
    fn a_moment_is_on_the_calendar_and_the_clock() {
        for good in [
            "2026-11-21T17:00",
            "2026-11-21 17:00",
            " 2026-11-21T17:00:30 ",
            "2026-11-21T17:00:30.250Z",
            "2024-02-29T00:00-05:00",
            "2000-02-29T23:59+14:00",
            "2026\u{2011}11\u{2011}21\u{202f}17:00\u{a0}",
            "\u{202d}2026-11-21T17:00\u{2212}05:00\u{202c}",
        ] {
            assert!(LocalTime::parse(good).is_some(), "{good:?}");
        }
        for bad in [
            "",
            "2026-11-21",
            "17:00",
            "2026-11-21T",
            "2026-11-31T17:00",
            "1900-02-29T17:00",
            "2026-13-01T17:00",
            "2026-00-01T17:00",
            "2026-11-00T17:00",
            "0000-11-21T17:00",
            "2026-11-21-01T17:00",
            "26-11-21T17:00",
            "2026-11-21T24:00",
            "2026-11-21T17:60",
            "2026-11-21T17:00:60",
            "2026-11-21T17:00:",
            "2026-11-21T17:00:0",
            "2026-11-21T17:00:00.",
            "2026-11-21T17:00+1",
            "2026-11-21T17:00+15:00",
            "2026-11-21T17:00 +01:00",
            "2026-11-21T17:00+ 01:00",
            "2026-11-21T17:00ZZ",
            "2026-11-21t17:00z",
            "2026-11-21T17:00+ 1:00",
            "2026-11-21T17:00:30.5é",
            "2026-11-21T5:00 pm",
            "2026-1१-21T17:00",
            "2026-11-21T1१:00",
            "21/11/2026 17:00",
        ] {
            assert_eq!(LocalTime::parse(bad), None, "{bad:?}");
        }
    }
}

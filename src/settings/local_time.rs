//! Which moment does a text name, on a calendar and a clock?

use super::decimal::whole_number;

/// A moment on a calendar and a clock, of the reader's zone or of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalTime<'s> {
    date: &'s str,
    clock: &'s str,
    /// Empty for the reader's own.
    zone: &'s str,
}

impl<'s> LocalTime<'s> {
    /// `YYYY-MM-DDTHH:MM`, with seconds or not, which are dropped; with `Z` or
    /// an offset such as `+01:00` or not. `None` for anything else, and for a
    /// day that the calendar does not have.
    ///
    /// ```
    /// use aftercare_consensus::LocalTime;
    ///
    /// let time = LocalTime::parse("2026-11-21 17:00:30+01:00").expect("a moment");
    /// assert_eq!(time.iso(), "2026-11-21T17:00+01:00");
    /// assert_eq!(LocalTime::parse("2026-02-30T17:00"), None);
    /// ```
    pub fn parse(text: &'s str) -> Option<Self> {
        let text = text.trim_ascii();
        let (date, time) = text.split_once('T').or_else(|| text.split_once(' '))?;
        if !is_date(date) {
            return None;
        }
        let (clock, rest) = time.split_at_checked(5)?;
        minute_of_day(clock)?;
        let zone = after_seconds(rest)?;
        match zone.strip_prefix(['+', '-']) {
            None if zone.is_empty() || zone == "Z" => {}
            None => return None,
            // No clock on Earth is further from Greenwich than 14 hours.
            Some(offset) if minute_of_day(offset)? > 14 * 60 => return None,
            Some(_) => {}
        }
        Some(Self { date, clock, zone })
    }

    /// As every browser's `Date` reads it.
    pub fn iso(self) -> String {
        format!("{}T{}{}", self.date, self.clock, self.zone)
    }

    /// Whether it names its zone, and so the very instant.
    pub fn is_instant(self) -> bool {
        !self.zone.is_empty()
    }
}

/// Whether the calendar has this day, as `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let Some((year, rest)) = text.split_once('-') else {
        return false;
    };
    let Some((month, day)) = rest.split_once('-') else {
        return false;
    };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    year > 0 && (1..=days).contains(&day)
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
            "2026-11-21T17:00+01:00\u{a0}",
            "2026-11-21T17:00+01:00\u{2003}",
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

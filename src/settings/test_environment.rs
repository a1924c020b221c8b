//! A calendar of UTC for tests, which counts the days from 21 November 2026.

use super::environment::{CalendarDay, DateFormat, Environment};
use super::utc::utc;
use crate::consensus::Minutes;

/// A calendar of UTC, or one that cannot be read.
pub(crate) struct FixedCalendar {
    is_readable: bool,
    saves_files: bool,
}

impl Default for FixedCalendar {
    fn default() -> Self {
        Self {
            is_readable: true,
            saves_files: true,
        }
    }
}

impl FixedCalendar {
    /// A page has broken its `Date`.
    pub(crate) fn unreadable() -> Self {
        Self {
            is_readable: false,
            ..Self::default()
        }
    }

    /// No file can be saved.
    pub(crate) fn in_sandbox() -> Self {
        Self {
            saves_files: false,
            ..Self::default()
        }
    }

    /// The instant of a date and a time such as `2026-11-21T17:00`.
    pub(crate) fn instant(&self, local: &str) -> f64 {
        self.parse(local, None).expect("a date and a time")
    }
}

const MINUTE: f64 = 60_000.0;
const DAY: u32 = 24 * 60;

/// The minutes since 1970 of day 0, 21 November 2026.
const FIRST_DAY: u32 = 29_920_320;

/// An instant as whole minutes since 1970.
fn minutes(instant: f64) -> Minutes {
    Minutes((instant / MINUTE).floor() as u32)
}

impl Environment for FixedCalendar {
    fn parse(&self, local: &str, _until: Option<f64>) -> Option<f64> {
        let local = local.strip_suffix('Z').unwrap_or(local);
        // The texts of `utc` grow with the minutes.
        let wanted = format!("{local}Z");
        let (mut low, mut high) = (0_u32, 150_000 * DAY);
        while low < high {
            let middle = low + (high - low) / 2;
            match utc(Minutes(middle)) < wanted {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        let is_found = self.is_readable && utc(Minutes(low)) == wanted;
        is_found.then(|| f64::from(low) * MINUTE)
    }

    fn day(&self, instant: f64) -> Option<CalendarDay> {
        let minutes = minutes(instant);
        let minute = minutes.0 % DAY;
        self.is_readable.then(|| CalendarDay {
            date: utc(minutes)[..10].to_owned(),
            minute: minute as u16,
            end: Minutes(DAY - minute),
            start: Minutes(DAY - minute + 6 * 60),
        })
    }

    fn format(&self, _lang: &str, instant: f64, format: DateFormat) -> Option<String> {
        let since = minutes(instant).0.checked_sub(FIRST_DAY)?;
        let day = format!("day {}", since / DAY);
        let time = format!("{:02}:{:02}", since / 60 % 24, since % 60);
        self.is_readable.then_some(match format {
            DateFormat::WeekdayTime | DateFormat::DateTime | DateFormat::YearDateTime => {
                format!("{day} {time}")
            }
            DateFormat::ShortWeekday | DateFormat::ShortDate => day,
            DateFormat::Time => time,
        })
    }

    fn saves_files(&self) -> bool {
        self.saves_files
    }

    fn encode_uri_component(&self, text: &str) -> Option<String> {
        let mut encoded = String::new();
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
                encoded.push(char::from(byte));
            } else {
                encoded.push_str(&format!("%{byte:02X}"));
            }
        }
        Some(encoded)
    }
}

//! A calendar of UTC for tests, which counts the days from 21 November 2026.

use super::environment::{DateFormat, Environment};
use super::local_time::LocalTime;
use crate::consensus::Minutes;

/// A calendar of UTC, or one that cannot be read.
pub(crate) struct FixedCalendar {
    is_readable: bool,
    saves_files: bool,
    address: &'static str,
}

impl Default for FixedCalendar {
    fn default() -> Self {
        Self {
            is_readable: true,
            saves_files: true,
            address: "about:blank",
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

    /// On a page at this address.
    pub(crate) fn on_page(address: &'static str) -> Self {
        Self {
            address,
            ..Self::default()
        }
    }

    /// The instant of a date and a time such as `2026-11-21T17:00`.
    pub(crate) fn instant(&self, local: &str) -> f64 {
        let time = LocalTime::parse(local).expect("a date and a time");
        time.instant(self, f64::INFINITY).expect("an instant")
    }
}

/// A zone whose clocks change once.
pub(crate) struct Zone {
    /// The instant of the change.
    pub(crate) change: f64,
    /// So many minutes ahead of UTC before it.
    pub(crate) before: f64,
    after: f64,
}

impl Zone {
    pub(crate) fn new(change: f64, before: f64, after: f64) -> Self {
        Self {
            change,
            before,
            after,
        }
    }
}

impl Environment for Zone {
    fn offset(&self, instant: f64) -> Option<f64> {
        Some(if instant < self.change {
            self.before
        } else {
            self.after
        })
    }

    fn format(&self, _lang: &str, _instant: f64, _format: DateFormat) -> Option<String> {
        None
    }

    fn saves_files(&self) -> bool {
        false
    }

    fn encode_uri_component(&self, _text: &str) -> Option<String> {
        None
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
    fn offset(&self, _instant: f64) -> Option<f64> {
        self.is_readable.then_some(0.0)
    }

    fn format(&self, _lang: &str, instant: f64, format: DateFormat) -> Option<String> {
        let since = minutes(instant).0.checked_sub(FIRST_DAY)?;
        let day = format!("day {}", since / DAY);
        let time = format!("{:02}:{:02}", since / 60 % 24, since % 60);
        self.is_readable.then_some(match format {
            DateFormat::WeekdayTime | DateFormat::DateTime | DateFormat::YearDateTime => {
                format!("{day} {time}")
            }
            DateFormat::Time => time,
            DateFormat::Hour => format!("{:02} h", since / 60 % 24),
            _ => day,
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

    fn address(&self) -> Option<String> {
        Some(self.address.to_owned())
    }
}

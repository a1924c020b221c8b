//! What does the core ask of the place that it runs in? A calendar with a clock, two
//! things about files, where it is, and how addresses are read. In a page the browser answers
//! (`web/browser.rs`), in tests a fixed calendar.

/// Where the core runs. What cannot be found out is `None`, and is treated as unknown.
pub trait Environment {
    /// So many minutes the visitor's clock is ahead of UTC at an instant, which is in
    /// milliseconds since 1970.
    fn offset(&self, instant: f64) -> Option<f64>;

    /// An instant as the visitor writes it, in a language.
    fn format(&self, lang: &str, instant: f64, format: DateFormat) -> Option<String>;

    /// Whether a file can be saved from here.
    fn saves_files(&self) -> bool;

    /// A text as it stands within an address.
    fn encode_uri_component(&self, text: &str) -> Option<String>;

    /// The names and values of a query, which is written as a form sends it.
    fn query(&self, text: &str) -> Vec<(String, String)> {
        let pairs = form_urlencoded::parse(text.as_bytes());
        pairs.into_owned().collect()
    }

    /// The address of the page.
    fn address(&self) -> Option<String> {
        None
    }
}

/// What is written of an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateFormat {
    /// "Sunday 7:00 AM"
    WeekdayTime,
    /// "Sunday, November 29 at 7:00 AM"
    DateTime,
    /// "Sunday, November 29, 2026 at 7:00 AM"
    YearDateTime,
    /// "Sunday"
    Weekday,
    /// "Sunday, November 29, 2026"
    YearDate,
    /// "Sun"
    ShortWeekday,
    /// "Nov 29"
    ShortDate,
    /// "7:00 AM"
    Time,
    /// "7 AM"
    Hour,
    /// "November 2026"
    Month,
}

const HOUR: f64 = 3_600_000.0;

/// Beyond this the name of the day alone could mean another week's.
const ANOTHER_WEEK: f64 = 144.0 * HOUR;

/// Beyond this a date could be another year's.
const ANOTHER_YEAR: f64 = 7_200.0 * HOUR;

impl DateFormat {
    /// Day and time of day of an instant, seen from `now`.
    pub(crate) fn long(instant: f64, now: f64) -> Self {
        let distance = (instant - now).abs();
        if distance > ANOTHER_YEAR {
            Self::YearDateTime
        } else if distance > ANOTHER_WEEK {
            Self::DateTime
        } else {
            Self::WeekdayTime
        }
    }

    /// The day alone.
    pub(crate) fn day(instant: f64, now: f64) -> Self {
        match Self::long(instant, now) {
            Self::WeekdayTime => Self::Weekday,
            _ => Self::YearDate,
        }
    }

    /// The same in a few letters.
    pub(crate) fn short_day(instant: f64, now: f64) -> Self {
        match (instant - now).abs() > ANOTHER_WEEK {
            true => Self::ShortDate,
            false => Self::ShortWeekday,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_far_has_its_date_and_one_that_is_further_its_year() {
        let long = |hours: f64| DateFormat::long(hours * HOUR, 0.0);
        assert_eq!(long(144.0), DateFormat::WeekdayTime);
        assert_eq!(long(-144.1), DateFormat::DateTime);
        assert_eq!(long(7_200.0), DateFormat::DateTime);
        assert_eq!(long(-7_200.1), DateFormat::YearDateTime);
        let short = |hours: f64| DateFormat::short_day(hours * HOUR, 0.0);
        assert_eq!(short(-144.0), DateFormat::ShortWeekday);
        assert_eq!(short(144.1), DateFormat::ShortDate);
    }
}

//! How is the month of the data written?

use aftercare_corpus::Words;

use crate::settings::{DateFormat, Environment, LocalTime};

/// "November 2026", of a month as the data have it.
pub(super) fn month_text(environment: &dyn Environment, words: &Words, month: &str) -> String {
    // Whatever the zone is, its day is of that month.
    let middle = LocalTime::parse(&format!("{month}-15T12:00Z"));
    let instant = middle.and_then(|time| time.instant(environment, f64::INFINITY));
    let text =
        instant.and_then(|instant| environment.format(&words.id, instant, DateFormat::Month));
    text.unwrap_or_else(|| month.to_owned())
}

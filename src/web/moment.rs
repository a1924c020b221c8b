//! When is that on the visitor's clock and calendar?

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::{JsValue, UnwrapThrowExt};

use crate::words::{PluralWord, Words, digits, fill};
use crate::{ClockTime, Day, Elapsed, Minutes, TreatedAt};

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;

/// Within so many milliseconds no two days have the same name.
const FAR: f64 = 6.0 * 24.0 * HOUR;

/// A treatment's time and what the browser's calendar makes of it.
#[derive(Clone, Copy)]
pub(super) struct Treatment {
    /// Milliseconds of the epoch.
    at: f64,
    /// The same of the visit.
    now: f64,
    pub(super) elapsed: Elapsed,
    pub(super) treated_at: TreatedAt,
}

/// Why there is no [`Treatment`].
pub(super) enum NoTreatment {
    /// Date or time is missing.
    Incomplete,
    /// It is later than now.
    Future,
    /// The hours are no number from 0 up.
    Hours,
}

impl Treatment {
    /// From the values of a date and a time input, in the visitor's zone.
    pub(super) fn from_clock(date: &str, time: &str, now: f64) -> Result<Self, NoTreatment> {
        if date.is_empty() || time.is_empty() {
            return Err(NoTreatment::Incomplete);
        }
        let moment = Date::new(&JsValue::from_str(&[date, "T", time].concat()));
        let at = moment.get_time();
        if at.is_nan() {
            return Err(NoTreatment::Incomplete);
        }
        let elapsed = Elapsed::from_hours((now - at) / HOUR).ok_or(NoTreatment::Future)?;
        Ok(Self {
            at,
            now,
            elapsed,
            treated_at: calendar(&moment),
        })
    }

    /// From the hours since the treatment, as they were at the moment `then`.
    /// They are a rough number, so "the next day" is read with care and not
    /// worked out from them.
    pub(super) fn from_hours(hours: &str, then: f64, now: f64) -> Result<Self, NoTreatment> {
        // A reader of another language writes "4,5".
        let hours = hours.trim().replace(',', ".");
        if hours.is_empty() {
            return Err(NoTreatment::Incomplete);
        }
        let hours = f64::try_from(JsValue::from_str(&hours)).unwrap_or(f64::NAN);
        Elapsed::from_hours(hours).ok_or(NoTreatment::Hours)?;
        let since = hours + (now - then) / HOUR;
        let elapsed = Elapsed::from_hours(since).ok_or(NoTreatment::Hours)?;
        Ok(Self {
            at: then - hours * HOUR,
            now,
            elapsed,
            treated_at: TreatedAt::Unknown,
        })
    }

    /// So many minutes after the treatment, as day and clock time; with the
    /// date where the name of the day alone could mean another week's.
    pub(super) fn when(&self, minutes: Minutes, locale: &str) -> String {
        let at = self.at + f64::from(minutes.0) * MINUTE;
        let moment = Date::new(&JsValue::from_f64(at));
        let options = Object::new();
        let style = |key: &str, value: &str| {
            // An object of our own takes every key.
            Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value))
                .unwrap_throw();
        };
        style("weekday", "long");
        if (at - self.now).abs() > FAR {
            style("month", "long");
            style("day", "numeric");
        }
        style("hour", "numeric");
        style("minute", "2-digit");
        String::from(moment.to_locale_string(locale, &options))
    }
}

/// The clock time, and midnight and six o'clock by the browser's calendar,
/// which knows the nights on which the clocks change.
fn calendar(moment: &Date) -> TreatedAt {
    let minute = moment.get_hours() * 60 + moment.get_minutes();
    let clock = u16::try_from(minute)
        .ok()
        .and_then(ClockTime::from_minute_of_day);
    let later = |hour: i32| {
        let day = i32::try_from(moment.get_date()).unwrap_or_default() + 1;
        let month = i32::try_from(moment.get_month()).unwrap_or_default();
        let then = Date::new_with_year_month_day_hr(moment.get_full_year(), month, day, hour);
        Minutes(((then.get_time() - moment.get_time()) / MINUTE) as u32)
    };
    let day = Day::from_calendar(later(0), later(6));
    match (clock, day) {
        (Some(clock), Some(day)) => TreatedAt::Calendar(clock, day),
        _ => TreatedAt::Unknown,
    }
}

/// Today on the visitor's calendar, as a date input has it.
pub(super) fn today() -> String {
    let now = Date::new_0();
    let two = |number: u32| {
        let text = digits(number);
        if text.len() < 2 {
            ["0", &text].concat()
        } else {
            text
        }
    };
    [
        &digits(now.get_full_year()),
        "-",
        &two(now.get_month() + 1),
        "-",
        &two(now.get_date()),
    ]
    .concat()
}

/// A length of time in words, in its two largest units.
pub(super) fn span(words: &Words<'_>, minutes: Minutes) -> String {
    const LONG: u32 = 72 * 60;
    let say = |word, number: u32| fill(words.plural(word, number), &[("n", &digits(number))]);
    let (large, small) = if minutes.0 >= LONG {
        let hours = minutes.0 / 60;
        (
            (PluralWord::ViewDays, hours / 24),
            (PluralWord::ViewHours, hours % 24),
        )
    } else {
        (
            (PluralWord::ViewHours, minutes.0 / 60),
            (PluralWord::ViewMinutes, minutes.0 % 60),
        )
    };
    match (large.1, small.1) {
        (0, _) => say(small.0, small.1),
        (_, 0) => say(large.0, large.1),
        _ => [say(large.0, large.1), say(small.0, small.1)].join(" "),
    }
}

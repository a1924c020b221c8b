//! When is that on the visitor's clock and calendar?

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};

use crate::text::{concat, cut, whole_number};
use crate::words::digits;
use crate::{ClockTime, Day, Elapsed, LocalTime, Minutes, TreatedAt};

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;

const DAY: f64 = 24.0 * HOUR;

/// Within so many milliseconds no two days have the same name.
const FAR: f64 = 6.0 * DAY;

/// Beyond so many milliseconds a date could be another year's.
const OTHER_YEAR: f64 = 300.0 * DAY;

/// How a time of day is written.
const TIME_OF_DAY: [(&str, &str); 2] = [("hour", "numeric"), ("minute", "2-digit")];

#[wasm_bindgen]
extern "C" {
    /// A `Date`, whose words a page may have changed: what it throws must not go
    /// through the wasm.
    type Calendar;
    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn to_locale_string(
        this: &Calendar,
        locale: &str,
        options: &Object,
    ) -> Result<JsValue, JsValue>;
}

/// A treatment so many days ago or less has an answer by date and time: no
/// wait here is longer.
pub(super) const LONGEST_AGO: u32 = 14;

/// When the treatment was, and what the browser's calendar makes of it.
#[derive(Clone, Copy)]
pub(super) struct Visit {
    /// Milliseconds of the epoch; `None` on a card that goes with no clock.
    at: Option<f64>,
    /// The same of the visit.
    now: f64,
    pub(super) elapsed: Elapsed,
    pub(super) treated_at: TreatedAt,
}

/// Why there is no [`Visit`].
pub(super) enum NoVisit {
    /// Nothing is said yet.
    Nothing,
    /// Date or time is missing.
    Incomplete,
    /// It is later than now.
    Future,
    /// It is so long ago that it is a slip, or a date that is still being typed.
    Past,
    /// The hours are no number from 0 up.
    Hours,
}

impl Visit {
    /// From the values of a date and a time input, in the visitor's zone.
    pub(super) fn from_clock(
        date: &str,
        time: &str,
        longest_ago: u32,
        now: f64,
    ) -> Result<Self, NoVisit> {
        if date.is_empty() || time.is_empty() {
            return Err(NoVisit::Incomplete);
        }
        let moment = Date::new(&JsValue::from_str(&concat(&[date, "T", time])));
        if moment.get_time().is_nan() {
            return Err(NoVisit::Incomplete);
        }
        let moment = latest(moment, now);
        if now - moment.get_time() > f64::from(longest_ago) * DAY {
            return Err(NoVisit::Past);
        }
        Self::since(&moment, now)
    }

    /// From a moment of the reader's zone, or of the zone that it names; on the
    /// reader's own calendar either way.
    pub(super) fn from_moment(time: LocalTime<'_>, now: f64) -> Result<Self, NoVisit> {
        let moment = Date::new(&JsValue::from_str(&time.iso()));
        let moment = match time.is_instant() {
            true => moment,
            false => latest(moment, now),
        };
        Self::since(&moment, now)
    }

    fn since(moment: &Date, now: f64) -> Result<Self, NoVisit> {
        let at = moment.get_time();
        let elapsed = Elapsed::from_hours((now - at) / HOUR).ok_or(NoVisit::Future)?;
        Ok(Self {
            at: Some(at),
            now,
            // A card of the clock is one of a full minute.
            elapsed: Elapsed::from_minutes(elapsed.minutes()),
            treated_at: calendar(moment),
        })
    }

    /// So long ago, for good.
    pub(super) fn fixed(elapsed: Elapsed) -> Self {
        Self {
            at: None,
            now: 0.0,
            elapsed,
            treated_at: TreatedAt::Unknown,
        }
    }

    /// Whether it goes with the clock.
    pub(super) fn is_live(&self) -> bool {
        self.at.is_some()
    }

    /// The treatment in minutes since 1970: the first full one, which is the
    /// careful side. `None` where there is no clock, or one that is far off.
    pub(super) fn since_1970(&self) -> Option<Minutes> {
        let minutes = (self.at? / MINUTE).ceil();
        (minutes >= 0.0 && minutes < f64::from(u32::MAX)).then_some(Minutes(minutes as u32))
    }

    /// The same, where date and time of the treatment are known and no rough
    /// number of hours: that is read with care, which a date would hide.
    pub(super) fn moment(&self) -> Option<Minutes> {
        self.since_1970()
            .filter(|_| self.treated_at != TreatedAt::Unknown)
    }

    /// From the hours since the treatment, as they were at the moment `then`.
    /// They are a rough number, so "the next day" is read with care and not
    /// worked out from them.
    pub(super) fn from_hours(hours: &str, then: f64, now: f64) -> Result<Self, NoVisit> {
        let hours = hours.trim_ascii();
        if hours.is_empty() {
            return Err(NoVisit::Nothing);
        }
        let minutes = typed_minutes(hours).ok_or(NoVisit::Hours)?;
        let hours = minutes.hours().get();
        let since = hours + (now - then) / HOUR;
        let elapsed = Elapsed::from_hours(since).ok_or(NoVisit::Hours)?;
        Ok(Self {
            at: Some(then - hours * HOUR),
            now,
            elapsed,
            treated_at: TreatedAt::Unknown,
        })
    }

    /// So many minutes after the treatment, as day and clock time; with the
    /// date where the name of the day alone could mean another week's. Empty
    /// where there is no clock.
    pub(super) fn when(&self, minutes: Minutes, locale: &str) -> String {
        let far = self.far(minutes);
        let when = |then: bool, style: &'static str| if then { style } else { "" };
        let styles = [
            ("weekday", "long"),
            ("month", when(far > FAR, "long")),
            ("day", when(far > FAR, "numeric")),
            ("year", when(far > OTHER_YEAR, "numeric")),
            TIME_OF_DAY[0],
            TIME_OF_DAY[1],
        ];
        self.write(minutes, locale, &styles)
    }

    /// The same in two short lines, day and time of day.
    pub(super) fn tick(&self, minutes: Minutes, locale: &str) -> [String; 2] {
        let day: &[(&str, &str)] = match self.far(minutes) > FAR {
            true => &[("month", "short"), ("day", "numeric")],
            false => &[("weekday", "short")],
        };
        [
            self.write(minutes, locale, day),
            self.write(minutes, locale, &TIME_OF_DAY),
        ]
    }

    /// How many milliseconds from now that is.
    fn far(&self, minutes: Minutes) -> f64 {
        let at = self.at.unwrap_or(self.now);
        (at + f64::from(minutes.0) * MINUTE - self.now).abs()
    }

    /// So many minutes after the treatment, in these styles of the browser's
    /// calendar; an empty style is none.
    fn write(&self, minutes: Minutes, locale: &str, styles: &[(&str, &str)]) -> String {
        let Some(at) = self.at else {
            return String::new();
        };
        let moment = Date::new(&JsValue::from_f64(at + f64::from(minutes.0) * MINUTE));
        // Nothing that a page has put on the prototype of objects is an option.
        let options: Object = Object::create(JsValue::NULL.unchecked_ref::<Object>());
        for (key, value) in styles.iter().filter(|(_, value)| !value.is_empty()) {
            // An object of our own takes every key.
            Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value))
                .unwrap_throw();
        }
        let moment: &Calendar = moment.unchecked_ref();
        let text = moment.to_locale_string(locale, &options);
        text.ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }
}

/// Hours as a person types them, to the minute: up to four digits, and up to two
/// behind one comma or point. Neither `1e9` nor `0x10`, nor `1,000`, which is a
/// thousand to some and one to others.
fn typed_minutes(text: &str) -> Option<Minutes> {
    let (whole, part) = match cut(text, b',') {
        (text, None) => cut(text, b'.'),
        parts => parts,
    };
    let part = part.unwrap_or_default();
    let digits = |text: &str, longest| whole_number(text).filter(|_| text.len() <= longest);
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let hundredths = digits(part, 2)? * if part.len() == 1 { 10 } else { 1 };
    Some(Minutes(digits(whole, 4)? * 60 + hundredths * 60 / 100))
}

/// A clock time that comes twice, on the night on which the clocks go back, is
/// the later one if that has passed: the careful reading.
fn latest(moment: Date, now: f64) -> Date {
    let later = Date::new(&JsValue::from_f64(moment.get_time() + HOUR));
    let same = later.get_hours() == moment.get_hours();
    match same && later.get_time() <= now {
        true => later,
        false => moment,
    }
}

/// The clock time, and midnight and six o'clock by the browser's calendar,
/// which knows the nights on which the clocks change.
fn calendar(moment: &Date) -> TreatedAt {
    let clock = u16::try_from(minute(moment))
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

/// A day on the visitor's calendar, as a date input has it.
pub(super) fn day(date: &Date) -> String {
    concat(&[
        &digits(date.get_full_year()),
        "-",
        &two(date.get_month() + 1),
        "-",
        &two(date.get_date()),
    ])
}

/// A minute of the day, as a time input has it.
pub(super) fn clock(minute: u32) -> String {
    concat(&[&two(minute / 60), ":", &two(minute % 60)])
}

/// The minute of the day on the visitor's clock.
pub(super) fn minute(date: &Date) -> u32 {
    date.get_hours() * 60 + date.get_minutes()
}

fn two(number: u32) -> String {
    let text = digits(number);
    if text.len() < 2 {
        concat(&["0", &text])
    } else {
        text
    }
}

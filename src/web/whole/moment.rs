//! When is that on the visitor's clock and calendar?

use super::host::Host;
use crate::text::{concat, cut, whole_number};
use crate::words::digits;
use crate::{ClockTime, Day, Elapsed, LocalTime, Minutes, TreatedAt};

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;

const DAY: f64 = 24.0 * HOUR;

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
        host: Host,
        date: &str,
        time: &str,
        longest_ago: u32,
        now: f64,
    ) -> Result<Self, NoVisit> {
        if date.is_empty() || time.is_empty() {
            return Err(NoVisit::Incomplete);
        }
        let at = host.parse(&concat(&[date, "T", time]), now);
        if at.is_nan() {
            return Err(NoVisit::Incomplete);
        }
        if now - at > f64::from(longest_ago) * DAY {
            return Err(NoVisit::Past);
        }
        Self::since(host, at, now)
    }

    /// From a moment of the reader's zone, or of the zone that it names; on the
    /// reader's own calendar either way.
    pub(super) fn from_moment(host: Host, time: LocalTime<'_>, now: f64) -> Result<Self, NoVisit> {
        let until = if time.is_instant() { f64::NAN } else { now };
        Self::since(host, host.parse(&time.iso(), until), now)
    }

    fn since(host: Host, at: f64, now: f64) -> Result<Self, NoVisit> {
        let elapsed = Elapsed::from_hours((now - at) / HOUR).ok_or(NoVisit::Future)?;
        Ok(Self {
            at: Some(at),
            now,
            // A card of the clock is one of a full minute.
            elapsed: Elapsed::from_minutes(elapsed.minutes()),
            treated_at: Today::at(host, at).treated_at(),
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
    pub(super) fn when(&self, host: Host, minutes: Minutes, lang: &str) -> String {
        match self.later(minutes) {
            Some(at) => host.when(lang, at, self.now),
            None => String::new(),
        }
    }

    /// The same in two short lines, day and time of day.
    pub(super) fn tick(&self, host: Host, minutes: Minutes, lang: &str) -> [String; 2] {
        match self.later(minutes) {
            Some(at) => host.tick(lang, at, self.now),
            None => Default::default(),
        }
    }

    fn later(&self, minutes: Minutes) -> Option<f64> {
        Some(self.at? + f64::from(minutes.0) * MINUTE)
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

/// A moment on the visitor's calendar.
pub(super) struct Today(String);

impl Today {
    pub(super) fn at(host: Host, at: f64) -> Self {
        Self(host.calendar(at))
    }

    /// The day, as a date input has it.
    pub(super) fn day(&self) -> &str {
        cut(&self.0, b' ').0
    }

    /// The minute of the day.
    pub(super) fn minute(&self) -> u32 {
        self.number(1)
    }

    /// The clock time, and midnight and six o'clock by the browser's calendar,
    /// which knows the nights on which the clocks change.
    fn treated_at(&self) -> TreatedAt {
        let clock = u16::try_from(self.minute()).ok();
        let clock = clock.and_then(ClockTime::from_minute_of_day);
        let day = Day::from_calendar(Minutes(self.number(2)), Minutes(self.number(3)));
        match (clock, day) {
            (Some(clock), Some(day)) => TreatedAt::Calendar(clock, day),
            _ => TreatedAt::Unknown,
        }
    }

    fn number(&self, place: u32) -> u32 {
        let mut rest = Some(self.0.as_str());
        for _ in 0..place {
            rest = rest.and_then(|text| cut(text, b' ').1);
        }
        let number = cut(rest.unwrap_or_default(), b' ').0;
        whole_number(number).unwrap_or_default()
    }
}

/// A minute of the day, as a time input has it.
pub(super) fn clock(minute: u32) -> String {
    concat(&[&two(minute / 60), ":", &two(minute % 60)])
}

fn two(number: u32) -> String {
    let text = digits(number);
    if text.len() < 2 {
        concat(&["0", &text])
    } else {
        text
    }
}

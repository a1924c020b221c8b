//! What is asked, and when is that?

use serde::{Deserialize, Serialize};

use super::environment::{CalendarDay, Environment};
use crate::consensus::{ClockTime, Day, Elapsed, Minutes};
use crate::guidance::TreatedAt;

/// What a reader asks, once it is complete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// A name of the treatment.
    pub treatment: String,
    /// The id of an activity; the default one where it is `null`.
    pub activity: Option<String>,
    /// Hours since the treatment.
    pub hours: f64,
    /// When the treatment was, in milliseconds since 1970; `null` on a card that goes with
    /// no clock.
    pub treated: Option<f64>,
    /// The treatment on the visitor's clock and calendar, where that is known.
    pub clock: Option<Clock>,
}

/// A moment on the visitor's clock and calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Clock {
    /// The minute of the day, 0 to 1439.
    pub minute: u16,
    /// Minutes until the next midnight.
    pub end: u32,
    /// Minutes until six o'clock on the morning after that.
    pub start: u32,
}

impl From<&CalendarDay> for Clock {
    fn from(day: &CalendarDay) -> Self {
        Self {
            minute: day.minute,
            end: day.end.0,
            start: day.start.0,
        }
    }
}

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;

/// When a treatment was, seen from now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// Since the treatment.
    pub elapsed: Elapsed,
    /// When on the clock the treatment was.
    pub treated_at: TreatedAt,
    /// The same in milliseconds since 1970; `None` on a card that goes with no clock.
    pub treated: Option<f64>,
    /// The time now, in milliseconds since 1970.
    pub now: f64,
}

impl Moment {
    /// So long after the treatment, for good.
    pub(super) fn fixed(elapsed: Elapsed, now: f64) -> Self {
        Self {
            elapsed,
            treated_at: TreatedAt::Unknown,
            treated: None,
            now,
        }
    }

    /// Of a treatment at an instant; `None` while that is to come.
    pub(super) fn since(environment: &dyn Environment, treated: f64, now: f64) -> Option<Self> {
        let elapsed = Elapsed::from_hours((now - treated) / HOUR)?;
        let clock = environment.day(treated).map(|day| Clock::from(&day));
        Some(Self {
            // A card of the clock is one of a full minute.
            elapsed: Elapsed::from_minutes(elapsed.minutes()),
            treated_at: clock.map_or(TreatedAt::Unknown, Clock::treated_at),
            treated: Some(treated),
            now,
        })
    }

    /// Of so many hours since the treatment, as they were at the moment `then`. They are a
    /// rough number, so "the next day" is read with care and not worked out from them.
    pub(super) fn from_rough_hours(minutes: Minutes, then: f64, now: f64) -> Option<Self> {
        let hours = minutes.hours().get();
        Some(Self {
            elapsed: Elapsed::from_hours(hours + (now - then) / HOUR)?,
            treated_at: TreatedAt::Unknown,
            treated: Some(then - hours * HOUR),
            now,
        })
    }

    /// The moment of a question; `None` where its hours are no time since a treatment.
    pub fn of(question: &Question, now: f64) -> Option<Self> {
        Some(Self {
            elapsed: Elapsed::from_hours(question.hours)?,
            treated_at: question.clock.map_or(TreatedAt::Unknown, Clock::treated_at),
            treated: question.treated.filter(|treated| treated.is_finite()),
            now,
        })
    }

    /// The treatment in minutes since 1970: the first full one, which is the
    /// careful side. `None` where there is no clock, or one that is far off.
    pub(crate) fn minutes_since_1970(&self) -> Option<Minutes> {
        let minutes = (self.treated? / MINUTE).ceil();
        (minutes >= 0.0 && minutes < f64::from(u32::MAX)).then_some(Minutes(minutes as u32))
    }

    /// The instant so many minutes after the treatment.
    pub(crate) fn instant(&self, after: Minutes) -> Option<f64> {
        Some(self.treated? + f64::from(after.0) * MINUTE)
    }
}

impl Clock {
    /// Where midnight and six o'clock are known from a calendar.
    pub(super) fn of(treated_at: TreatedAt) -> Option<Self> {
        let TreatedAt::Calendar(clock, day) = treated_at else {
            return None;
        };
        Some(Self {
            // A day has fewer minutes.
            minute: clock.minute_of_day() as u16,
            end: day.end().0,
            start: day.start().0,
        })
    }

    /// The clock time, with midnight and six o'clock as the calendar gives them; unknown,
    /// which is read with care, where the three do not belong together.
    fn treated_at(self) -> TreatedAt {
        let clock = ClockTime::from_minute_of_day(self.minute);
        let day = Day::from_calendar(Minutes(self.end), Minutes(self.start));
        match (clock, day) {
            (Some(clock), Some(day)) => TreatedAt::Calendar(clock, day),
            _ => TreatedAt::Unknown,
        }
    }
}

//! Which moment does a part of a day mean, and how does the form say a moment?
//!
//! A part of a day stands for the last minute that it may mean, and for none that is still
//! to come: whoever has waited less than they think hears "wait" for longer, and not the
//! other way round.

use serde::Serialize;

use super::calendar::day;
use super::environment::Environment;
use super::local_time::LocalTime;
use crate::consensus::clock_text;

/// A part of a day, as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum PartOfDay {
    /// Before noon.
    Morning,
    /// From noon to six.
    Afternoon,
    /// After six.
    Evening,
}

/// The day of the treatment, as people say it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum TreatmentDay {
    /// Today.
    #[default]
    Today,
    /// The day before.
    Yesterday,
    /// The one that the date names.
    Earlier,
}

/// A moment as the form says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct InputValues {
    /// The day.
    pub day: TreatmentDay,
    /// As a date input has it, such as `2026-11-21`; empty where the day says it.
    pub date: String,
    /// As a time input has it, such as `12:00`; empty where the part of the day says it.
    pub time: String,
    /// The part of the day of a moment that is only guessed.
    pub part: Option<PartOfDay>,
}

const NOON: u16 = 12 * 60;
const SIX: u16 = 18 * 60;
const LAST: u16 = 24 * 60 - 1;

/// In milliseconds.
const MINUTE: f64 = 60_000.0;
const DAY: f64 = 24.0 * 60.0 * MINUTE;

impl PartOfDay {
    const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// Its first and its last minute. They meet: at noon sharp it is both.
    fn span(self) -> (u16, u16) {
        match self {
            Self::Morning => (0, NOON),
            Self::Afternoon => (NOON, SIX),
            Self::Evening => (SIX, LAST),
        }
    }

    /// The part that a minute of the day ends or is in.
    pub(crate) fn of(minute: u16) -> Self {
        let is_in = |part: &Self| minute <= part.span().1;
        Self::ALL.into_iter().find(is_in).unwrap_or(Self::Evening)
    }

    /// The last instant that it may mean on a date; the end of one that has not begun, which
    /// is to come.
    pub(super) fn instant(
        self,
        date: &str,
        environment: &dyn Environment,
        now: f64,
    ) -> Option<f64> {
        let (_, last) = self.span();
        // Where the clock shows it twice, the later one.
        let end = local_instant(date, last, environment, f64::INFINITY)?;
        let is_running = self.has_begun(date, environment, now)? && now < end;
        Some(match is_running {
            true => (now / MINUTE).floor() * MINUTE,
            false => end,
        })
    }

    fn has_begun(self, date: &str, environment: &dyn Environment, now: f64) -> Option<bool> {
        let (first, _) = self.span();
        Some(local_instant(date, first, environment, now)? <= now)
    }

    /// Those that have begun on a date.
    pub(super) fn begun(date: &str, environment: &dyn Environment, now: f64) -> Vec<Self> {
        let mut begun = Vec::new();
        for part in Self::ALL {
            if part.has_begun(date, environment, now) == Some(true) {
                begun.push(part);
            }
        }
        begun
    }
}

impl TreatmentDay {
    /// Its date, where `typed` is the one in the form; `None` where the calendar cannot be read.
    pub(super) fn date(
        self,
        typed: &str,
        environment: &dyn Environment,
        now: f64,
    ) -> Option<String> {
        match self {
            Self::Today => Some(day(environment, now)?.date),
            Self::Yesterday => yesterday(environment, now),
            Self::Earlier => Some(typed.to_owned()),
        }
    }
}

/// The date of the day before.
fn yesterday(environment: &dyn Environment, now: f64) -> Option<String> {
    let today = day(environment, now)?;
    // From the middle of today a day back is within the day before, also where a night has
    // an hour more or less.
    let noon = now + (f64::from(NOON) - f64::from(today.minute)) * MINUTE;
    Some(day(environment, noon - DAY)?.date)
}

/// An instant as the form says it, on the visitor's calendar; `None` where that cannot be
/// read.
pub fn input_values(
    environment: &dyn Environment,
    instant: f64,
    is_guess: bool,
    now: f64,
) -> Option<InputValues> {
    let at = day(environment, instant)?;
    let treatment_day = if at.date == day(environment, now)?.date {
        TreatmentDay::Today
    } else if Some(&at.date) == yesterday(environment, now).as_ref() {
        TreatmentDay::Yesterday
    } else {
        TreatmentDay::Earlier
    };
    Some(InputValues {
        day: treatment_day,
        date: match treatment_day {
            TreatmentDay::Earlier => at.date,
            _ => String::new(),
        },
        time: match is_guess {
            true => String::new(),
            false => clock_text(at.minute.into()),
        },
        part: is_guess.then(|| PartOfDay::of(at.minute)),
    })
}

fn local_instant(
    date: &str,
    minute: u16,
    environment: &dyn Environment,
    until: f64,
) -> Option<f64> {
    LocalTime::parse(&format!("{date}T{}", clock_text(minute.into())))?.instant(environment, until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::test_environment::FixedCalendar;
    use crate::settings::{Form, typed_instant};

    const NOW: &str = "2026-11-22T09:30";

    /// The instant of a part of a day, as the fixed calendar writes it.
    fn read(day: TreatmentDay, part: PartOfDay, now: &str) -> String {
        let calendar = FixedCalendar::default();
        let form = Form {
            day,
            date: "2026-11-20".to_owned(),
            part: Some(part),
            ..Form::default()
        };
        let now = calendar.instant(now);
        let instant = typed_instant(&form, &calendar, now).expect("an instant");
        let values = input_values(&calendar, instant, false, now).expect("a calendar");
        format!("{:?} {}", values.day, values.time)
    }

    #[test]
    fn a_part_of_a_day_is_the_last_minute_that_it_may_mean() {
        use PartOfDay::{Afternoon, Evening, Morning};
        use TreatmentDay::{Earlier, Today, Yesterday};
        for (day, part, now, expected) in [
            (Yesterday, Morning, NOW, "Yesterday 12:00"),
            (Yesterday, Afternoon, NOW, "Yesterday 18:00"),
            (Yesterday, Evening, NOW, "Yesterday 23:59"),
            (Earlier, Evening, NOW, "Earlier 23:59"),
            (Today, Morning, NOW, "Today 09:30"),
            (Today, Morning, "2026-11-22T20:00", "Today 12:00"),
            (Today, Afternoon, "2026-11-22T12:00", "Today 12:00"),
            (Today, Afternoon, "2026-11-22T20:00", "Today 18:00"),
            (Today, Evening, "2026-11-22T20:00:59", "Today 20:00"),
            // What has not begun is to come.
            (Today, Afternoon, NOW, "Today 18:00"),
            (Today, Evening, NOW, "Today 23:59"),
        ] {
            assert_eq!(read(day, part, now), expected, "{part:?} at {now}");
        }
    }

    #[test]
    fn a_reader_is_offered_what_has_begun() {
        let begun = |day, now| {
            let form = Form {
                day,
                ..Form::default()
            };
            let calendar = FixedCalendar::default();
            form.parts(&calendar, calendar.instant(now)).len()
        };
        for (now, offered) in [
            ("2026-11-22T00:00", 1),
            ("2026-11-22T11:59", 1),
            ("2026-11-22T12:00", 2),
            ("2026-11-22T17:59", 2),
            ("2026-11-22T18:00", 3),
        ] {
            assert_eq!(begun(TreatmentDay::Today, now), offered, "{now}");
            assert_eq!(begun(TreatmentDay::Yesterday, now), 3);
            assert_eq!(begun(TreatmentDay::Earlier, now), 3, "with no date yet");
        }
        let unreadable = FixedCalendar::unreadable();
        assert_eq!(Form::default().parts(&unreadable, 0.0), []);
    }

    #[test]
    fn a_guessed_instant_is_shown_as_the_part_of_the_day_that_it_ends() {
        let calendar = FixedCalendar::default();
        let now = calendar.instant(NOW);
        let shown = |at: &str| {
            let instant = calendar.instant(at);
            let values = input_values(&calendar, instant, true, now).expect("a calendar");
            assert_eq!(values.time, "");
            (values.day, values.date, values.part.expect("a part"))
        };
        let day = |day| (day, String::new());
        for (at, (day, date), part) in [
            (NOW, day(TreatmentDay::Today), PartOfDay::Morning),
            (
                "2026-11-21T12:00",
                day(TreatmentDay::Yesterday),
                PartOfDay::Morning,
            ),
            (
                "2026-11-21T18:00",
                day(TreatmentDay::Yesterday),
                PartOfDay::Afternoon,
            ),
            (
                "2026-11-21T23:59",
                day(TreatmentDay::Yesterday),
                PartOfDay::Evening,
            ),
            (
                "2026-11-20T23:59",
                (TreatmentDay::Earlier, "2026-11-20".to_owned()),
                PartOfDay::Evening,
            ),
        ] {
            assert_eq!(shown(at), (day, date, part), "{at}");
        }
    }
}

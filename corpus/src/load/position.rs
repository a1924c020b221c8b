//! One position of a record: the rule, its two moments, and whether they fit.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use toml::Spanned;

use super::Problems;
use super::data_file::DataFile;
use crate::{Position, Time};

/// No answer names a wait of more than a year; a larger number is a slip.
const MOST_HOURS: f64 = 366.0 * 24.0;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PositionRecord {
    pub(super) rule: Spanned<String>,
    no_until: Option<Spanned<Moment>>,
    yes_from: Option<Spanned<Moment>>,
}

/// A moment as it is written: hours, `"day-end"` or `"day-start"`.
#[derive(Clone, Copy)]
enum Moment {
    Hours(f64),
    DayEnd,
    DayStart,
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MomentVisitor;
        impl Visitor<'_> for MomentVisitor {
            type Value = Moment;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("hours as a number, \"day-end\" or \"day-start\"")
            }
            fn visit_f64<E: Error>(self, hours: f64) -> Result<Moment, E> {
                Ok(Moment::Hours(hours))
            }
            fn visit_i64<E: Error>(self, hours: i64) -> Result<Moment, E> {
                // Hours beyond the limit are refused below, so the rounding of
                // huge numbers is of no account.
                Ok(Moment::Hours(hours as f64))
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<Moment, E> {
                match name {
                    "day-end" => Ok(Moment::DayEnd),
                    "day-start" => Ok(Moment::DayStart),
                    _ => Err(E::invalid_value(serde::de::Unexpected::Str(name), &self)),
                }
            }
        }
        deserializer.deserialize_any(MomentVisitor)
    }
}

impl PositionRecord {
    /// The checked position; `None` after a problem.
    pub(super) fn check(&self, file: &DataFile, problems: &mut Problems) -> Option<Position> {
        let rule = self.rule.get_ref().as_str();
        let line = file.line(self.rule.span().start);
        let mut problem = |message: String| {
            problems.add(&file.path, line, message);
            None
        };
        let (no_until, yes_from) = match (&self.no_until, &self.yes_from) {
            (None, None) if rule == "R6" => return Some(Position::Untimed),
            (Some(no_until), Some(yes_from)) => (no_until, yes_from),
            _ => {
                return problem(format!(
                    "rule {rule:?} with {} of `no_until` and `yes_from`; give both, or neither with rule \"R6\"",
                    if self.no_until.is_some() || self.yes_from.is_some() {
                        "only one"
                    } else {
                        "neither"
                    }
                ));
            }
        };
        let no_until = time(file, no_until, problems)?;
        let yes_from = time(file, yes_from, problems)?;
        let mut problem = |message: String| {
            problems.add(&file.path, line, message);
            None
        };
        if let Some(clock) = out_of_order(no_until, yes_from) {
            return problem(format!(
                "`no_until` ({}) is later than `yes_from` ({}){clock}; the wait must end before \"fine\" begins",
                named(no_until),
                named(yes_from)
            ));
        }
        let wanted = match rule {
            "R1" if no_until == yes_from && is_wait(no_until) => None,
            "R1" => Some("`no_until` and `yes_from` equal and more than 0"),
            "R2" if no_until != yes_from && no_until != Time::Minutes(0) => None,
            "R2" => Some("two different times, both more than 0"),
            "R3" if (no_until, yes_from) == (Time::DayEnd, Time::DayStart) => None,
            "R3" => Some("\"day-end\" and \"day-start\""),
            "R4" if (no_until, yes_from) == (Time::Minutes(0), Time::Minutes(0)) => None,
            "R4" => Some("0 and 0"),
            "R5" if no_until == Time::Minutes(0) && yes_from != Time::Minutes(0) => None,
            "R5" => Some("`no_until` = 0 and a later `yes_from`"),
            "R7" if (no_until, yes_from) == (Time::Minutes(0), Time::Minutes(24 * 60)) => None,
            "R7" => Some("0 and 24"),
            "R6" => Some("no times at all"),
            _ => {
                return problem(format!(
                    "unknown rule {rule:?}; the codebook in data/README.md has R1 to R7"
                ));
            }
        };
        match wanted {
            Some(wanted) => problem(format!(
                "the times do not fit rule {rule:?}, which has {wanted}; correct the rule or the times"
            )),
            None => Some(Position::Timed { no_until, yes_from }),
        }
    }
}

/// A time as a problem names it.
fn named(time: Time) -> String {
    match time {
        Time::Minutes(minutes) if minutes % 60 == 0 => format!("{} h", minutes / 60),
        Time::Minutes(minutes) => format!("{minutes} min"),
        Time::DayEnd => "day-end".to_owned(),
        Time::DayStart => "day-start".to_owned(),
    }
}

fn time(file: &DataFile, moment: &Spanned<Moment>, problems: &mut Problems) -> Option<Time> {
    match *moment.get_ref() {
        Moment::DayEnd => Some(Time::DayEnd),
        Moment::DayStart => Some(Time::DayStart),
        // Whole minutes, to the nearest: 0.33 h is 20 minutes.
        Moment::Hours(hours) if (0.0..=MOST_HOURS).contains(&hours) => {
            Some(Time::Minutes((hours * 60.0).round() as u32))
        }
        Moment::Hours(hours) => {
            problems.add(
                &file.path,
                file.line(moment.span().start),
                format!(
                    "the time {hours} h is not a number of hours from 0 to {MOST_HOURS}; \
                     correct it, or use \"day-end\" or \"day-start\""
                ),
            );
            None
        }
    }
}

/// A wait of so many hours.
fn is_wait(time: Time) -> bool {
    matches!(time, Time::Minutes(minutes) if minutes > 0)
}

/// Where `no_until` comes after `yes_from`: for fixed times always, for the
/// next day at some clock time of the treatment.
fn out_of_order(no_until: Time, yes_from: Time) -> Option<String> {
    let at = |time, clock: Option<u32>| match (time, clock) {
        (Time::Minutes(minutes), _) => minutes,
        (Time::DayEnd, None) => 16 * 60,
        (Time::DayStart, None) => 24 * 60,
        (Time::DayEnd, Some(clock)) => 24 * 60 - clock,
        (Time::DayStart, Some(clock)) => 30 * 60 - clock,
    };
    if at(no_until, None) > at(yes_from, None) {
        return Some(String::new());
    }
    (0..24 * 60)
        .find(|&clock| at(no_until, Some(clock)) > at(yes_from, Some(clock)))
        .map(|clock| format!(" for a treatment at {:02}:{:02}", clock / 60, clock % 60))
}

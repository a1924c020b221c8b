//! What do the form's values and the clock come to: a question, or the reason why there is
//! none?

use aftercare_corpus::Value;
use serde::{Deserialize, Serialize};

use super::attributes::{Settings, When};
use super::decimal::whole_number;
use super::environment::Environment;
use super::fields::Fields;
use super::local_time::LocalTime;
use super::question::{Moment, Question};
use super::rough_time::{PartOfDay, TreatmentDay};
use crate::consensus::Minutes;
use crate::i18n::clean;

/// What stands in the form; empty texts for what is not chosen or typed.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(from = "Value", rename_all = "camelCase")]
pub struct Form {
    /// The value of the chosen treatment.
    pub treatment: String,
    /// The id of the chosen activity.
    pub activity: String,
    /// How the time is given.
    pub mode: Mode,
    /// The chosen day.
    pub day: TreatmentDay,
    /// The date of an earlier day, as a date input has it: `2026-11-21`.
    pub date: String,
    /// As a time input has it: `17:00`.
    pub time: String,
    /// The part of the day, where the reader does not know the time.
    pub part: Option<PartOfDay>,
    /// The instant that these were when they were typed, by [`typed_instant`]: a device that
    /// goes to another zone does not move the treatment. `None` where there is none.
    pub treated: Option<f64>,
    /// Hours since the treatment, as they were typed.
    pub hours: String,
    /// Whether the reader has asked for the answer, and so is told what is missing.
    pub is_submitted: bool,
    /// When the hours were typed, in milliseconds since 1970: from then on they grow.
    pub typed_at: f64,
}

impl From<Value> for Form {
    fn from(mut given: Value) -> Self {
        Self {
            treatment: given.take_text("treatment"),
            activity: given.take_text("activity"),
            mode: match &*given.take_text("mode") {
                "hours" => Mode::Hours,
                _ => Mode::Clock,
            },
            day: match &*given.take_text("day") {
                "today" => TreatmentDay::Today,
                "yesterday" => TreatmentDay::Yesterday,
                _ => TreatmentDay::Earlier,
            },
            date: given.take_text("date"),
            time: given.take_text("time"),
            part: match &*given.take_text("part") {
                "morning" => Some(PartOfDay::Morning),
                "afternoon" => Some(PartOfDay::Afternoon),
                "evening" => Some(PartOfDay::Evening),
                _ => None,
            },
            treated: given.take_number("treated"),
            hours: given.take_text("hours"),
            is_submitted: given.take_flag("isSubmitted"),
            typed_at: given.take_number("typedAt").unwrap_or(f64::NAN),
        }
    }
}

/// How the time of the treatment is given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// By day and time.
    #[default]
    Clock,
    /// By the hours since.
    Hours,
}

/// What the form and the clock come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The question; `None` while something is missing.
    pub question: Option<Question>,
    /// Why there is no time; `None` where there is one.
    pub no_time: Option<NoTime>,
    /// When to look at the clock again, in milliseconds since 1970; `None` for never.
    pub due: Option<f64>,
}

/// Why there is no time of the treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTime {
    /// Nothing is said yet.
    Nothing,
    /// Date or time is missing.
    Incomplete,
    /// It is later than now.
    Future,
    /// The visitor's clock and calendar cannot be read.
    Unreadable,
    /// It is more than so many days ago, which is a slip, or a date that is still being typed.
    Past(u32),
    /// The hours are no number from 0 up.
    Hours,
}

const MINUTE: u64 = 60_000;

/// A treatment so long ago or less has an answer, however its time is given: as many hours
/// as can be typed, and a little more, since they grow. No wait is longer, be it a
/// clinic's.
const LONGEST_AGO: Minutes = Minutes(10_000 * 60);

impl Asked {
    /// What is asked, under the settings of the page's owner.
    pub fn new(
        settings: &Settings<'_>,
        form: &Form,
        environment: &dyn Environment,
        now: f64,
    ) -> Self {
        let fields = Fields::of(settings);
        let moment = match settings.when {
            _ if fields.when => form.moment(environment, now),
            When::Hours(elapsed) => Ok(Moment::fixed(elapsed, now)),
            When::At(time) => {
                let treated = time.instant(environment, now);
                since(environment, treated, time.is_guess(), now)
            }
            When::Asked => Err(NoTime::Nothing),
        };
        let moment = match moment {
            Ok(moment) if moment.elapsed.minutes() > LONGEST_AGO => {
                Err(NoTime::Past(LONGEST_AGO.0 / (24 * 60)))
            }
            moment => moment,
        };
        // A moment to come is looked at again, too, and so is what the day offers.
        let live = match &moment {
            Ok(moment) => moment.treated.is_some(),
            Err(NoTime::Future | NoTime::Nothing) => true,
            Err(_) => !fields.when,
        };
        Self {
            due: live.then(|| next_minute(now)),
            no_time: moment.err(),
            question: moment
                .ok()
                .and_then(|moment| form.question(settings, fields, moment)),
        }
    }
}

impl Form {
    /// When the treatment was, as the visitor says.
    fn moment(&self, environment: &dyn Environment, now: f64) -> Result<Moment, NoTime> {
        match self.mode {
            Mode::Hours => {
                let hours = clean(&self.hours);
                if hours.is_empty() {
                    return Err(NoTime::Nothing);
                }
                let minutes = typed_minutes(&hours).ok_or(NoTime::Hours)?;
                Moment::from_rough_hours(minutes, self.typed_at, now).ok_or(NoTime::Hours)
            }
            // What is still empty is not wrong yet.
            Mode::Clock if self.lacks_date() || self.lacks_time() => Err(NoTime::Nothing),
            Mode::Clock if !self.is_legible() => Err(NoTime::Incomplete),
            Mode::Clock => since(environment, self.treated, self.part.is_some(), now),
        }
    }

    /// Whether a date is asked and there is none.
    pub(crate) fn lacks_date(&self) -> bool {
        self.mode == Mode::Clock
            && self.day == TreatmentDay::Earlier
            && self.date.trim_ascii().is_empty()
    }

    /// Whether neither a time nor a part of the day is given where one is asked.
    pub(crate) fn lacks_time(&self) -> bool {
        self.mode == Mode::Clock && self.part.is_none() && self.time.trim_ascii().is_empty()
    }

    /// Whether date and time can be read. Not every browser has fields for them that take
    /// nothing else.
    fn is_legible(&self) -> bool {
        let date = match self.day {
            TreatmentDay::Earlier => &self.date,
            _ => "2000-01-01",
        };
        let time = match self.part {
            None => &self.time,
            Some(_) => "00:00",
        };
        typed_time(date, time).is_some()
    }

    /// The parts of the chosen day that have begun.
    pub fn parts(&self, environment: &dyn Environment, now: f64) -> Vec<PartOfDay> {
        let date = self.day.date(&self.date, environment, now);
        let date = date.filter(|date| !date.is_empty());
        // Of a day that is not chosen yet, all.
        let date = date.unwrap_or_else(|| "2000-01-01".to_owned());
        PartOfDay::begun(&date, environment, now)
    }

    fn question(
        &self,
        settings: &Settings<'_>,
        fields: Fields,
        moment: Moment,
    ) -> Option<Question> {
        let chosen = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        Some(Question {
            // What was chosen while there was a field for it counts no longer without one.
            treatment: match fields.treatment {
                true => chosen(&self.treatment)?,
                false => settings.treatment?.to_owned(),
            },
            activity: match fields.activity {
                true => chosen(&self.activity),
                false => settings.activity.map(str::to_owned),
            },
            moment,
        })
    }
}

/// A treatment at an instant, if that could be read.
fn since(
    environment: &dyn Environment,
    treated: Option<f64>,
    is_guess: bool,
    now: f64,
) -> Result<Moment, NoTime> {
    let treated = treated.ok_or(NoTime::Unreadable)?;
    Moment::since(environment, treated, is_guess, now).ok_or(NoTime::Future)
}

/// The instant that day and time or part of the day mean where they are typed at the moment
/// `now`, on the clock of then; `None` where they mean none, or the clock cannot be read.
pub fn typed_instant(form: &Form, environment: &dyn Environment, now: f64) -> Option<f64> {
    let date = form.day.date(&form.date, environment, now)?;
    match form.part {
        Some(part) => part.instant(&date, environment, now),
        None => typed_time(&date, &form.time)?.instant(environment, now),
    }
}

fn typed_time(date: &str, time: &str) -> Option<LocalTime> {
    LocalTime::parse(&format!("{date}T{time}"))
}

fn next_minute(now: f64) -> f64 {
    // In whole numbers: a cast from floats saturates.
    let past = now as u64 % MINUTE;
    now + (MINUTE - past) as f64
}

/// Hours as a person types them, to the minute: up to four digits, and up to two
/// behind one comma or point. Neither `1e9` nor `0x10`, nor `1,000`, which is a
/// thousand to some and one to others.
pub(crate) fn typed_minutes(text: &str) -> Option<Minutes> {
    let (whole, fraction) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |text: &str, longest| match text {
        "" => Some(0),
        _ => whole_number(text).filter(|_| text.len() <= longest),
    };
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let hundredths = digits(fraction, 2)? * if fraction.len() == 1 { 10 } else { 1 };
    Some(Minutes(digits(whole, 4)? * 60 + hundredths * 60 / 100))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::test_environment::FixedCalendar;

    /// What a form is asked under some attributes, at midnight of 1 January 1970.
    fn asked(attributes: &[(&str, &str)], form: &Form) -> Option<(String, Option<String>)> {
        let attributes = attributes.iter().copied();
        let settings = Settings::parse(&crate::CORPUS, attributes).expect("settings");
        let asked = Asked::new(&settings, form, &FixedCalendar::default(), 0.0);
        let question = asked.question?;
        Some((question.treatment, question.activity))
    }

    #[test]
    fn what_was_chosen_counts_while_there_is_a_field_for_it() {
        let form = Form {
            treatment: "xeomin".to_owned(),
            activity: "alcohol".to_owned(),
            mode: Mode::Hours,
            hours: "5".to_owned(),
            ..Form::default()
        };
        let question = |treatment: &str, activity: Option<&str>| {
            Some((treatment.to_owned(), activity.map(str::to_owned)))
        };
        let fixed = ("hours", "14");
        let named = ("treatment", "dysport");
        assert_eq!(asked(&[], &form), question("xeomin", Some("alcohol")));
        assert_eq!(asked(&[named], &form), question("dysport", Some("alcohol")));
        assert_eq!(asked(&[named, fixed], &form), question("dysport", None));
        assert_eq!(
            asked(&[named, fixed, ("activity", "heat")], &form),
            question("dysport", Some("heat"))
        );
        assert_eq!(
            asked(&[named, ("activity", "heat"), ("ask", "")], &form),
            question("xeomin", Some("alcohol"))
        );
    }

    #[test]
    fn hours_are_read_as_people_type_them() {
        for (text, minutes) in [
            ("0", 0),
            ("5", 300),
            ("5.5", 330),
            ("5,5", 330),
            ("5.25", 315),
            ("5.05", 303),
            (".5", 30),
            ("5.", 300),
            ("0014", 840),
            ("9999", 599_940),
        ] {
            assert_eq!(typed_minutes(text), Some(Minutes(minutes)), "{text}");
        }
        for text in [
            "", ".", ",", "1e9", "0x10", "1,000", "1.2.3", "-1", "+1", "10000", "5.555", "5 h", "٥",
        ] {
            assert_eq!(typed_minutes(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_pasted_into_the_hours_is_read_as_it_is_meant() {
        let question = |hours: &str| {
            let form = Form {
                treatment: "dysport".to_owned(),
                mode: Mode::Hours,
                hours: hours.to_owned(),
                ..Form::default()
            };
            asked(&[], &form)
        };
        for hours in ["\u{202d}14\u{202c}", "5,5\u{a0}", "\u{200b}\u{ff15}"] {
            assert!(question(hours).is_some(), "{hours:?}");
        }
        for hours in ["\u{2212}5", "5\u{2013}6", "\u{200b}"] {
            assert_eq!(question(hours), None, "{hours:?}");
        }
    }

    #[test]
    fn the_hours_of_every_minute_are_typed_as_that_minute() {
        for minute in 0..9_999 * 60 {
            let typed = super::super::decimal::hours(Minutes(minute));
            assert_eq!(typed_minutes(&typed), Some(Minutes(minute)), "{typed}");
        }
    }

    #[test]
    fn the_clock_is_looked_at_again_at_the_next_full_minute() {
        assert_eq!(next_minute(0.0), 60_000.0);
        assert_eq!(next_minute(59_999.0), 60_000.0);
        assert_eq!(next_minute(60_000.5), 120_000.5);
    }
}

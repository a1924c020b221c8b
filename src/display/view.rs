//! What do the form and the clock say now, and what is the answer? One look for each
//! update of the page.

use aftercare_corpus::{Corpus, Words};
use serde::Serialize;

use super::card_display::Display;
use super::head::Answer;
use crate::guidance::{ErrorCode, GuidanceError};
use crate::settings::{
    Asked, Environment, Fields, Form, Mode, NoTime, Question, RoughTime, Settings, When, day,
};

/// What the form and the clock come to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct View<'d> {
    /// When to look at the clock again, in milliseconds since 1970; `null` for never.
    pub due: Option<f64>,
    /// Today on the visitor's calendar, as a date input has it; empty where that cannot be
    /// read.
    pub today: String,
    /// The rough times that make sense now.
    pub rough_times: Vec<RoughTime>,
    /// What is wrong with the time, in a sentence for the form.
    pub wrong: Option<String>,
    /// What is missing, in a sentence for each field.
    pub missing: Missing<'d>,
    /// What is asked; `null` while something is missing or there is no card.
    pub question: Option<Question>,
    /// The answer. At most one of `answer` and `problem` is there; while neither is,
    /// something is still to be said.
    pub answer: Option<Answer<'d>>,
    /// Why there is no card.
    pub problem: Option<Problem>,
}

/// What is missing in the form once the reader has asked for the answer; `null` for what is
/// there, or not asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Missing<'d> {
    /// The treatment.
    pub treatment: Option<&'d str>,
    /// The date.
    pub date: Option<&'d str>,
    /// The time of day.
    pub time: Option<&'d str>,
    /// The hours since the treatment.
    pub hours: Option<&'d str>,
}

/// Why there is no card, though nothing is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Problem {
    /// A sentence for the reader.
    pub text: String,
    /// For programs.
    pub code: ErrorCode,
    /// A sentence for the page's owner.
    pub message: String,
}

/// Looks at the form and the clock. `given` is the attribute `treated-at` or `hours`, as it
/// is written. The form offers only what the corpus has, so that there is an
/// error in a form of a page's own alone.
pub fn view<'d>(
    corpus: &'d Corpus,
    words: &'d Words,
    settings: &'d Settings<'d>,
    form: &Form,
    given: &str,
    environment: &'d dyn Environment,
    now: f64,
) -> Result<View<'d>, GuidanceError> {
    let asked = Asked::new(settings, form, environment, now);
    let today = day(environment, now);
    let missing = Missing::of(words, Fields::of(settings), form);
    let wrong = match asked.no_time {
        // The field says so itself.
        Some(NoTime::Incomplete) if missing.date.is_some() => None,
        no_time => no_time.and_then(|no_time| wrong(words, no_time)),
    };
    let mut view = View {
        due: asked.due,
        rough_times: today
            .as_ref()
            .map_or_else(Vec::new, |today| RoughTime::offered(today.minute).collect()),
        today: today.map_or_else(String::new, |today| today.date),
        wrong: None,
        missing,
        question: None,
        answer: None,
        problem: None,
    };
    match asked.question {
        Some(question) => {
            let display = Display::new(corpus, words, settings, environment, question, now)?;
            view.answer = Some(display.answer());
            view.question = Some(display.into_question());
            view.wrong = wrong;
        }
        None if Fields::of(settings).when => view.wrong = wrong,
        // The moment that the page's owner has given is to come, long ago, or cannot be
        // found out.
        None => {
            let accepted = match asked.no_time {
                Some(NoTime::Unreadable) => {
                    "a time with Z or an offset behind it, where a browser's clock cannot be read"
                }
                Some(NoTime::Past(_)) => "no more than 10000 hours ago",
                _ => "a time that is past",
            };
            let (code, name) = match settings.when {
                When::Hours(_) => (ErrorCode::InvalidHours, "hours"),
                _ => (ErrorCode::InvalidTime, "treated-at"),
            };
            view.problem = wrong.map(|text| {
                let error = GuidanceError::unaccepted(code, name, given, accepted);
                Problem::new(text, &error)
            });
        }
    }
    Ok(view)
}

impl<'d> Missing<'d> {
    fn of(words: &'d Words, fields: Fields, form: &Form) -> Self {
        let sentences = &words.core.form;
        let told = |is_asked: bool, value: &str, sentence: &'d str| {
            let is_missing = is_asked && value.trim_ascii().is_empty();
            (form.is_submitted && is_missing).then_some(sentence)
        };
        let by_clock = fields.when && form.mode == Mode::Clock;
        let by_hours = fields.when && form.mode == Mode::Hours;
        Self {
            treatment: told(
                fields.treatment,
                &form.treatment,
                &sentences.missing_treatment,
            ),
            date: told(by_clock, &form.date, &sentences.missing_date),
            time: told(by_clock, &form.time, &sentences.missing_time),
            hours: told(by_hours, &form.hours, &sentences.missing_hours),
        }
    }
}

impl Problem {
    fn new(text: String, error: &GuidanceError) -> Self {
        Self {
            text,
            code: error.code(),
            message: error.message().to_owned(),
        }
    }
}

/// What is wrong with the time, in a sentence; nothing while it is only missing.
fn wrong(words: &Words, no_time: NoTime) -> Option<String> {
    let sentences = &words.core.form;
    Some(match no_time {
        NoTime::Nothing => return None,
        NoTime::Incomplete => sentences.error_incomplete.to_string(),
        NoTime::Future => sentences.error_future.to_string(),
        NoTime::Unreadable => sentences.error_unreadable.to_string(),
        NoTime::Past(days) => sentences.error_past.fill(&[("n", &days.to_string())]),
        NoTime::Hours => sentences.error_hours.to_string(),
    })
}

//! What do the form and the clock say now, and what is the answer? One look for each
//! update of the page.

use aftercare_corpus::{Corpus, Words};
use serde::Serialize;

use super::card_display::Display;
use super::head::Answer;
use crate::guidance::{ErrorCode, GuidanceError};
use crate::settings::{
    Asked, Environment, Fields, Form, Mode, NoTime, PartOfDay, Settings, TreatmentDay, When, day,
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
    /// The parts of the chosen day that have begun.
    pub parts: Vec<PartOfDay>,
    /// What is wrong or missing, in a sentence for each field.
    pub errors: FieldErrors,
    /// The answer. At most one of `answer` and `problem` is there; while neither is,
    /// something is still to be said.
    pub answer: Option<Answer<'d>>,
    /// Why there is no card.
    pub problem: Option<Problem>,
}

/// What is wrong with a field, or missing in it once the reader has asked for the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct FieldErrors {
    /// The treatment.
    pub treatment: Option<String>,
    /// The date.
    pub date: Option<String>,
    /// The time of day.
    pub time: Option<String>,
    /// The hours since the treatment.
    pub hours: Option<String>,
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
    let wrong = asked.no_time.and_then(|no_time| wrong(words, no_time));
    let mut view = View {
        due: asked.due,
        parts: form.parts(environment, now),
        today: today.map_or_else(String::new, |today| today.date),
        errors: FieldErrors::default(),
        answer: None,
        problem: None,
    };
    match asked.question {
        Some(question) => {
            let display = Display::new(corpus, words, settings, environment, question)?;
            view.answer = Some(display.answer());
        }
        None => {
            let fields = Fields::of(settings);
            view.errors = FieldErrors::of(words, fields, form);
            if fields.when {
                view.errors.add(form, asked.no_time, wrong);
                return Ok(view);
            }
            // The moment that the page's owner has given is to come, long ago, or cannot be
            // found out.
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

impl FieldErrors {
    /// What is missing.
    fn of(words: &Words, fields: Fields, form: &Form) -> Self {
        let sentences = &words.core.form;
        let told = |is_missing: bool, sentence: &str| {
            (form.is_submitted && is_missing).then(|| sentence.to_owned())
        };
        let lacks = |value: &str| value.trim_ascii().is_empty();
        let lacks_treatment = fields.treatment && lacks(&form.treatment);
        let lacks_hours = form.mode == Mode::Hours && lacks(&form.hours);
        Self {
            treatment: told(lacks_treatment, &sentences.missing_treatment),
            date: told(fields.when && form.lacks_date(), &sentences.missing_date),
            time: told(fields.when && form.lacks_time(), &sentences.missing_time),
            hours: told(fields.when && lacks_hours, &sentences.missing_hours),
        }
    }

    /// What is wrong with the time, at the field where it can be mended.
    fn add(&mut self, form: &Form, no_time: Option<NoTime>, wrong: Option<String>) {
        let is_date = matches!(no_time, Some(NoTime::Past(_) | NoTime::Incomplete));
        let field = match (form.mode, form.day) {
            (Mode::Hours, _) => &mut self.hours,
            (Mode::Clock, TreatmentDay::Earlier) if is_date => &mut self.date,
            (Mode::Clock, _) => &mut self.time,
        };
        if wrong.is_some() {
            *field = wrong;
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
        NoTime::Past(days) => sentences.error_past.with("n", &days.to_string()),
        NoTime::Hours => sentences.error_hours.to_string(),
    })
}

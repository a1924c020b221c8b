//! What does the page's owner fill in for the reader, who is asked all the same?

use aftercare_corpus::Corpus;
use serde::Serialize;

use super::attributes::{Settings, When};
use super::decimal::hours;
use super::environment::Environment;
use super::form::Mode;
use super::rough_time::clock_text;
use crate::consensus::{Elapsed, Minutes};
use crate::guidance::{Names, Options, guidance};

/// Values for the form; `null` for what is left to the reader.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Prefill {
    /// The value of a treatment.
    pub treatment: Option<String>,
    /// The id of an activity.
    pub activity: Option<String>,
    /// How the time is given.
    pub mode: Option<Mode>,
    /// As a date input has it.
    pub date: Option<String>,
    /// As a time input has it.
    pub time: Option<String>,
    /// Hours since the treatment.
    pub hours: Option<String>,
}

/// What the settings fill in; `None` where the reader is not asked for what is given.
pub fn prefill(
    corpus: &Corpus,
    settings: &Settings<'_>,
    environment: &dyn Environment,
) -> Option<Prefill> {
    if !settings.ask {
        return None;
    }
    let mut filled = Prefill {
        treatment: settings
            .treatment
            .and_then(|treatment| treatment_value(corpus, settings, treatment)),
        activity: settings.activity.map(str::to_owned),
        ..Prefill::default()
    };
    match settings.when {
        When::Asked => {}
        When::Hours(elapsed) => {
            filled.mode = Some(Mode::Hours);
            filled.hours = Some(hours(elapsed.minutes()));
        }
        When::At(time) => {
            // The very moment that is named, be it one that comes twice.
            let instant = environment.parse(&time.iso(), None);
            if let Some(day) = instant.and_then(|instant| environment.day(instant)) {
                filled.mode = Some(Mode::Clock);
                filled.time = Some(clock_text(day.minute));
                filled.date = Some(day.date);
            }
        }
    }
    Some(filled)
}

/// The value that stands for a treatment in the form.
fn treatment_value(corpus: &Corpus, settings: &Settings<'_>, name: &str) -> Option<String> {
    let at_once = Elapsed::from_minutes(Minutes(0));
    let options = Options {
        names: settings.names,
        ..Options::default()
    };
    let card = guidance(corpus, name, at_once, &options).ok()?;
    let value = match settings.names {
        Names::Brand => card.treatment.id,
        Names::Generic | Names::Class => card.treatment.name,
    };
    Some(value.to_owned())
}

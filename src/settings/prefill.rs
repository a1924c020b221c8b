//! What does the page's owner fill in for the reader, who is asked all the same?

use aftercare_corpus::Corpus;
use serde::Serialize;

use super::attributes::{Settings, When};
use super::decimal::hours;
use super::environment::Environment;
use super::form::Mode;
use super::rough_time::{InputValues, input_values};
use crate::guidance::find_treatment;
use crate::i18n::clean;

/// Values for the form; `null` for what is left to the reader.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Prefill {
    /// The value of a treatment.
    pub treatment: Option<String>,
    /// The id of an activity.
    pub activity: Option<String>,
    /// How the time is given.
    pub mode: Option<Mode>,
    /// A moment as the form says it.
    pub moment: Option<InputValues>,
    /// The same in milliseconds since 1970.
    pub treated: Option<f64>,
    /// Hours since the treatment.
    pub hours: Option<String>,
}

/// What the settings fill in; `None` where the reader is not asked for what is given.
pub fn prefill(
    corpus: &Corpus,
    settings: &Settings<'_>,
    environment: &dyn Environment,
    now: f64,
) -> Option<Prefill> {
    if !settings.ask {
        return None;
    }
    let mut filled = Prefill {
        treatment: settings
            .treatment
            .and_then(|treatment| treatment_value(corpus, settings, treatment)),
        activity: settings.activity.map(clean),
        ..Prefill::default()
    };
    match settings.when {
        When::Asked => {}
        When::Hours(elapsed) => {
            filled.mode = Some(Mode::Hours);
            filled.hours = Some(hours(elapsed.minutes()));
        }
        When::At(time) => {
            let instant = time.instant(environment, now);
            filled.moment = instant
                .and_then(|instant| input_values(environment, instant, time.is_guess(), now));
            if filled.moment.is_some() {
                filled.mode = Some(Mode::Clock);
                filled.treated = instant;
            }
        }
    }
    Some(filled)
}

/// The value that stands for a treatment in the form.
fn treatment_value(corpus: &Corpus, settings: &Settings<'_>, name: &str) -> Option<String> {
    let (_, treatment) = find_treatment(corpus, name).ok()?;
    Some(settings.names.value(treatment, name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frozen::CORPUS;
    use crate::settings::test_environment::FixedCalendar;

    fn filled(attributes: &[(&str, &str)], calendar: &FixedCalendar) -> Option<[String; 6]> {
        let settings = Settings::parse(&CORPUS, attributes.iter().copied()).expect("attributes");
        let prefill = prefill(&CORPUS, &settings, calendar, 0.0)?;
        let mode = prefill.mode.map(|mode| format!("{mode:?}"));
        let values = [
            prefill.treatment,
            prefill.activity,
            mode,
            prefill.moment.as_ref().map(|moment| moment.date.clone()),
            prefill.moment.map(|moment| match moment.part {
                Some(part) => format!("{part:?}"),
                None => moment.time,
            }),
            prefill.hours,
        ];
        Some(values.map(Option::unwrap_or_default))
    }

    #[test]
    fn what_is_given_is_filled_in_where_the_reader_is_asked_all_the_same() {
        let calendar = FixedCalendar::default();
        let ask = ("ask", "");
        assert_eq!(filled(&[("treatment", "alpha")], &calendar), None);
        let given = [ask, ("treatment", "Alpha"), ("activity", "sauna")];
        let expected = ["alpha", "sauna", "", "", "", ""].map(str::to_owned);
        assert_eq!(filled(&given, &calendar), Some(expected));
        let moment = [ask, ("treated-at", "2026-11-21T17:00")];
        let expected = ["", "", "Clock", "2026-11-21", "17:00", ""].map(str::to_owned);
        assert_eq!(filled(&moment, &calendar), Some(expected));
        let guess = [ask, ("treated-at", "2026-11-21T18:00~")];
        let expected = ["", "", "Clock", "2026-11-21", "Afternoon", ""].map(str::to_owned);
        assert_eq!(filled(&guess, &calendar), Some(expected));
        for (hours, typed) in [
            ("14", "14"),
            ("4.50", "4.5"),
            ("0.333", "0.32"),
            ("007", "7"),
        ] {
            let expected = ["", "", "Hours", "", "", typed].map(str::to_owned);
            assert_eq!(filled(&[ask, ("hours", hours)], &calendar), Some(expected));
        }
    }

    #[test]
    fn a_moment_that_cannot_be_read_is_left_to_the_reader() {
        let moment = [("ask", ""), ("treated-at", "2026-11-21T17:00")];
        let nothing = [(); 6].map(|()| String::new());
        assert_eq!(filled(&moment, &FixedCalendar::unreadable()), Some(nothing));
    }

    #[test]
    fn where_products_are_named_by_their_generic_name_that_is_filled_in() {
        let given = [("ask", ""), ("treatment", "alpha"), ("names", "generic")];
        let [treatment, ..] = filled(&given, &FixedCalendar::default()).expect("it is asked");
        let alpha = CORPUS.treatments.iter().find(|known| known.id == "alpha");
        assert_eq!(
            Some(&*treatment),
            alpha.expect("a treatment").generic.as_deref()
        );
    }
}

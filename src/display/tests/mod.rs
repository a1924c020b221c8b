//! What a reader sees, as texts and numbers.

mod answers;
mod asked;
mod chart;
mod clinic;
mod head;
mod panels;
mod plan;
mod print;
mod reminder;
mod snapshots;

use crate::consensus::{Elapsed, Minutes};
use crate::display::{Display, Filter};
use crate::frozen::CORPUS;
use crate::guidance::Guidance;
use crate::settings::test_environment::FixedCalendar;
use crate::settings::{Environment, Language, Moment, Question, Settings};

/// When the card is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum At {
    /// On no clock.
    NoClock,
    /// The treatment was on day 0 at 17:00.
    Seventeen,
}

pub(super) const ALPHA: [(&str, &str); 1] = [("treatment", "alpha")];

/// Runs a check over what an element with these attributes shows, so many minutes after
/// the treatment.
pub(super) fn with_display<T>(
    attributes: &[(&str, &str)],
    minutes: u32,
    at: At,
    check: impl FnOnce(&Display<'_>) -> T,
) -> T {
    on_calendar(&FixedCalendar::default(), attributes, minutes, at, check)
}

/// The same in another place.
pub(super) fn on_calendar<T>(
    environment: &dyn Environment,
    attributes: &[(&str, &str)],
    minutes: u32,
    at: At,
    check: impl FnOnce(&Display<'_>) -> T,
) -> T {
    let settings = Settings::parse(&CORPUS, attributes.iter().copied()).expect("attributes");
    let language = Language::new(&CORPUS, &settings, None).expect("a language");
    let calendar = FixedCalendar::default();
    let treated = calendar.instant("2026-11-21T17:00");
    let now = treated + f64::from(minutes) * 60_000.0;
    let question = Question {
        treatment: settings.treatment.unwrap_or("alpha").to_owned(),
        activity: settings.activity.map(str::to_owned),
        moment: match at {
            At::NoClock => Moment::fixed(Elapsed::from_minutes(Minutes(minutes)), now),
            At::Seventeen => Moment::since(&calendar, treated, false, now).expect("it is past"),
        },
    };
    let words = language.words;
    let display = Display::new(&CORPUS, words, &settings, environment, question);
    check(&display.expect("a card"))
}

/// The ids of the answers that a filter leaves, in its order.
pub(super) fn listed(display: &Display<'_>, filter: &Filter) -> Vec<String> {
    let list = display.answers(filter);
    list.answers
        .iter()
        .map(|answer| answer.id.to_owned())
        .collect()
}

/// The minutes from the treatment to the moment from which most say fine.
pub(super) fn most(card: &Guidance<'_>) -> u32 {
    let most = card.fine_from.most.expect("most say fine at some time");
    (most.get() * 60.0).round() as u32
}

//! Does the head say what the counts are, and how near they are to another status?

use super::{At, with_display};
use crate::consensus::{Elapsed, Minutes, Status};
use crate::display::Head;
use crate::settings::Moment;
use crate::settings::test_environment::FixedCalendar;

/// The head of the shipped data's card for Dysport and exercise.
fn with_head<T>(hours: u32, check: impl FnOnce(&crate::display::Display<'_>, &Head) -> T) -> T {
    let corpus = &crate::CORPUS;
    let attributes = [("treatment", "dysport")];
    let settings =
        crate::settings::Settings::parse(corpus, attributes.iter().copied()).expect("attributes");
    let question = crate::settings::Question {
        treatment: "dysport".to_owned(),
        activity: None,
        moment: Moment::fixed(Elapsed::from_minutes(Minutes(hours * 60)), 0.0),
    };
    let words = corpus.languages.first().expect("English");
    let calendar = FixedCalendar::default();
    let display = crate::display::Display::new(corpus, words, &settings, &calendar, question);
    let display = display.expect("a card");
    let head = display.answer().head;
    check(&display, &head)
}

#[test]
fn a_patient_reads_whose_view_it_is_from_when_most_say_ok_and_what_they_ask_for() {
    with_head(14, |display, head| {
        assert_eq!(head.title, "Most aftercare sheets say wait");
        let next = head.next.as_ref().expect("a moment");
        assert_eq!(next.before, "Most say it’s OK from ");
        assert_eq!(next.after, " (10 h from now)");
        let conditions = head.conditions.as_ref().expect("some ask for something");
        let filter = conditions.see.filter.as_ref().expect("they can be seen");
        let number = display.answers(filter).answers.len();
        assert_eq!(conditions.see.text, format!("See these answers ({number})"));
        assert!(conditions.title.starts_with(&format!("{number} ")));
        for condition in &conditions.list {
            assert!(condition.ends_with(')'), "counted: {condition}");
        }
    });
    with_head(30, |_, head| {
        let next = head.next.as_ref().expect("a moment");
        assert_eq!(next.before, "Most have said it’s OK since ");
        assert_eq!(next.after, "");
    });
}

/// Fifteen of twenty aftercare sheets are exactly the three quarters of "most".
#[test]
fn a_close_call_is_said_in_the_head() {
    with_head(24, |display, head| {
        assert_eq!(display.card().status, Status::MostlyFine);
        let close = head.close.as_deref().expect("exactly three quarters");
        assert!(
            close.starts_with("A close call (Aftercare sheets):"),
            "{close}"
        );
        assert!(display.answer().spoken.contains(close));
    });
    with_head(14, |_, head| assert_eq!(head.close, None));
}

#[test]
fn a_close_call_is_one_in_which_an_answer_less_moves_the_card() {
    for hours in 0..100 {
        with_display(&[], hours * 60, At::NoClock, |display| {
            let close = display.answer().head.close.is_some();
            let unstable = display.card().panels.iter().any(|panel| !panel.stable);
            assert!(unstable || !close, "{hours}");
        });
    }
}

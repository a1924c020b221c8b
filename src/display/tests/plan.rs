//! What does a reader read who plans a time?

use super::{ALPHA, At, most, on_calendar, with_display};
use crate::consensus::{Minutes, Status};
use crate::display::{Plan, PlanDay, PlanForm};
use crate::frozen::CORPUS;
use crate::guidance::{Guidance, status_words};
use crate::settings::test_environment::FixedCalendar;

const CLINIC: [(&str, &str); 3] = [
    ("treatment", "alpha"),
    ("clinic", "Harley"),
    ("protocol", "run 20h"),
];

fn form(day: PlanDay, time: &str) -> PlanForm {
    PlanForm {
        day,
        time: time.to_owned(),
        is_submitted: true,
        ..PlanForm::default()
    }
}

fn hours(hours: &str) -> PlanForm {
    PlanForm {
        hours: hours.to_owned(),
        is_submitted: true,
        ..PlanForm::default()
    }
}

/// The error of a plan that is made four hours after a treatment at 17:00.
fn error(form: &PlanForm) -> Option<String> {
    with_display(&ALPHA, 240, At::Seventeen, |display| {
        let plan = display.plan(form);
        let error = plan.errors.date.or(plan.errors.time);
        assert!(error.is_none() || plan.result.is_none(), "one of both");
        error
    })
}

/// The plan counts what the card of that moment counts.
fn agrees(plan: &Plan<'_>, then: &Guidance<'_>) {
    let result = plan.result.as_ref().expect("a result");
    assert_eq!(result.plan.status, then.status);
    let votes = |status| status != Status::NotEnough || then.status == Status::NotEnough;
    let panels = then.panels.iter().filter(|panel| votes(panel.status));
    let counts = panels.map(|panel| format!("{} of {} ", panel.tally.fine, panel.tally.timed()));
    let counts: Vec<_> = counts.collect();
    assert_eq!(result.plan.counts.len(), counts.len());
    for (shown, count) in result.plan.counts.iter().zip(counts) {
        assert!(shown.starts_with(&count), "{shown}: {count}");
    }
}

#[test]
fn the_answer_for_the_plan_is_the_card_of_that_moment_whatever_is_asked() {
    for activity in CORPUS.activities.iter() {
        let attributes = [ALPHA[0], ("activity", &**activity)];
        for after in (0..72 * 60).step_by(97) {
            let typed = format!("{:02}:{:02}", (17 + after / 60) % 24, after % 60);
            let date = 21 + (17 + after / 60) / 24;
            let planned = PlanForm {
                date: format!("2026-11-{date}"),
                ..form(PlanDay::Other, &typed)
            };
            let then = |display: &crate::display::Display<'_>| display.card().status;
            let expected = with_display(&attributes, after, At::Seventeen, then);
            with_display(&attributes, 0, At::Seventeen, |display| {
                let plan = display.plan(&planned);
                let result = plan.result.as_ref().expect("a result");
                assert_eq!(result.minute, after, "{planned:?}");
                assert_eq!(result.plan.status, expected, "{activity} {planned:?}");
                agrees(&plan, &display.at(Minutes(after)).expect("a card").card);
                assert_eq!(result.now.status, display.card().status);
            });
        }
    }
}

#[test]
fn the_next_better_moment_is_when_most_say_fine_and_the_form_can_ask_for_it() {
    with_display(&ALPHA, 240, At::Seventeen, |display| {
        let later = most(display.card());
        assert!(later > 840, "at seven it is too early");
        let result = display.plan(&form(PlanDay::Tomorrow, "07:00")).result;
        let result = result.expect("a result");
        assert_eq!(result.minute, 840);
        assert_eq!(result.plan.when.as_deref(), Some("day 1 07 h"));
        assert_eq!(result.plan.after, "14 h after");
        let better = result.better.expect("a better moment");
        let most = better.most.expect("a time");
        assert!(most.starts_with("Most say it’s OK from day 1 "), "{most}");
        let again = display.plan(&better.form).result.expect("a result");
        assert_eq!(again.minute, later);
        assert!(again.plan.status.is_mostly_fine());
        assert_eq!(again.better, None, "there is no better one");
    });
}

#[test]
fn a_treatment_between_two_minutes_moves_the_better_moment_to_the_next_full_one() {
    with_display(&ALPHA, 240, At::Seventeen, |display| {
        let mut display = display.at(Minutes(240)).expect("a card");
        let treated = display.moment().treated.expect("a clock");
        display.question.moment.treated = Some(treated + 1_000.0);
        let plan = display.plan(&form(PlanDay::Tomorrow, "07:00")).result;
        let better = plan.and_then(|plan| plan.better).expect("a better moment");
        let again = display.plan(&better.form).result.expect("a result");
        assert!(again.plan.status.is_mostly_fine(), "{:?}", better.form);
    });
}

#[test]
fn a_plan_within_the_clinics_wait_says_so_first() {
    with_display(&CLINIC, 240, At::Seventeen, |display| {
        let plan = |time| {
            let plan = display.plan(&form(PlanDay::Tomorrow, time)).result;
            plan.expect("a result")
        };
        let within = plan("07:00");
        let clinic = "Harley asks you to wait until day 1 13:00. Your plan is before that.";
        assert_eq!(within.clinic.as_deref(), Some(clinic));
        assert!(within.spoken.starts_with(clinic), "{}", within.spoken);
        assert!(within.plan.clinic);
        assert_eq!(within.plan.title, "Clinic: wait until day 1 13 h");
        // Nor is an earlier moment better, whatever others say.
        let better = within.better.expect("a better moment");
        let again = display.plan(&better.form).result.expect("a result");
        assert!(again.minute >= 20 * 60 && !again.plan.clinic);
        let ended = plan("13:00");
        assert_eq!((ended.clinic, ended.plan.clinic), (None, false));
    });
}

#[test]
fn what_is_missing_or_past_is_an_error_and_no_result() {
    for (form, expected) in [
        (form(PlanDay::Tomorrow, ""), "Enter a time."),
        (form(PlanDay::Tomorrow, "25:00"), "Enter a time."),
        (form(PlanDay::Other, "07:00"), "Choose a day."),
        (
            form(PlanDay::Today, "20:59"),
            "That time has passed. Choose a later one.",
        ),
        (
            PlanForm {
                date: "1970-01-01".to_owned(),
                ..form(PlanDay::Other, "07:00")
            },
            "That time has passed. Choose a later one.",
        ),
    ] {
        assert_eq!(error(&form).as_deref(), Some(expected), "{form:?}");
        let unasked = PlanForm {
            is_submitted: false,
            ..form
        };
        assert_eq!(error(&unasked), None, "nobody has asked yet");
    }
    assert_eq!(error(&form(PlanDay::Today, "21:00")), None, "it is now");
}

#[test]
fn a_card_without_a_clock_asks_for_hours_from_now() {
    let attributes = [ALPHA[0], ("hours", "4")];
    with_display(&attributes, 240, At::NoClock, |display| {
        assert!(display.plan(&PlanForm::default()).by_hours);
        let result = display.plan(&hours("10")).result.expect("a result");
        assert_eq!(result.minute, 840);
        assert_eq!(
            (result.plan.when, &*result.plan.after),
            (None, "14 h after")
        );
        let better = result.better.expect("a better moment");
        let again = display.plan(&better.form).result.expect("a result");
        assert_eq!(again.minute, most(display.card()));
        for wrong in ["", "-1", "1e3", "soon"] {
            let plan = display.plan(&hours(wrong));
            assert!(
                plan.errors.hours.is_some() && plan.result.is_none(),
                "{wrong:?}"
            );
        }
    });
}

#[test]
fn a_calendar_that_cannot_be_read_asks_for_hours_from_now() {
    let calendar = FixedCalendar::unreadable();
    on_calendar(&calendar, &ALPHA, 240, At::Seventeen, |display| {
        let plan = display.plan(&hours("1.5"));
        assert!(plan.by_hours);
        assert_eq!(plan.result.expect("a result").minute, 330);
    });
}

#[test]
fn where_too_few_answer_the_plan_says_so_and_names_no_better_moment() {
    let attributes = [ALPHA[0], ("activity", "swim")];
    with_display(&attributes, 240, At::Seventeen, |display| {
        let result = display.plan(&form(PlanDay::Tomorrow, "07:00")).result;
        let result = result.expect("a result");
        let too_few = status_words(display.words, Status::NotEnough);
        assert_eq!(result.plan.title, too_few);
        assert_eq!(result.better, None);
    });
}

#[test]
fn after_a_guessed_time_of_treatment_what_is_worked_out_is_about_and_what_was_typed_is_not() {
    with_display(&ALPHA, 240, At::Seventeen, |display| {
        let mut display = display.at(Minutes(240)).expect("a card");
        display.question.moment.is_guess = true;
        let result = display.plan(&form(PlanDay::Tomorrow, "07:00")).result;
        let result = result.expect("a result");
        assert!(
            result.spoken.starts_with("day 1 07:00: "),
            "{}",
            result.spoken
        );
        assert_eq!(result.plan.after, "about 14 h after");
        let most = result.better.and_then(|better| better.most);
        assert!(
            most.expect("a time")
                .starts_with("Most say it’s OK from about day 1 ")
        );
    });
}

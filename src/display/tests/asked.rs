//! What do the form and the clock come to, and what is shown before there is a card?

use crate::display::{View, settings_view, view};
use crate::frozen::CORPUS;
use crate::guidance::{ErrorCode, GuidanceError};
use crate::settings::test_environment::FixedCalendar;
use crate::settings::{Fields, Form, Language, Mode, RoughTime, Settings};

const NOW: &str = "2026-11-22T15:00";

fn with_view<T>(
    attributes: &[(&str, &str)],
    form: &Form,
    calendar: &FixedCalendar,
    check: impl FnOnce(View<'_>) -> T,
) -> T {
    with_result(attributes, form, calendar, |view| {
        check(view.expect("a form that offers what the corpus has"))
    })
}

fn with_result<T>(
    attributes: &[(&str, &str)],
    form: &Form,
    calendar: &FixedCalendar,
    check: impl FnOnce(Result<View<'_>, GuidanceError>) -> T,
) -> T {
    let settings = Settings::parse(&CORPUS, attributes.iter().copied()).expect("attributes");
    let words = CORPUS.languages.first().expect("English");
    let now = FixedCalendar::default().instant(NOW);
    let treated_at = attributes.iter().find(|(name, _)| *name == "treated-at");
    let treated_at = treated_at.map_or("", |(_, value)| value);
    let view = view(&CORPUS, words, &settings, form, treated_at, calendar, now);
    check(view)
}

fn at(date: &str, time: &str) -> Form {
    Form {
        treatment: "alpha".to_owned(),
        date: date.to_owned(),
        time: time.to_owned(),
        ..Form::default()
    }
}

fn hours(hours: &str, typed: &str) -> Form {
    Form {
        treatment: "alpha".to_owned(),
        mode: Mode::Hours,
        hours: hours.to_owned(),
        typed_at: FixedCalendar::default().instant(typed),
        ..Form::default()
    }
}

/// What the visitor reads: what is wrong, what is told of an answer, or nothing.
fn told(attributes: &[(&str, &str)], form: &Form) -> Option<String> {
    with_view(attributes, form, &FixedCalendar::default(), |view| {
        view.wrong.or(view.answer.map(|answer| answer.head.asked))
    })
}

#[test]
fn only_what_the_owner_has_not_said_is_asked() {
    let fields = |attributes: &[(&str, &str)]| {
        let settings = Settings::parse(&CORPUS, attributes.iter().copied()).expect("attributes");
        let fields = Fields::of(&settings);
        (fields.treatment, fields.activity, fields.when)
    };
    assert_eq!(fields(&[]), (true, true, true));
    assert_eq!(fields(&[("treatment", "beta")]), (false, true, true));
    assert_eq!(fields(&[("hours", "3")]), (true, true, false));
    assert_eq!(fields(&[("activity", "sauna")]), (true, false, true));
    let fixed = [("treatment", "beta"), ("hours", "3")];
    assert_eq!(fields(&fixed), (false, false, false));
    assert_eq!(
        fields(&[fixed[0], fixed[1], ("ask", "")]),
        (true, true, true)
    );
    let class = [("names", "class"), ("treatment", "beta"), ("ask", "")];
    assert_eq!(fields(&class), (false, true, true));
}

#[test]
fn a_date_and_a_time_are_a_question_once_both_are_there() {
    let tell = |date, time| told(&[], &at(date, time));
    assert_eq!(
        tell("2026-11-22", ""),
        None,
        "what is still empty is not wrong yet"
    );
    let incomplete = "Give both the date and the time of the treatment.";
    assert_eq!(tell("", "17:00").as_deref(), Some(incomplete));
    assert_eq!(tell("2026-02-30", "17:00").as_deref(), Some(incomplete));
    let future = "That time is still to come. Give the time when the treatment was.";
    assert_eq!(tell("2026-11-22", "15:01").as_deref(), Some(future));
    assert_eq!(
        tell("2026-11-22", "15:00").as_deref(),
        Some("Alpha, 0 minutes after")
    );
    assert_eq!(
        tell("2026-11-21", "17:00").as_deref(),
        Some("Alpha, 22 hours after")
    );
    let past = "That is more than 14 days ago. Check the date.";
    assert_eq!(tell("2026-11-08", "14:59").as_deref(), Some(past));
    assert_eq!(
        tell("2026-11-08", "15:00").as_deref(),
        Some("Alpha, 14 days after")
    );
    let longer = told(&[("protocol", "run 20d")], &at("2026-11-08", "14:59"));
    assert!(
        longer.is_some_and(|told| told.starts_with("Alpha, ")),
        "a clinic's wait is longer"
    );
}

#[test]
fn hours_grow_from_when_they_were_typed() {
    let tell = |text, typed| told(&[], &hours(text, typed));
    assert_eq!(tell("", NOW), None);
    assert_eq!(tell("3", NOW).as_deref(), Some("Alpha, 3 hours after"));
    let later = tell("3", "2026-11-22T14:30");
    assert_eq!(later.as_deref(), Some("Alpha, 3 hours 30 minutes after"));
    let wrong = "Give the hours as a number from 0 to 9999, such as 5 or 5.5.";
    assert_eq!(tell("soon", NOW).as_deref(), Some(wrong));
    with_view(&[], &hours("3", NOW), &FixedCalendar::default(), |view| {
        let question = view.question.expect("it is complete");
        assert_eq!(question.clock, None, "the day is read with care");
        let treated = FixedCalendar::default().instant("2026-11-22T12:00");
        assert_eq!(question.treated, Some(treated));
    });
}

#[test]
fn a_question_has_the_calendars_own_midnight_and_morning() {
    with_view(
        &[],
        &at("2026-11-21", "17:00"),
        &FixedCalendar::default(),
        |view| {
            let question = view.question.expect("it is complete");
            let clock = question.clock.expect("the clock is known");
            assert_eq!((clock.minute, clock.end, clock.start), (1020, 420, 780));
            let now = FixedCalendar::default().instant(NOW);
            assert_eq!(view.due, Some(now + 60_000.0));
            assert_eq!(view.today, "2026-11-22");
            let rough = [
                RoughTime::Now,
                RoughTime::Morning,
                RoughTime::Afternoon,
                RoughTime::Yesterday,
            ];
            assert_eq!(view.rough_times, rough);
        },
    );
}

#[test]
fn where_the_calendar_cannot_be_read_nothing_is_made_up() {
    let form = at("2026-11-21", "17:00");
    with_view(&[], &form, &FixedCalendar::unreadable(), |view| {
        assert_eq!((view.today.as_str(), view.rough_times.len()), ("", 0));
        assert!(view.wrong.is_some() && view.answer.is_none());
    });
    let given = [("treatment", "alpha"), ("treated-at", "2026-11-21T17:00")];
    with_view(
        &given,
        &Form::default(),
        &FixedCalendar::unreadable(),
        |view| {
            assert!(view.answer.is_none());
            let problem = view.problem.expect("no moment");
            assert_eq!(problem.code, ErrorCode::InvalidTime);
            assert!(problem.text.starts_with("The clock of this browser"));
            assert!(problem.message.contains("an offset"));
        },
    );
    // An instant needs no calendar; the day of the treatment is read with care.
    let given = [("treatment", "alpha"), ("treated-at", "2026-11-21T17:00Z")];
    with_view(
        &given,
        &Form::default(),
        &FixedCalendar::unreadable(),
        |view| {
            let question = view.question.expect("it is complete");
            assert_eq!((question.hours, question.clock), (22.0, None));
        },
    );
}

#[test]
fn the_owners_moment_that_is_to_come_is_the_owners_error() {
    let given = [("treatment", "alpha"), ("treated-at", "2026-11-23T17:00")];
    with_view(
        &given,
        &Form::default(),
        &FixedCalendar::default(),
        |view| {
            let problem = view.problem.expect("there is no card");
            assert_eq!(problem.code, ErrorCode::InvalidTime);
            assert_eq!(
                problem.message,
                "treated-at is \"2026-11-23T17:00\"; accepted: a time that is past."
            );
            assert!(problem.text.starts_with("That time is still to come."));
            assert_eq!((view.wrong, view.answer), (None, None));
            assert!(view.due.is_some(), "it is looked at again");
        },
    );
}

#[test]
fn a_fixed_card_goes_with_no_clock() {
    let given = [("treatment", "alpha"), ("hours", "14")];
    with_view(
        &given,
        &Form::default(),
        &FixedCalendar::default(),
        |view| {
            assert_eq!(view.due, None);
            let question = view.question.expect("it is complete");
            assert_eq!((question.treated, question.clock), (None, None));
            let answer = view.answer.expect("a card");
            assert_eq!(answer.head.asked, "Alpha, 14 hours after");
            let next = "Most say fine from 24 hours after the treatment, in 10 h.";
            assert_eq!(answer.head.next, next);
        },
    );
}

#[test]
fn a_treatment_that_no_one_knows_is_an_error_and_no_old_answer() {
    let form = Form {
        treatment: "omega".to_owned(),
        ..hours("3", NOW)
    };
    with_result(&[], &form, &FixedCalendar::default(), |view| {
        let code = view.map_err(|error| error.code());
        assert_eq!(code.unwrap_err(), ErrorCode::UnknownTreatment);
    });
}

#[test]
fn without_brands_none_is_in_the_form() {
    for names in ["brand", "generic"] {
        let settings = Settings::parse(&CORPUS, [("names", names)]).expect("attributes");
        let language = Language::new(&CORPUS, &settings, None).expect("English");
        let view = settings_view(&CORPUS, language, &settings).expect("settings");
        let shown: Vec<_> = view
            .treatments
            .iter()
            .flat_map(|choice| [&*choice.value, &*choice.name])
            .collect();
        for treatment in CORPUS.treatments.iter() {
            let is_brand = names == "brand";
            assert_eq!(shown.contains(&&*treatment.id), is_brand, "{shown:?}");
            assert_eq!(shown.contains(&&*treatment.name), is_brand, "{shown:?}");
            assert_eq!(shown.contains(&&*treatment.generic), !is_brand, "{shown:?}");
        }
    }
}

#[test]
fn the_clinics_waits_are_there_before_there_is_a_card() {
    let given = [
        ("clinic", "Harley"),
        ("protocol", "run 24h; sauna day-end"),
        ("contact", "+44 20 7946 0000"),
        ("emergency", "999"),
    ];
    let settings = Settings::parse(&CORPUS, given).expect("attributes");
    let language = Language::new(&CORPUS, &settings, None).expect("English");
    let view = settings_view(&CORPUS, language, &settings).expect("settings");
    let clinic = view.clinic.expect("its word");
    assert_eq!(clinic.first, "What Harley told you comes first.");
    let waits = clinic.waits.iter().map(|wait| (&*wait.name, &*wait.wait));
    assert_eq!(
        waits.collect::<Vec<_>>(),
        [
            ("Running", "24 hours"),
            ("Sauna", "until the day of the treatment is over"),
        ]
    );
    let call = clinic.call.expect("its telephone");
    assert_eq!(call.text, "Call Harley: +44 20 7946 0000");
    assert_eq!(view.help.contact, Some(call), "beside the red flags, too");
    for (sentence, before, after) in [
        (view.help.emergency, "Call ", " now for:"),
        (
            view.alarm,
            "Is it hard to breathe, swallow or speak? Call ",
            " now.",
        ),
    ] {
        let number = sentence.call.expect("a number to call, where it is named");
        let link = (&*number.href, &*number.text);
        assert_eq!(
            (&*sentence.before, link, &*sentence.after),
            (before, ("tel:999", "999"), after)
        );
    }
    let emergency = view.help.emergency_call.expect("a number");
    assert_eq!(
        (&*emergency.text, &*emergency.href),
        ("Call 999", "tel:999")
    );
}

//! What do the form and the clock come to, and what is shown before there is a card?

use crate::consensus::Basis;
use crate::display::{Display, FieldErrors, View, help, settings_view, view};
use crate::frozen::CORPUS;
use crate::guidance::{ErrorCode, GuidanceError};
use crate::settings::test_environment::{FixedCalendar, Zone};
use crate::settings::{
    Asked, Fields, Form, InputValues, Language, Mode, PartOfDay, Question, Settings, TreatmentDay,
    input_values, typed_instant,
};

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

/// What is shown for a form that asks for a card.
fn with_asked<T>(
    attributes: &[(&str, &str)],
    form: &Form,
    check: impl FnOnce(&Display<'_>) -> T,
) -> T {
    let calendar = FixedCalendar::default();
    let question = question(attributes, form, &calendar);
    let settings = Settings::parse(&CORPUS, attributes.iter().copied()).expect("settings");
    let words = CORPUS.languages.first().expect("words");
    let display = Display::new(&CORPUS, words, &settings, &calendar, question);
    check(&display.expect("a card"))
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
    let mut given = attributes.iter();
    let given = given.find(|(name, _)| ["treated-at", "hours"].contains(name));
    let given = given.map_or("", |(_, value)| value);
    let view = view(&CORPUS, words, &settings, form, given, calendar, now);
    check(view)
}

/// What is asked by it, once it is complete.
fn question(attributes: &[(&str, &str)], form: &Form, calendar: &FixedCalendar) -> Question {
    let settings = Settings::parse(&CORPUS, attributes.iter().copied()).expect("attributes");
    let now = FixedCalendar::default().instant(NOW);
    let asked = Asked::new(&settings, form, calendar, now);
    asked.question.expect("it is complete")
}

fn at(date: &str, time: &str) -> Form {
    typed(Form {
        treatment: "alpha".to_owned(),
        day: TreatmentDay::Earlier,
        date: date.to_owned(),
        time: time.to_owned(),
        ..Form::default()
    })
}

/// A form that was filled in now.
fn typed(form: Form) -> Form {
    let calendar = FixedCalendar::default();
    Form {
        treated: typed_instant(&form, &calendar, calendar.instant(NOW)),
        ..form
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
        let errors = view.errors;
        let wrong = errors.date.or(errors.time).or(errors.hours);
        wrong.or(view.answer.map(|answer| answer.head.asked))
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
    assert_eq!(tell("", "17:00"), None);
    let incomplete = "Enter the date and time of your treatment.";
    assert_eq!(tell("2026-11-21", "5 pm").as_deref(), Some(incomplete));
    assert_eq!(tell("2026-02-30", "17:00").as_deref(), Some(incomplete));
    let future = "That time hasn’t happened yet. Check the date and time.";
    assert_eq!(tell("2026-11-22", "15:01").as_deref(), Some(future));
    assert_eq!(
        tell("2026-11-22", "15:00").as_deref(),
        Some("Running · 0 minutes after Alpha")
    );
    assert_eq!(
        tell("2026-11-21", "17:00").as_deref(),
        Some("Running · 22 hours after Alpha")
    );
    assert_eq!(
        tell("2026-11-08", "15:00").as_deref(),
        Some("Running · 14 days after Alpha")
    );
}

#[test]
fn a_treatment_long_ago_has_an_answer_however_its_time_is_given() {
    let over = "Every wait named here is over. The longest was 14 days.";
    let day = |days: u32| {
        let now = FixedCalendar::default().instant(NOW);
        let then = now - f64::from(days) * 24.0 * 3_600_000.0;
        input_values(&FixedCalendar::default(), then, false, now).expect("a day")
    };
    let over_of = |attributes: &[(&str, &str)], form: &Form| {
        with_view(attributes, form, &FixedCalendar::default(), |view| {
            assert_eq!(view.errors, FieldErrors::default(), "{attributes:?}");
            assert_eq!(view.problem, None, "{attributes:?}");
            let answer = view.answer.expect("an answer");
            assert_eq!(
                answer.spoken.contains("Every wait"),
                answer.head.over.is_some()
            );
            answer.head.over
        })
    };
    for days in [14, 15, 16, 30, 100, 365, 416] {
        let InputValues { date, time, .. } = day(days);
        let typed = (days * 24).to_string();
        let moment = format!("{date}T{time}Z");
        let alpha = ("treatment", "alpha");
        for said in [
            over_of(&[], &at(&date, &time)),
            over_of(&[], &hours(&typed, NOW)),
            over_of(&[alpha, ("treated-at", &moment)], &Form::default()),
            over_of(&[alpha, ("hours", &typed)], &Form::default()),
        ] {
            assert_eq!(said.as_deref(), Some(over), "{days} days");
        }
    }
    let InputValues { date, time, .. } = day(13);
    assert_eq!(over_of(&[], &at(&date, &time)), None);
    // While a wait of the clinic runs, nothing is said to be over.
    let InputValues { date, time, .. } = day(15);
    let clinic = over_of(&[("protocol", "sauna 20d")], &at(&date, &time));
    assert_eq!(clinic, None);
    let InputValues { date, time, .. } = day(21);
    let clinic = over_of(&[("protocol", "sauna 20d")], &at(&date, &time));
    assert!(clinic.is_some_and(|over| over.ends_with("was 20 days.")));
}

#[test]
fn what_is_longer_ago_than_hours_can_be_typed_is_told_and_not_answered() {
    let past = "That is more than 416 days ago. If the date is right, every wait we found is over.";
    for date in [
        "2025-09-30",
        "2020-01-01",
        "1970-01-01",
        "0202-11-21",
        "0002-11-21",
    ] {
        let told = told(&[], &at(date, "17:00"));
        assert_eq!(told.as_deref(), Some(past), "{date}");
        let moment = format!("{date}T17:00Z");
        for (name, value, code) in [
            ("treated-at", &*moment, ErrorCode::InvalidTime),
            ("hours", "10000.1", ErrorCode::InvalidHours),
            ("hours", "999999", ErrorCode::InvalidHours),
        ] {
            let given = [("treatment", "alpha"), (name, value)];
            let calendar = FixedCalendar::default();
            with_view(&given, &Form::default(), &calendar, |view| {
                let problem = view.problem.expect("there is no card");
                assert_eq!((&*problem.text, problem.code), (past, code));
                let start = format!("{name} is \"{value}\"; accepted: ");
                assert!(problem.message.starts_with(&start), "{}", problem.message);
            });
        }
    }
    let wrong = "Enter a number of hours, such as 5 or 5.5.";
    assert_eq!(told(&[], &hours("10000", NOW)).as_deref(), Some(wrong));
}

#[test]
fn a_typed_treatment_stays_where_it_is_when_the_device_goes_to_another_zone() {
    // Typed in London at 15:00, and looked at in Dubai.
    let form = at("2026-11-22", "12:00");
    let zone = Zone::new(0.0, 240.0, 240.0);
    let settings = Settings::default();
    let now = FixedCalendar::default().instant(NOW);
    let asked = Asked::new(&settings, &form, &zone, now);
    let question = asked.question.expect("it is complete");
    let moment = question.moment;
    assert_eq!(
        (moment.elapsed.hours().get(), moment.treated),
        (3.0, form.treated)
    );
    assert_eq!(moment.calendar().map(|(minute, _)| minute), Some(16 * 60));
    let there = input_values(&zone, form.treated.expect("an instant"), false, now);
    let there = there.map(|values| (values.day, values.time));
    assert_eq!(there, Some((TreatmentDay::Today, "16:00".to_owned())));
}

#[test]
fn hours_grow_from_when_they_were_typed() {
    let tell = |text, typed| told(&[], &hours(text, typed));
    assert_eq!(tell("", NOW), None);
    assert_eq!(
        tell("3", NOW).as_deref(),
        Some("Running · 3 hours after Alpha")
    );
    let later = tell("3", "2026-11-22T14:30");
    assert_eq!(
        later.as_deref(),
        Some("Running · 3 hours 30 minutes after Alpha")
    );
    let wrong = "Enter a number of hours, such as 5 or 5.5.";
    assert_eq!(tell("soon", NOW).as_deref(), Some(wrong));
    let calendar = FixedCalendar::default();
    let question = question(&[], &hours("3", NOW), &calendar);
    assert_eq!(
        question.moment.calendar(),
        None,
        "the day is read with care"
    );
    let treated = calendar.instant("2026-11-22T12:00");
    assert_eq!(question.moment.treated, Some(treated));
}

#[test]
fn a_question_has_the_calendars_own_midnight_and_morning() {
    let calendar = FixedCalendar::default();
    let form = at("2026-11-21", "17:00");
    let clock = question(&[], &form, &calendar).moment.calendar();
    let (minute, day) = clock.expect("the clock is known");
    assert_eq!((minute, day.end().0, day.start().0), (1020, 420, 780));
    with_view(&[], &form, &calendar, |view| {
        assert_eq!(view.due, Some(calendar.instant(NOW) + 60_000.0));
        assert_eq!(view.today, "2026-11-22");
        assert_eq!(view.parts.len(), 3, "of a day that is over");
    });
}

#[test]
fn where_the_calendar_cannot_be_read_nothing_is_made_up() {
    let form = Form {
        treated: typed_instant(
            &at("2026-11-21", "17:00"),
            &FixedCalendar::unreadable(),
            0.0,
        ),
        ..at("2026-11-21", "17:00")
    };
    with_view(&[], &form, &FixedCalendar::unreadable(), |view| {
        assert_eq!((view.today.as_str(), view.parts), ("", Vec::new()));
        let wrong = view.errors.time.expect("a sentence");
        assert!(wrong.starts_with("We can’t read the clock"), "{wrong}");
        assert!(view.answer.is_none());
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
            assert!(problem.text.starts_with("We can’t read the clock"));
            assert!(problem.message.contains("an offset"));
        },
    );
    // An instant needs no calendar; the day of the treatment is read with care.
    let given = [("treatment", "alpha"), ("treated-at", "2026-11-21T17:00Z")];
    let question = question(&given, &Form::default(), &FixedCalendar::unreadable());
    let moment = question.moment;
    assert_eq!(
        (moment.elapsed.hours().get(), moment.calendar()),
        (22.0, None)
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
            assert!(problem.text.starts_with("That time hasn’t happened yet."));
            assert_eq!((view.errors, view.answer), (FieldErrors::default(), None));
            assert!(view.due.is_some(), "it is looked at again");
        },
    );
}

#[test]
fn a_guessed_time_is_about_then_wherever_it_is_shown() {
    let guess = Form {
        time: String::new(),
        part: Some(PartOfDay::Afternoon),
        ..at("2026-11-21", "")
    };
    let told = |form: &Form, about: &str| {
        with_view(&[], form, &FixedCalendar::default(), |view| {
            let answer = view.answer.expect("an answer");
            let treated = match form.part {
                Some(_) => "Treated about day 0 afternoon".to_owned(),
                None => format!("Treated {about}day 0 18:00"),
            };
            assert_eq!(answer.head.treated, Some(treated));
            // Hours that were typed are said as they were.
            let about_hours = if form.mode == Mode::Hours { "" } else { about };
            let asked = format!("Running · {about_hours}21 hours after Alpha");
            assert_eq!(answer.head.asked, asked);
            let next = answer.head.next.expect("a moment");
            assert_eq!(next.when, format!("{about}day 1 18:00"));
        });
    };
    told(&typed(guess), "about ");
    told(&at("2026-11-21", "18:00"), "");
    told(&hours("21", NOW), "about ");
}

#[test]
fn a_patient_of_an_evening_never_reads_a_time_that_nobody_has_said() {
    let evening = typed(Form {
        time: String::new(),
        part: Some(PartOfDay::Evening),
        ..at("2026-11-21", "")
    });
    let shown = with_asked(&[], &evening, |display| {
        format!(
            "{:?} {:?} {:?}",
            display.answer(),
            display.chart(None, None),
            display.sheet()
        )
    });
    assert!(!shown.contains(" 23:59"), "{shown}");
    for part in [
        "Treated about day 0 evening",
        "about day 2 00:00",
        // The axis.
        r#""about day 0"]"#,
        r#"["about day 2", "00 h"]"#,
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
}

#[test]
fn a_part_of_today_that_has_not_begun_is_still_to_come() {
    let evening = typed(Form {
        treatment: "alpha".to_owned(),
        part: Some(PartOfDay::Evening),
        ..Form::default()
    });
    let future = "That time hasn’t happened yet. Check the date and time.";
    assert_eq!(told(&[], &evening).as_deref(), Some(future));
}

#[test]
fn what_is_missing_is_told_once_the_answer_is_asked_for() {
    let missing = |form: &Form| {
        with_view(&[], form, &FixedCalendar::default(), |view| {
            let FieldErrors {
                treatment,
                date,
                time,
                hours,
            } = view.errors;
            [treatment, date, time, hours].map(|error| error.is_some())
        })
    };
    assert_eq!(missing(&Form::default()), [false; 4]);
    let asked = Form {
        is_submitted: true,
        ..Form::default()
    };
    assert_eq!(missing(&asked), [true, false, true, false]);
    let earlier = Form {
        day: TreatmentDay::Earlier,
        part: Some(PartOfDay::Morning),
        ..asked.clone()
    };
    assert_eq!(missing(&earlier), [true, true, false, false]);
    let hours = Form {
        mode: Mode::Hours,
        ..asked
    };
    assert_eq!(missing(&hours), [true, false, false, true]);
}

#[test]
fn a_fixed_card_goes_with_no_clock() {
    let given = [("treatment", "alpha"), ("hours", "14")];
    let question = question(&given, &Form::default(), &FixedCalendar::default());
    let moment = question.moment;
    assert_eq!((moment.treated, moment.calendar()), (None, None));
    with_view(
        &given,
        &Form::default(),
        &FixedCalendar::default(),
        |view| {
            assert_eq!(view.due, None);
            let answer = view.answer.expect("a card");
            assert_eq!(answer.head.asked, "Running · 14 hours after Alpha");
            assert_eq!(answer.head.treated, None);
            let next = answer.head.next.expect("a moment");
            assert_eq!(
                (&*next.before, &*next.when, &*next.after),
                (
                    "Most say it’s OK from ",
                    "24 hours after the treatment",
                    " (10 h from now)"
                )
            );
            assert_eq!(next.instant, None);
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
        let view = settings_view(&CORPUS, language, &settings);
        let groups = view.treatments.iter();
        let shown: Vec<_> = groups
            .flat_map(|group| &group.choices)
            .flat_map(|choice| [&*choice.value, &*choice.name])
            .collect();
        let is_brand = names == "brand";
        for treatment in CORPUS.treatments.iter() {
            let Some(generic) = &treatment.generic else {
                assert!(shown.contains(&&*treatment.id), "{shown:?}");
                continue;
            };
            assert_eq!(shown.contains(&&**generic), !is_brand, "{shown:?}");
            assert_eq!(shown.contains(&&*treatment.id), is_brand, "{shown:?}");
            for brand in treatment.aliases.iter().chain([&treatment.name]) {
                assert_eq!(shown.contains(&&**brand), is_brand, "{shown:?}");
            }
        }
    }
}

#[test]
fn every_brand_can_be_chosen_and_stands_with_the_others_of_its_product() {
    let shown = |names| {
        let settings = Settings::parse(&CORPUS, [("names", names)]).expect("attributes");
        let language = Language::new(&CORPUS, &settings, None).expect("English");
        let view = settings_view(&CORPUS, language, &settings);
        let groups = view.treatments.iter().map(|group| {
            let choices = group.choices.iter().map(|choice| &*choice.name);
            let name = group.name.as_deref().unwrap_or("-");
            format!("{name}: {}", choices.collect::<Vec<_>>().join(", "))
        });
        groups.collect::<Vec<_>>()
    };
    assert_eq!(
        shown("brand"),
        [
            "Alpha and its other names: Alpha, Alpha Plus, Alfa",
            "Beta and its other names: Beta, Bee",
            "Others: Gamma, Delta",
            "Not in this list?: Another product, or I don’t know",
        ]
    );
    assert_eq!(
        shown("generic"),
        [
            "-: alphatoxin, betatoxin, gammatoxin, deltatoxin",
            "Not in this list?: Another product, or I don’t know",
        ]
    );
}

#[test]
fn a_patient_reads_the_brand_that_they_have_chosen() {
    let said = |treatment: &str, names| {
        let form = Form {
            treatment: treatment.to_owned(),
            ..hours("14", NOW)
        };
        let attributes = [("names", names)];
        with_asked(&attributes, &form, |display| {
            let answer = display.answer();
            let named = display.card().treatment.name.to_owned();
            ([answer.head.asked, answer.spoken], named)
        })
    };
    for (treatment, names, called, card) in [
        ("Alfa", "brand", "Alfa", "Alpha"),
        ("alpha  PLUS", "brand", "Alpha Plus", "Alpha"),
        ("alpha", "brand", "Alpha", "Alpha"),
        ("alphatoxin", "brand", "Alpha", "Alpha"),
        ("Alfa", "generic", "alphatoxin", "alphatoxin"),
    ] {
        let (texts, named) = said(treatment, names);
        assert_eq!(named, card, "the card names a product by one name");
        for text in texts {
            assert!(text.contains(called), "{text}");
            assert!(called == "Alfa" || !text.contains("Alfa"), "{text}");
        }
    }
}

#[test]
fn who_does_not_know_the_product_reads_the_name_of_none() {
    for treatment in ["unsure", "No Idea"] {
        let form = Form {
            treatment: treatment.to_owned(),
            ..hours("14", NOW)
        };
        with_asked(&[], &form, |display| {
            let card = display.card();
            assert_eq!(display.answer().treatment, "unsure");
            assert_eq!(card.treatment.generic, None);
            let panels = card.panels.iter();
            assert!(panels.clone().all(|panel| panel.basis == Basis::Class));
            let shown = format!("{card:?} {:?}", display.answer());
            let products = CORPUS
                .treatments
                .iter()
                .filter(|known| known.generic.is_some());
            for name in products.flat_map(|product| product.names()) {
                assert!(!shown.contains(&**name), "{name} in {shown}");
            }
        });
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
    let view = settings_view(&CORPUS, language, &settings);
    let clinic = view.clinic.expect("its word");
    assert_eq!(clinic.first, "Follow what Harley told you.");
    let waits = clinic.waits.iter().map(|[name, wait]| (&**name, &**wait));
    assert_eq!(
        waits.collect::<Vec<_>>(),
        [
            ("Running", "24 hours"),
            ("Sauna", "until the day of the treatment is over"),
        ]
    );
    let call = clinic.call.expect("its telephone");
    assert_eq!(call.text, "Call Harley: +44 20 7946 0000");
    let help = help(
        &CORPUS,
        language.words,
        &settings,
        &FixedCalendar::default(),
    );
    assert_eq!(help.contact, Some(call), "beside the red flags, too");
    let sentence = help.emergency;
    let number = sentence.call.expect("a number to call, where it is named");
    let link = (&*number.href, &*number.text);
    assert_eq!(
        (&*sentence.before, link, &*sentence.after),
        ("Call ", ("tel:999", "999"), " now for:")
    );
    let alarm = (view.alarm.call, view.alarm.href);
    assert_eq!(alarm, ("Call 999 now".into(), Some("tel:999".into())));
    let emergency = help.emergency_call.expect("a number");
    assert_eq!(
        (&*emergency.text, &*emergency.href),
        ("Call 999", "tel:999")
    );
}

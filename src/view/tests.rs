//! What a reader sees, as text: one line for each element that has a text.

use super::{
    Answer, Fields, Form, Moment, Op, Pointed, Rest, Scene, Setup, Sift, Voice, Voices, ops,
};
use crate::frozen::CORPUS;
use crate::words::Words;
use crate::{
    ClockTime, Day, Elapsed, Guidance, Minutes, Options, Settings, TreatedAt, catalog, guidance,
};

/// Every section that can be opened.
pub(super) const OPENED: &str = "who-says-what why done result studies kinds computed exact";

/// When it is.
#[derive(Clone, Copy)]
pub(super) enum Clock {
    None,
    /// The treatment was at 17:00.
    Seventeen,
}

pub(super) fn words() -> &'static Words<'static> {
    CORPUS.languages.first().expect("English")
}

/// Runs a check over the scene of an element with these attributes, so many
/// minutes after the treatment.
pub(super) fn with_scene<T>(
    attributes: &[(&str, &str)],
    minutes: u32,
    clock: Clock,
    voices: &Voices,
    check: impl Fn(&Scene<'_>, &Guidance<'_>, Moment<'_>) -> T,
) -> T {
    let settings = Settings::parse(&CORPUS, attributes.iter().copied()).expect("attributes");
    let options = Options {
        names: settings.names,
        ..Options::default()
    };
    let catalog = catalog(&CORPUS, &options).expect("a catalog");
    let setup = Setup {
        corpus: &CORPUS,
        words: words(),
        settings: &settings,
        catalog: &catalog,
        sources: "https://example.org/sources.html",
    };
    let when = |minutes: Minutes| {
        let minute = 17 * 60 + minutes.0;
        format!(
            "day {} {:02}:{:02}",
            minute / 1440,
            minute / 60 % 24,
            minute % 60
        )
    };
    let tick = |at: Minutes| {
        let when = when(at);
        let (day, time) = when.rsplit_once(' ').expect("a day and a time");
        [day.to_owned(), time.to_owned()]
    };
    let treated_at = match clock {
        Clock::None => TreatedAt::Unknown,
        Clock::Seventeen => {
            let clock = ClockTime::parse("17:00").expect("a clock time");
            TreatedAt::Calendar(clock, Day::after(clock))
        }
    };
    let moment = Moment {
        elapsed: Elapsed::from_minutes(Minutes(minutes)),
        treated_at,
        clock: match clock {
            Clock::None => None,
            Clock::Seventeen => Some(&when),
        },
        tick: match clock {
            Clock::None => None,
            Clock::Seventeen => Some(&tick),
        },
        calendar: None,
    };
    let ask = |activity| {
        let options = Options {
            activity,
            treated_at,
            ..settings.options()
        };
        let treatment = settings.treatment.unwrap_or("alpha");
        guidance(&CORPUS, treatment, moment.elapsed, &options).expect("a card")
    };
    let card = ask(settings.activity);
    let others: Vec<_> = CORPUS
        .activities
        .iter()
        .filter(|id| **id != card.activity.id)
        .map(|id| ask(Some(id)))
        .collect();
    let scene = Scene {
        setup: &setup,
        form: Form {
            by_hours: false,
            wrong: "",
            today: "2026-11-22",
            minute: 15 * 60,
            told: false,
        },
        answer: Answer::Card {
            card: &card,
            others: &others,
            moment,
        },
        voices,
        sift: Sift::default(),
        came: false,
        opened: OPENED,
        pointed: Pointed::default(),
        stale: false,
        rest: Rest::Here,
        announcement: "",
    };
    check(&scene, &card, moment)
}

/// The texts of an element with these attributes.
pub(super) fn texts(attributes: &[(&str, &str)], minutes: u32, clock: Clock) -> Vec<String> {
    with_scene(
        attributes,
        minutes,
        clock,
        &Voices::NotAsked,
        |scene, _, _| said(&scene.markup()),
    )
}

pub(super) fn said(markup: &str) -> Vec<String> {
    ops(markup)
        .filter_map(|op| match op {
            Op::Say(text) if !text.is_empty() => Some(text.to_owned()),
            _ => None,
        })
        .collect()
}

pub(super) fn place(texts: &[String], part: &str) -> usize {
    texts
        .iter()
        .position(|text| text.contains(part))
        .unwrap_or_else(|| panic!("{part:?} is not in {texts:#?}"))
}

pub(super) fn has(texts: &[String], part: &str) -> bool {
    texts.iter().any(|text| text.contains(part))
}

const CLINIC: [(&str, &str); 3] = [
    ("treatment", "alpha"),
    ("clinic", "Harley"),
    ("protocol", "run 24h; sauna day-end"),
];

#[test]
fn every_element_that_is_opened_is_closed() {
    for attributes in [&[][..], &CLINIC, &[("compact", "")]] {
        for minutes in [0, 870, 100_000] {
            with_scene(
                attributes,
                minutes,
                Clock::Seventeen,
                &loaded(),
                |scene, _, _| {
                    let mut depth = 0;
                    for op in ops(&scene.markup()) {
                        match op {
                            Op::Open(..) => depth += 1,
                            Op::Close => depth -= 1,
                            _ => assert!(depth > 0, "{op:?} is inside an element"),
                        }
                        assert!(depth >= 0);
                    }
                    assert_eq!(depth, 0);
                },
            );
        }
    }
}

#[test]
fn while_the_clinics_wait_runs_it_comes_first_and_the_consensus_under_it() {
    let texts = texts(&CLINIC, 870, Clock::Seventeen);
    let title = place(&texts, "Harley asks you to wait 24 hours:");
    assert_eq!(texts[title + 1], "9 h 30 min to go, until day 1 17:00.");
    assert!(title < place(&texts, "What others say"));
    assert!(place(&texts, "What others say") < place(&texts, "here say wait"));
    let others = place(&texts, "What others say");
    let head = texts.get(..others).unwrap_or_default();
    assert!(
        !has(head, "Most others"),
        "both say wait: they do not differ"
    );
    assert!(
        has(&texts, "If you are not sure, ask Harley. Others:"),
        "for another activity they do"
    );
}

#[test]
fn the_end_of_the_clinics_wait_never_reads_as_fine() {
    let texts = texts(&CLINIC, 24 * 60, Clock::Seventeen);
    let title = place(&texts, "Harley asks you to wait 24 hours:");
    assert_eq!(texts[title + 1], "that wait ended day 1 17:00.");
    assert!(
        !texts[title..title + 3]
            .iter()
            .any(|text| text.contains("fine"))
    );
}

#[test]
fn where_clinic_and_consensus_differ_the_clinics_stands_and_the_card_says_so() {
    let longer = [
        ("treatment", "alpha"),
        ("clinic", "Harley"),
        ("protocol", "run 90d"),
    ];
    let texts_longer = texts(&longer, 30 * 24 * 60, Clock::Seventeen);
    assert!(has(
        &texts_longer,
        "Most others here say fine. What Harley told you comes first."
    ));
    let shorter = [
        ("treatment", "alpha"),
        ("clinic", "Harley"),
        ("protocol", "run 1h"),
    ];
    let texts_shorter = texts(&shorter, 120, Clock::Seventeen);
    assert!(has(
        &texts_shorter,
        "Most others here still say wait. What Harley told you comes first."
    ));
}

#[test]
fn a_protocol_without_this_activity_says_so_and_others_have_their_clinics_wait() {
    let mut attributes = CLINIC.to_vec();
    attributes.push(("activity", "walk"));
    let texts = texts(&attributes, 60, Clock::Seventeen);
    assert!(has(&texts, "Harley names no wait here for: Walking."));
    let lying = place(&texts, "Sauna");
    assert!(texts[lying + 1].starts_with(
        "Harley asks you to wait until the day of the treatment is over: 6 h to go, until day 1 00:00. Others:"
    ));
}

#[test]
fn a_clinic_without_a_name_is_your_clinic_and_its_telephone_stands_at_the_red_flags_too() {
    let attributes = [
        ("treatment", "alpha"),
        ("protocol", "run 24h"),
        ("contact", "+44 20 7946 0000"),
        ("emergency", "999"),
    ];
    let texts = texts(&attributes, 60, Clock::None);
    assert!(has(&texts, "Your clinic asks you to wait 24 hours:"));
    assert!(has(
        &texts,
        "23 h to go, until 24 hours after the treatment."
    ));
    let calls = texts
        .iter()
        .filter(|text| *text == "Call your clinic: +44 20 7946 0000")
        .count();
    assert_eq!(calls, 2, "beside the wait and beside the red flags");
    assert!(has(&texts, "Call 999 now for:"));
    assert!(has(&texts, "Call 999"));
}

#[test]
fn without_a_clinic_the_card_says_at_once_that_it_is_not_its_readers() {
    let texts = texts(&[("treatment", "alpha")], 870, Clock::Seventeen);
    let own = place(&texts, "This is not from your clinic.");
    assert!(own < place(&texts, "What about other things now?"));
    let clinic = super::tests::texts(&CLINIC, 870, Clock::Seventeen);
    assert!(!has(&clinic, "not from your clinic"));
    assert!(has(&texts, "Call your emergency number now for:"));
}

#[test]
fn a_name_a_telephone_or_a_wait_alone_is_a_clinics_word() {
    for own in [
        ("clinic", "Harley"),
        ("contact", "+44 20 7946 0000"),
        ("protocol", "sauna 24h"),
    ] {
        let texts = texts(&[("treatment", "alpha"), own], 870, Clock::Seventeen);
        assert!(!has(&texts, "This is not from your clinic."), "{own:?}");
        assert!(has(&texts, "told you comes first."), "{own:?}");
        let no_wait = has(&texts, "names no wait here for: Running.");
        assert_eq!(no_wait, own.0 == "protocol", "{own:?}");
    }
}

#[test]
fn a_card_without_a_clock_counts_from_the_treatment() {
    let texts = texts(&[("treatment", "alpha"), ("hours", "14")], 840, Clock::None);
    assert!(has(&texts, "Alpha, 14 hours after"));
    assert!(has(
        &texts,
        "Most say fine from 24 hours after the treatment, in 10 h."
    ));
    assert!(!has(&texts, "day 1"), "no clock is known");
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
    assert_eq!(
        fields(&[("treatment", "beta"), ("hours", "3")]),
        (false, false, false)
    );
}

#[test]
fn without_brands_none_is_in_the_markup() {
    let markup = |names| {
        with_scene(
            &[("names", names)],
            60,
            Clock::None,
            &Voices::NotAsked,
            |scene, _, _| {
                let asked = Scene {
                    setup: scene.setup,
                    form: Form {
                        by_hours: false,
                        wrong: "",
                        today: "2026-11-22",
                        minute: 15 * 60,
                        told: false,
                    },
                    answer: Answer::Asked,
                    voices: &Voices::NotAsked,
                    sift: Sift::default(),
                    came: false,
                    opened: OPENED,
                    pointed: Pointed::default(),
                    stale: false,
                    rest: Rest::Here,
                    announcement: "",
                };
                asked.markup()
            },
        )
    };
    for names in CORPUS.treatments {
        assert!(markup("brand").contains(names.name));
        let generic = markup("generic");
        assert!(generic.contains(names.generic));
        let words: Vec<_> = ops(&generic)
            .filter_map(|op| match op {
                Op::Set(_, text) | Op::Say(text) => Some(text),
                _ => None,
            })
            .collect();
        for brand in [names.id, names.name] {
            assert!(!words.contains(&brand), "{brand} is in {words:?}");
        }
    }
}

pub(super) fn loaded() -> Voices {
    let voice = |id: &str, address: Option<&str>| Voice {
        id: id.to_owned(),
        who: Some("Surgeon, London".to_owned()),
        kind: "Forum answer".to_owned(),
        summary: "Wait a day.".to_owned(),
        title: "Botox leaflet".to_owned(),
        address: address.map(str::to_owned),
        number: address.is_none().then_some(3),
        reasons: Vec::new(),
    };
    let ids: Vec<_> = CORPUS
        .panels
        .iter()
        .flat_map(|panel| panel.answers.iter().map(|answer| answer.id))
        .collect();
    let voices = ids
        .iter()
        .zip([None, Some("https://example.com/a")].into_iter().cycle());
    Voices::Loaded(voices.map(|(id, address)| voice(id, address)).collect())
}

#[test]
fn each_answer_has_its_reference_or_leads_to_the_page_of_sources() {
    let links = |attributes: &[(&str, &str)]| {
        with_scene(attributes, 60, Clock::None, &loaded(), |scene, card, _| {
            let markup = scene.markup();
            let voices = said(&markup)
                .iter()
                .filter(|text| *text == "Wait a day.")
                .count();
            assert_eq!(voices, card.answers.len(), "every answer that counts, once");
            // The page as a whole has links of its own.
            let page = scene.setup.sources;
            let links: Vec<String> = ops(&markup)
                .filter_map(|op| match op {
                    Op::Set("href", address) if address != page => Some(address.to_owned()),
                    _ => None,
                })
                .collect();
            let named = said(&markup)
                .iter()
                .any(|text| text.contains("Botox leaflet"));
            (links, named)
        })
    };
    let treatment = ("treatment", "alpha");
    let (inline, named) = links(&[treatment]);
    assert!(named && inline.iter().all(|link| link == "https://example.com/a"));
    for other in [
        ("sources", "page"),
        ("names", "generic"),
        ("names", "class"),
    ] {
        let (links, named) = links(&[treatment, other]);
        assert!(!named, "{other:?}: a title may hold a brand");
        assert!(!links.is_empty());
        for link in links {
            assert!(
                link.starts_with("https://example.org/sources.html#"),
                "{link}"
            );
        }
    }
}

#[test]
fn each_answer_says_its_times_in_words() {
    let texts = with_scene(
        &[("treatment", "alpha")],
        60,
        Clock::None,
        &loaded(),
        |scene, card, _| {
            let texts = said(&scene.markup());
            for answer in &card.answers {
                let hours =
                    [answer.no_until, answer.yes_from].map(|hours| hours.map(|at| at.get()));
                let sentence = match hours {
                    [Some(no), Some(0.0)] => {
                        assert!(no == 0.0);
                        "Says fine with no wait."
                    }
                    [Some(0.0), Some(12.0)] => {
                        "Says fine from 12 hours; says nothing clear before."
                    }
                    [Some(24.0), Some(24.0)] => "Says wait 24 hours.",
                    [Some(4.0), Some(24.0)] => "Says wait 4 hours, then fine from 24 hours.",
                    _ => continue,
                };
                assert!(has(&texts, sentence), "{sentence} is not in {texts:#?}");
            }
            texts
        },
    );
    for sentence in [
        "Says fine with no wait.",
        "; says nothing clear before.",
        "Says wait 24 hours.",
    ] {
        assert!(
            has(&texts, sentence),
            "the frozen corpus has one: {sentence}"
        );
    }
    assert!(!has(&texts, "Says wait ."), "no length of time is missing");
}

#[test]
fn a_list_of_answers_says_whether_it_loads() {
    for (voices, sentence) in [
        (Voices::Asked, "Loading the answers."),
        (Voices::Failed, "The answers could not be loaded."),
    ] {
        let texts = with_scene(&[], 60, Clock::None, &voices, |scene, _, _| {
            said(&scene.markup())
        });
        assert!(has(&texts, sentence));
    }
}

#[test]
fn what_is_spoken_begins_with_the_clinic_and_says_whose_view_is_whose() {
    let spoken = |attributes: &[(&str, &str)], minutes| {
        with_scene(
            attributes,
            minutes,
            Clock::Seventeen,
            &Voices::NotAsked,
            |scene, card, moment| {
                let consensus = format!("{}. {}", crate::headline(words(), card), card.summary);
                (scene.setup.spoken(card, moment), consensus)
            },
        )
    };
    let (text, consensus) = spoken(&[("treatment", "alpha")], 870);
    assert_eq!(text, format!("Alpha. {consensus}"));

    let (text, consensus) = spoken(&CLINIC, 870);
    assert_eq!(
        text,
        format!(
            "Alpha. Harley asks you to wait 24 hours: What Harley told you comes first. \
             What others say: {consensus}"
        )
    );
    let (later, _) = spoken(&CLINIC, 871);
    assert_eq!(later, text, "the countdown is not read out each minute");

    let (text, consensus) = spoken(&CLINIC, 24 * 60);
    assert_eq!(
        text,
        format!(
            "Alpha. Harley asks you to wait 24 hours: that wait ended day 1 17:00. \
             What Harley told you comes first. What others say: {consensus}"
        )
    );
    let longer = [
        ("treatment", "alpha"),
        ("clinic", "Harley"),
        ("protocol", "run 90d"),
    ];
    let (text, consensus) = spoken(&longer, 30 * 24 * 60);
    assert!(text.contains("Most others here say fine. What Harley told you comes first."));
    assert!(text.ends_with(&format!("What others say: {consensus}")));
}

#[test]
fn the_head_of_a_clinics_card_never_says_fine() {
    for minutes in [0, 870, 24 * 60 - 1, 24 * 60, 48 * 60, 100_000] {
        let texts = texts(&CLINIC, minutes, Clock::Seventeen);
        let head = place(&texts, "What others say");
        assert!(place(&texts, "Harley asks you to wait") < head);
        // "Most others here say fine" stands there as what differs, and is said of others.
        for text in texts.iter().take(head) {
            assert!(
                !text.contains("fine") || text.starts_with("Most others here say fine."),
                "{text} at {minutes} minutes"
            );
        }
    }
}

#[test]
fn before_there_is_a_card_the_clinics_waits_are_there() {
    with_scene(
        &CLINIC,
        60,
        Clock::None,
        &Voices::NotAsked,
        |scene, _, _| {
            for answer in [
                Answer::Asked,
                Answer::Problem("That time is still to come."),
            ] {
                let scene = Scene {
                    setup: scene.setup,
                    form: Form {
                        by_hours: false,
                        wrong: "",
                        today: "2026-11-22",
                        minute: 15 * 60,
                        told: false,
                    },
                    answer,
                    voices: &Voices::NotAsked,
                    sift: Sift::default(),
                    came: false,
                    opened: OPENED,
                    pointed: Pointed::default(),
                    stale: false,
                    rest: Rest::Here,
                    announcement: "",
                };
                let texts = said(&scene.markup());
                assert!(has(&texts, "What Harley told you comes first."));
                let run = place(&texts, "24 hours");
                assert_eq!(texts[run - 1], "Running");
                assert!(has(&texts, "until the day of the treatment is over"));
            }
        },
    );
}

#[test]
fn a_problem_and_a_question_stand_where_the_card_would() {
    with_scene(&[], 60, Clock::None, &Voices::NotAsked, |scene, _, _| {
        for (answer, sentence) in [
            (
                Answer::Problem("That time is still to come."),
                "That time is still to come.",
            ),
            (Answer::Asked, "Choose your treatment and say when it was."),
        ] {
            let scene = Scene {
                setup: scene.setup,
                form: Form {
                    by_hours: true,
                    wrong: "Check the date.",
                    today: "2026-11-22",
                    minute: 15 * 60,
                    told: false,
                },
                answer,
                voices: &Voices::NotAsked,
                sift: Sift::default(),
                came: false,
                opened: OPENED,
                pointed: Pointed::default(),
                stale: true,
                rest: Rest::Here,
                announcement: "",
            };
            let texts = said(&scene.markup());
            assert!(has(&texts, sentence) && has(&texts, "Check the date."));
            assert!(!has(&texts, "here say"), "no card");
        }
    });
    assert!(has(
        &said(&Setup::problem(words(), "hours is \"x\"")),
        "hours is \"x\""
    ));
}

#[test]
fn what_nobody_has_opened_is_not_drawn() {
    with_scene(
        &[("treatment", "alpha")],
        0,
        Clock::None,
        &Voices::NotAsked,
        |scene, _, _| {
            let nodes = |opened| ops(&Scene { opened, ..*scene }.markup()).count();
            let closed = nodes("");
            for section in OPENED.split(' ') {
                assert!(
                    nodes(section) >= closed,
                    "{section} is drawn when it is opened"
                );
            }
            assert!(
                nodes(OPENED) > closed + 100,
                "most of a card stands in closed sections"
            );
            assert_eq!(nodes("of no section"), closed);
        },
    );
}

#[test]
fn a_patient_has_the_answer_and_when_to_get_help_before_the_rest_is_loaded() {
    with_scene(
        &[("treatment", "alpha")],
        0,
        Clock::None,
        &Voices::NotAsked,
        |scene, card, _| {
            for rest in [Rest::Awaited, Rest::Missing] {
                let first = Scene { rest, ..*scene }.markup();
                let first_said = said(&first);
                assert!(has(&first_said, &card.summary), "{rest:?}: the answer");
                assert!(
                    has(&first_said, card.notice),
                    "{rest:?}: what it is and is not"
                );
                for sign in card.red_flags.emergency {
                    assert!(has(&first_said, sign), "{rest:?}: {sign}");
                }
                let busy = ops(&first).any(|op| op == Op::Set("aria-busy", "true"));
                assert_eq!(
                    busy,
                    rest == Rest::Awaited,
                    "it is said to be on its way, or not"
                );
            }
        },
    );
}

/// A reader who changes the form has the answer at once: what is left out then is what
/// the second part draws, and nothing else.
#[test]
fn the_answer_comes_first_and_what_stands_under_it_is_left_alone() {
    with_scene(
        &[("treatment", "alpha")],
        30,
        Clock::Seventeen,
        &Voices::NotAsked,
        |scene, _, _| {
            let whole = scene.markup();
            let first = Scene {
                rest: Rest::Kept,
                ..*scene
            };
            let first = first.markup();
            let (whole, first): (Vec<_>, Vec<_>) = (ops(&whole).collect(), ops(&first).collect());
            let kept = first.iter().position(|op| *op == Op::Keep);
            let kept = kept.expect("the rest is kept");
            assert_eq!(first[..kept], whole[..kept], "what stands above it");
            let after = &first[kept + 1..];
            assert_eq!(after, &whole[whole.len() - after.len()..], "and below");
            // The element behind it ends what is kept, so there may be none like it in it.
            let rest = &whole[kept..whole.len() - after.len()];
            assert!(!rest.contains(&after[0]), "{:?} is there once", after[0]);
        },
    );
}

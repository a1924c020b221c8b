//! Does the picture show what the timelines say?

use super::tests::{Clock, said, with_scene};
use super::{Answer, Op, Pointed, Scene, Voices, ops};
use crate::frozen::CORPUS;
use crate::{Minutes, Options, TreatedAt, timeline};

/// Everything that the picture says, and the attributes of its slider.
fn read(
    attributes: &[(&str, &str)],
    minutes: u32,
    clock: Clock,
    at: Option<u32>,
) -> (Vec<String>, Vec<(String, String)>) {
    with_scene(
        attributes,
        minutes,
        clock,
        &Voices::NotAsked,
        |scene, _, _| {
            let pointed = Pointed {
                over: None,
                marks: &[],
                at: at.map(Minutes),
            };
            let markup = Scene { pointed, ..*scene }.markup();
            let mut depth = 0;
            let mut texts = Vec::new();
            let mut slider = Vec::new();
            let mut in_slider = false;
            for op in ops(&markup) {
                match op {
                    Op::Open(_, class) if depth > 0 || class == "picture" => {
                        depth += 1;
                        in_slider = class == "look-at";
                    }
                    Op::Close if depth > 0 => {
                        depth -= 1;
                        in_slider = false;
                    }
                    Op::Say(text) if depth > 0 => texts.push(text.to_owned()),
                    Op::Set(name, value) if in_slider => {
                        slider.push((name.to_owned(), value.to_owned()));
                    }
                    _ => {}
                }
            }
            (texts, slider)
        },
    )
}

fn value<'s>(slider: &'s [(String, String)], wanted: &str) -> &'s str {
    let found = slider.iter().find(|(name, _)| name == wanted);
    found.map_or("", |(_, value)| value)
}

#[test]
fn the_tallies_at_the_marker_and_in_the_table_are_those_of_the_timelines() {
    let options = Options {
        treated_at: TreatedAt::Unknown,
        ..Options::default()
    };
    let timelines = timeline(&CORPUS, "alpha", &options).expect("timelines");
    let alpha = [("treatment", "alpha"), ("hours", "1")];
    for at in (0..54 * 60).step_by(30) {
        let (texts, _) = read(&alpha, 60, Clock::None, Some(at));
        for panel in &timelines.panels {
            let hours = f64::from(at) / 60.0;
            let steps = panel.steps.iter();
            let step = steps.rev().find(|step| step.hours.get() <= hours);
            let tally = step.expect("a step at 0").tally;
            if tally.timed() == 0 {
                continue;
            }
            let counts = format!(
                "({} fine, {} not clear, {} wait)",
                tally.fine, tally.silent, tally.wait
            );
            assert!(
                texts.iter().any(|text| text.ends_with(&counts)),
                "{}: {counts} at {hours} h is not in {texts:#?}",
                panel.id
            );
        }
    }
    let (texts, _) = read(&alpha, 60, Clock::None, None);
    let mut rows = Vec::new();
    for panel in &timelines.panels {
        for step in &panel.steps {
            let numbers = [step.tally.fine, step.tally.silent, step.tally.wait];
            if step.tally.timed() > 0 {
                rows.push(numbers.map(|number| number.to_string()));
            }
        }
    }
    let numbers = |texts: &[String]| texts.iter().all(|text| text.parse::<u32>().is_ok());
    let table: Vec<_> = texts.windows(3).filter(|row| numbers(row)).collect();
    assert_eq!(table, rows.iter().map(|row| &row[..]).collect::<Vec<_>>());
}

#[test]
fn the_marker_stands_at_now_until_it_is_moved_and_can_go_back() {
    let alpha = [("treatment", "alpha")];
    let (texts, slider) = read(&alpha, 847, Clock::Seventeen, None);
    assert_eq!(value(&slider, "value"), "840", "the step before 14 h 7 min");
    let now = "Now: day 1 07:07, 14 hours 7 minutes after";
    assert!(texts.iter().any(|text| text == now), "{texts:#?}");
    assert!(value(&slider, "aria-valuetext").starts_with(now));
    assert!(!texts.iter().any(|text| text == "Back to now"));

    let (texts, slider) = read(&alpha, 847, Clock::Seventeen, Some(1440));
    assert_eq!(value(&slider, "value"), "1440");
    let then = "day 1 17:00, 24 hours after";
    assert!(texts.iter().any(|text| text == then), "{texts:#?}");
    assert!(value(&slider, "aria-valuetext").starts_with(then));
    assert!(value(&slider, "aria-valuetext").contains(" here say "));
    assert!(texts.iter().any(|text| text == "Back to now"));
}

#[test]
fn without_a_clock_there_are_hours_and_no_days() {
    let card = [("treatment", "alpha"), ("hours", "14")];
    let (texts, _) = read(&card, 840, Clock::None, None);
    assert!(texts.iter().any(|text| text == "This card: 14 hours after"));
    let (texts, _) = read(&card, 840, Clock::None, Some(600));
    assert!(texts.iter().any(|text| text == "10 hours after"));
    assert!(
        texts
            .iter()
            .any(|text| text == "Back to the time of this card")
    );
    assert!(texts.iter().any(|text| text == "24 h"));
    assert!(!texts.iter().any(|text| text.contains("day 1")));
    let (texts, _) = read(&card[..1], 840, Clock::Seventeen, None);
    let day = texts
        .iter()
        .position(|text| text == "24 h")
        .expect("a tick");
    assert_eq!(texts[day + 1..day + 3], ["day 1", "17:00"]);
}

#[test]
fn the_clinics_own_wait_is_in_the_picture() {
    let clinic = [
        ("treatment", "alpha"),
        ("clinic", "Harley"),
        ("protocol", "run 60h"),
    ];
    let (texts, slider) = read(&clinic, 60, Clock::Seventeen, None);
    assert!(
        texts
            .iter()
            .any(|text| text == "Harley asks you to wait until day 3 05:00"),
        "{texts:#?}"
    );
    let end: u32 = value(&slider, "max").parse().expect("minutes");
    assert!(end > 60 * 60, "the picture is long enough for it");
}

#[test]
fn a_card_far_beyond_the_picture_keeps_its_marker_at_the_edge() {
    let alpha = [("treatment", "alpha")];
    let (texts, slider) = read(&alpha, 1_000_000, Clock::Seventeen, None);
    assert_eq!(value(&slider, "value"), value(&slider, "max"));
    assert!(texts.iter().any(|text| text.starts_with("Now: ")));
}

/// Runs a check over what is written of a card on which some answers have other times.
fn with_times<T>(times: &[(&str, u32, u32)], check: impl Fn(&str) -> T) -> T {
    with_scene(
        &[("treatment", "alpha")],
        60,
        Clock::None,
        &Voices::NotAsked,
        |scene, card, moment| {
            let mut card = card.clone();
            for (id, no_until, yes_from) in times {
                let mut answers = card.answers.iter_mut();
                let answer = answers.find(|answer| answer.id == *id);
                let answer = answer.expect("it is on the card");
                answer.no_until = Some(Minutes(*no_until).hours());
                answer.yes_from = Some(Minutes(*yes_from).hours());
            }
            let answer = Answer::Card {
                card: &card,
                others: &[],
                moment,
            };
            check(&Scene { answer, ..*scene }.markup())
        },
    )
}

/// The picture goes to 54 hours.
const EDGE: u32 = 54 * 60;

#[test]
fn nothing_is_drawn_at_the_edge_where_an_answer_changes_just_there() {
    let drawn = |until: u32| -> Vec<String> {
        with_times(&[("S-05", 720, until)], |markup| {
            let widths = ops(markup).filter_map(|op| match op {
                Op::Set("width", width) => Some(width.to_owned()),
                _ => None,
            });
            widths.collect()
        })
    };
    let (before, at, beyond) = (drawn(EDGE - 1), drawn(EDGE), drawn(EDGE + 1));
    assert!(before.len() > at.len(), "one minute is drawn");
    assert_eq!(at, beyond);
}

#[test]
fn who_says_fine_beyond_the_edge_is_told_in_a_sentence() {
    let told = |times: &[(&str, u32, u32)]| -> Vec<String> {
        with_times(times, |markup| {
            let texts = said(markup).into_iter();
            texts
                .filter(|text| text.contains("later than shown"))
                .collect()
        })
    };
    assert!(told(&[]).is_empty(), "nobody does");
    let days = |days: u32| days * 24 * 60;
    // At the edge, one still says wait and one has begun to say nothing clear.
    let times = [("S-04", days(10), days(10)), ("S-05", 720, days(14))];
    assert_eq!(
        told(&times),
        ["Second signs, later than shown: 2 of 5 still change to fine, the last 14 days after."]
    );
}

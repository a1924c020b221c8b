//! When is a reader offered a reminder, and for which moment?

use super::tests::{Clock, with_scene};
use super::{Answer, Calendar, Moment, Op, Scene, Voices, ops};
use crate::{Minutes, TreatedAt};

/// 2026-11-21 at 22:00 in UTC.
const TREATED: Minutes = Minutes(29_921_640);

/// The links that save something, as address and text; and all that is said.
fn reminders(
    attributes: &[(&str, &str)],
    minutes: u32,
    saves: bool,
) -> (Vec<(String, String)>, Vec<String>) {
    let clock = Clock::Seventeen;
    with_scene(
        attributes,
        minutes,
        clock,
        &Voices::NotAsked,
        |scene, card, moment| {
            let calendar = Calendar {
                treated: TREATED,
                saves,
            };
            let scene = Scene {
                answer: Answer::Card {
                    card,
                    others: &[],
                    moment: Moment {
                        calendar: Some(calendar),
                        ..moment
                    },
                },
                ..*scene
            };
            let markup = scene.markup();
            let (mut links, mut said) = (Vec::new(), Vec::new());
            let mut address = None;
            for op in ops(&markup) {
                match op {
                    Op::Set("href", href) => address = Some(href.to_owned()),
                    Op::Say(text) => {
                        said.push(text.to_owned());
                        let file = address.take().filter(|href| href.starts_with("data:"));
                        links.extend(file.map(|href| (href, text.to_owned())));
                    }
                    _ => {}
                }
            }
            (links, said)
        },
    )
}

/// The lines of the one event that is offered.
fn event(attributes: &[(&str, &str)], minutes: u32) -> Vec<String> {
    let (links, _) = reminders(attributes, minutes, true);
    let [(address, _)] = links.as_slice() else {
        panic!(
            "{minutes} minutes after, {attributes:?} has {} reminders, not one",
            links.len()
        );
    };
    let encoded = address
        .strip_prefix("data:text/calendar;charset=utf-8,")
        .expect("a calendar");
    let mut bytes = Vec::new();
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().expect("a digit"), rest.next().expect("a digit")];
            let digits = std::str::from_utf8(&digits).expect("digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal"));
        } else {
            bytes.push(byte);
        }
    }
    let text = String::from_utf8(bytes).expect("UTF-8");
    let lines = text.replace("\r\n ", "");
    lines.split_terminator("\r\n").map(str::to_owned).collect()
}

/// The minutes from the treatment to the moment from which most say fine.
fn most(attributes: &[(&str, &str)]) -> u32 {
    with_scene(
        attributes,
        0,
        Clock::Seventeen,
        &Voices::NotAsked,
        |_, card, _| {
            super::card::minutes(card.fine_from.most.expect("most say fine at some time")).0
        },
    )
}

fn start(lines: &[String]) -> Option<&str> {
    lines.iter().find_map(|line| line.strip_prefix("DTSTART:"))
}

fn basic(after: u32) -> String {
    let utc = super::utc(Minutes(TREATED.0 + after));
    utc.replace(['-', ':'], "")
}

#[test]
fn a_reader_who_is_to_wait_is_reminded_when_most_say_fine() {
    let most = most(&[]);
    let lines = event(&[], 10);
    assert_eq!(start(&lines), Some(basic(most).as_str()));
    assert!(
        lines.contains(&format!("DTSTAMP:{}", basic(10))),
        "{lines:#?}"
    );
    let (links, _) = reminders(&[], 10, true);
    let text = links.first().map(|(_, text)| text.as_str());
    assert!(
        text.is_some_and(|text| text.starts_with("Remind me: day ")),
        "{text:?}"
    );
}

#[test]
fn once_most_say_fine_there_is_nothing_to_be_reminded_of() {
    let most = most(&[]);
    assert_eq!(reminders(&[], most - 1, true).0.len(), 1, "a minute before");
    for minutes in [most, most + 1, 100_000] {
        let (links, said) = reminders(&[], minutes, true);
        assert_eq!(links, [], "{minutes} minutes after");
        assert!(!said.iter().any(|text| text.contains("alarm")), "{said:#?}");
    }
}

#[test]
fn while_the_clinics_wait_runs_the_reader_is_reminded_of_its_end() {
    let attributes = [("protocol", "run 96h"), ("activity", "run")];
    let until = 96 * 60;
    assert_eq!(start(&event(&attributes, 10)), Some(basic(until).as_str()));
    assert_eq!(
        start(&event(&attributes, until - 1)),
        Some(basic(until).as_str())
    );
    let links = reminders(&attributes, until, true).0;
    let most = most(&attributes);
    assert_eq!(
        links.len(),
        usize::from(most > until),
        "then of what others say, if anything"
    );
}

#[test]
fn once_the_clinics_wait_has_ended_the_reader_is_reminded_of_what_others_say() {
    let attributes = [("protocol", "run 1h"), ("activity", "run")];
    let most = most(&attributes);
    assert!(most > 120, "others say wait for longer");
    assert_eq!(start(&event(&attributes, 59)), Some(basic(60).as_str()));
    for minutes in [60, 120] {
        let lines = event(&attributes, minutes);
        assert_eq!(start(&lines), Some(basic(most).as_str()));
    }
}

#[test]
fn a_reminder_names_no_treatment_and_no_clinic() {
    let attributes = [
        ("clinic", "Elm Street Clinic"),
        ("protocol", "run 96h"),
        ("activity", "run"),
        ("treatment", "alpha"),
    ];
    let lines = event(&attributes, 10);
    let whole = lines.join("\n").to_lowercase();
    for word in ["elm", "alpha", "run", "botulinum"] {
        assert!(!whole.contains(word), "{word} in {whole}");
    }
    assert_eq!(
        lines.iter().find(|line| line.starts_with("UID:")),
        event(&attributes, 600)
            .iter()
            .find(|line| line.starts_with("UID:")),
        "the same moment is the same event in a calendar"
    );
}

#[test]
fn where_nothing_can_be_saved_the_reader_is_told_when() {
    let (links, said) = reminders(&[], 10, false);
    assert_eq!(links, []);
    assert!(
        said.iter()
            .any(|text| text.starts_with("To be reminded, set an alarm for day ")),
        "{said:#?}"
    );
}

#[test]
fn a_card_without_a_clock_offers_none() {
    with_scene(
        &[],
        10,
        Clock::None,
        &Voices::NotAsked,
        |scene, _, moment| {
            assert_eq!(moment.treated_at, TreatedAt::Unknown);
            assert!(!scene.markup().contains("data:"), "no link to a file");
        },
    );
}

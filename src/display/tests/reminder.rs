//! When is a reader offered a reminder, and for which moment?

use super::{At, most, on_calendar, with_display};
use crate::consensus::Minutes;
use crate::display::Reminder;
use crate::settings::test_environment::FixedCalendar;
use crate::settings::utc;

/// 2026-11-21 at 17:00 in UTC.
const TREATED: u32 = 29_921_340;

fn reminder(attributes: &[(&str, &str)], minutes: u32) -> Option<Reminder> {
    with_display(attributes, minutes, At::Seventeen, |display| {
        display.answer().reminder
    })
}

/// The lines of the one event that is offered.
fn event(attributes: &[(&str, &str)], minutes: u32) -> Vec<String> {
    lines(reminder(attributes, minutes))
}

fn lines(reminder: Option<Reminder>) -> Vec<String> {
    let href = reminder.and_then(|reminder| reminder.href);
    let href = href.expect("a reminder");
    let encoded = href.strip_prefix("data:text/calendar;charset=utf-8,");
    let encoded = encoded.expect("a calendar").as_bytes();
    let text = form_urlencoded::parse(encoded).next().expect("a text").0;
    let lines = text.replace("\r\n ", "");
    lines.split_terminator("\r\n").map(str::to_owned).collect()
}

fn start(lines: &[String]) -> Option<&str> {
    lines.iter().find_map(|line| line.strip_prefix("DTSTART:"))
}

fn basic(after: u32) -> String {
    let minute = utc(Minutes(TREATED + after)).replace(['-', ':'], "");
    minute.replace('Z', "00Z")
}

fn most_of(attributes: &[(&str, &str)]) -> u32 {
    with_display(attributes, 0, At::Seventeen, |display| most(display.card()))
}

#[test]
fn a_reader_who_is_to_wait_is_reminded_when_most_say_fine() {
    let lines = event(&[], 10);
    assert_eq!(start(&lines), Some(basic(most_of(&[])).as_str()));
    assert!(
        lines.contains(&format!("DTSTAMP:{}", basic(10))),
        "{lines:#?}"
    );
    let text = reminder(&[], 10).and_then(|reminder| reminder.text);
    assert!(text.is_some_and(|text| text.starts_with("Remind me: day ")));
}

#[test]
fn once_most_say_fine_there_is_nothing_to_be_reminded_of() {
    let most = most_of(&[]);
    assert!(reminder(&[], most - 1).is_some(), "a minute before");
    for minutes in [most, most + 1, 100_000] {
        assert_eq!(reminder(&[], minutes), None, "{minutes} minutes after");
    }
}

#[test]
fn while_the_clinics_wait_runs_the_reader_is_reminded_of_its_end() {
    let attributes = [("protocol", "run 96h"), ("activity", "run")];
    let until = 96 * 60;
    for minutes in [10, until - 1] {
        let lines = event(&attributes, minutes);
        assert_eq!(start(&lines), Some(basic(until).as_str()));
    }
    let then = reminder(&attributes, until).is_some();
    assert_eq!(
        then,
        most_of(&attributes) > until,
        "then of what others say, if anything"
    );
}

#[test]
fn once_the_clinics_wait_has_ended_the_reader_is_reminded_of_what_others_say() {
    let attributes = [("protocol", "run 1h"), ("activity", "run")];
    let most = most_of(&attributes);
    assert!(most > 120, "others say wait for longer");
    assert_eq!(start(&event(&attributes, 59)), Some(basic(60).as_str()));
    for minutes in [60, 120] {
        let lines = event(&attributes, minutes);
        assert_eq!(start(&lines), Some(basic(most).as_str()));
    }
}

#[test]
fn a_wait_until_midnight_reminds_at_eight_in_the_morning() {
    let attributes = [("protocol", "run day-end"), ("activity", "run")];
    for minutes in [10, 7 * 60 - 1] {
        let lines = event(&attributes, minutes);
        assert_eq!(start(&lines), Some(basic(15 * 60).as_str()));
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
    let text = lines.join("\n").to_lowercase();
    for word in ["elm", "alpha", "botulinum"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
    let uid = |lines: &[String]| lines.iter().find(|line| line.starts_with("UID:")).cloned();
    let later = event(&attributes, 600);
    assert_eq!(
        uid(&lines),
        uid(&later),
        "the same moment is the same event"
    );
}

/// What an event has by a name, on a page at this address.
fn property(address: &'static str, name: &str) -> Option<String> {
    let calendar = FixedCalendar::on_page(address);
    on_calendar(&calendar, &[], 10, At::Seventeen, |display| {
        let lines = lines(display.answer().reminder);
        let mut found = lines.iter().filter_map(|line| line.strip_prefix(name));
        found.next().map(str::to_owned)
    })
}

#[test]
fn an_event_says_before_what_to_look_and_leads_back_to_the_page() {
    let page = "https://clinic.example/care;a,b/";
    let told = "Check the page again. Follow what your clinic told you.";
    for address in [page, "https://clinic.example/care;a,b/?x=1#treatment=alpha"] {
        let property = |name| property(address, name);
        assert_eq!(
            property("SUMMARY:").as_deref(),
            Some("Aftercare: check before a run")
        );
        assert_eq!(property("URL:").as_deref(), Some(page));
        let text = format!("{told}\\nhttps://clinic.example/care\\;a\\,b/");
        assert_eq!(property("DESCRIPTION:"), Some(text));
    }
    for address in [
        "about:srcdoc",
        "file:///home/me/aftercare.html",
        "data:text/html,x",
        "blob:https://clinic.example/1",
        // The address of the page would tell which treatment it was.
        "https://clinic.example/after-Alpha/",
        "https://betatoxin.example/",
    ] {
        assert_eq!(property(address, "URL:"), None, "{address}");
        assert_eq!(property(address, "DESCRIPTION:").as_deref(), Some(told));
    }
}

#[test]
fn an_event_ends_so_that_every_calendar_takes_it() {
    let lines = event(&[], 10);
    let end = lines.iter().find_map(|line| line.strip_prefix("DTEND:"));
    assert_eq!(end, Some(basic(most_of(&[]) + 15).as_str()));
}

#[test]
fn where_nothing_can_be_saved_the_reader_is_told_when() {
    let sandbox = FixedCalendar::in_sandbox();
    on_calendar(&sandbox, &[], 10, At::Seventeen, |display| {
        let reminder = display.answer().reminder.expect("a moment to come");
        assert_eq!((reminder.href, reminder.text), (None, None));
        let told = reminder.yourself.expect("what to do");
        assert!(
            told.starts_with("To be reminded, set an alarm for day "),
            "{told}"
        );
    });
}

#[test]
fn the_event_is_there_in_words_too_wherever_the_reader_is() {
    for calendar in [FixedCalendar::default(), FixedCalendar::in_sandbox()] {
        on_calendar(
            &calendar,
            &[("clinic", "Harley")],
            10,
            At::Seventeen,
            |display| {
                let most = most(display.card());
                let reminder = display.answer().reminder.expect("a moment to come");
                let lines: Vec<&str> = reminder.event.lines().collect();
                let at = 17 * 60 + most;
                let when = format!("day {} {:02}:{:02}", at / 1440, at / 60 % 24, at % 60);
                assert_eq!(
                    lines,
                    [
                        "Aftercare: check before a run",
                        &when,
                        "Check the page again. Follow what your clinic told you.",
                    ]
                );
            },
        );
    }
}

#[test]
fn a_card_without_a_clock_offers_none() {
    with_display(&[], 10, At::NoClock, |display| {
        assert_eq!(display.answer().reminder, None);
    });
}

//! What is shown to seven readers, all of it: cards of the frozen corpus.
//!
//! Where a change moves a word, a number or a place of the chart, the difference shows
//! it to whoever reviews the change. `UPDATE_EXPECT=1 cargo test --lib snapshots` renews
//! the files in `tests/snapshots/display/`.

use expect_test::{ExpectFile, expect_file};
use serde::Serialize;
use serde_json::{Value, json};

use super::{At, with_display};
use crate::display::{Display, Filter, help, settings_view, view};
use crate::frozen::CORPUS;
use crate::settings::test_environment::FixedCalendar;
use crate::settings::{Form, Language, Mode, Settings};

const RUNNER: [(&str, &str); 2] = [("treatment", "alpha"), ("activity", "run")];

const CLINIC: [(&str, &str); 6] = [
    ("treatment", "alpha"),
    ("clinic", "Harley"),
    ("protocol", "run 24h; sauna day-end; walk 12h"),
    ("contact", "+44 20 7946 0000"),
    ("emergency", "999"),
    ("ask", ""),
];

fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).expect("plain values")
}

/// Every part of a card.
fn parts(display: &Display<'_>, at: Option<u32>, over: Option<u32>, opened: &[&str]) -> Value {
    json!({
        "answer": value(&display.answer()),
        "panels": value(&display.panels()),
        "chart": value(&display.chart(at, over)),
        "activities": value(&display.activities()),
        "sections": value(&display.sections(opened)),
        "settings": settings(display.settings),
        "help": value(&help(&CORPUS, display.words, display.settings, &FixedCalendar::default())),
    })
}

fn settings(settings: &Settings<'_>) -> Value {
    let language = Language::new(&CORPUS, settings, None).expect("a language");
    value(&settings_view(&CORPUS, language, settings))
}

fn expect(file: ExpectFile, value: &Value) {
    let text = serde_json::to_string_pretty(value).expect("JSON");
    file.assert_eq(&format!("{text}\n"));
}

#[test]
fn a_runner_at_seven_who_opens_everything() {
    let value = with_display(&RUNNER, 870, At::Seventeen, |display| {
        let mut value = parts(display, None, None, &["done", "why", "result", "kinds"]);
        value["answers"] = self::value(&display.answers(&Filter::default()));
        value
    });
    expect(
        expect_file!["../../../tests/snapshots/display/runner.json"],
        &value,
    );
}

#[test]
fn a_clinics_patient_an_hour_after_on_a_device_with_a_calendar() {
    let value = with_display(&CLINIC, 60, At::Seventeen, |display| {
        parts(display, None, None, &[])
    });
    expect(
        expect_file!["../../../tests/snapshots/display/clinic.json"],
        &value,
    );
}

#[test]
fn a_card_of_hours_whose_reader_looks_at_another_moment() {
    let attributes = [("treatment", "alpha"), ("hours", "14"), ("compact", "")];
    let value = with_display(&attributes, 840, At::NoClock, |display| {
        parts(display, Some(615), Some(3000), &["why"])
    });
    expect(
        expect_file!["../../../tests/snapshots/display/hours.json"],
        &value,
    );
}

#[test]
fn a_swimmer_on_whom_too_few_answers_speak() {
    let attributes = [("treatment", "beta"), ("activity", "swim")];
    let value = with_display(&attributes, 100_000, At::Seventeen, |display| {
        parts(display, None, None, &["done", "why", "result"])
    });
    expect(
        expect_file!["../../../tests/snapshots/display/swimmer.json"],
        &value,
    );
}

#[test]
fn a_visitor_who_is_asked_and_has_written_hours_that_are_none() {
    let own = Settings::parse(&CORPUS, []).expect("attributes");
    let calendar = FixedCalendar::default();
    let now = calendar.instant("2026-11-22T15:00");
    let form = Form {
        mode: Mode::Hours,
        hours: "soon".to_owned(),
        ..Form::default()
    };
    let words = CORPUS.languages.first().expect("English");
    let view = view(&CORPUS, words, &own, &form, "", &calendar, now);
    let view = value(&view.expect("a view"));
    let value = json!({ "view": view, "settings": settings(&own) });
    expect(
        expect_file!["../../../tests/snapshots/display/asked.json"],
        &value,
    );
}

#[test]
fn a_reader_whom_a_number_has_led_to_the_answers_behind_it() {
    let attributes = [RUNNER[0], RUNNER[1], ("sources", "page")];
    let filter = Filter {
        stance: "wait".into(),
        order: "longest".into(),
        ..Filter::default()
    };
    let value = with_display(&attributes, 300, At::NoClock, |display| {
        value(&display.answers(&filter))
    });
    expect(
        expect_file!["../../../tests/snapshots/display/led.json"],
        &value,
    );
}

#[test]
fn a_reader_of_spanish() {
    let attributes = [RUNNER[0], RUNNER[1], ("lang", "es")];
    let value = with_display(&attributes, 870, At::Seventeen, |display| {
        json!({
            "answer": value(&display.answer()),
            "panels": value(&display.panels()),
            "answers": value(&display.answers(&Filter::default())),
            "settings": settings(display.settings),
        "help": value(&help(&CORPUS, display.words, display.settings, &FixedCalendar::default())),
        })
    });
    expect(
        expect_file!["../../../tests/snapshots/display/spanish.json"],
        &value,
    );
}

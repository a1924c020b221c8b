//! Is every card of the frozen corpus, byte for byte, the one that its case shows?
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` rewrites `expected` and `error` in
//! tests/cases/. Read the difference against the codebook before you keep it.

mod common;

use std::collections::BTreeSet;

use aftercare_consensus::{ErrorCode, Status};
use serde_json::Value;

use common::cases::{Case, differences, groups};
use common::frozen::CORPUS;
use common::json;

#[test]
fn every_case_gets_the_answer_that_it_shows() {
    if updating() {
        return update();
    }
    let mut failures = Vec::new();
    for group in groups() {
        for case in &group.cases {
            if let Some(failure) = check(case) {
                failures.push(format!(
                    "{} in {}\n  rule: {}\n{failure}",
                    case.id,
                    group.name(),
                    case.rule
                ));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} golden cases fail.\n\n{}\n\nIf the codebook wants it so: UPDATE_GOLDEN=1 cargo test --test golden\n",
        failures.len(),
        failures.join("\n\n")
    );
}

/// What differs, in lines.
fn check(case: &Case) -> Option<String> {
    let (expected, actual) = match (&case.expected, &case.error, case.ask(&CORPUS)) {
        (Some(expected), None, Ok(actual)) => (expected, actual),
        (None, Some(expected), Err(actual)) => (expected, actual),
        (None, None, _) | (Some(_), Some(_), _) => {
            return Some("    it needs either `expected` or `error`".to_owned());
        }
        (_, _, Ok(actual)) => return Some(format!("    should be refused but got {actual}")),
        (_, _, Err(actual)) => return Some(format!("    should be answered but got {actual}")),
    };
    // The text is what JavaScript would print of the same value, so equal texts
    // are equal cards on both sides.
    if json::to_string(expected) == actual {
        return None;
    }
    let actual: Value = serde_json::from_str(&actual).expect("an answer is JSON");
    let mut lines = differences(expected, &actual);
    if lines.is_empty() {
        lines.push(format!(
            "the values agree but not their text, which should be {}",
            json::to_string(expected)
        ));
    }
    Some(format!("    {}", lines.join("\n    ")))
}

fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

fn update() {
    for mut group in groups() {
        for case in &mut group.cases {
            let parse = |text: String| serde_json::from_str(&text).expect("an answer is JSON");
            match case.ask(&CORPUS) {
                Ok(card) => (case.expected, case.error) = (Some(parse(card)), None),
                Err(error) => (case.expected, case.error) = (None, Some(parse(error))),
            }
        }
        group.save();
    }
}

#[test]
fn every_case_has_an_id_and_a_rule_of_its_own() {
    if updating() {
        return;
    }
    let (mut ids, mut rules) = (BTreeSet::new(), BTreeSet::new());
    for group in groups() {
        for case in group.cases {
            assert!(
                ids.insert(case.id.clone()),
                "two cases are called {}",
                case.id
            );
            assert!(
                case.rule.ends_with('.') && rules.insert(case.rule.clone()),
                "{} says in a sentence of its own which rule it shows",
                case.id
            );
        }
    }
}

#[test]
fn the_cases_show_every_status_basis_stance_and_error_code() {
    if updating() {
        // The files are being written while this test would read them.
        return;
    }
    let mut shown = BTreeSet::new();
    for case in groups().into_iter().flat_map(|group| group.cases) {
        let card = case.expected.unwrap_or_default();
        let mut show = |what: &str, value: &Value| {
            if let Some(value) = value.as_str() {
                shown.insert(format!("{what} {value}"));
            }
        };
        show("status", &card["status"]);
        for panel in card["panels"].as_array().into_iter().flatten() {
            show("basis", &panel["basis"]);
            show("panel status", &panel["status"]);
        }
        for answer in card["answers"].as_array().into_iter().flatten() {
            show("stance", &answer["stance"]);
        }
        show("error", &case.error.unwrap_or_default()["code"]);
    }
    let statuses = Status::ALL.iter().flat_map(|status| {
        ["status", "panel status"].map(|what| format!("{what} {}", status.as_str()))
    });
    let codes = ErrorCode::ALL
        .iter()
        .map(|code| format!("error {}", code.as_str()));
    let others = [
        "basis treatment",
        "basis class",
        "stance fine",
        "stance wait",
        "stance silent",
        "stance untimed",
    ];
    let wanted = statuses.chain(codes).chain(others.map(str::to_owned));
    let missing: Vec<String> = wanted.filter(|what| !shown.contains(what)).collect();
    assert!(missing.is_empty(), "no golden case shows {missing:?}");
}

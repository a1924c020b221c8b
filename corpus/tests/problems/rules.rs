//! Positions: the rule, and whether its times fit.

use aftercare_corpus::Position;

use crate::common::THREAD;
use crate::times::{coded, position, refused, times};

/// Times that a rule does not have.
fn misfit(rule: &str, no_until: &str, yes_from: &str, wanted: &str) {
    refused(
        rule,
        &times(no_until, yes_from),
        &format!("do not fit rule {rule:?}, which has {wanted}"),
        "correct the rule or the times",
    );
}

#[test]
fn r1_has_one_time_more_than_zero() {
    misfit(
        "R1",
        "\"day-start\"",
        "\"day-start\"",
        "`no_until` and `yes_from` equal and more than 0",
    );
    misfit(
        "R1",
        "4",
        "24",
        "`no_until` and `yes_from` equal and more than 0",
    );
    misfit(
        "R1",
        "0",
        "0",
        "`no_until` and `yes_from` equal and more than 0",
    );
}

#[test]
fn r2_has_two_different_times() {
    let wanted = "two different times, both more than 0";
    misfit("R2", "4", "4", wanted);
    // Both are 20 minutes.
    misfit("R2", "0.33", "0.333", wanted);
    misfit("R2", "0", "24", wanted);
}

#[test]
fn r3_has_the_day_end_and_the_day_start() {
    misfit("R3", "16", "24", "\"day-end\" and \"day-start\"");
    misfit(
        "R3",
        "\"day-end\"",
        "\"day-end\"",
        "\"day-end\" and \"day-start\"",
    );
}

#[test]
fn r4_has_no_wait() {
    misfit("R4", "0", "4", "0 and 0");
    misfit("R4", "4", "4", "0 and 0");
}

#[test]
fn r5_says_nothing_before_a_time() {
    misfit("R5", "4", "24", "`no_until` = 0 and a later `yes_from`");
    misfit("R5", "0", "0", "`no_until` = 0 and a later `yes_from`");
}

#[test]
fn r6_has_no_time() {
    misfit("R6", "0", "24", "no times at all");
}

#[test]
fn r7_has_zero_and_a_day() {
    misfit("R7", "0", "23", "0 and 24");
    misfit("R7", "24", "24", "0 and 24");
}

#[test]
fn only_r6_goes_without_times() {
    for rule in ["R1", "R2", "R3", "R4", "R5", "R7"] {
        let value = format!("rule {rule:?} with neither");
        refused(rule, "", &value, "give both, or neither with rule \"R6\"");
    }
}

#[test]
fn one_time_without_the_other_is_refused() {
    for rule in ["R1", "R6"] {
        for time in [", no_until = 4", ", yes_from = 4"] {
            let value = format!("rule {rule:?} with only one");
            refused(rule, time, &value, "give both, or neither with rule \"R6\"");
        }
    }
}

#[test]
fn an_unknown_rule_is_refused() {
    for rule in ["R8", "r1", ""] {
        let value = format!("unknown rule {rule:?}");
        refused(
            rule,
            &times("4", "4"),
            &value,
            "the codebook in data/README.md has R1 to R7",
        );
    }
}

#[test]
fn a_rule_that_is_not_there_is_refused() {
    let folder = coded("R4", &times("0", "0")).edit(THREAD, "rule = \"R4\", ", "");
    folder.refused(THREAD, "# here", "`rule`", "see data/README.md");
}

#[test]
fn every_rule_takes_its_own_times() {
    for (rule, no_until, yes_from) in [
        ("R1", "24", "24"),
        ("R2", "4", "24"),
        ("R3", "\"day-end\"", "\"day-start\""),
        ("R4", "0", "0"),
        ("R5", "0", "24"),
        ("R5", "0", "\"day-start\""),
        ("R7", "0", "24"),
    ] {
        assert_ne!(
            position(rule, no_until, yes_from),
            Position::Untimed,
            "an answer by {rule} loses its vote"
        );
    }
    let data = coded("R6", "").accepted();
    assert_eq!(
        *data.panels[0].answers[3].positions,
        [(0, Position::Untimed)],
        "an answer by R6 has no vote"
    );
}

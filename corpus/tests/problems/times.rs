//! Positions: the two moments.

use aftercare_corpus::{Position, Time};

use crate::common::{Folder, THREAD, sound};

/// The fixture with another position at its last answer.
pub(crate) fn coded(rule: &str, times: &str) -> Folder {
    sound().edit(
        THREAD,
        "{ rule = \"R4\", no_until = 0, yes_from = 0 }",
        &format!("{{ rule = \"{rule}\"{times} }} # here"),
    )
}

pub(crate) fn times(no_until: &str, yes_from: &str) -> String {
    format!(", no_until = {no_until}, yes_from = {yes_from}")
}

pub(crate) fn refused(rule: &str, times: &str, value: &str, remedy: &str) {
    coded(rule, times).refused(THREAD, "# here", value, remedy);
}

/// The position as the loader reads it.
pub(crate) fn position(rule: &str, no_until: &str, yes_from: &str) -> Position {
    let data = coded(rule, &times(no_until, yes_from)).accepted();
    data.panels[0].answers[3].positions[0].1
}

const ORDER: &str = "the wait must end before \"fine\" begins";

#[test]
fn a_wait_that_ends_after_fine_begins_is_refused() {
    refused(
        "R2",
        &times("24", "4"),
        "`no_until` (24 h) is later than `yes_from` (4 h)",
        ORDER,
    );
    refused(
        "R2",
        &times("\"day-start\"", "\"day-end\""),
        "`no_until` (day-start) is later than `yes_from` (day-end)",
        ORDER,
    );
    refused("R2", &times("0.5", "0.25"), "(30 min)", ORDER);
}

#[test]
fn a_wait_that_ends_too_late_at_some_clock_time_only_is_refused() {
    // 24 hours fit where the clock is unknown. Treated at 00:00, the day starts
    // after 30.
    refused(
        "R2",
        &times("\"day-start\"", "24"),
        "for a treatment at 00:00",
        ORDER,
    );
    refused(
        "R2",
        &times("\"day-end\"", "20"),
        "for a treatment at 00:00",
        ORDER,
    );
    // Treated at 10:01, the day starts a minute before 20 hours are over.
    refused(
        "R2",
        &times("20", "\"day-start\""),
        "for a treatment at 10:01",
        ORDER,
    );
    // Treated at 23:01, the day ends after 59 minutes.
    refused(
        "R2",
        &times("1", "\"day-end\""),
        "for a treatment at 23:01",
        ORDER,
    );
}

#[test]
fn a_wait_that_fits_at_every_clock_time_is_fine() {
    let six = position("R2", "6", "\"day-start\"");
    let expected = Position::Timed {
        no_until: Time::Minutes(360),
        yes_from: Time::DayStart,
    };
    assert_eq!(six, expected, "a patient is given another wait");
    let thirty = position("R2", "\"day-start\"", "30");
    let expected = Position::Timed {
        no_until: Time::DayStart,
        yes_from: Time::Minutes(1800),
    };
    assert_eq!(thirty, expected, "a patient is given another wait");
}

const RANGE: &str = "correct it, or use \"day-end\" or \"day-start\"";

#[test]
fn a_negative_time_is_refused() {
    refused("R5", &times("-1", "4"), "the time -1 h", RANGE);
    refused("R5", &times("0", "-0.5"), "the time -0.5 h", RANGE);
}

#[test]
fn a_time_that_is_no_number_is_refused() {
    refused("R5", &times("nan", "4"), "the time NaN h", RANGE);
    refused("R5", &times("0", "-nan"), "the time NaN h", RANGE);
}

#[test]
fn an_endless_time_is_refused() {
    refused("R5", &times("0", "inf"), "the time inf h", RANGE);
    refused("R5", &times("-inf", "4"), "the time -inf h", RANGE);
}

#[test]
fn a_time_beyond_the_limit_is_refused() {
    refused(
        "R5",
        &times("0", "8785"),
        "the time 8785 h is not a number of hours from 0 to 8784",
        RANGE,
    );
    refused("R5", &times("0", "8784.001"), "the time 8784.001 h", RANGE);
    assert_eq!(
        position("R5", "0", "8784"),
        Position::Timed {
            no_until: Time::Minutes(0),
            yes_from: Time::Minutes(8784 * 60),
        },
        "a time at the limit is fine"
    );
}

#[test]
fn an_unknown_word_as_time_is_refused() {
    refused(
        "R5",
        &times("0", "\"noon\""),
        "\"noon\"",
        "hours as a number, \"day-end\" or \"day-start\"",
    );
    refused(
        "R5",
        &times("0", "\"24\""),
        "\"24\"",
        "hours as a number, \"day-end\" or \"day-start\"",
    );
    refused(
        "R5",
        &times("0", "true"),
        "`true`",
        "hours as a number, \"day-end\" or \"day-start\"",
    );
}

#[test]
fn a_third_of_an_hour_is_twenty_minutes() {
    let twenty = Time::Minutes(20);
    for hours in ["0.33", "0.333", "0.34"] {
        assert_eq!(
            position("R1", hours, hours),
            Position::Timed {
                no_until: twenty,
                yes_from: twenty,
            },
            "a patient who is told to wait {hours} h waits another time"
        );
    }
}

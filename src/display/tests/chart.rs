//! Does the chart show what the timelines say?

use super::{ALPHA, At, with_display};
use crate::consensus::Minutes;
use crate::display::{Chart, Display};
use crate::frozen::CORPUS;
use crate::guidance::{Options, timeline};

const HOURS: [(&str, &str); 2] = [("treatment", "alpha"), ("hours", "14")];

fn with_chart<T>(
    attributes: &[(&str, &str)],
    minutes: u32,
    at: At,
    moved: Option<u32>,
    check: impl FnOnce(&Chart<'_>) -> T,
) -> T {
    with_display(attributes, minutes, at, |display| {
        check(
            &display
                .chart(moved, None)
                .expect("there is something to draw"),
        )
    })
}

#[test]
fn the_tallies_at_the_marker_and_in_the_table_are_those_of_the_timelines() {
    let timelines = timeline(&CORPUS, "alpha", &Options::default()).expect("timelines");
    let timed = || {
        timelines
            .panels
            .iter()
            .filter(|panel| panel.steps[0].tally.timed() > 0)
    };
    for at in (0..54 * 60).step_by(30) {
        with_chart(&ALPHA, 60, At::NoClock, Some(at), |chart| {
            assert_eq!(chart.reading.rows.len(), timed().count());
            for (panel, row) in timed().zip(&chart.reading.rows) {
                let hours = f64::from(at) / 60.0;
                let mut steps = panel.steps.iter().rev();
                let step = steps.find(|step| step.hours.get() <= hours);
                let tally = step.expect("a step at 0").tally;
                let counts = format!(
                    "({} fine, {} not clear, {} wait)",
                    tally.fine, tally.silent, tally.wait
                );
                assert!(row.value.ends_with(&counts), "{}: {counts}", row.value);
            }
        });
    }
    with_display(&ALPHA, 60, At::NoClock, |display| {
        for (panel, table) in timed().zip(display.chart_table().panels) {
            let rows = table
                .rows
                .iter()
                .map(|row| (row.fine, row.silent, row.wait));
            let steps = panel.steps.iter().map(|step| step.tally);
            let steps = steps.map(|tally| (tally.fine, tally.silent, tally.wait));
            assert_eq!(rows.collect::<Vec<_>>(), steps.collect::<Vec<_>>());
            assert_eq!(table.rows[0].from, "at once");
        }
    });
}

#[test]
fn the_marker_stands_at_now_until_it_is_moved() {
    with_chart(&ALPHA, 847, At::Seventeen, None, |chart| {
        assert_eq!(chart.marker.value, 840, "the step before 14 h 7 min");
        let now = "Now: day 1 07:07, 14 hours 7 minutes after";
        assert_eq!(chart.reading.moment, now);
        assert!(chart.marker.text.starts_with(now));
        assert!(!chart.moved && chart.with_clock);
    });
    with_chart(&ALPHA, 847, At::Seventeen, Some(1440), |chart| {
        assert_eq!(chart.marker.value, 1440);
        let then = "day 1 17:00, 24 hours after";
        assert_eq!(chart.reading.moment, then);
        assert!(chart.marker.text.starts_with(then));
        assert!(chart.marker.text.contains(" here say "));
        assert!(chart.moved);
    });
}

#[test]
fn what_a_mouse_is_over_is_read_and_the_marker_stays() {
    with_display(&ALPHA, 847, At::Seventeen, |display| {
        let chart = display.chart(Some(600), Some(1440)).expect("a chart");
        assert_eq!(chart.reading.moment, "day 1 17:00, 24 hours after");
        assert_eq!(chart.marker.value, 600);
        let beyond = display.chart(Some(u32::MAX), None).expect("a chart");
        assert_eq!(beyond.marker.value, beyond.marker.max);
    });
}

#[test]
fn without_a_clock_there_are_hours_and_no_days() {
    with_chart(&HOURS, 840, At::NoClock, None, |chart| {
        assert_eq!(chart.reading.moment, "This card: 14 hours after");
        assert!(!chart.with_clock);
        assert!(chart.scale.iter().all(|tick| tick.clock.is_empty()));
    });
    with_chart(&HOURS, 840, At::NoClock, Some(600), |chart| {
        assert_eq!(chart.reading.moment, "10 hours after");
    });
    with_chart(&ALPHA, 840, At::Seventeen, None, |chart| {
        let day = chart.scale.iter().find(|tick| tick.hours == "24 h");
        assert_eq!(day.expect("a tick").clock, ["day 1", "17:00"]);
    });
}

#[test]
fn the_clinics_own_wait_is_in_the_chart() {
    let clinic = [
        ("treatment", "alpha"),
        ("clinic", "Harley"),
        ("protocol", "run 60h"),
    ];
    with_chart(&clinic, 60, At::Seventeen, None, |chart| {
        let entry = "Harley asks you to wait until day 3 05:00";
        assert_eq!(chart.clinic.as_deref(), Some(entry));
        assert!(chart.clinic_x.is_some());
        assert!(
            chart.marker.max > 60 * 60,
            "the chart is long enough for it"
        );
    });
}

#[test]
fn a_card_far_beyond_the_chart_keeps_its_marker_at_the_edge() {
    with_chart(&ALPHA, 1_000_000, At::Seventeen, None, |chart| {
        assert_eq!(chart.marker.value, chart.marker.max);
        assert_eq!((&chart.now, &chart.now_x), (&None, &None));
        assert_eq!(chart.at_x, "100.00%");
        assert!(chart.reading.moment.starts_with("Now: "));
    });
}

/// The chart goes to 54 hours.
const EDGE: u32 = 54 * 60;

/// Runs a check over the chart of a card on which some answers have other times.
fn with_times<T>(times: &[(&str, u32, u32)], check: impl FnOnce(&Chart<'_>) -> T) -> T {
    with_display(&ALPHA, 60, At::NoClock, |display| {
        let mut card = display.card.clone();
        for (id, no_until, yes_from) in times {
            let mut answers = card.answers.iter_mut();
            let answer = answers.find(|answer| answer.id == *id);
            let answer = answer.expect("it is on the card");
            answer.no_until = Some(Minutes(*no_until).hours());
            answer.yes_from = Some(Minutes(*yes_from).hours());
        }
        let changed = Display {
            card,
            question: display.question.clone(),
            ..*display
        };
        check(&changed.chart(None, None).expect("a chart"))
    })
}

#[test]
fn nothing_is_drawn_at_the_edge_where_an_answer_changes_just_there() {
    let drawn = |until: u32| {
        with_times(&[("S-05", 720, until)], |chart| {
            let areas = chart.bands.iter().flat_map(|band| &band.areas);
            areas.cloned().collect::<Vec<_>>()
        })
    };
    let (before, at, beyond) = (drawn(EDGE - 1), drawn(EDGE), drawn(EDGE + 1));
    assert!(before.len() > at.len(), "one minute is drawn");
    assert_eq!(at, beyond);
}

#[test]
fn who_says_fine_beyond_the_edge_is_told_in_a_sentence() {
    let told = |times: &[(&str, u32, u32)]| with_times(times, |chart| chart.beyond.clone());
    assert!(told(&[]).is_empty(), "nobody does");
    let days = |days: u32| days * 24 * 60;
    // At the edge, one still says wait and one has begun to say nothing clear.
    let times = [("S-04", days(10), days(10)), ("S-05", 720, days(14))];
    assert_eq!(
        told(&times),
        ["Second signs, later than shown: 2 of 5 still change to fine, the last 14 days after."]
    );
}

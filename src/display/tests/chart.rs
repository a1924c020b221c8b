//! Does the chart show what the timelines say?

use super::{ALPHA, At, with_display};
use crate::consensus::{MOST_PERCENT, Minutes, Status, Tally};
use crate::display::axis::Axis;
use crate::display::{Chart, Display};
use crate::frozen::CORPUS;
use crate::guidance::{FineFrom, Options, timeline};

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
fn the_tallies_at_the_marker_are_those_of_the_timelines_seen_or_heard() {
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
            for (panel, [name, value]) in timed().zip(&chart.reading.rows) {
                let hours = f64::from(at) / 60.0;
                let mut steps = panel.steps.iter().rev();
                let step = steps.find(|step| step.hours.get() <= hours);
                let tally = step.expect("a step at 0").tally;
                let (_, counts) = value.split_once(" (").expect("counts");
                let counts = format!(" {}", counts.trim_end_matches(')'));
                for (number, words) in [
                    (tally.fine, [" says OK", " say OK"]),
                    (tally.silent, [" doesn’t say", " don’t say"]),
                    (tally.wait, [" says wait", " say wait"]),
                ] {
                    let told = format!(" {number}{}", words[usize::from(number != 1)]);
                    assert_eq!(counts.contains(&told), number > 0, "{counts}: {told}");
                }
                let heard = format!("; {name}: {value}");
                assert!(chart.marker.text.contains(&heard), "{heard}");
            }
        });
    }
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
        let now = chart.now.as_ref().expect("it is shown");
        assert_eq!(now.text.as_deref(), Some("This card"));
    });
    with_chart(&HOURS, 840, At::NoClock, Some(600), |chart| {
        assert_eq!(chart.reading.moment, "10 hours after");
    });
    with_chart(&ALPHA, 840, At::Seventeen, None, |chart| {
        let day = chart.scale.iter().find(|tick| tick.hours == "24 h");
        assert_eq!(day.expect("a tick").clock, ["day 1 17 h"]);
        assert_eq!(
            chart.now.as_ref().expect("it is shown").text.as_deref(),
            Some("Now 07 h")
        );
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
        let entry = "Clinic: wait until day 3 05 h";
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
        assert_eq!(chart.now, None);
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
fn the_line_of_most_is_where_a_status_begins_to_be_most() {
    with_chart(&ALPHA, 60, At::NoClock, None, |chart| {
        assert!(chart.about.contains("“most” is 75%"), "{}", chart.about);
        assert_eq!(chart.most_y, "25.00%");
        let levels = chart.levels.iter().map(|[y, text]| (&**y, &**text));
        let expected = [("0%", "100%"), ("25.00%", "75%"), ("100%", "0")];
        assert!(levels.eq(expected));
    });
    let status = |fine| {
        Status::of(Tally {
            fine,
            silent: 100 - fine,
            ..Tally::default()
        })
    };
    assert_eq!(status(MOST_PERCENT), Status::MostlyFine);
    assert_eq!(status(MOST_PERCENT - 1), Status::Divided);
}

const HOUR: u32 = 60;

/// The flags of a panel that has these hours: anchor and text of each, and what is beyond.
fn flags(hours: [u32; 3]) -> (Vec<(&'static str, String)>, Option<String>) {
    with_display(&ALPHA, 60, At::Seventeen, |display| {
        let [first, most, all] = hours.map(|hours| Some(Minutes(hours * HOUR).hours()));
        let from = FineFrom { first, most, all };
        let axis = Axis::new(&[Minutes(48 * HOUR)]);
        let (flags, beyond) = display.flags(from, &axis);
        let shown = flags.into_iter();
        let shown = shown.map(|flag| (flag.anchor, flag.text.unwrap_or_default()));
        (shown.collect(), beyond)
    })
}

#[test]
fn flags_say_when_the_first_most_and_all_say_ok_and_never_cover_each_other() {
    let shown = |hours| flags(hours).0;
    let named = |flags: &[(&'static str, &str)]| -> Vec<(&'static str, String)> {
        let flags = flags.iter();
        flags
            .map(|(side, text)| (*side, (*text).to_owned()))
            .collect()
    };
    assert_eq!(
        shown([0, 16, 36]),
        named(&[("start", "First"), ("start", "Most"), ("start", "All")])
    );
    assert_eq!(
        shown([4, 24, 24]),
        named(&[("start", "First"), ("start", "Most, all")])
    );
    assert_eq!(shown([0, 0, 0]), named(&[("start", "First, most, all")]));
    // On the left of its pole where the right is taken or ends.
    assert_eq!(
        shown([20, 24, 53]),
        named(&[("end", "First"), ("start", "Most"), ("end", "All")])
    );
    // Neither side has room: the table has it.
    assert_eq!(
        shown([1, 4, 36]),
        named(&[("end", ""), ("start", "Most"), ("start", "All")])
    );
}

#[test]
fn who_says_ok_beyond_the_edge_has_a_date_and_an_arrow() {
    assert_eq!(flags([0, 24, 48]).1, None);
    let (shown, beyond) = flags([0, 24, 14 * 24]);
    assert_eq!(shown.len(), 2);
    assert_eq!(beyond.as_deref(), Some("All: day 14 17 h →"));
    let (shown, beyond) = flags([0, 100, 100]);
    assert_eq!(shown.len(), 1);
    assert_eq!(beyond.as_deref(), Some("Most, all: day 4 21 h →"));
}

#[test]
fn the_table_has_the_four_times_of_each_panel_of_the_card() {
    for (at, minutes) in [(At::Seventeen, 870), (At::NoClock, 870)] {
        with_display(&ALPHA, minutes, at, |display| {
            let chart = display.chart(None, None).expect("a chart");
            let [first, most, all, longest] = &chart.times[..] else {
                panic!("four rows");
            };
            for (place, panel) in display.card().panels.iter().enumerate() {
                let from = panel.fine_from;
                for (row, hours) in [(first, from.first), (most, from.most), (all, from.all)] {
                    let cell = &row.cells[place];
                    let minutes = hours.map(|hours| hours.minutes());
                    let expected = match (minutes, at) {
                        (None, _) => "not yet".to_owned(),
                        (Some(Minutes(0)), _) => display.words.core.time.at_once.to_string(),
                        (Some(at), At::NoClock) => {
                            format!("{} after", crate::i18n::span(display.words, at.0))
                        }
                        (Some(at), At::Seventeen) => {
                            display.short_clock(at).expect("a clock").join(" ")
                        }
                    };
                    assert_eq!((cell.panel, &*cell.value), (panel.name, &*expected));
                }
                let wait = panel.longest.expect("one says wait");
                let cell = &longest.cells[place];
                let count = &cell.count.as_ref().expect("they are counted").text;
                let counted = format!("({} of {})", wait.answers, panel.tally.timed());
                assert_eq!(*count, counted);
            }
        });
    }
}

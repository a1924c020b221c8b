//! What does a reader find in the tallies, and in the overview of the other activities?

use super::{ALPHA, At, with_display};
use crate::consensus::{Minutes, Stance, Status};
use crate::settings::test_environment::FixedCalendar;

#[test]
fn there_is_one_mark_for_each_answer_fine_before_not_clear_before_wait() {
    let order = ["fine", "silent", "wait", "untimed"];
    for minutes in [0, 300, 870, 100_000] {
        with_display(&ALPHA, minutes, At::NoClock, |display| {
            let panels = display.panels().panels;
            let marks = panels.iter().map(|panel| panel.marks.len());
            assert_eq!(marks.sum::<usize>(), display.card().answers.len());
            for (panel, shown) in display.card().panels.iter().zip(&panels) {
                let all = panel.tally.timed() + panel.tally.untimed;
                assert_eq!(shown.marks.len(), all as usize, "all of {}", panel.id);
                let places = shown.marks.iter().map(|mark| {
                    let mut answers = display.card().answers.iter();
                    let answer = answers.find(|answer| answer.id == mark.id);
                    assert_eq!(answer.expect("it is on the card").stance, mark.stance);
                    order
                        .iter()
                        .position(|known| *known == mark.stance.as_str())
                });
                assert!(places.is_sorted());
            }
        });
    }
}

#[test]
fn a_mark_is_named_by_its_place_in_the_panel_and_by_what_it_says() {
    with_display(&ALPHA, 300, At::NoClock, |display| {
        for panel in display.panels().panels {
            let own = display.corpus.panels.iter().find(|own| own.id == panel.id);
            let answers = &own.expect("a panel").answers;
            for mark in panel.marks {
                let place = answers.iter().position(|answer| answer.id == mark.id);
                let number = format!(" {}: Says ", place.expect("an answer of it") + 1);
                assert!(mark.name.contains(&number), "{}", mark.name);
                assert!(mark.name.starts_with(char::is_uppercase), "{}", mark.name);
                let now = match mark.stance {
                    Stance::Fine => "Now: fine.",
                    Stance::Wait => "Now: wait.",
                    Stance::Silent => "Now: not clear.",
                    Stance::Untimed => "Says avoid it, with no time.",
                };
                assert!(mark.name.ends_with(now), "{}", mark.name);
            }
        }
    });
}

#[test]
fn each_answer_says_its_times_in_words() {
    let mut said = Vec::new();
    with_display(&ALPHA, 60, At::NoClock, |display| {
        for answer in &display.card().answers {
            let text = display.answer_text(answer.id).expect("it counts").position;
            let hours = [answer.no_until, answer.yes_from].map(|hours| hours.map(|at| at.get()));
            let sentence = match hours {
                [Some(0.0), Some(0.0)] => "Says fine with no wait.",
                [Some(0.0), Some(12.0)] => "Says fine from 12 hours; says nothing clear before.",
                [Some(24.0), Some(24.0)] => "Says wait 24 hours.",
                [Some(4.0), Some(24.0)] => "Says wait 4 hours, then fine from 24 hours.",
                [None, _] => "Says avoid it, with no time.",
                _ => continue,
            };
            assert_eq!(text, sentence, "{}", answer.id);
            said.push(sentence);
        }
    });
    for sentence in [
        "Says fine with no wait.",
        "Says wait 24 hours.",
        "Says avoid it, with no time.",
    ] {
        assert!(
            said.contains(&sentence),
            "the frozen corpus has one: {sentence}"
        );
    }
}

#[test]
fn by_which_clock_the_next_day_is_read_is_said() {
    let clock = |at| with_display(&ALPHA, 60, at, |display| display.panels().clock.to_owned());
    assert!(clock(At::Seventeen).contains("is counted from your treatment time"));
    assert!(clock(At::NoClock).contains("is counted with care: 24 hours"));
}

#[test]
fn other_activities_say_the_status_now_whose_view_it_is_and_when_that_changes() {
    with_display(&ALPHA, 60, At::Seventeen, |display| {
        let activities = display.activities();
        assert_eq!(activities.len() + 1, display.corpus.activities.len());
        let walk = activities.first().expect("another activity");
        assert_eq!(walk.name, "Walking");
        assert!(walk.title.contains(" say"), "{}", walk.title);
        for count in &walk.counts {
            assert!(count.text.contains("fine now"), "{}", count.text);
        }
        assert!(walk.next.starts_with("Most "), "{}", walk.next);
        let swim = activities.iter().find(|activity| activity.id == "swim");
        let swim = swim.expect("an activity");
        assert_eq!(swim.status, Status::NotEnough);
        assert_eq!(swim.next, "Too few answers to name a time.");
    });
}

#[test]
fn what_most_say_is_fine_with_no_wait_has_no_time_on_the_clock() {
    with_display(&ALPHA, 60, At::Seventeen, |display| {
        let mut walk = display.card_of("walk").expect("a card");
        assert_ne!(display.next(&walk), "Most here say fine with no wait.");
        walk.fine_from.most = Some(Minutes(0).hours());
        let next = display.activity(&walk).next;
        assert_eq!(next, "Most here say fine with no wait.");
    });
}

#[test]
fn the_answer_says_where_the_data_are_old_whatever_the_calendar_says() {
    let stale = |environment: &FixedCalendar| {
        super::on_calendar(environment, &ALPHA, 60, At::NoClock, |display| {
            display.answer().stale
        })
    };
    let told = stale(&FixedCalendar::default()).expect("the frozen data are old");
    assert!(told.contains("2001-02, more than 12 months ago"), "{told}");
    assert_eq!(stale(&FixedCalendar::unreadable()), Some(told));
}

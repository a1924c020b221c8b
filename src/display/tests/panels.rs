//! What does a reader find in the tallies, and in the overview of the other activities?

use super::{ALPHA, At, with_display};
use crate::consensus::{Basis, Stance, Tally};
use crate::display::{Display, Filter};
use crate::settings::test_environment::FixedCalendar;

#[test]
fn a_bar_has_the_shares_of_those_who_give_a_time_and_every_answer_is_counted() {
    for minutes in [0, 300, 870, 100_000] {
        with_display(&ALPHA, minutes, At::NoClock, |display| {
            let panels = display.panels().panels;
            for (panel, shown) in display.card().panels.iter().zip(&panels) {
                let tally = panel.tally;
                let said: Vec<_> = [
                    (tally.fine, "says OK", "say OK"),
                    (tally.silent, "doesn’t say", "don’t say"),
                    (tally.wait, "says wait", "say wait"),
                    (tally.untimed, "gives no time", "give no time"),
                ]
                .into_iter()
                .filter(|(number, ..)| *number > 0)
                .map(|(number, one, more)| match number {
                    1 => format!("1 {one}"),
                    _ => format!("{number} {more}"),
                })
                .collect();
                let counts = shown.counts.iter().map(|entry| &entry.count.text);
                assert_eq!(counts.collect::<Vec<_>>(), said.iter().collect::<Vec<_>>());
                let widths = shown.bar.iter().map(|share| &*share.width);
                let whole: f64 = widths.map(share).sum();
                assert!((whole - 100.0).abs() < 0.1, "{} is {whole} %", panel.id);
                let mut end = 0.0;
                for part in &shown.bar {
                    assert!((share(&part.x) - end).abs() < 0.1, "no gap at {}", part.x);
                    end = share(&part.x) + share(&part.width);
                    assert_ne!(part.stance, Stance::Untimed, "it never votes");
                }
            }
        });
    }
}

fn share(text: &str) -> f64 {
    let number = text.strip_suffix('%').expect("a share");
    number.parse().expect("a number")
}

#[test]
fn a_panel_without_answers_says_so_in_one_line_and_too_few_answers_have_no_bar() {
    let swim = [("treatment", "beta"), ("activity", "swim")];
    with_display(&swim, 870, At::NoClock, |display| {
        let mut few = Display {
            card: display.card.clone(),
            question: display.question.clone(),
            ..*display
        };
        if let Some(panel) = few.card.panels.first_mut() {
            panel.tally = Tally::default();
        }
        let panels = few.panels();
        assert_eq!(panels.differ, None);
        assert!(panels.panels.iter().all(|panel| panel.bar.is_empty()));
        let told = panels.panels.iter().filter_map(|panel| panel.status_text);
        assert_eq!(told.count(), 0, "the head says it of all");
        let empty = panels.panels.first().expect("a panel");
        assert!(empty.counts.is_empty());
        assert_eq!(empty.none.as_deref(), Some("No answers about a swim."));
        assert!(
            few.chart(None, None).is_none(),
            "nothing to draw a share of"
        );
    });
}

#[test]
fn wherever_the_views_of_panels_differ_a_sentence_says_whose_is_shown() {
    let (mut same, mut other) = (0, 0);
    for minutes in (0..3000).step_by(30) {
        with_display(&ALPHA, minutes, At::NoClock, |display| {
            let mut statuses: Vec<_> = display.card().panels.iter().map(|it| it.status).collect();
            statuses.dedup();
            let differ = display.panels().differ;
            match statuses.len() {
                1 => assert_eq!(differ, None),
                _ => assert_eq!(
                    differ.as_deref(),
                    Some("Voices and signs disagree. We show the more cautious view.")
                ),
            }
            *if statuses.len() == 1 {
                &mut same
            } else {
                &mut other
            } += 1;
        });
    }
    assert!(same > 0 && other > 0, "the frozen corpus has both");
}

#[test]
fn that_all_products_are_counted_is_said_once() {
    for treatment in ["alpha", "beta", "gamma"] {
        with_display(&[("treatment", treatment)], 60, At::NoClock, |display| {
            let panels = display.panels();
            let alone = panels.panels.iter().filter(|panel| panel.any_product);
            let any = display.card().panels.iter();
            let any = any.filter(|panel| panel.basis == Basis::Class).count();
            match any == panels.panels.len() {
                true => assert!(panels.any_product && alone.count() == 0),
                false => assert_eq!((panels.any_product, alone.count()), (false, any)),
            }
        });
    }
}

#[test]
fn each_answer_says_its_times_in_words() {
    let mut said = Vec::new();
    with_display(&ALPHA, 60, At::NoClock, |display| {
        let texts = display.answers(&Filter::default()).answers;
        for (answer, text) in display.card().answers.iter().zip(texts) {
            assert_eq!(text.id, answer.id);
            let text = text.position;
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
fn other_activities_say_what_most_say_now_or_from_when_they_say_fine() {
    let rows = |minutes| {
        with_display(&ALPHA, minutes, At::Seventeen, |display| {
            let activities = display.activities();
            assert_eq!(activities.len() + 1, display.corpus.activities.len());
            let texts = activities
                .into_iter()
                .map(|row| (row.id.to_owned(), row.text));
            texts.collect::<Vec<_>>()
        })
    };
    let row = |minutes, id: &str| {
        let rows = rows(minutes);
        let found = rows.into_iter().find(|(known, _)| known == id);
        found.expect("an activity").1
    };
    assert_eq!(row(60, "sauna"), "OK from day 3 17 h");
    assert_eq!(row(60, "swim"), "Too few answers");
    assert_eq!(row(100_000, "walk"), "All say OK");
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

//! Do timelines and cards tell the same story?

use aftercare_consensus::{
    CORPUS, ClockTime, Corpus, Guidance, Hours, Minutes, NextChange, Options, Status, Timelines,
    TreatedAt,
};
use proptest::prelude::*;

use crate::generated::settings;
use crate::holds;
use crate::moments::{card_at, cards, minute, timeline_of};

holds!(a_card_shows_the_step_that_its_moment_is_in, cards_agree);
holds!(
    fine_from_and_next_change_are_steps_of_the_timeline,
    moments_agree
);
holds!(
    steps_begin_at_0_and_each_changes_the_tally,
    steps_are_in_order
);

/// Three days, minute by minute.
fn minute_by_minute(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    let timeline = timeline_of(corpus, treatment, options);
    for at in 0..=72 * 60 {
        assert_agrees(&timeline, &card_at(corpus, treatment, options, Minutes(at)));
    }
}

#[test]
fn every_minute_of_three_days_agrees_in_the_live_corpus() {
    // Each activity once, the treatments and clock times in turn.
    let evening = TreatedAt::Clock(ClockTime::parse("17:00").expect("a clock time"));
    let clocks = [TreatedAt::Unknown, evening];
    let treatments = CORPUS.treatments.iter().cycle();
    let questions = CORPUS.activities.iter().zip(treatments);
    for ((activity, treatment), treated_at) in questions.zip(clocks.into_iter().cycle()) {
        let options = Options {
            activity: Some(activity),
            treated_at,
            ..Options::default()
        };
        minute_by_minute(&CORPUS, &treatment.id, &options);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_minute_of_three_days_agrees_in_any_corpus(setting in settings()) {
        setting.ask(minute_by_minute);
    }
}

fn cards_agree(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    let timeline = timeline_of(corpus, treatment, options);
    for card in cards(corpus, treatment, options) {
        assert_agrees(&timeline, &card);
    }
}

/// The last entry at or before a moment.
fn current<T: Copy>(steps: impl Iterator<Item = (Hours, T)>, at: Minutes) -> T {
    steps
        .filter(|(hours, _)| minute(*hours) <= at)
        .last()
        .map(|(_, value)| value)
        .expect("a timeline begins at 0")
}

fn assert_agrees(timeline: &Timelines<'_>, card: &Guidance<'_>) {
    let at = minute(card.hours_elapsed);
    let steps = timeline.steps.iter();
    let status = current(steps.map(|step| (step.hours, step.status)), at);
    assert_eq!(card.status, status, "combined, at {at:?}");
    assert_eq!(card.panels.len(), timeline.panels.len());
    for (panel, line) in card.panels.iter().zip(&timeline.panels) {
        let steps = line.steps.iter();
        let (status, tally) = current(
            steps.map(|step| (step.hours, (step.status, step.tally))),
            at,
        );
        assert_eq!(panel.id, line.id);
        assert_eq!(panel.basis, line.basis, "{}", panel.id);
        assert_eq!(panel.tally, tally, "{} at {at:?}", panel.id);
        assert_eq!(panel.status, status, "{} at {at:?}", panel.id);
    }
}

fn moments_agree(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    let timeline = timeline_of(corpus, treatment, options);
    let combined: Vec<(Hours, Status)> = timeline
        .steps
        .iter()
        .map(|step| (step.hours, step.status))
        .collect();
    for card in cards(corpus, treatment, options) {
        let at = minute(card.hours_elapsed);
        assert_eq!(
            card.fine_from.most,
            first(&combined, Status::is_mostly_fine)
        );
        assert_eq!(
            card.fine_from.all,
            first(&combined, |status| status == Status::Fine)
        );
        assert_eq!(card.next_change, next(&combined, at), "combined, at {at:?}");
        for (panel, line) in card.panels.iter().zip(&timeline.panels) {
            let steps: Vec<(Hours, Status)> = line
                .steps
                .iter()
                .map(|step| (step.hours, step.status))
                .collect();
            let from = panel.fine_from;
            assert_eq!(
                from.most,
                first(&steps, Status::is_mostly_fine),
                "{}",
                panel.id
            );
            assert_eq!(
                from.all,
                first(&steps, |status| status == Status::Fine),
                "{}",
                panel.id
            );
            let enough = panel.status != Status::NotEnough;
            let someone = line.steps.iter().find(|step| enough && step.tally.fine > 0);
            assert_eq!(from.first, someone.map(|step| step.hours), "{}", panel.id);
            assert_eq!(
                panel.next_change,
                next(&steps, at),
                "{} at {at:?}",
                panel.id
            );
        }
    }
}

fn first(steps: &[(Hours, Status)], wanted: impl Fn(Status) -> bool) -> Option<Hours> {
    steps
        .iter()
        .find(|(_, status)| wanted(*status))
        .map(|(hours, _)| *hours)
}

fn next(steps: &[(Hours, Status)], at: Minutes) -> Option<NextChange> {
    steps
        .iter()
        .find(|(hours, _)| minute(*hours) > at)
        .map(|&(hours, status)| NextChange { hours, status })
}

fn steps_are_in_order(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    let timeline = timeline_of(corpus, treatment, options);
    let ascending = |steps: &[Hours]| {
        assert_eq!(
            steps.first().map(|hours| hours.get()),
            Some(0.0),
            "{steps:?}"
        );
        for pair in steps.windows(2) {
            assert!(minute(pair[0]) < minute(pair[1]), "{steps:?}");
        }
    };
    let mut all = Vec::new();
    for panel in &timeline.panels {
        let hours: Vec<Hours> = panel.steps.iter().map(|step| step.hours).collect();
        ascending(&hours);
        for pair in panel.steps.windows(2) {
            assert_ne!(
                pair[0].tally, pair[1].tally,
                "{treatment}, {options:?}: {} has a step where nothing changes",
                panel.id
            );
        }
        all.extend(hours.into_iter().map(minute));
    }
    let combined: Vec<Hours> = timeline.steps.iter().map(|step| step.hours).collect();
    ascending(&combined);
    all.sort_unstable();
    all.dedup();
    let combined: Vec<Minutes> = combined.into_iter().map(minute).collect();
    assert_eq!(combined, all, "the combined steps are those of the panels");
}

//! Is not knowing the clock never less cautious than knowing it?

use aftercare_consensus::{
    CORPUS, ClockTime, Corpus, Elapsed, Minutes, Options, Status, Timelines, TreatedAt,
};
use proptest::prelude::*;

use crate::generated::settings;
use crate::moments::{minute, moments, timeline_of};

const MORNING: u16 = 8 * 60;
const EVENING: u16 = 20 * 60;

fn at_clock(minute: u16) -> TreatedAt {
    TreatedAt::Clock(ClockTime::from_minute_of_day(minute).expect("a minute of the day"))
}

/// The steps of the combined status and of each panel, in minutes.
fn statuses(timeline: &Timelines<'_>) -> Vec<Vec<(Minutes, Status)>> {
    let combined = timeline.steps.iter();
    let combined = combined
        .map(|step| (minute(step.hours), step.status))
        .collect();
    let panels = timeline.panels.iter().map(|panel| {
        let steps = panel.steps.iter();
        steps
            .map(|step| (minute(step.hours), step.status))
            .collect()
    });
    std::iter::once(combined).chain(panels).collect()
}

fn status_at(steps: &[(Minutes, Status)], at: Minutes) -> Status {
    steps[steps.partition_point(|(step, _)| *step <= at) - 1].1
}

fn assert_not_less_cautious(
    corpus: &Corpus,
    treatment: &str,
    options: &Options<'_>,
    clocks: impl Iterator<Item = u16>,
    every: impl Iterator<Item = u32> + Clone,
) {
    let ask = |treated_at| {
        let options = Options {
            treated_at,
            ..*options
        };
        timeline_of(corpus, treatment, &options)
    };
    let unknown = ask(TreatedAt::Unknown);
    for clock in clocks {
        let known = ask(at_clock(clock));
        let steps = moments(&unknown).into_iter().chain(moments(&known));
        let all: Vec<Minutes> = steps.chain(every.clone().map(Minutes)).collect();
        for (unknown, known) in statuses(&unknown).iter().zip(&statuses(&known)) {
            for &at in &all {
                let (unknown, known) = (status_at(unknown, at), status_at(known, at));
                assert!(
                    unknown <= known,
                    "{treatment}, {options:?}, at {} h: {unknown:?} without a clock time, but \
                     {known:?} treated at {:02}:{:02}",
                    Elapsed::from_minutes(at).hours().get(),
                    clock / 60,
                    clock % 60
                );
            }
        }
    }
}

fn each_live_question(check: impl Fn(&str, &Options<'_>)) {
    for treatment in CORPUS.treatments.iter() {
        for activity in CORPUS.activities.iter() {
            let options = Options {
                activity: Some(activity),
                ..Options::default()
            };
            check(&treatment.id, &options);
        }
    }
}

#[test]
fn at_every_fifth_minute_of_two_days() {
    each_live_question(|treatment, options| {
        let clocks = (MORNING..=EVENING).step_by(15);
        let every = (0..=48 * 60).step_by(5);
        assert_not_less_cautious(&CORPUS, treatment, options, clocks, every);
    });
}

#[test]
fn at_every_step_for_every_minute_of_the_clock() {
    each_live_question(|treatment, options| {
        let clocks = MORNING..=EVENING;
        assert_not_less_cautious(&CORPUS, treatment, options, clocks, std::iter::empty());
    });
}

proptest! {
    #[test]
    fn in_any_corpus(setting in settings(), clock in MORNING..=EVENING) {
        setting.ask(|corpus, treatment, options| {
            let clocks = std::iter::once(clock);
            assert_not_less_cautious(corpus, treatment, options, clocks, std::iter::empty());
        });
    }
}

//! Corpora that nobody wrote, with questions about them.

use aftercare_consensus::{CORPUS, ClockTime, Day, Minutes, Options, TreatedAt};
use aftercare_corpus::{
    Answer, Corpus, Panel, Position, Source, Str, Time, Treatment, Weakens, Words,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const TREATMENTS: [&str; 3] = ["t0", "t1", "t2"];
const ACTIVITIES: [&str; 2] = ["a0", "a1"];
const CONDITIONS: [&str; 3] = ["c0", "c1", "c2"];
const PANELS: [&str; 3] = ["p0", "p1", "p2"];

/// A corpus and a question about it.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    panels: Vec<Vec<Answer>>,
    treatment: usize,
    activity: usize,
    pub(crate) treated_at: TreatedAt,
    /// Which panels are asked; all where it comes to none.
    asked: u32,
}

impl Setting {
    /// Asks the question.
    pub(crate) fn ask<R>(&self, ask: impl FnOnce(&Corpus, &str, &Options<'_>) -> R) -> R {
        let panels = PANELS.into_iter().zip(&self.panels);
        let panels = panels.map(|(id, answers)| Panel {
            id: id.into(),
            claims: true,
            answers: answers.clone().into(),
        });
        let ids = |ids: &[&'static str]| ids.iter().map(|id| Str::from(*id)).collect();
        let corpus = Corpus {
            version: "0.0.0".into(),
            updated: "2000-01".into(),
            treatments: TREATMENTS.into_iter().map(treatment).collect(),
            activities: ids(&ACTIVITIES),
            default_activity: 0,
            conditions: ids(&CONDITIONS),
            reasons: ids(&[]),
            kinds: ids(&["k0"]),
            panels: panels.collect(),
            languages: vec![words(self.panels.len())].into(),
            packs: Vec::new().into(),
            registered: Vec::new().into(),
        };
        let asked = PANELS.into_iter().take(self.panels.len()).enumerate();
        let asked = asked.filter(|(place, _)| self.asked >> place & 1 == 1);
        let asked: Vec<&str> = asked.map(|(_, id)| id).collect();
        let options = Options {
            activity: Some(ACTIVITIES[self.activity]),
            treated_at: self.treated_at,
            panels: (!asked.is_empty()).then_some(&asked),
            ..Options::default()
        };
        ask(&corpus, TREATMENTS[self.treatment], &options)
    }
}

fn treatment(id: &'static str) -> Treatment {
    Treatment {
        id: id.into(),
        name: id.into(),
        generic: Some(id.into()),
        aliases: Vec::new().into(),
    }
}

/// The words of the live corpus, cut or stretched to the size of another.
fn words(panels: usize) -> Words {
    let live = &CORPUS.languages[0];
    Words {
        activities: live.activities[..ACTIVITIES.len()].to_vec().into(),
        panels: vec![live.panels[0].clone(); panels].into(),
        conditions: live.conditions[..CONDITIONS.len()].to_vec().into(),
        reasons: Vec::new().into(),
        kinds: live.kinds[..1].to_vec().into(),
        ..live.clone()
    }
}

/// Up to three panels of up to fourteen answers each: enough for every status
/// and basis, few enough to be read when a test fails.
pub(crate) fn settings() -> impl Strategy<Value = Setting> {
    (
        vec(vec(answers(), 0..=14), 1..=PANELS.len()),
        0..TREATMENTS.len(),
        0..ACTIVITIES.len(),
        treated_at(),
        0..8_u32,
    )
        .prop_map(|(panels, treatment, activity, treated_at, asked)| Setting {
            panels,
            treatment,
            activity,
            treated_at,
            asked,
        })
}

fn answers() -> impl Strategy<Value = Answer> {
    const WEAKENS: &[Weakens] = &[Weakens::No, Weakens::MayFirstDay, Weakens::MayHabitual];
    (
        subsequence(vec![0, 1, 2], 0..=TREATMENTS.len()),
        any::<bool>(),
        subsequence(vec![0, 1, 2], 0..=CONDITIONS.len()),
        option::of(select(WEAKENS)),
        any::<bool>(),
        // Most answers speak of most activities.
        vec(option::weighted(0.8, positions()), ACTIVITIES.len()),
    )
        .prop_map(
            |(treatments, class, conditions, weakens, no_study, positions)| {
                let positions = positions.into_iter().enumerate();
                let positions = positions.filter_map(|(place, position)| Some((place, position?)));
                Answer {
                    id: "x".into(),
                    treatments: treatments.into(),
                    class,
                    positions: positions.collect(),
                    conditions: conditions.into(),
                    reasons: Vec::new().into(),
                    weakens,
                    no_study,
                    defers: false,
                    source: Source::default(),
                }
            },
        )
}

/// Any position that the loader lets in: its wait ends before its "fine"
/// begins, whatever the clock time of the treatment.
fn positions() -> impl Strategy<Value = Position> {
    let after = Time::Minutes;
    let timed = |no_until, yes_from| Position::Timed { no_until, yes_from };
    prop_oneof![
        6 => (moments(), moments()).prop_map(move |(one, other)| {
            timed(after(one.min(other)), after(one.max(other)))
        }),
        3 => moments().prop_map(move |moment| timed(after(moment), after(moment))),
        2 => Just(timed(Time::DayEnd, Time::DayStart)),
        // The earliest start of a next day is that of a treatment at 23:59.
        1 => (0..=361_u32).prop_map(move |wait| timed(after(wait), Time::DayStart)),
        1 => (1440..6000_u32).prop_map(move |from| timed(Time::DayEnd, after(from))),
        1 => Just(Position::Untimed),
    ]
}

/// Often the moments that answers share, so that several change at once.
fn moments() -> impl Strategy<Value = u32> {
    prop_oneof![
        3 => select(&[0, 20, 240, 360, 960, 1440, 2880, 20_160][..]),
        1 => 0..6000_u32,
    ]
}

fn treated_at() -> impl Strategy<Value = TreatedAt> {
    let clock = || {
        (0..1440_u16)
            .prop_map(|minute| ClockTime::from_minute_of_day(minute).expect("a minute of the day"))
    };
    // Where the clocks change, the night is an hour longer or shorter.
    let calendar = (clock(), 1..=1500_u32, 300..=420_u32).prop_map(|(clock, end, night)| {
        let day = Day::from_calendar(Minutes(end), Minutes(end + night));
        TreatedAt::Calendar(clock, day.expect("the end comes before the start"))
    });
    prop_oneof![
        Just(TreatedAt::Unknown),
        clock().prop_map(TreatedAt::Clock),
        calendar,
    ]
}

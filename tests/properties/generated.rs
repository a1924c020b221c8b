//! Corpora that nobody wrote, with questions about them.

use aftercare_consensus::corpus::{
    Activity, Answer, AnswersBuf, Conditions, Corpus, Panel, Position, PositionsBuf, Time,
    TreatmentNames, Treatments, Weakens,
};
use aftercare_consensus::words::Words;
use aftercare_consensus::{CORPUS, ClockTime, Day, Minutes, Options, TreatedAt};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const TREATMENTS: &[TreatmentNames<'_>] = &[names("t0"), names("t1"), names("t2")];
const ACTIVITIES: &[&str] = &["a0", "a1"];
const CONDITIONS: &[&str] = &["c0", "c1", "c2"];
const PANELS: &[&str] = &["p0", "p1", "p2"];

const fn names(id: &str) -> TreatmentNames<'_> {
    TreatmentNames {
        id,
        name: id,
        generic: id,
        aliases: &[],
    }
}

/// A corpus and a question about it.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    panels: Vec<Vec<OwnAnswer>>,
    treatment: usize,
    activity: usize,
    pub(crate) treated_at: TreatedAt,
    /// Which panels are asked; all where it comes to none.
    asked: u32,
}

#[derive(Debug, Clone)]
struct OwnAnswer {
    treatments: Treatments,
    conditions: Conditions,
    weakens: Option<Weakens>,
    no_study: bool,
    positions: PositionsBuf,
}

impl Setting {
    /// Asks the question.
    pub(crate) fn ask<R>(&self, ask: impl FnOnce(&Corpus<'_>, &str, &Options<'_>) -> R) -> R {
        let answers: Vec<AnswersBuf> = self
            .panels
            .iter()
            .map(|panel| {
                let mut answers = AnswersBuf::default();
                for answer in panel {
                    answers.push(&answer.borrow());
                }
                answers
            })
            .collect();
        let panels: Vec<Panel<'_>> = PANELS
            .iter()
            .zip(&answers)
            .map(|(id, answers)| Panel {
                id,
                answers: answers.answers(),
            })
            .collect();
        // The words of the live corpus, cut or stretched to this one's size.
        let live = CORPUS.languages[0];
        let panel_words = vec![live.panels[0]; panels.len()];
        let languages = [Words {
            activities: &live.activities[..ACTIVITIES.len()],
            panels: &panel_words,
            conditions: &live.conditions[..CONDITIONS.len()],
            ..live
        }];
        let corpus = Corpus {
            version: "0.0.0",
            updated: "2000-01",
            treatments: TREATMENTS,
            activities: ACTIVITIES,
            default_activity: Activity(0),
            conditions: CONDITIONS,
            panels: &panels,
            languages: &languages,
            packs: &[],
        };
        let asked: Vec<&str> = panels
            .iter()
            .enumerate()
            .filter(|(place, _)| self.asked >> place & 1 == 1)
            .map(|(_, panel)| panel.id)
            .collect();
        let options = Options {
            activity: Some(ACTIVITIES[self.activity]),
            treated_at: self.treated_at,
            panels: (!asked.is_empty()).then_some(&asked),
            ..Options::default()
        };
        ask(&corpus, TREATMENTS[self.treatment].id, &options)
    }
}

impl OwnAnswer {
    fn borrow(&self) -> Answer<'_> {
        Answer {
            id: "x",
            treatments: self.treatments,
            conditions: self.conditions,
            weakens: self.weakens,
            no_study: self.no_study,
            positions: self.positions.positions(),
        }
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

fn answers() -> impl Strategy<Value = OwnAnswer> {
    const WEAKENS: &[Weakens] = &[Weakens::No, Weakens::MayFirstDay, Weakens::MayHabitual];
    (
        (0..8_u32, any::<bool>()),
        0..8_u16,
        option::of(select(WEAKENS)),
        any::<bool>(),
        // Most answers speak of most activities.
        vec(option::weighted(0.8, positions()), ACTIVITIES.len()),
    )
        .prop_map(
            |((bits, class), conditions, weakens, no_study, positions)| {
                let positions = (0..=u8::MAX).zip(positions);
                OwnAnswer {
                    treatments: Treatments::new(bits, class),
                    conditions: Conditions(conditions),
                    weakens,
                    no_study,
                    positions: positions
                        .filter_map(|(place, position)| Some((Activity(place), position?)))
                        .collect(),
                }
            },
        )
}

/// Any position that the loader lets in: its wait ends before its "fine"
/// begins, whatever the clock time of the treatment.
fn positions() -> impl Strategy<Value = Position> {
    let after = |minutes| Time::After(Minutes(minutes));
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

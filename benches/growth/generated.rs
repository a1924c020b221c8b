//! Answers that nobody gave, as many as wanted, the same ones each time.

use aftercare_consensus::corpus::{
    Activity, Answer, AnswersBuf, Conditions, Corpus, Panel, Position, PositionsBuf, Time,
    Treatment, Treatments,
};
use aftercare_consensus::{CORPUS, Count, Day, Minutes, Resolved};
use fastrand::Rng;

/// How the moments of the answers lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spread {
    /// Each answer says what some shipped answer says: few moments, shared by many.
    Published,
    /// Each answer has moments of its own, so there are as many steps as can be.
    Apart,
}

impl Spread {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Published, Self::Apart];
}

/// The last moment of answers with moments of their own: some nineteen years, so that a
/// million answers rarely share one.
pub(crate) const LAST: u32 = 10_000_000;

/// About this all answers speak.
const ABOUT: Activity = Activity(0);

/// One panel of answers.
pub(crate) struct Generated {
    answers: AnswersBuf,
}

impl Generated {
    /// So many answers.
    pub(crate) fn new(number: usize, spread: Spread) -> Self {
        let mut rng = Rng::with_seed(20_261_122);
        let published: Vec<Position> = (CORPUS.panels.iter())
            .flat_map(|panel| panel.answers.iter())
            .filter_map(|answer| answer.position(CORPUS.default_activity))
            .collect();
        let mut answers = AnswersBuf::default();
        for place in 0..number {
            let position = match spread {
                Spread::Published => published[rng.usize(..published.len())],
                Spread::Apart => {
                    let (one, other) = (rng.u32(..LAST), rng.u32(..LAST));
                    Position::Timed {
                        no_until: Time::After(Minutes(one.min(other))),
                        yes_from: Time::After(Minutes(one.max(other))),
                    }
                }
            };
            let positions: PositionsBuf = [(ABOUT, position)].into_iter().collect();
            answers.push(&Answer {
                // As long as those of the shipped answers.
                id: &format!("G{place:07}"),
                // All of them count.
                treatments: Treatments::new(1, true),
                conditions: Conditions(rng.u16(..4)),
                weakens: None,
                no_study: rng.bool(),
                positions: positions.positions(),
            });
        }
        Self { answers }
    }

    /// Asks something of the corpus that has these answers and no others.
    pub(crate) fn ask<R>(&self, ask: impl FnOnce(&Corpus<'_>) -> R) -> R {
        let panels = [Panel {
            id: "generated",
            answers: self.answers.answers(),
        }];
        ask(&Corpus {
            default_activity: ABOUT,
            panels: &panels,
            ..CORPUS
        })
    }

    /// What the answers say that count for the first treatment, as a timeline takes it.
    pub(crate) fn positions(&self) -> Vec<Resolved> {
        self.ask(|corpus| {
            let count = Count::new(&corpus.panels[0], Treatment(0), ABOUT, Day::UNKNOWN);
            count.counted().map(|voice| voice.position).collect()
        })
    }
}

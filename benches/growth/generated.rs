//! Answers that nobody gave, as many as wanted, the same ones each time.

use aftercare_consensus::corpus::{Answer, Corpus, Panel, Position, Source, Time};
use aftercare_consensus::{CORPUS, Day, Resolved, Selection};
use fastrand::Rng;

/// How the moments of the answers lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spread {
    /// Each answer says what some shipped answer says: few moments, shared by many.
    Published,
    /// Each answer has moments of its own, so there are as many steps as can be.
    Distinct,
}

impl Spread {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Published, Self::Distinct];
}

/// The last moment of answers with moments of their own: some nineteen years, so that a
/// million answers rarely share one.
pub(crate) const LAST: u32 = 10_000_000;

/// About this all answers speak.
const ABOUT: usize = 0;

/// The shipped corpus with one panel of other answers.
pub(crate) struct Generated {
    pub(crate) corpus: Corpus,
}

impl Generated {
    /// So many answers.
    pub(crate) fn new(number: usize, spread: Spread) -> Self {
        let mut rng = Rng::with_seed(20_261_122);
        let published: Vec<Position> = (CORPUS.panels.iter())
            .flat_map(|panel| panel.answers.iter())
            .filter_map(|answer| answer.position(CORPUS.default_activity))
            .collect();
        let answers = (0..number).map(|place| {
            let position = match spread {
                Spread::Published => published[rng.usize(..published.len())],
                Spread::Distinct => {
                    let (one, other) = (rng.u32(..LAST), rng.u32(..LAST));
                    Position::Timed {
                        no_until: Time::Minutes(one.min(other)),
                        yes_from: Time::Minutes(one.max(other)),
                    }
                }
            };
            Answer {
                // As long as those of the shipped answers.
                id: format!("G{place:07}").into(),
                // All of them count.
                treatments: vec![0].into(),
                class: true,
                positions: vec![(ABOUT, position)].into(),
                conditions: (0..2).filter(|_| rng.bool()).collect(),
                reasons: Vec::new().into(),
                weakens: None,
                no_study: rng.bool(),
                defers: false,
                source: Source::default(),
            }
        });
        let panel = Panel {
            id: "generated".into(),
            claims: true,
            answers: answers.collect(),
        };
        Self {
            corpus: Corpus {
                default_activity: ABOUT,
                panels: vec![panel].into(),
                ..CORPUS.clone()
            },
        }
    }

    /// What the answers say that count for the first treatment, as a timeline takes it.
    pub(crate) fn positions(&self) -> Vec<Resolved> {
        let selection = Selection::new(&self.corpus.panels[0], 0, ABOUT, Day::UNKNOWN);
        let counted = selection.counted().iter();
        counted.map(|counted| counted.position).collect()
    }
}

//! Which answers count, and does one of them decide?

use aftercare_corpus::{Answer, Panel};
use serde::Serialize;

use super::position::{Resolved, Stance, resolve};
use super::status::{FEWEST, Status};
use super::tally::Tally;
use super::time::{Day, Minutes};

/// Whose answers a tally counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Basis {
    /// Those that name the treatment or speak of the class.
    Treatment,
    /// The whole panel: too few name the treatment.
    Class,
}

impl Basis {
    /// The stable string, as cards have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Treatment => "treatment",
            Self::Class => "class",
        }
    }

    /// The treatment's own answers, if at least five of them are timed and at least
    /// one names it; else the whole panel.
    fn of(own: Tally, is_named: bool) -> Self {
        if is_named && own.timed() >= FEWEST {
            Self::Treatment
        } else {
            Self::Class
        }
    }

    /// Whether an answer counts that bears so on the treatment.
    fn counts(self, relation: Relation) -> bool {
        self == Self::Class || relation != Relation::Other
    }
}

/// How an answer bears on a treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It names the treatment.
    Named,
    /// It speaks of the kind of product.
    Class,
    /// It names other products only.
    Other,
}

impl Relation {
    /// How an answer bears on a treatment, by the treatment's index in the corpus.
    pub fn of(answer: &Answer, treatment: usize) -> Self {
        if answer.treatments.contains(&treatment) {
            Self::Named
        } else if answer.class {
            Self::Class
        } else {
            Self::Other
        }
    }
}

/// What an answer says about the activity that is asked about.
#[derive(Debug, Clone, Copy)]
pub struct AnswerPosition<'a> {
    /// The answer.
    pub answer: &'a Answer,
    /// How it bears on the treatment.
    pub relation: Relation,
    /// What it says.
    pub position: Resolved,
}

/// One panel's answers on one treatment and activity.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    /// The answers that count, in the data's order.
    counted: Vec<AnswerPosition<'a>>,
    /// Everyone else in the panel who speaks of the activity.
    others: Vec<AnswerPosition<'a>>,
    basis: Basis,
}

impl<'a> Selection<'a> {
    /// Settles which answers of the panel count for a treatment and an activity, by
    /// their indices in the corpus.
    pub fn new(panel: &'a Panel, treatment: usize, activity: usize, day: Day) -> Self {
        let mut positions = Vec::new();
        for answer in panel.answers.iter() {
            if let Some(position) = answer.position(activity) {
                positions.push(AnswerPosition {
                    answer,
                    relation: Relation::of(answer, treatment),
                    position: resolve(position, day),
                });
            }
        }
        Self::of(positions)
    }

    /// The same for each of the first activities of the corpus, reading each answer once.
    pub fn of_activities(
        panel: &'a Panel,
        treatment: usize,
        activities: usize,
        day: Day,
    ) -> Vec<Self> {
        let mut positions = Vec::new();
        for _ in 0..activities {
            positions.push(Vec::new());
        }
        for answer in panel.answers.iter() {
            let relation = Relation::of(answer, treatment);
            for &(activity, position) in answer.positions.iter() {
                if let Some(positions) = positions.get_mut(activity) {
                    positions.push(AnswerPosition {
                        answer,
                        relation,
                        position: resolve(position, day),
                    });
                }
            }
        }
        let mut selections = Vec::new();
        for positions in positions {
            selections.push(Self::of(positions));
        }
        selections
    }

    fn of(positions: Vec<AnswerPosition<'a>>) -> Self {
        let mut groups = Groups::default();
        for position in &positions {
            // The basis does not depend on the moment; any will do.
            groups.add(position, Minutes(0));
        }
        let basis = groups.basis();
        let (mut counted, mut others) = (Vec::new(), Vec::new());
        for position in positions {
            match basis.counts(position.relation) {
                true => counted.push(position),
                false => others.push(position),
            }
        }
        Self {
            counted,
            others,
            basis,
        }
    }

    /// Whose answers count.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The answers that count, timed and untimed, in the data's order.
    pub fn counted(&self) -> &[AnswerPosition<'a>] {
        &self.counted
    }

    /// The tally of the answers that count at a moment.
    pub fn tally(&self, at: Minutes) -> Tally {
        let mut tally = Tally::NONE;
        for position in &self.counted {
            tally.add(position.position.stance(at));
        }
        tally
    }

    /// Whether the status at a moment would be the same whichever one answer
    /// of the panel were missing.
    pub fn is_stable(&self, at: Minutes) -> bool {
        let groups = self.groups(at);
        let status = groups.status();
        // Answers of one relation and stance are alike, so their absence is
        // tried once for each kind and not for each answer.
        !RELATIONS.into_iter().any(|relation| {
            STANCES
                .into_iter()
                .any(|stance| groups.without(relation, stance) != status)
        })
    }

    /// The answers without any one of which the status at a moment would be
    /// another.
    pub fn deciding(&self, at: Minutes) -> impl Iterator<Item = &AnswerPosition<'a>> {
        let groups = self.groups(at);
        let status = groups.status();
        // Where others do not count, the absence of one changes nothing.
        self.counted.iter().filter(move |position| {
            groups.without(position.relation, position.position.stance(at)) != status
        })
    }

    /// All who speak of the activity, whether they count or not.
    pub fn all(&self) -> impl Iterator<Item = &AnswerPosition<'a>> {
        self.counted.iter().chain(&self.others)
    }

    fn groups(&self, at: Minutes) -> Groups {
        let mut groups = Groups::default();
        for position in self.all() {
            groups.add(position, at);
        }
        groups
    }
}

const RELATIONS: [Relation; 3] = [Relation::Named, Relation::Class, Relation::Other];
const STANCES: [Stance; 4] = [Stance::Fine, Stance::Wait, Stance::Silent, Stance::Untimed];

/// Tallies by how the answers bear on the treatment.
#[derive(Debug, Clone, Copy, Default)]
struct Groups {
    named: Tally,
    class: Tally,
    other: Tally,
}

impl Groups {
    fn group(&mut self, relation: Relation) -> &mut Tally {
        match relation {
            Relation::Named => &mut self.named,
            Relation::Class => &mut self.class,
            Relation::Other => &mut self.other,
        }
    }

    fn add(&mut self, position: &AnswerPosition<'_>, at: Minutes) {
        self.group(position.relation)
            .add(position.position.stance(at));
    }

    /// The status if one answer were missing, where there is such an answer.
    fn without(mut self, relation: Relation, stance: Stance) -> Status {
        self.group(relation).remove(stance);
        self.status()
    }

    fn basis(self) -> Basis {
        let is_named = self.named != Tally::NONE;
        Basis::of(self.named.plus(self.class), is_named)
    }

    fn status(self) -> Status {
        let own = self.named.plus(self.class);
        Status::of(match self.basis() {
            Basis::Treatment => own,
            Basis::Class => own.plus(self.other),
        })
    }
}

#[cfg(test)]
mod tests {
    use aftercare_corpus::{Answer, Panel, Position, Source, Time};

    use super::{Basis, Selection};
    use crate::consensus::{Day, Minutes};

    fn answer(place: usize, wait: u32) -> Answer {
        let wait = Time::Minutes(wait);
        let position = Position::Timed {
            no_until: wait,
            yes_from: wait,
        };
        Answer {
            id: place.to_string().into(),
            treatments: vec![0].into(),
            class: false,
            positions: vec![(0, position)].into(),
            conditions: Vec::new().into(),
            reasons: Vec::new().into(),
            weakens: None,
            no_study: false,
            defers: false,
            source: Source::default(),
        }
    }

    /// A panel of answers on one treatment: each says wait up to its hour, then fine.
    fn deciding(waits: &[u32], at: u32) -> (Vec<usize>, bool) {
        let answers = waits.iter().enumerate();
        let answers = answers.map(|(place, wait)| answer(place, *wait));
        let panel = Panel {
            id: "p".into(),
            claims: true,
            answers: answers.collect(),
        };
        let selection = Selection::new(&panel, 0, 0, Day::UNKNOWN);
        assert_eq!(selection.basis(), Basis::Treatment);
        let deciding = selection.deciding(Minutes(at));
        let places = deciding.map(|counted| counted.answer.id.parse().expect("a place"));
        (places.collect(), selection.is_stable(Minutes(at)))
    }

    #[test]
    fn an_answer_decides_where_the_status_would_be_another_without_it() {
        // Five are just enough, so each of them decides.
        assert_eq!(deciding(&[0; 5], 0), (vec![0, 1, 2, 3, 4], false));
        // Of seven that all say fine none does.
        assert_eq!(deciding(&[0; 7], 0), (vec![], true));
        // "All" becomes "most" by the one that says wait.
        assert_eq!(deciding(&[0, 0, 0, 0, 0, 0, 9], 0), (vec![6], false));
    }
}

//! Which answers count, and does one of them decide?

use crate::corpus::{Activity, Answer, Panel, Relation, Treatment};
use crate::packed::Records;
use crate::plain::{Plain, Value, written};
use crate::position::{Resolved, Stance};
use crate::status::{FEWEST, Status};
use crate::tally::Tally;
use crate::time::{Day, Minutes};

/// Whose answers a tally counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    pub(crate) fn of(own: Tally, is_named: bool) -> Self {
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

impl Plain for Basis {
    fn plain(&self) -> Value<'_> {
        Value::Text(self.as_str())
    }
}

written!(Basis);

/// An answer that speaks of the activity.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    /// The answer.
    pub answer: Answer<'a>,
    /// How it bears on the treatment.
    pub relation: Relation,
    /// What it says.
    pub position: Resolved,
}

/// What a panel's answers are asked.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) treatment: Treatment,
    pub(crate) activity: Activity,
    pub(crate) day: Day,
}

/// The answers of a panel that speak of what is asked, in the data's order. They are read
/// as they are needed, without a list of them.
pub(crate) struct Voices<'v, 'a> {
    answers: Records<'a>,
    asked: &'v Asked,
    basis: Basis,
}

impl<'v, 'a> Voices<'v, 'a> {
    /// Those that count on this basis.
    pub(crate) fn new(panel: &Panel<'a>, asked: &'v Asked, basis: Basis) -> Self {
        Self {
            answers: panel.answers.records(),
            asked,
            basis,
        }
    }
}

impl<'a> Iterator for Voices<'_, 'a> {
    type Item = Voice<'a>;

    fn next(&mut self) -> Option<Voice<'a>> {
        loop {
            let answer = self.answers.next()?;
            let relation = answer.treatments.relation(self.asked.treatment);
            if self.basis.counts(relation)
                && let Some(position) = answer.position(self.asked.activity)
            {
                return Some(Voice {
                    answer,
                    relation,
                    position: position.resolve(self.asked.day),
                });
            }
        }
    }
}

/// One panel's answers on one treatment and activity.
#[derive(Debug, Clone)]
pub struct Count<'a> {
    /// The answers that count, in the data's order.
    counted: Vec<Voice<'a>>,
    /// Everyone else in the panel who speaks of the activity.
    others: Vec<Voice<'a>>,
    basis: Basis,
}

impl<'a> Count<'a> {
    /// Settles which answers of the panel count.
    pub fn new(panel: &Panel<'a>, treatment: Treatment, activity: Activity, day: Day) -> Self {
        let asked = &Asked {
            treatment,
            activity,
            day,
        };
        let mut groups = Groups::default();
        for voice in Voices::new(panel, asked, Basis::Class) {
            // The basis does not depend on the moment; any will do.
            groups.add(&voice, Minutes(0));
        }
        let mut count = Self {
            counted: Vec::new(),
            others: Vec::new(),
            basis: groups.basis(),
        };
        for voice in Voices::new(panel, asked, Basis::Class) {
            match count.basis.counts(voice.relation) {
                true => count.counted.push(voice),
                false => count.others.push(voice),
            }
        }
        count
    }

    /// Whose answers count.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The answers that count, timed and untimed, in the data's order.
    pub fn counted(&self) -> std::slice::Iter<'_, Voice<'a>> {
        self.counted.iter()
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
    pub fn deciding(&self, at: Minutes) -> impl Iterator<Item = &Voice<'a>> {
        let groups = self.groups(at);
        let status = groups.status();
        // Where others do not count, the absence of one changes nothing.
        self.counted.iter().filter(move |voice| {
            groups.without(voice.relation, voice.position.stance(at)) != status
        })
    }

    /// All who speak of the activity, whether they count or not.
    pub(crate) fn voices(&self) -> impl Iterator<Item = &Voice<'a>> {
        self.counted.iter().chain(&self.others)
    }

    fn groups(&self, at: Minutes) -> Groups {
        let mut groups = Groups::default();
        for voice in self.voices() {
            groups.add(voice, at);
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

    fn add(&mut self, voice: &Voice<'_>, at: Minutes) {
        self.group(voice.relation).add(voice.position.stance(at));
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
    use super::{Basis, Count};
    use crate::corpus::{
        Activity, Answer, AnswersBuf, Conditions, Panel, Position, PositionsBuf, Time, Treatment,
        Treatments,
    };
    use crate::time::{Day, Minutes};

    /// A panel of answers on one treatment: each says wait up to its hour, then fine.
    fn deciding(waits: &[u32], at: u32) -> (Vec<usize>, bool) {
        let ids: Vec<String> = (0..waits.len()).map(|place| place.to_string()).collect();
        let mut answers = AnswersBuf::default();
        for (id, wait) in ids.iter().zip(waits) {
            let wait = Time::After(Minutes(*wait));
            let timed = Position::Timed {
                no_until: wait,
                yes_from: wait,
            };
            let positions: PositionsBuf = [(Activity(0), timed)].into_iter().collect();
            answers.push(&Answer {
                id,
                treatments: Treatments::new(1, false),
                conditions: Conditions(0),
                weakens: None,
                no_study: false,
                positions: positions.positions(),
            });
        }
        let panel = Panel {
            id: "p",
            answers: answers.answers(),
        };
        let count = Count::new(&panel, Treatment(0), Activity(0), Day::UNKNOWN);
        assert_eq!(count.basis(), Basis::Treatment);
        let deciding = count.deciding(Minutes(at));
        let places = deciding.map(|voice| voice.answer.id.parse().expect("a place"));
        (places.collect(), count.is_stable(Minutes(at)))
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

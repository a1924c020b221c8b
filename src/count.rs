//! Which answers count, and does one of them decide?

use crate::corpus::{Activity, Answer, Panel, Relation, Treatment};
use crate::plain::{Plain, Value, written};
use crate::position::Resolved;
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
    pub answer: &'a Answer<'a>,
    /// How it bears on the treatment.
    pub relation: Relation,
    /// What it says.
    pub position: Resolved,
}

/// One panel's answers on one treatment and activity.
#[derive(Debug, Clone)]
pub struct Count<'a> {
    /// Everyone in the panel who speaks of the activity, in the data's order.
    voices: Vec<Voice<'a>>,
    basis: Basis,
}

impl<'a> Count<'a> {
    /// Settles which answers of the panel count.
    pub fn new(panel: &Panel<'a>, treatment: Treatment, activity: Activity, day: Day) -> Self {
        let voices: Vec<_> = panel
            .answers
            .iter()
            .filter_map(|answer| {
                Some(Voice {
                    answer,
                    relation: answer.treatments.relation(treatment),
                    position: answer.position(activity)?.resolve(day),
                })
            })
            .collect();
        let mut groups = Groups::default();
        for voice in &voices {
            // The basis does not depend on the moment; any will do.
            groups
                .group(voice.relation)
                .add(voice.position.stance(Minutes(0)));
        }
        let basis = groups.basis();
        Self { voices, basis }
    }

    /// Whose answers count.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The answers that count, timed and untimed, in the data's order.
    pub fn counted(&self) -> impl Iterator<Item = &Voice<'a>> {
        let everyone = self.basis == Basis::Class;
        self.voices
            .iter()
            .filter(move |voice| everyone || voice.relation != Relation::Other)
    }

    /// Whether the status at a moment would be the same whichever one answer
    /// of the panel were missing.
    pub fn is_stable(&self, at: Minutes) -> bool {
        self.deciding(at).next().is_none()
    }

    /// The answers without any one of which the status at a moment would be
    /// another.
    pub fn deciding(&self, at: Minutes) -> impl Iterator<Item = &Voice<'a>> {
        let mut groups = Groups::default();
        for voice in &self.voices {
            groups.group(voice.relation).add(voice.position.stance(at));
        }
        let status = groups.status();
        // Answers of one relation and stance are alike, so what their absence
        // would do is worked out once for each of the twelve kinds.
        let mut known = [[None; STANCES]; RELATIONS];
        self.voices.iter().filter(move |voice| {
            let stance = voice.position.stance(at);
            let decides = || {
                let mut without = groups;
                without.group(voice.relation).remove(stance);
                without.status() != status
            };
            known
                .get_mut(voice.relation as usize)
                .and_then(|row| row.get_mut(stance as usize))
                .map_or_else(decides, |slot| *slot.get_or_insert_with(decides))
        })
    }
}

const RELATIONS: usize = 3;
const STANCES: usize = 4;

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

    /// The treatment's own, if at least five of them are timed and at least
    /// one names it; else the whole panel.
    fn basis(self) -> Basis {
        let named = self.named.timed().saturating_add(self.named.untimed);
        if self.named.plus(self.class).timed() >= FEWEST && named > 0 {
            Basis::Treatment
        } else {
            Basis::Class
        }
    }

    fn status(self) -> Status {
        let own = self.named.plus(self.class);
        Status::of(match self.basis() {
            Basis::Treatment => own,
            Basis::Class => own.plus(self.other),
        })
    }
}

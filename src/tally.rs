//! Which answers count, how many say what, and does one of them decide?

use serde::Serialize;

use crate::corpus::{Activity, Answer, Panel, Relation, Treatment};
use crate::position::{Resolved, Stance};
use crate::status::{FEWEST, Status};
use crate::time::{Day, Minutes};

/// Stances counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Answers that clearly say fine.
    pub fine: u32,
    /// Answers that clearly say wait.
    pub wait: u32,
    /// Answers that say nothing clear at the moment.
    pub silent: u32,
    /// Answers that say avoid, with no time; they never vote.
    pub untimed: u32,
}

impl Tally {
    /// The answers that vote.
    pub fn timed(self) -> u32 {
        self.fine
            .saturating_add(self.wait)
            .saturating_add(self.silent)
    }

    fn place(&mut self, stance: Stance) -> &mut u32 {
        match stance {
            Stance::Fine => &mut self.fine,
            Stance::Wait => &mut self.wait,
            Stance::Silent => &mut self.silent,
            Stance::Untimed => &mut self.untimed,
        }
    }

    /// One more answer.
    pub fn add(&mut self, stance: Stance) {
        let place = self.place(stance);
        *place = place.saturating_add(1);
    }

    /// One answer less.
    pub fn remove(&mut self, stance: Stance) {
        let place = self.place(stance);
        *place = place.saturating_sub(1);
    }

    fn plus(self, other: Self) -> Self {
        Self {
            fine: self.fine.saturating_add(other.fine),
            wait: self.wait.saturating_add(other.wait),
            silent: self.silent.saturating_add(other.silent),
            untimed: self.untimed.saturating_add(other.untimed),
        }
    }
}

/// Whose answers a tally counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Those that name the treatment or speak of the class.
    Treatment,
    /// The whole panel: too few name the treatment.
    Class,
}

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

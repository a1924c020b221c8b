//! What has been published: treatments, activities, panels and their answers.
//!
//! A [`Corpus`] is borrowed data and nothing else. The shipped one is a static
//! table; tests and benches make their own.

pub use crate::packed::{Answers, AnswersBuf, Positions, PositionsBuf};
use crate::time::Minutes;
use crate::words::{LanguageName, Words};

/// Everything that a card is made from.
#[derive(Debug, Clone, Copy)]
pub struct Corpus<'a> {
    /// The version of the data, such as `2026.11.0`.
    pub version: &'a str,
    /// The month of the last change, `YYYY-MM`.
    pub updated: &'a str,
    /// The products; at most 31.
    pub treatments: &'a [TreatmentNames<'a>],
    /// The ids of the activities, in the order of a card.
    pub activities: &'a [&'a str],
    /// What is meant where a caller names no activity.
    pub default_activity: Activity,
    /// The ids of the conditions, in the order of a card; at most 16.
    pub conditions: &'a [&'a str],
    /// The panels, in the order of a card.
    pub panels: &'a [Panel<'a>],
    /// The words of each language; the first is the one that is meant where a
    /// caller names none.
    pub languages: &'a [Words<'a>],
    /// Languages whose words are not here, since they come in a file of their
    /// own; none but in the browser.
    pub packs: &'a [LanguageName<'a>],
}

/// A product and the names it goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreatmentNames<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The brand by which most readers know it.
    pub name: &'a str,
    /// The generic name.
    pub generic: &'a str,
    /// Other brands.
    pub aliases: &'a [&'a str],
}

/// The place of a treatment in [`Corpus::treatments`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Treatment(pub u8);

/// The place of an activity in [`Corpus::activities`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Activity(pub u8);

/// A set of answers of one kind. Panels are never pooled.
#[derive(Debug, Clone, Copy)]
pub struct Panel<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The answers, in the data's order.
    pub answers: Answers<'a>,
}

/// One source's view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The treatments that it names.
    pub treatments: Treatments,
    /// What must hold for its "yes".
    pub conditions: Conditions,
    /// On "does exercise weaken the result?".
    pub weakens: Option<Weakens>,
    /// Whether it says that no study exists.
    pub no_study: bool,
    /// What it says about each activity that it speaks of; one entry each.
    pub positions: Positions<'a>,
}

impl Answer<'_> {
    /// What it says about an activity, if anything.
    #[inline]
    pub fn position(&self, activity: Activity) -> Option<Position> {
        self.positions.get(activity)
    }
}

/// Which treatments an answer names, and whether it speaks of the class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Treatments(u32);

const CLASS: u32 = 1 << 31;

impl Treatments {
    /// One bit for each treatment, by its place; `class` for answers on the
    /// kind of product.
    pub const fn new(bits: u32, class: bool) -> Self {
        Self(bits & !CLASS | if class { CLASS } else { 0 })
    }

    /// The bits of the treatments, and whether it speaks of the class.
    pub(crate) fn parts(self) -> (u32, bool) {
        (self.0 & !CLASS, self.0 & CLASS != 0)
    }

    /// How the answer bears on a treatment.
    pub fn relation(self, treatment: Treatment) -> Relation {
        let named = 1_u32
            .checked_shl(u32::from(treatment.0))
            .unwrap_or_default();
        if self.0 & !CLASS & named != 0 {
            Relation::Named
        } else if self.0 & CLASS != 0 {
            Relation::Class
        } else {
            Relation::Other
        }
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

/// A set of conditions, one bit for each by its place in [`Corpus::conditions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conditions(pub u16);

/// A set of conditions has no more.
pub(crate) const MOST_CONDITIONS: usize = u16::BITS as usize;

impl Conditions {
    /// Whether the condition at this place is in the set.
    pub fn has(self, place: usize) -> bool {
        place < MOST_CONDITIONS && self.0 >> place & 1 == 1
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// What an answer says on "does exercise weaken the result?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakens {
    /// It does not.
    No,
    /// It may, in the first day.
    MayFirstDay,
    /// It may, for people who are always active.
    MayHabitual,
}

/// What an answer says about one activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Wait up to one moment, fine from another, nothing clear between.
    Timed {
        /// Up to this moment it says wait.
        no_until: Time,
        /// From this moment it says fine; never earlier than `no_until`.
        yes_from: Time,
    },
    /// Avoid, with no time.
    Untimed,
}

/// A moment as an answer gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// So long after the treatment.
    After(Minutes),
    /// The end of the day of treatment.
    DayEnd,
    /// The start of the next day.
    DayStart,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_conditions_has_sixteen_places() {
        let set = Conditions(0b1000_0000_0000_0101);
        let has: Vec<usize> = (0..100).filter(|place| set.has(*place)).collect();
        assert_eq!(has, [0, 2, 15]);
    }
}

//! What has been published: treatments, activities, panels and their answers.
//!
//! Where one record refers to another, it does so by the other's index in its
//! list of the [`Corpus`].

use serde::{Deserialize, Serialize};

use crate::text::{List, Str};
use crate::words::{LanguageName, Words};

/// Everything that a card is made from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Corpus {
    /// The version of the data, such as `2026.11.1`.
    pub version: Str,
    /// The month of the last change, `YYYY-MM`.
    pub updated: Str,
    /// The products, and the class of them; at most 31.
    pub treatments: List<Treatment>,
    /// The ids of the activities, in the order of a card.
    pub activities: List<Str>,
    /// Index of the activity that is meant where a caller names none.
    pub default_activity: usize,
    /// The ids of the conditions, in the order of a card; at most 16.
    pub conditions: List<Str>,
    /// The ids of the reasons; at most 16.
    pub reasons: List<Str>,
    /// The ids of the kinds of source; at most 16.
    pub kinds: List<Str>,
    /// The panels, in the order of a card.
    pub panels: List<Panel>,
    /// The words of each language. The first is the reference, and meant where a
    /// caller names none.
    pub languages: List<Words>,
    /// Languages whose words come as language packs.
    pub packs: List<LanguageName>,
    /// Words of language packs that have come: see [`Corpus::with_language`].
    #[serde(skip)]
    pub registered: List<&'static Words>,
}

/// A product and the names that it goes by; or the class of them, for whoever does not know
/// which product it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Treatment {
    /// The stable id.
    pub id: Str,
    /// The brand by which most readers know it; the id of the class, which has none.
    pub name: Str,
    /// The generic name; the class has none.
    pub generic: Option<Str>,
    /// Other brands; other words for the class.
    pub aliases: List<Str>,
}

impl Treatment {
    /// Every name that a question may give it, but its id.
    pub fn names(&self) -> impl Iterator<Item = &Str> {
        let name = std::iter::once(&self.name);
        name.chain(self.aliases.iter()).chain(&self.generic)
    }
}

/// A set of answers of one kind. Panels are never pooled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Panel {
    /// The stable id.
    pub id: Str,
    /// Whether its answers were read for reasons, conditions and claims, or for times
    /// alone. Where they were not, nobody knows whether an answer gives any.
    pub claims: bool,
    /// The answers, in the order of the data's files and records.
    pub answers: List<Answer>,
}

/// One source's view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Answer {
    /// The stable id.
    pub id: Str,
    /// Indices of the treatments that it names, ascending.
    pub treatments: List<usize>,
    /// Whether it speaks of the class of products.
    pub class: bool,
    /// What it says about each activity that it speaks of, by the activity's
    /// index, ascending.
    pub positions: List<(usize, Position)>,
    /// Indices of the conditions that must hold for its "yes", ascending.
    pub conditions: List<usize>,
    /// Indices of its reasons to wait, ascending.
    pub reasons: List<usize>,
    /// What it says on "does exercise weaken the result?".
    pub weakens: Option<Weakens>,
    /// Whether it says that no study exists.
    pub no_study: bool,
    /// Whether it sends the reader to their own doctor on this.
    pub defers: bool,
    /// Where it comes from.
    pub source: Source,
}

impl Answer {
    /// What it says about an activity, if anything.
    pub fn position(&self, activity: usize) -> Option<Position> {
        let found = self.positions.iter().find(|(about, _)| *about == activity);
        found.map(|(_, position)| *position)
    }
}

/// Where an answer comes from and what it says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Source {
    /// What it says, in our own words.
    pub summary: Str,
    /// Index of its kind.
    pub kind: usize,
    /// Title of the page or thread.
    pub title: Str,
    /// Address, where one is known.
    pub address: Option<Str>,
    /// Place in the thread, counted from 1.
    pub number: Option<u32>,
    /// Specialty, as the page gives it.
    pub specialty: Option<Str>,
    /// Place, as the page gives it.
    pub place: Option<Str>,
    /// The page's rating: provenance, never a weight.
    pub rating: Option<f64>,
    /// The page's count of reviews: provenance, never a weight.
    pub reviews: Option<u32>,
    /// The month in which it was read, `YYYY-MM`.
    pub read: Str,
    /// The rule of the codebook behind each position, such as `R1`.
    pub rules: List<Str>,
}

/// On "does exercise weaken the result?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
#[serde(rename_all = "kebab-case")]
pub enum Weakens {
    /// It does not.
    No,
    /// It may, in the first day.
    MayFirstDay,
    /// It may, for people who are always active.
    MayHabitual,
}

/// What an answer says about one activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
#[serde(rename_all = "kebab-case")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
#[serde(rename_all = "kebab-case")]
pub enum Time {
    /// So many whole minutes after the treatment.
    Minutes(u32),
    /// The first midnight after the treatment.
    DayEnd,
    /// Six o'clock on the morning after that midnight.
    DayStart,
}

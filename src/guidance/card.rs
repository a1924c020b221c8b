//! What is on a card?

use aftercare_corpus::{Corpus, Str};
use serde::{Serialize, Serializer};

use crate::consensus::{Basis, ClockTime, Hours, Stance, Status, Tally, serialize_number};

/// What published answers say about an activity at a moment after a treatment.
///
/// Serialized, keys are in camelCase and absent values are `null`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Guidance<'a> {
    /// What was asked about.
    pub treatment: TreatmentName<'a>,
    /// What was asked about.
    pub activity: Named<'a>,
    /// The hours as they were given.
    pub hours_elapsed: Hours,
    /// The clock time of the treatment, where it was given.
    pub treated_at: Option<ClockTime>,
    /// The more cautious of the panels that have enough answers.
    pub status: Status,
    /// One sentence of at most 140 characters: whose view, and how many.
    pub summary: String,
    /// What the answers ask for that say fine at this moment, in a sentence.
    pub proviso: Option<String>,
    /// When the combined status gets there.
    pub fine_from: CombinedFineFrom,
    /// The next moment, strictly later, at which a tally of any panel changes,
    /// and the combined status from there on.
    pub next_change: Option<NextChange>,
    /// Each panel on its own.
    pub panels: Vec<PanelGuidance<'a>>,
    /// What the answers that count ask for, whatever the moment; in the
    /// corpus's order, without those that nobody asks for.
    pub conditions: Vec<ConditionCount<'a>>,
    /// What the answers that count claim.
    pub claims: Vec<Claim>,
    /// The answers that count, in the data's order.
    pub answers: Vec<AnswerStance<'a>>,
    /// When to get help; the same on every card.
    pub red_flags: RedFlags<'a>,
    /// What this is and is not.
    #[serde(serialize_with = "constant")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub notice: &'a Str,
    /// Which data this was made from.
    pub corpus: CorpusVersion<'a>,
}

/// A card, and from when to when another would differ in its hours alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct GuidanceInterval<'a> {
    /// The first moment.
    pub from: Hours,
    /// The first moment after it at which something changes; absent where nothing does.
    pub until: Option<Hours>,
    /// The card of one of the moments between.
    pub guidance: Guidance<'a>,
}

/// An id and its name in the card's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Named<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The name.
    pub name: &'a str,
}

/// A product, named as was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct TreatmentName<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The brand, the generic name, or a word for the class.
    pub name: &'a str,
    /// The generic name; absent where products are not to be named, or which it was is not
    /// known.
    pub generic: Option<&'a str>,
}

/// When the combined status gets there, in hours; absent under `not_enough`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CombinedFineFrom {
    /// The earliest moment from which it is `mostly_fine` or better.
    pub most: Option<Hours>,
    /// The earliest moment at which all timed answers say fine.
    pub all: Option<Hours>,
}

/// When a panel gets there, in hours; absent under `not_enough`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct FineFrom {
    /// The earliest moment with an answer that says fine.
    pub first: Option<Hours>,
    /// The earliest moment from which the status is `mostly_fine` or better.
    pub most: Option<Hours>,
    /// The earliest moment at which all timed answers say fine.
    pub all: Option<Hours>,
}

/// The next moment at which something changes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct NextChange {
    /// Strictly later than the card's moment.
    pub hours: Hours,
    /// The status from there on; it may be the same as before.
    pub status: Status,
}

/// One panel's part of a card.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PanelGuidance<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The name in the card's language.
    pub name: &'a str,
    /// Whose answers are counted.
    pub basis: Basis,
    /// What the tally amounts to.
    pub status: Status,
    /// What is counted.
    pub tally: Tally,
    /// Fine / timed, to three decimals; absent where nothing is timed.
    pub share: Option<Share>,
    /// Whether the status would be the same whichever one answer of the panel
    /// were missing.
    pub stable: bool,
    /// When the panel gets there.
    pub fine_from: FineFrom,
    /// The next moment, strictly later, at which the tally changes.
    pub next_change: Option<NextChange>,
    /// The longest time for which an answer clearly says wait; absent where
    /// none does.
    pub longest: Option<Longest>,
}

/// A share from 0 to 1, to three decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "number"))]
pub struct Share(u16);

/// The longest wait.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Longest {
    /// Its hours.
    pub hours: Hours,
    /// How many answers say it.
    pub answers: u32,
}

/// How many answers ask for a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ConditionCount<'a> {
    /// The stable id.
    #[serde(serialize_with = "constant")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub id: &'a Str,
    /// In words: "if you have no side effects".
    #[serde(serialize_with = "constant")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub text: &'a Str,
    /// The number of answers.
    pub answers: u32,
}

/// What the answers claim on one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Claim {
    /// `weakens-result` (does exercise weaken the result?) or `studied` (has it
    /// been studied?).
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"weakens-result\" | \"studied\"")
    )]
    pub id: &'static str,
    /// Answers that say no.
    pub no: u32,
    /// Answers that say it may; nobody does on `studied`.
    pub may: u32,
    /// In words, with the numbers.
    pub text: String,
}

/// What one answer says at the card's moment.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct AnswerStance<'a> {
    /// The answer's stable id, as in the details.
    #[serde(serialize_with = "constant")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub id: &'a Str,
    /// The id of its panel.
    #[serde(serialize_with = "constant")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub panel: &'a Str,
    /// What it says.
    pub stance: Stance,
    /// Up to this hour it says wait; absent where it gives no time.
    pub no_until: Option<Hours>,
    /// From this hour it says fine; absent where it gives no time.
    pub yes_from: Option<Hours>,
}

/// When to get help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct RedFlags<'a> {
    /// Call the emergency number.
    #[serde(serialize_with = "constants")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub emergency: &'a [Str],
    /// Get medical help right away, and do not drive.
    #[serde(serialize_with = "constants")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub soon: &'a [Str],
}

/// Which data a card was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CorpusVersion<'a> {
    /// The version, such as `2026.11.0`.
    pub version: &'a str,
    /// The month of the last change, `YYYY-MM`.
    pub updated: &'a str,
}

impl<'a> CorpusVersion<'a> {
    pub(super) fn of(corpus: &'a Corpus) -> Self {
        Self {
            version: &corpus.version,
            updated: &corpus.updated,
        }
    }
}

impl Share {
    /// Fine / timed, rounded to the nearest thousandth.
    pub(super) fn of(tally: Tally) -> Option<Self> {
        let timed = u64::from(tally.timed());
        let doubled = u64::from(tally.fine)
            .checked_mul(2000)?
            .checked_add(timed)?;
        doubled
            .checked_div(timed.checked_mul(2)?)
            .and_then(|thousandths| u16::try_from(thousandths).ok())
            .map(Self)
    }

    /// From 0 to 1.
    pub fn get(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(self.get(), serializer)
    }
}

/// A text of the corpus. A constant is serialized as the name of a variant: those are few, so
/// serde-wasm-bindgen keeps each one that has crossed and decodes none twice.
pub(super) fn constant<S: Serializer>(text: &&Str, out: S) -> Result<S::Ok, S::Error> {
    match text {
        Str::Borrowed(constant) => out.serialize_unit_variant("", 0, constant),
        Str::Owned(text) => out.serialize_str(text),
    }
}

/// Texts of the corpus, each as [`constant`].
fn constants<S: Serializer>(texts: &&[Str], out: S) -> Result<S::Ok, S::Error> {
    struct Constant<'a>(&'a Str);
    impl Serialize for Constant<'_> {
        fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
            constant(&self.0, out)
        }
    }
    out.collect_seq(texts.iter().map(Constant))
}

//! Who says what, and where can it be read?
//!
//! Kept apart from the [`Corpus`], so that a first answer does not carry it.

use crate::corpus::{Corpus, Relation, Treatment, Treatments};
use crate::error::GuidanceError;
use crate::query::language;

/// The sources of a corpus, in the order of its panels and answers.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The ids of the kinds.
    pub kinds: &'a [&'a str],
    /// The ids of the reasons.
    pub reasons: &'a [&'a str],
    /// For each panel, for each answer.
    pub panels: &'a [&'a [Source<'a>]],
    /// The words for kinds and reasons, for each language of the corpus.
    pub languages: &'a [SourceWords<'a>],
}

/// Where an answer comes from and what it says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Source<'a> {
    /// The place of its kind in [`Sources::kinds`].
    pub kind: usize,
    /// Title of the page or thread.
    pub title: &'a str,
    /// Address, where one is known.
    pub address: Option<&'a str>,
    /// Place in the thread, counted from 1.
    pub number: Option<u32>,
    /// Specialty, as the page gives it.
    pub specialty: Option<&'a str>,
    /// Place, as the page gives it.
    pub place: Option<&'a str>,
    /// The page's rating: provenance, never a weight.
    pub rating: Option<f64>,
    /// The page's count of reviews: provenance, never a weight.
    pub reviews: Option<u32>,
    /// The month in which it was read, `YYYY-MM`.
    pub read: &'a str,
    /// What it says, in our own words.
    pub summary: &'a str,
    /// The places of its reasons in [`Sources::reasons`].
    pub reasons: &'a [usize],
    /// Whether it sends the reader to their own doctor on this.
    pub defers: bool,
    /// The rule of the codebook behind each of its positions.
    pub rules: &'a [&'a str],
}

/// The words for kinds and reasons in one language.
#[derive(Debug, Clone, Copy)]
pub struct SourceWords<'a> {
    /// The BCP 47 code.
    pub id: &'a str,
    /// For each reason.
    pub reasons: &'a [&'a str],
    /// For each kind.
    pub kinds: &'a [&'a str],
}

/// One answer's texts.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Detail<'a> {
    /// The answer's stable id, as on the card.
    pub id: &'a str,
    /// The id of its panel.
    pub panel: &'a str,
    /// What it says, in our own words.
    pub summary: &'a str,
    /// What sort of source it is, in the asked language.
    pub kind: &'a str,
    /// Specialty, where the page gives one.
    pub specialty: Option<&'a str>,
    /// Place, where the page gives one.
    pub place: Option<&'a str>,
    /// Rating, where the page has one: provenance, never a weight.
    pub rating: Option<f64>,
    /// Count of reviews, where the page has one: provenance, never a weight.
    pub reviews: Option<u32>,
    /// The ids of the products that it names, and `class` where it speaks of their
    /// kind.
    pub treatments: Vec<&'a str>,
    /// Why it says wait, in the asked language.
    pub reasons: Vec<&'a str>,
    /// Whether it sends the reader to their own doctor on this.
    pub defers: bool,
    /// Where it can be read.
    pub source: Reference<'a>,
}

/// Where an answer can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Reference<'a> {
    /// Title of the page or thread.
    pub title: &'a str,
    /// Address, where one is known.
    pub address: Option<&'a str>,
    /// Place in the thread, counted from 1.
    pub number: Option<u32>,
    /// The month in which it was read, `YYYY-MM`.
    pub read: &'a str,
}

/// The texts of every answer of the corpus, in the data's order.
///
/// # Errors
/// A [`GuidanceError`] where the corpus has no words in the language.
///
/// ```
/// use aftercare_consensus::{CORPUS, SOURCES, details};
///
/// let details = details(&CORPUS, &SOURCES, None)?;
/// assert!(details.iter().all(|detail| !detail.summary.is_empty()));
/// # Ok::<(), aftercare_consensus::GuidanceError>(())
/// ```
pub fn details<'a>(
    corpus: &Corpus<'a>,
    sources: &Sources<'a>,
    lang: Option<&str>,
) -> Result<Vec<Detail<'a>>, GuidanceError> {
    let language = language(corpus, lang)?;
    let words = sources
        .languages
        .iter()
        .find(|words| words.id == language.id);
    let (reasons, kinds) = words.map_or((&[][..], &[][..]), |words| (words.reasons, words.kinds));
    let named = |names: &[&'a str], place: usize| names.get(place).copied().unwrap_or_default();
    let texts = corpus.panels.iter().zip(sources.panels);
    Ok(texts
        .flat_map(|(panel, sources)| {
            panel
                .answers
                .iter()
                .zip(*sources)
                .map(move |(answer, source)| Detail {
                    id: answer.id,
                    panel: panel.id,
                    summary: source.summary,
                    kind: named(kinds, source.kind),
                    specialty: source.specialty,
                    place: source.place,
                    rating: source.rating,
                    reviews: source.reviews,
                    treatments: named_treatments(corpus, answer.treatments),
                    reasons: source
                        .reasons
                        .iter()
                        .map(|place| named(reasons, *place))
                        .collect(),
                    defers: source.defers,
                    source: Reference {
                        title: source.title,
                        address: source.address,
                        number: source.number,
                        read: source.read,
                    },
                })
        })
        .collect())
}

fn named_treatments<'a>(corpus: &Corpus<'a>, treatments: Treatments) -> Vec<&'a str> {
    let mut named: Vec<&str> = (0..)
        .zip(corpus.treatments)
        .filter(|(place, _)| treatments.relation(Treatment(*place)) == Relation::Named)
        .map(|(_, treatment)| treatment.id)
        .collect();
    if treatments.parts().1 {
        named.push("class");
    }
    named
}

//! Who says what, and where can it be read?

use aftercare_corpus::{Corpus, Str};
use serde::{Serialize, Serializer};

use super::error::GuidanceError;
use super::query::find_language;
use crate::consensus::serialize_number;

/// One answer's texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
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
    #[serde(serialize_with = "serialize_rating")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
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
/// use aftercare_consensus::{CORPUS, details};
///
/// let details = details(&CORPUS, None)?;
/// assert!(details.iter().all(|detail| !detail.summary.is_empty()));
/// # Ok::<(), aftercare_consensus::GuidanceError>(())
/// ```
pub fn details<'a>(
    corpus: &'a Corpus,
    lang: Option<&str>,
) -> Result<Vec<Detail<'a>>, GuidanceError> {
    let words = find_language(corpus, lang)?;
    let mut details = Vec::new();
    for panel in corpus.panels.iter() {
        for answer in panel.answers.iter() {
            let source = &answer.source;
            let mut treatments: Vec<&str> = Vec::new();
            for place in answer.treatments.iter() {
                if let Some(treatment) = corpus.treatments.get(*place) {
                    treatments.push(&treatment.id);
                }
            }
            if answer.class {
                treatments.push("class");
            }
            let mut reasons = Vec::new();
            for place in answer.reasons.iter() {
                reasons.push(word(&words.reasons, *place));
            }
            details.push(Detail {
                id: &answer.id,
                panel: &panel.id,
                summary: &source.summary,
                kind: word(&words.kinds, source.kind),
                specialty: source.specialty.as_deref(),
                place: source.place.as_deref(),
                rating: source.rating,
                reviews: source.reviews,
                treatments,
                reasons,
                defers: answer.defers,
                source: Reference {
                    title: &source.title,
                    address: source.address.as_deref(),
                    number: source.number,
                    read: &source.read,
                },
            });
        }
    }
    Ok(details)
}

fn word(words: &[Str], place: usize) -> &str {
    words.get(place).map_or("", |word| word)
}

fn serialize_rating<S: Serializer>(rating: &Option<f64>, out: S) -> Result<S::Ok, S::Error> {
    match rating {
        Some(rating) => serialize_number(*rating, out),
        None => out.serialize_none(),
    }
}

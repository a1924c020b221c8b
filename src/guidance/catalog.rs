//! What may be asked?

use aftercare_corpus::{Corpus, Str};
use serde::Serialize;

use super::card::{CorpusVersion, TreatmentName};
use super::error::GuidanceError;
use super::query::{Names, Options, find_language};

/// Everything that a question may name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Catalog<'a> {
    /// The products, and the class of them.
    pub treatments: Vec<CatalogTreatment<'a>>,
    /// The activities; the first is not always the default.
    pub activities: Vec<CatalogActivity<'a>>,
    /// The panels.
    pub panels: Vec<CatalogPanel<'a>>,
    /// The languages; the first is the default.
    pub languages: Vec<CatalogLanguage<'a>>,
    /// Which data this is.
    pub corpus: CorpusVersion<'a>,
}

/// A product, named as was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CatalogTreatment<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The brand, the generic name, or a word for the class.
    pub name: &'a str,
    /// The generic name; absent where products are not to be named, and for the class of
    /// them, which is for whoever does not know which it was.
    pub generic: Option<&'a str>,
    /// Other brands, or other words for the class; empty unless brands are to be named.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub aliases: &'a [Str],
}

/// An activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CatalogActivity<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The name.
    pub name: &'a str,
    /// Whether it is meant where a question names none.
    pub default: bool,
}

/// A panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CatalogPanel<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The name.
    pub name: &'a str,
    /// What it is and is not.
    pub about: String,
    /// How many answers it has.
    pub answers: u32,
}

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CatalogLanguage<'a> {
    /// The BCP 47 code.
    pub id: &'a str,
    /// Its name in itself.
    pub name: &'a str,
    /// Whether a clinician has read it.
    pub reviewed: bool,
}

/// What may be asked, in the language and by the names of the options; their
/// other fields are ignored.
///
/// # Errors
/// A [`GuidanceError`] where the corpus has no words in the language.
///
/// ```
/// use aftercare_consensus::{CORPUS, Options, catalog};
///
/// let catalog = catalog(&CORPUS, &Options::default())?;
/// assert_eq!(catalog.languages[0].id, "en");
/// # Ok::<(), aftercare_consensus::GuidanceError>(())
/// ```
pub fn catalog<'a>(
    corpus: &'a Corpus,
    options: &Options<'_>,
) -> Result<Catalog<'a>, GuidanceError> {
    let words = find_language(corpus, options.lang)?;
    // Loops, here and in the other results: adapters that collect come to more code
    // for each type, which a phone would load.
    let mut treatments = Vec::new();
    for treatment in corpus.treatments.iter() {
        let TreatmentName { id, name, generic } = options.names.name(treatment, words);
        let aliases = match options.names {
            Names::Brand => &*treatment.aliases,
            Names::Generic | Names::Class => &[],
        };
        treatments.push(CatalogTreatment {
            id,
            name,
            generic,
            aliases,
        });
    }
    let mut activities = Vec::new();
    for (id, words) in corpus.activities.iter().zip(words.activities.iter()) {
        activities.push(CatalogActivity {
            id,
            name: &words.name,
            default: activities.len() == corpus.default_activity,
        });
    }
    let mut panels = Vec::new();
    for (panel, words) in corpus.panels.iter().zip(words.panels.iter()) {
        let answers = u32::try_from(panel.answers.len()).unwrap_or(u32::MAX);
        panels.push(CatalogPanel {
            id: &panel.id,
            name: &words.name,
            about: words.about.with("n", &answers.to_string()),
            answers,
        });
    }
    let mut languages = Vec::new();
    for words in corpus.languages.iter() {
        languages.push(CatalogLanguage {
            id: &words.id,
            name: &words.name,
            reviewed: words.reviewed.is_some(),
        });
    }
    for pack in corpus.packs.iter() {
        languages.push(CatalogLanguage {
            id: &pack.id,
            name: &pack.name,
            reviewed: pack.reviewed,
        });
    }
    Ok(Catalog {
        treatments,
        activities,
        panels,
        languages,
        corpus: CorpusVersion::of(corpus),
    })
}

//! What may be asked?

use crate::card::{CorpusVersion, Named, TreatmentName};
use crate::corpus::Corpus;
use crate::error::GuidanceError;
use crate::plain::object;
use crate::query::{Names, Options, find_language};
use crate::text::digits;
use crate::words::filled;

/// Everything that a question may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog<'a> {
    /// The products.
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogTreatment<'a> {
    /// The stable id.
    pub id: &'a str,
    /// The brand, the generic name, or a word for the class.
    pub name: &'a str,
    /// The generic name; absent where products are not to be named.
    pub generic: Option<&'a str>,
    /// Other brands; empty unless brands are to be named.
    pub aliases: &'a [&'a str],
}

/// An activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CatalogActivity<'a> {
    /// Id and name.
    pub named: Named<'a>,
    /// Whether it is meant where a question names none.
    pub default: bool,
}

/// A panel.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CatalogLanguage<'a> {
    /// The BCP 47 code.
    pub id: &'a str,
    /// Its name in itself.
    pub name: &'a str,
    /// Whether a clinician has read it.
    pub reviewed: bool,
}

object!(Catalog<'_> {
    "treatments": treatments,
    "activities": activities,
    "panels": panels,
    "languages": languages,
    "corpus": corpus,
});

object!(CatalogTreatment<'_> {
    "id": id,
    "name": name,
    "generic": generic,
    "aliases": aliases,
});

object!(CatalogActivity<'_> {
    "id": named.id,
    "name": named.name,
    "default": default,
});

object!(CatalogPanel<'_> {
    "id": id,
    "name": name,
    "about": about,
    "answers": answers,
});

object!(CatalogLanguage<'_> {
    "id": id,
    "name": name,
    "reviewed": reviewed,
});

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
    corpus: &Corpus<'a>,
    options: &Options<'_>,
) -> Result<Catalog<'a>, GuidanceError> {
    let words = find_language(corpus, options.lang)?;
    let mut treatments = Vec::new();
    for names in corpus.treatments {
        let TreatmentName { id, name, generic } = options.names.name(names, words);
        let aliases = match options.names {
            Names::Brand => names.aliases,
            Names::Generic | Names::Class => &[],
        };
        treatments.push(CatalogTreatment {
            id,
            name,
            generic,
            aliases,
        });
    }
    let default = usize::from(corpus.default_activity.0);
    let mut activities = Vec::new();
    for (place, (id, words)) in corpus.activities.iter().zip(words.activities).enumerate() {
        let name = words.name;
        activities.push(CatalogActivity {
            named: Named { id, name },
            default: place == default,
        });
    }
    let mut panels = Vec::new();
    for (panel, words) in corpus.panels.iter().zip(words.panels) {
        let answers = panel.answers.len();
        panels.push(CatalogPanel {
            id: panel.id,
            name: words.name,
            about: filled(words.about, &[&digits(answers)]),
            answers,
        });
    }
    let mut languages = Vec::new();
    for words in corpus.languages {
        languages.push(CatalogLanguage {
            id: words.id,
            name: words.name,
            reviewed: words.reviewed,
        });
    }
    for pack in corpus.packs {
        languages.push(CatalogLanguage {
            id: pack.id,
            name: pack.name,
            reviewed: pack.reviewed,
        });
    }
    Ok(Catalog {
        treatments,
        activities,
        panels,
        languages,
        corpus: CorpusVersion {
            version: corpus.version,
            updated: corpus.updated,
        },
    })
}

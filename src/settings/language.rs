//! In which language is the reader spoken to?

use aftercare_corpus::{Corpus, Words};

use super::attributes::Settings;
use crate::guidance::{GuidanceError, find_language, find_pack};

/// The words that a reader sees.
#[derive(Debug, Clone, Copy)]
pub struct Language<'c> {
    /// Those of the language that is asked for, or of the reference language.
    pub words: &'c Words,
    /// The code of the language that is asked for, where its words come as a language pack
    /// that is not registered yet.
    pub missing: Option<&'c str>,
}

impl<'c> Language<'c> {
    /// The language of the settings, or else that of the page around the element, or else
    /// the reference language.
    ///
    /// # Errors
    /// For a language of the settings that has no words anywhere.
    pub fn new(
        corpus: &'c Corpus,
        settings: &Settings<'_>,
        page: Option<&str>,
    ) -> Result<Self, GuidanceError> {
        let Some(asked) = settings.lang else {
            return page_language(corpus, page);
        };
        match find_pack(corpus, asked) {
            None => Ok(Self {
                words: find_language(corpus, Some(asked))?,
                missing: None,
            }),
            Some(pack) => Ok(Self {
                words: find_language(corpus, None)?,
                missing: Some(&pack.id),
            }),
        }
    }
}

/// The language of the page around the element, or else the reference language.
///
/// # Errors
/// For a corpus that has no words at all.
pub fn page_language<'c>(
    corpus: &'c Corpus,
    page: Option<&str>,
) -> Result<Language<'c>, GuidanceError> {
    let words = match page.map(|page| find_language(corpus, Some(page))) {
        Some(Ok(words)) => words,
        _ => find_language(corpus, None)?,
    };
    let pack = page.and_then(|page| find_pack(corpus, page));
    Ok(Language {
        words,
        missing: pack.map(|pack| &*pack.id),
    })
}

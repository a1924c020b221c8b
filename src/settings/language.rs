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

#[cfg(test)]
mod tests {
    use aftercare_corpus::Corpus;

    use super::*;
    use crate::frozen::CORPUS;

    /// The corpus as a program has it that was built with the reference language alone.
    fn with_packs() -> Corpus {
        let mut corpus = CORPUS.clone();
        let languages = corpus.languages.to_mut();
        let packs = languages.split_off(1);
        corpus.packs = packs.iter().map(|words| words.language_name()).collect();
        corpus
    }

    fn language(corpus: &Corpus, lang: Option<&str>, page: Option<&str>) -> String {
        let settings = Settings {
            lang,
            ..Settings::default()
        };
        match Language::new(corpus, &settings, page) {
            Ok(Language { words, missing }) => format!("{} {}", words.id, missing.unwrap_or("-")),
            Err(error) => error.code().as_str().to_owned(),
        }
    }

    #[test]
    fn the_owners_language_comes_before_that_of_the_page() {
        assert_eq!(language(&CORPUS, Some("es"), Some("en")), "es -");
        assert_eq!(language(&CORPUS, None, Some("es-MX")), "es -");
        assert_eq!(language(&CORPUS, None, None), "en -");
        assert_eq!(language(&CORPUS, None, Some("tlh")), "en -");
        assert_eq!(language(&CORPUS, Some("tlh"), None), "unknown_language");
    }

    #[test]
    fn a_language_whose_pack_is_not_registered_is_told_and_english_shown() {
        let corpus = with_packs();
        assert_eq!(language(&corpus, Some("es"), None), "en es");
        assert_eq!(language(&corpus, None, Some("es-MX")), "en es");
        assert_eq!(language(&corpus, Some("en-GB"), Some("es")), "en -");
        let given = [("lang", "es"), ("treatment", "alpha")];
        assert!(Settings::parse(&corpus, given).is_ok(), "it may come later");
        assert!(Settings::parse(&corpus, [("lang", "tlh")]).is_err());
    }
}

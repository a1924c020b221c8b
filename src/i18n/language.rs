//! Which language is meant by a code?

use aftercare_corpus::{Corpus, LanguageName, Words};

use super::pasted::clean;

/// The words of a language, by its code or that of one of its regions, in any case.
pub(crate) fn words_of<'a>(corpus: &'a Corpus, code: &str) -> Option<&'a Words> {
    let place = place_of(corpus.words().map(|words| &*words.id), code)?;
    corpus.words().nth(place)
}

/// A language whose words come as a pack that is not there yet, by its code or that
/// of one of its regions.
pub(crate) fn pack_of<'a>(corpus: &'a Corpus, code: &str) -> Option<&'a LanguageName> {
    if words_of(corpus, code).is_some() {
        return None;
    }
    let place = place_of(corpus.packs.iter().map(|pack| &*pack.id), code)?;
    corpus.packs.get(place)
}

fn place_of<'i>(mut ids: impl Iterator<Item = &'i str> + Clone, code: &str) -> Option<usize> {
    let code = &*clean(code);
    ids.clone()
        .position(|id| id.eq_ignore_ascii_case(code))
        .or_else(|| ids.position(|id| is_region_of(id, code)))
}

/// Whether a code such as `en-GB` (or `en_GB`, as some sites write it) is of the
/// language `en`.
fn is_region_of(language: &str, code: &str) -> bool {
    let mut parts = code.split(['-', '_']);
    parts
        .next()
        .is_some_and(|first| first.eq_ignore_ascii_case(language))
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::is_region_of;

    #[test]
    fn a_region_gets_the_words_of_its_language() {
        for code in ["en-GB", "EN-us", "en_AU", "en-Latn-US", "en"] {
            assert!(is_region_of("en", code), "{code}");
        }
        for code in [
            "en-",
            "en--GB",
            "eng",
            "en GB",
            "es-en",
            "",
            "en-aninvalidsubtag",
            "en-é",
        ] {
            assert!(!is_region_of("en", code), "{code}");
        }
    }
}

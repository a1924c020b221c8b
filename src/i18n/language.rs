//! Which language is meant by a code?

use aftercare_corpus::{Corpus, LanguageName, Words};

use super::pasted::clean;

/// The words of a language, by its code or that of one of its regions, in any case.
pub(crate) fn words_of<'a>(corpus: &'a Corpus, code: &str) -> Option<&'a Words> {
    let code = &*clean(code);
    for exactly in [true, false] {
        for words in corpus.words() {
            if is_meant(&words.id, code, exactly) {
                return Some(words);
            }
        }
    }
    None
}

/// A language whose words come as a pack that is not there yet, by its code or that
/// of one of its regions.
pub(crate) fn pack_of<'a>(corpus: &'a Corpus, code: &str) -> Option<&'a LanguageName> {
    if words_of(corpus, code).is_some() {
        return None;
    }
    let code = &*clean(code);
    for exactly in [true, false] {
        for pack in corpus.packs.iter() {
            if is_meant(&pack.id, code, exactly) {
                return Some(pack);
            }
        }
    }
    None
}

/// Whether a language is the one of a code, or that of which the code is a region.
fn is_meant(language: &str, code: &str, exactly: bool) -> bool {
    match exactly {
        true => language.eq_ignore_ascii_case(code),
        false => is_region_of(language, code),
    }
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

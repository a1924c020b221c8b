//! Which corpus is asked? The shipped one, with the languages that have been registered
//! since.

use std::cell::Cell;

use aftercare_corpus::{Corpus, LanguagePack, Value, Words};

use crate::guidance::{ErrorCode, GuidanceError};
use crate::shipped::CORPUS;

thread_local! {
    /// A copied reference, so that nothing is borrowed while JavaScript runs.
    static CURRENT: Cell<&'static Corpus> = const { Cell::new(&CORPUS) };
}

/// The corpus as it is now.
pub(super) fn corpus() -> &'static Corpus {
    CURRENT.get()
}

/// Takes the words of one more language from its pack; the labels in it are the page's.
///
/// # Errors
/// For a pack of another build; then nothing changes.
pub(super) fn register(mut pack: Value) -> Result<(), GuidanceError> {
    let own = LanguagePack::version_for(env!("CARGO_PKG_VERSION"), corpus());
    let version = pack.take_text("version");
    let (words, missing) = Words::read(pack.take("words").unwrap_or(Value::Nothing));
    // They stay as long as the page does.
    let words: &'static Words = Box::leak(Box::new(words));
    if version == own
        && missing.is_none()
        && let Some(corpus) = corpus().with_language(words)
    {
        CURRENT.set(Box::leak(Box::new(corpus)));
        return Ok(());
    }
    let shown = match missing {
        Some(word) => format!("without the word `{word}`"),
        None => format!("{} of build {version}", words.id),
    };
    Err(GuidanceError::unaccepted(
        ErrorCode::InvalidOption,
        "a language pack",
        &shown,
        &format!("the pack of build {own}"),
    ))
}

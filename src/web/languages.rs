//! Which corpus is asked? The shipped one, with the languages that have been registered
//! since.

use std::cell::Cell;

use aftercare_corpus::{Corpus, LanguagePack, Value, Words};
use serde::Deserialize;

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

/// What the core needs of a language pack; its labels are the page's.
#[derive(Deserialize)]
#[serde(try_from = "Value")]
pub(super) struct Pack {
    version: String,
    words: Words,
}

impl TryFrom<Value> for Pack {
    type Error = String;

    fn try_from(mut given: Value) -> Result<Self, String> {
        Ok(Self {
            version: given.take_text("version"),
            words: given.take("words").unwrap_or(Value::Nothing).try_into()?,
        })
    }
}

/// Takes the words of one more language.
///
/// # Errors
/// For a pack of another build; then nothing changes.
pub(super) fn register(pack: Pack) -> Result<(), GuidanceError> {
    let own = LanguagePack::version_for(env!("CARGO_PKG_VERSION"), corpus());
    let refused = |shown: &str| {
        let accepted = format!("the pack of build {own}");
        GuidanceError::unaccepted(
            ErrorCode::InvalidOption,
            "a language pack",
            shown,
            &accepted,
        )
    };
    let shown = format!("{} of build {}", pack.words.id, pack.version);
    if pack.version != own {
        return Err(refused(&shown));
    }
    // They stay as long as the page does.
    let corpus = corpus().with_language(Box::leak(Box::new(pack.words)));
    let corpus = corpus.ok_or_else(|| refused(&shown))?;
    CURRENT.set(Box::leak(Box::new(corpus)));
    Ok(())
}

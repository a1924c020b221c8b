//! What can a program ask? Each answer is JSON, which `www/boundary.js` reads.
//!
//! Each is a function of its own in the wasm: inlined into the one that calls them all, each
//! would use as much of the stack as all together.

use super::corpus::corpus;
use super::given::Given;
use super::host::fraction;
use super::wire::{Answer, first};
use crate::guidance::within;
use crate::plain::{Plain, json};
use crate::query::find_language;
use crate::{Elapsed, GuidanceError, pairs};

/// The card, and how long it holds: of a treatment, of hours as the caller would print them,
/// for the error's sentence, and of options as [`Given`] reads them.
#[inline(never)]
pub(super) fn guidance(given: &str, hours: f64) -> Answer {
    let (treatment, rest) = first(given);
    let (shown, options) = first(rest);
    answer(|| {
        let elapsed =
            Elapsed::from_hours(hours).ok_or_else(|| GuidanceError::invalid_hours(shown))?;
        let pairs = Given::new(options).parse(pairs::QUESTION)?;
        within(corpus(), treatment, elapsed, &pairs.options())
    })
}

/// The steps at which the tallies of a treatment change.
#[inline(never)]
pub(super) fn timeline(given: &str) -> Answer {
    let (treatment, options) = first(given);
    answer(|| {
        let pairs = Given::new(options).parse(pairs::QUESTION)?;
        crate::timeline(corpus(), treatment, &pairs.options())
    })
}

/// What may be asked.
#[inline(never)]
pub(super) fn catalog(options: &str) -> Answer {
    answer(|| {
        let pairs = Given::new(options).parse(pairs::CATALOG)?;
        crate::catalog(corpus(), &pairs.options())
    })
}

/// The code of a language that has words, here or in a file; the error for
/// another is as on a card.
#[inline(never)]
pub(super) fn language(lang: Option<&str>) -> Answer {
    if let Some(id) = lang.and_then(pack) {
        return Ok(Some(id));
    }
    match find_language(corpus(), lang) {
        Ok(words) => Ok(Some(words.id.to_owned())),
        Err(error) => Err(plain(&error)),
    }
}

/// The code of the language whose file is to be loaded before there are words
/// for this one; none where that is no use.
pub(super) fn pack(lang: &str) -> Option<String> {
    crate::find_pack(corpus(), lang).map(|pack| pack.id.to_owned())
}

/// The answer as JSON, or the error.
fn answer<T: Plain>(ask: impl FnOnce() -> Result<T, GuidanceError>) -> Answer {
    match ask() {
        Ok(value) => Ok(Some(plain(&value))),
        Err(error) => Err(plain(&error)),
    }
}

/// A value as JSON.
pub(super) fn plain(value: &impl Plain) -> String {
    json(value.plain(), fraction)
}

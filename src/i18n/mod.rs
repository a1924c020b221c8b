//! In which words is something said?
//!
//! In: the words of the corpus, and a language's code or a length of time. Out: the
//! words of that language, and the length in words. Sentences with placeholders fill
//! themselves: [`aftercare_corpus::Text::fill`]. What a person has pasted is cleaned here,
//! too, before anything is read from it.

mod language;
mod pasted;
mod span;

pub(crate) use language::{pack_of, words_of};
pub(crate) use pasted::clean;
pub(crate) use span::{brief_span, span};

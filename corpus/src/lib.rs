//! The types of the data: published answers and the words in which they are told.
//!
//! With the feature `load` it reads the folder `data/` and checks every record:
//!
//! ```
//! # #[cfg(feature = "load")] {
//! let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
//! let data = aftercare_corpus::load(&folder).expect("the shipped data are sound");
//! assert!(data.corpus.treatments.iter().any(|treatment| treatment.id == "botox"));
//! # }
//! ```
//!
//! With the feature `bake` each type writes itself as a constant expression, for
//! build scripts.

mod core_words;
mod language_pack;
#[cfg(feature = "load")]
mod load;
mod plural;
mod read_words;
mod text;
mod types;
mod value;
mod words;

pub use core_words::*;
pub use language_pack::{Label, Labels, LanguagePack};
#[cfg(feature = "load")]
pub use load::{Data, Problem, Problems, Sentence, fingerprint, load};
pub use plural::{Category, Plural, PluralRule};
pub use text::{List, Str, Text};
pub use types::{Answer, Corpus, Panel, Position, Source, Time, Treatment, Weakens};
pub use value::Value;
pub use words::{ActivityWords, LanguageName, PanelWords, Review, Words};

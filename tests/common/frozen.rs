//! The folder `tests/frozen/` as static tables, as `build.rs` writes them.

#![allow(
    unreachable_pub,
    reason = "the tables are written for the library, where they are public"
)]

use aftercare_consensus::corpus::{Activity, Answers, Corpus, Panel, TreatmentNames};
use aftercare_consensus::words::{
    ActivityWords, LanguageName, PanelWords, PluralRule, Texts, Words,
};
use aftercare_consensus::{Source, SourceWords, Sources};

include!(concat!(env!("OUT_DIR"), "/frozen.rs"));

/// Where the same corpus stands as text.
pub(crate) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frozen");

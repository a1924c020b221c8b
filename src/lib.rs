//! What published doctors and instructions agree on about exercise after a
//! botulinum-toxin treatment (Botox, Dysport, Xeomin, …).
//!
//! One function matters: [`guidance()`] returns the card for a treatment and
//! the hours since it.
//!
//! ```
//! use aftercare_consensus::{CORPUS, Elapsed, Options, guidance};
//!
//! let elapsed = Elapsed::from_hours(24.0).expect("a time since the treatment");
//! let card = guidance(&CORPUS, "Dysport", elapsed, &Options::default())?;
//! // Such as "10 of 10 doctors and 15 of 20 instructions here say exercise is fine by now."
//! assert!(card.summary.contains(" here "));
//! # Ok::<(), aftercare_consensus::GuidanceError>(())
//! ```
//!
//! It reports attributed, published opinions; it gives no advice. How an answer
//! becomes data and data a status is the codebook in `data/README.md`.
//!
//! Everything here is plain Rust: no browser, no clock, no global state. Only
//! the module `web`, which exists for `wasm32` alone, knows JavaScript.

#![forbid(unsafe_code)]
#![cfg_attr(
    all(any(feature = "glance", feature = "blank"), not(test)),
    allow(
        dead_code,
        unused_imports,
        reason = "a first look needs little of the rest"
    )
)]

mod age;
mod card;
mod catalog;
#[cfg(test)]
mod comparisons;
pub mod corpus;
mod count;

mod details;
mod error;
#[cfg(test)]
mod frozen;
mod guidance;
#[cfg(feature = "json")]
pub mod json;
#[cfg(target_arch = "wasm32")]
mod memory;
mod pack;
mod packed;
pub mod pairs;
#[cfg_attr(
    not(any(feature = "json", target_arch = "wasm32")),
    expect(dead_code, reason = "nobody writes results out")
)]
mod plain;
mod position;
mod protocol;
mod query;
mod sentences;
mod settings;
mod shipped;
mod side;
mod status;
mod tally;
pub mod text;
mod time;
mod timeline;
#[cfg(test)]
mod timeline_tests;
mod timelines;
#[cfg(any(feature = "blank", target_arch = "wasm32"))]
mod view;
#[cfg(target_arch = "wasm32")]
mod web;
pub mod words;

pub use age::{STALE_AFTER_MONTHS, is_stale};
pub use card::{
    AnswerStance, Claim, CombinedFineFrom, ConditionCount, CorpusVersion, FineFrom, Guidance,
    Longest, Named, NextChange, PanelGuidance, RedFlags, Share, TreatmentName,
};
pub use catalog::{
    Catalog, CatalogActivity, CatalogLanguage, CatalogPanel, CatalogTreatment, catalog,
};
pub use corpus::Corpus;
pub use count::{Basis, Count, Voice};
pub use details::{Detail, Reference, Source, SourceWords, Sources, details};
pub use error::{ErrorCode, GuidanceError};
pub use guidance::guidance;
pub use pack::unpack;
pub use pairs::Pairs;
pub use position::{Resolved, Stance};
pub use protocol::{ClinicView, Protocol, Wait};
pub use query::{Names, Options, TreatedAt, find_pack};
pub use sentences::{headline, status_words};
pub use settings::{LocalTime, Settings, SourcesAt, Telephone, When};
pub use shipped::{CORPUS, SOURCES};
pub use status::{FEWEST, Status};
pub use tally::Tally;
pub use time::{ClockTime, Day, Elapsed, Hours, Minutes};
pub use timeline::{Step, Timeline};
pub use timelines::{CombinedStep, PanelStep, PanelTimeline, Timelines, timeline};
#[cfg(feature = "blank")]
pub use view::{Blank, SIGNS, STEPS};

/// The version of this package, such as `0.1.0`.
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The README's example runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

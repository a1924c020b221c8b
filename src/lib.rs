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
//! // Such as "10 of 10 doctors and 15 of 20 aftercare sheets say exercise is OK by now."
//! assert!(card.summary.contains(" of "));
//! # Ok::<(), aftercare_consensus::GuidanceError>(())
//! ```
//!
//! It reports attributed, published opinions; it gives no advice. How an answer
//! becomes data and data a status is the codebook in `data/README.md`.
//!
//! Everything here is plain Rust: no browser, no clock, no global state. Only
//! the module `web`, which exists for `wasm32` alone, knows JavaScript.

#![forbid(unsafe_code)]

mod consensus;
pub mod display;
#[cfg(test)]
mod frozen;
mod guidance;
mod i18n;
mod settings;
mod shipped;
#[cfg(target_arch = "wasm32")]
mod web;

pub use aftercare_corpus as corpus;
pub use aftercare_corpus::Corpus;
pub use consensus::{
    AnswerPosition, Basis, ClockTime, Day, Elapsed, FEWEST, Hours, Minutes, Relation, Resolved,
    Selection, Stance, Status, Step, Tally, Timeline, resolve,
};
pub use guidance::{
    ActivityOverview, AnswerStance, CallOptions, Catalog, CatalogActivity, CatalogLanguage,
    CatalogPanel, CatalogTreatment, Claim, CombinedFineFrom, CombinedStep, ConditionCount,
    CorpusVersion, Detail, ErrorCode, FineFrom, Guidance, GuidanceError, GuidanceInterval, Longest,
    Named, Names, NextChange, Options, Overview, PanelGuidance, PanelOverview, PanelStep,
    PanelTimeline, RedFlags, Reference, STALE_AFTER_MONTHS, Share, Timelines, TreatedAt,
    TreatmentName, catalog, checked, details, guidance, guidance_interval, headline, is_stale,
    overview, status_words, timeline,
};
pub use settings::{
    Asked, CalendarDay, ClinicWait, DateFormat, Environment, Fields, Form, InputValues,
    LINK_SETTINGS, Language, LocalTime, Mode, Moment, NoTime, PartOfDay, Prefill, Protocol,
    Question, Settings, SourcesAt, Telephone, TreatmentDay, Wait, When, attribute_value, day,
    input_values, link_settings, page_language, prefill, question_link, remembered_settings,
    typed_instant,
};
pub use shipped::CORPUS;

/// The version of this package, such as `0.1.0`.
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The README's example runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

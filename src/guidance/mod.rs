//! What do published answers say about an activity at a moment?
//!
//! In: a corpus, a treatment, the time since it and options. Out: the card, the
//! overview of all activities, the timelines, the catalog and the details. A question
//! goes forward once: the query finds what is named, a view for each panel settles
//! which of its answers count, and what they say becomes a card.

mod age;
mod call_options;
mod card;
mod catalog;
mod details;
mod error;
#[expect(
    clippy::module_inception,
    reason = "it holds the function of this name"
)]
mod guidance;
mod overview;
mod panel_view;
mod query;
mod sentences;
mod timeline;

pub use age::{STALE_AFTER_MONTHS, is_stale};
pub use call_options::CallOptions;
pub use card::{
    AnswerStance, Claim, CombinedFineFrom, ConditionCount, CorpusVersion, FineFrom, Guidance,
    GuidanceInterval, Longest, Named, NextChange, PanelGuidance, RedFlags, Share, TreatmentName,
};
pub use catalog::{
    Catalog, CatalogActivity, CatalogLanguage, CatalogPanel, CatalogTreatment, catalog,
};
pub use details::{Detail, Reference, details};
pub use error::{ErrorCode, GuidanceError};
pub use guidance::{guidance, guidance_interval};
pub use overview::{ActivityOverview, Overview, PanelOverview, overview};
pub use query::{Names, Options, TreatedAt};
pub(crate) use query::{find, find_language, find_pack, find_treatment};
pub(crate) use sentences::{Provisos, Readable, join, panel_noun};
pub use sentences::{checked, headline, status_words};
pub use timeline::{CombinedStep, PanelStep, PanelTimeline, Timelines, timeline};

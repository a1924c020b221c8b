//! The corpus of `tests/frozen/`, for the tests within the crate.

#![expect(
    unreachable_pub,
    dead_code,
    reason = "the tables are written for the library, where they are public"
)]

use crate::corpus::{
    Activity, Answer, Conditions, Corpus, Panel, Position, Time, TreatmentNames, Treatments,
    Weakens,
};
use crate::words::{ActivityWords, PanelWords, PluralRule, Words};
use crate::{Minutes, Source, SourceWords, Sources};

include!(concat!(env!("OUT_DIR"), "/frozen.rs"));

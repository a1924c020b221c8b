//! The corpus of `tests/frozen/`, for the tests within the crate.

#![expect(
    unreachable_pub,
    dead_code,
    reason = "the tables are written for the library, where they are public"
)]

use crate::corpus::{Activity, Answers, Corpus, Panel, TreatmentNames};
use crate::words::{ActivityWords, LanguageName, PanelWords, PluralRule, Texts, Words};
use crate::{Source, SourceWords, Sources};

include!(concat!(env!("OUT_DIR"), "/frozen.rs"));

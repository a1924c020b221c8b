//! The corpus that is shipped: the folder `data/` as static tables.

use crate::corpus::{Activity, Answers, Corpus, Panel, TreatmentNames};
use crate::details::{Source, SourceWords, Sources};
use crate::words::{ActivityWords, LanguageName, PanelWords, PluralRule, Texts, Words};

include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

//! The corpus that is shipped: the folder `data/` as static tables.

use crate::corpus::{
    Activity, Answer, Conditions, Corpus, Panel, Position, Time, TreatmentNames, Treatments,
    Weakens,
};
use crate::details::{Source, SourceWords, Sources};
use crate::time::Minutes;
use crate::words::{ActivityWords, PanelWords, PluralRule, Words};

include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

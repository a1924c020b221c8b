//! What a file of answers may hold, as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::position::PositionRecord;

/// A file of answers: either one thread with its answers, or answers that each
/// bring a source of their own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswersRecord {
    pub(super) thread: Option<Spanned<ThreadRecord>>,
    #[serde(default)]
    pub(super) answer: Vec<Spanned<AnswerRecord>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ThreadRecord {
    pub(super) kind: Spanned<String>,
    pub(super) title: Spanned<String>,
    pub(super) address: Option<Spanned<String>>,
    pub(super) treatment: Spanned<String>,
    // For the reader of the file and the panel's description.
    #[serde(rename = "announced")]
    pub(super) _announced: u32,
    pub(super) read: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerRecord {
    pub(super) id: Spanned<String>,
    pub(super) number: Option<Spanned<i64>>,
    pub(super) kind: Option<Spanned<String>>,
    pub(super) title: Option<Spanned<String>>,
    pub(super) address: Option<Spanned<String>>,
    pub(super) read: Option<Spanned<String>>,
    pub(super) specialty: Option<Spanned<String>>,
    pub(super) place: Option<Spanned<String>>,
    pub(super) rating: Option<Spanned<f64>>,
    pub(super) reviews: Option<u32>,
    pub(super) treatments: Option<Vec<Spanned<String>>>,
    pub(super) summary: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) conditions: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) reasons: Vec<Spanned<String>>,
    pub(super) claims: Option<Spanned<ClaimsRecord>>,
    #[serde(default)]
    pub(super) defers: bool,
    #[serde(default)]
    pub(super) positions: BTreeMap<Spanned<String>, PositionRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClaimsRecord {
    pub(super) weakens_result: Option<String>,
    pub(super) scope: Option<String>,
    pub(super) studied: Option<String>,
}

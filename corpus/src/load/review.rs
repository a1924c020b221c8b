//! Has a clinician read the words as they are now?

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::texts::{Texts, Value};
use super::vocabulary::is_month;
use super::words::is_for_patients;
use crate::Review;

/// A sentence that a patient can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The path of its key, such as `core.card.notice`.
    pub path: String,
    /// What it says, with its placeholders.
    pub text: String,
}

/// The sentences of a file, in the order of their paths.
pub(super) fn sentences(found: &BTreeMap<String, (usize, Value)>) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (path, (_, value)) in found {
        let texts = match value {
            Value::Text(text) => std::slice::from_ref(text),
            Value::List(texts) => texts,
            Value::Flag(_) => &[],
        };
        if is_for_patients(path) {
            sentences.extend(texts.iter().map(|text| Sentence {
                path: path.clone(),
                text: text.clone(),
            }));
        }
    }
    sentences
}

/// What a review is bound to: another value where any sentence is another.
pub fn fingerprint(sentences: &[Sentence]) -> String {
    let mut hash = Sha256::new();
    for Sentence { path, text } in sentences {
        hash.update(format!("{path}={text}\n"));
    }
    let digest = hash.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Texts<'_> {
    /// The review of these sentences, where the file has one that is not void.
    pub(super) fn review(&mut self, sentences: &[Sentence]) -> Option<Review> {
        const REVIEWED: &str = "language.reviewed";
        let is_table = |path: &String| path.starts_with("language.reviewed.");
        if !self.found.keys().any(is_table) {
            self.taken.insert(REVIEWED.to_owned());
            match self.found.get(REVIEWED) {
                Some((_, Value::Flag(false))) => {}
                _ => self.missing(
                    REVIEWED,
                    "false, or as { by = \"a role\", month = \"YYYY-MM\", words = \"…\" }: \
                     `cargo xtask review` prints it",
                ),
            }
            return None;
        }
        let [by, month, words] =
            ["by", "month", "words"].map(|key| self.plain(&format!("{REVIEWED}.{key}"), &[]));
        if !month.is_empty() && !is_month(&month) {
            let line = self.found["language.reviewed.month"].0;
            let message =
                format!("the month {month:?} is not of the form YYYY-MM, such as \"2026-11\"");
            self.problem(line, message);
        }
        (words == fingerprint(sentences)).then(|| Review {
            by: by.into(),
            month: month.into(),
        })
    }
}

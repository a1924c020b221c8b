//! A language as a plain object, which only its readers load.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::types::{Corpus, Str};
use crate::words::Words;

/// What the view shows as it stands: texts by section and key.
pub type Labels = BTreeMap<String, BTreeMap<String, Label>>;

/// One label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Label {
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

/// One more language for a program that was built without it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguagePack {
    /// The version of the program and of its data: see [`LanguagePack::version_for`].
    pub version: Str,
    /// What the core says.
    pub words: Words,
    /// What the view shows.
    pub labels: Labels,
}

impl LanguagePack {
    /// The version of a pack that fits a program's version and its corpus.
    pub fn version_for(program: &str, corpus: &Corpus) -> String {
        format!("{program}+{}", corpus.version)
    }
}

impl Corpus {
    /// This corpus with the words of one more language, which takes the place of
    /// words of the same language. `None` where they are the words of another
    /// corpus, with other activities, panels, conditions, reasons or kinds.
    pub fn with_language(&self, words: Words) -> Option<Self> {
        let fits = words.activities.len() == self.activities.len()
            && words.panels.len() == self.panels.len()
            && words.conditions.len() == self.conditions.len()
            && words.reasons.len() == self.reasons.len()
            && words.kinds.len() == self.kinds.len();
        if !fits {
            return None;
        }
        let mut corpus = self.clone();
        let packs = corpus.packs.to_mut();
        packs.retain(|pack| pack.id != words.id);
        let languages = corpus.languages.to_mut();
        match languages.iter_mut().find(|known| known.id == words.id) {
            Some(known) => *known = words,
            None => languages.push(words),
        }
        Some(corpus)
    }
}

//! A language as a plain object, which only its readers load.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::Str;
use crate::types::Corpus;
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
    /// This corpus with the words of one more language, which take the place of
    /// words of the same language. `None` where they are the words of another
    /// corpus, with other activities, panels, conditions, reasons or kinds.
    pub fn with_language(&'static self, words: &'static Words) -> Option<Self> {
        let fits = words.activities.len() == self.activities.len()
            && words.panels.len() == self.panels.len()
            && words.conditions.len() == self.conditions.len()
            && words.reasons.len() == self.reasons.len()
            && words.kinds.len() == self.kinds.len();
        let mut registered = Vec::new();
        for known in self.registered.iter() {
            if known.id != words.id {
                registered.push(*known);
            }
        }
        registered.push(words);
        fits.then(|| Self {
            version: borrowed(&self.version),
            updated: borrowed(&self.updated),
            treatments: borrowed(&self.treatments),
            activities: borrowed(&self.activities),
            default_activity: self.default_activity,
            conditions: borrowed(&self.conditions),
            reasons: borrowed(&self.reasons),
            kinds: borrowed(&self.kinds),
            panels: borrowed(&self.panels),
            languages: borrowed(&self.languages),
            packs: borrowed(&self.packs),
            registered: registered.into(),
        })
    }

    /// The words of every language: first those that were registered, then those that
    /// were there.
    pub fn words(&self) -> impl Iterator<Item = &Words> + Clone {
        let registered = self.registered.iter().copied();
        registered.chain(self.languages.iter())
    }
}

/// No copy is made of what stays for good.
fn borrowed<T: ToOwned + ?Sized>(value: &'static T) -> Cow<'static, T> {
    Cow::Borrowed(value)
}

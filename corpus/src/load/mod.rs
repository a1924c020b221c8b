//! Reads the folder `data/` and checks every record.
//!
//! A bad record is a [`Problem`] that names the file, the line, the value and the
//! remedy. Each file answers for one kind of record; all of them add to one list
//! of [`Problems`].

mod answers;
mod data_file;
mod lookalike;
mod panels;
mod plural_rule;
#[cfg(test)]
mod plural_rule_tests;
mod position;
mod problem;
mod records;
mod review;
mod sources;
mod texts;
mod treatments;
mod vocabulary;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

pub use problem::{Problem, Problems};
pub use review::{Sentence, fingerprint};

use crate::{Corpus, Labels, LanguagePack};

/// All of the folder `data/`.
#[derive(Debug, Clone, PartialEq)]
pub struct Data {
    /// What a card is made from, with the words of all languages.
    pub corpus: Corpus,
    /// For each language of the corpus, what the view shows as it stands.
    pub labels: Vec<Labels>,
    /// For each language of the corpus, keys and texts of the static pages.
    pub pages: Vec<BTreeMap<String, String>>,
    /// For each language of the corpus, every sentence that a patient can read.
    pub sentences: Vec<Vec<Sentence>>,
}

impl Data {
    /// A language by its code, as a pack for a version of the program.
    pub fn language_pack(&self, lang: &str, program: &str) -> Option<LanguagePack> {
        let mut languages = self.corpus.languages.iter().zip(&self.labels);
        let (words, labels) = languages.find(|(words, _)| words.id == lang)?;
        Some(LanguagePack {
            version: LanguagePack::version_for(program, &self.corpus).into(),
            words: words.clone(),
            labels: labels.clone(),
        })
    }
}

/// Reads and checks the folder `data/`.
///
/// # Errors
/// All problems that were found, in the order in which they were found. A file
/// that cannot be read at all hides what depends on it.
pub fn load(folder: &Path) -> Result<Data, Problems> {
    let mut problems = Problems::new(folder);
    let data = read(folder, &mut problems);
    match data {
        Some(data) if problems.is_empty() => Ok(data),
        _ => Err(problems),
    }
}

fn read(folder: &Path, problems: &mut Problems) -> Option<Data> {
    let version = vocabulary::read_version(folder, problems);
    let vocabulary = vocabulary::read(folder, problems);
    let treatments = treatments::read(folder, problems);
    let (version, vocabulary, treatments) = (version?, vocabulary?, treatments?);
    let panels = panels::read(folder, &vocabulary, &treatments, &version.retired, problems);
    let languages = words::read(folder, &vocabulary, &panels, problems);
    let mut data = Data {
        corpus: Corpus {
            version: version.version.into(),
            updated: version.updated.into(),
            treatments: treatments.into(),
            activities: vocabulary.activities.into(),
            default_activity: vocabulary.default_activity,
            conditions: vocabulary.conditions.into(),
            reasons: vocabulary.reasons.into(),
            kinds: vocabulary.kinds.into(),
            panels: panels.into(),
            languages: Vec::new().into(),
            packs: Vec::new().into(),
            registered: Vec::new().into(),
        },
        labels: Vec::new(),
        pages: Vec::new(),
        sentences: Vec::new(),
    };
    for language in languages {
        data.corpus.languages.to_mut().push(language.words?);
        data.labels.push(language.labels);
        data.pages.push(language.page);
        data.sentences.push(language.sentences);
    }
    Some(data)
}

//! `words/<lang>.toml`: every sentence, with its placeholders.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use toml::de::DeTable;

use super::Problems;
use super::data_file::{DataFile, stem, toml_files};
use super::plural_rule::check;
use super::review::{Sentence, sentences};
use super::texts::{REFERENCE, Texts, Value};
use super::vocabulary::{Vocabulary, is_id};
use crate::{
    ActivityWords, Category, CoreWords, Key, Label, Labels, Panel, PanelWords, PluralRule, Shape,
    Str, Text, Words, keys,
};

/// What one file says.
pub(super) struct Language {
    /// `None` after a problem.
    pub(super) words: Option<Words>,
    pub(super) labels: Labels,
    pub(super) page: BTreeMap<String, String>,
    pub(super) sentences: Vec<Sentence>,
}

/// How the keys begin of pages that are there in the reference language alone:
/// those for whoever looks after a website, and the frame.
const REFERENCE_ALONE: [&str; 2] = ["install-", "embed-"];

/// Whether a key is that of a sentence that a patient can read.
pub(super) fn is_for_patients(path: &str) -> bool {
    let is_for_owners = |key: &str| REFERENCE_ALONE.iter().any(|start| key.starts_with(start));
    !path.starts_with("language.") && !path.strip_prefix("page.").is_some_and(is_for_owners)
}

pub(super) fn read(
    folder: &Path,
    vocabulary: &Vocabulary,
    panels: &[Panel],
    problems: &mut Problems,
) -> Vec<Language> {
    let folder = folder.join("words");
    let mut paths = toml_files(&folder, problems);
    paths.sort_by_key(|path| stem(path) != REFERENCE);
    if paths.first().is_none_or(|path| stem(path) != REFERENCE) {
        problems.add(
            &folder,
            0,
            format!("the reference language has no file; add {REFERENCE}.toml"),
        );
    }
    let mut languages: Vec<Language> = Vec::new();
    for path in paths {
        let Some(file) = DataFile::read(&path, problems) else {
            continue;
        };
        let table = match DeTable::parse(&file.text) {
            Ok(table) => table,
            Err(error) => {
                let line = error.span().map_or(0, |span| file.line(span.start));
                let message = format!("{}; mend the TOML", error.message());
                problems.add(&file.path, line, message);
                continue;
            }
        };
        if !is_id(&stem(&path)) {
            let message =
                "the name of the file is no code of a language, such as `es` or `pt-BR`; rename it";
            problems.add(&file.path, 0, message);
        }
        let mut texts = Texts {
            file: &file,
            found: BTreeMap::new(),
            taken: BTreeSet::new(),
            problems,
        };
        texts.flatten("", table.get_ref());
        let language = texts.language(stem(&path), vocabulary, panels, languages.first());
        languages.push(language);
    }
    languages
}

impl Texts<'_> {
    fn language(
        mut self,
        id: String,
        vocabulary: &Vocabulary,
        panels: &[Panel],
        reference: Option<&Language>,
    ) -> Language {
        let name = self.plain("language.name", &[]).into();
        let sentences = sentences(&self.found);
        let reviewed = self.review(&sentences);
        let (plural, forms) = self.plural_rule();
        let core = self.core(&forms);
        let activities = vocabulary.activities.iter();
        let activities = activities.map(|id| {
            let mut word = |key: &str| self.plain(&format!("activities.{id}.{key}"), &[]).into();
            ActivityWords {
                name: word("name"),
                choice: word("choice"),
                subject: word("subject"),
                verb: word("verb"),
                about: word("about"),
                done: word("done"),
            }
        });
        let activities = activities.collect::<Vec<_>>().into();
        let panels = panels.iter().map(|Panel { id, .. }| PanelWords {
            name: self.plain(&format!("panels.{id}.name"), &[]).into(),
            // The number of answers, where the sentence gives it.
            about: Text(
                self.text(&format!("panels.{id}.about"), &["n"], false)
                    .into(),
            ),
            noun: self.plural(&format!("panels.{id}"), &forms, &[]),
        });
        let panels = panels.collect::<Vec<_>>().into();
        let conditions = self.each("conditions", &vocabulary.conditions).into();
        let reasons = self.each("reasons", &vocabulary.reasons).into();
        let kinds = self.each("kinds", &vocabulary.kinds).into();
        let labels = self.labels(reference.map(|reference| &reference.labels));
        let page = self.page(reference.map(|reference| &reference.page));
        self.unknown();
        let words = core.map(|core| Words {
            id: id.into(),
            name,
            reviewed,
            plural,
            core,
            activities,
            panels,
            conditions,
            reasons,
            kinds,
        });
        Language {
            words,
            labels,
            page,
            sentences,
        }
    }

    /// The sentences of the core, once each of them is checked.
    fn core(&mut self, forms: &[Category]) -> Option<CoreWords> {
        #[derive(Deserialize)]
        struct File {
            core: CoreWords,
        }
        for Key { path, shape, holes } in keys() {
            match shape {
                Shape::Text => drop(self.plain(&path, holes)),
                Shape::Plural => drop(self.plural(&path, forms, holes)),
                Shape::List => self.list(&path),
            }
        }
        match toml::from_str(&self.file.text) {
            Ok(File { core }) => Some(core),
            Err(error) => {
                // A missing word has been told already, with its remedy.
                if self.problems.is_empty() {
                    let line = error.span().map_or(0, |span| self.file.line(span.start));
                    self.problem(line, format!("{}; mend the word", error.message()));
                }
                None
            }
        }
    }

    fn each(&mut self, section: &str, ids: &[Str]) -> Vec<Str> {
        ids.iter()
            .map(|id| self.plain(&format!("{section}.{id}"), &[]).into())
            .collect()
    }

    /// The language's plural rule, and its categories.
    fn plural_rule(&mut self) -> (PluralRule, Vec<Category>) {
        let mut rule = PluralRule::default();
        for (condition, category) in rule.conditions.iter_mut().zip(Category::RULED) {
            let path = format!("language.plural.{}", category.as_str());
            let Some((line, Value::Text(text))) = self.found.get(&path) else {
                continue;
            };
            *condition = Some(text.clone().into());
            if let Err(slip) = check(text) {
                let line = *line;
                let message = format!("{slip}; give `{path}` the rule of CLDR");
                self.problem(line, message);
            }
            self.taken.insert(path);
        }
        let forms = rule.categories().collect();
        (rule, forms)
    }

    /// The labels: those of the reference are the ones that each language has.
    fn labels(&mut self, reference: Option<&Labels>) -> Labels {
        let place = |path: &str| {
            let (section, key) = path.strip_prefix("labels.")?.split_once('.')?;
            (!key.contains('.')).then(|| (section.to_owned(), key.to_owned()))
        };
        let is_list = |section: &str, key: &str| {
            let label = reference.and_then(|labels| labels.get(section)?.get(key));
            matches!(label, Some(Label::List(_)))
        };
        let places: Vec<(String, String)> = match reference {
            None => self.found.keys().filter_map(|path| place(path)).collect(),
            Some(labels) => {
                let sections = labels.iter();
                let keys = sections.flat_map(|(section, labels)| {
                    let keys = labels.keys();
                    keys.map(|key| (section.clone(), key.clone()))
                });
                keys.collect()
            }
        };
        let mut labels = Labels::new();
        for (section, key) in places {
            let path = format!("labels.{section}.{key}");
            let label = match self.found.get(&path) {
                Some((_, Value::List(texts))) if reference.is_none() || is_list(&section, &key) => {
                    let label = Label::List(texts.clone());
                    self.list(&path);
                    label
                }
                _ if is_list(&section, &key) => {
                    self.list(&path);
                    continue;
                }
                _ => Label::Text(self.plain(&path, &[])),
            };
            labels.entry(section).or_default().insert(key, label);
        }
        labels
    }

    fn page(&mut self, reference: Option<&BTreeMap<String, String>>) -> BTreeMap<String, String> {
        let own: Vec<String> = self
            .found
            .keys()
            .filter_map(|path| path.strip_prefix("page.").map(str::to_owned))
            .collect();
        let keys = match reference {
            None => own,
            Some(reference) => reference
                .keys()
                .filter(|key| !REFERENCE_ALONE.iter().any(|start| key.starts_with(start)))
                .cloned()
                .collect(),
        };
        keys.into_iter()
            .map(|key| {
                let path = format!("page.{key}");
                self.taken.insert(path.clone());
                let text = match self.found.get(&path) {
                    Some((line, Value::Text(text))) if !text.trim().is_empty() => {
                        let (line, text) = (*line, text.clone());
                        let reference = reference.and_then(|texts| texts.get(&key));
                        self.check_same_holes(&path, line, &text, reference);
                        text
                    }
                    _ => {
                        self.missing(&path, "a text in quotes");
                        String::new()
                    }
                };
                (key, text)
            })
            .collect()
    }
}

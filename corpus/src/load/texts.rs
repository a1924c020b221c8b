//! The texts of one file by their paths, and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};

use super::Problems;
use super::data_file::{DataFile, accepted};
use crate::{Category, Plural, Text};

/// The reference language: its labels and its keys under `[page]` are the ones that
/// each language has.
pub(super) const REFERENCE: &str = "en";

/// The placeholders of a word that joins two parts of a list.
const JOINED: &[&str] = &["a", "b"];

pub(super) enum Value {
    Text(String),
    List(Vec<String>),
    Flag(bool),
}

/// The texts of one file by their path, and which of them were asked for.
pub(super) struct Texts<'a> {
    pub(super) file: &'a DataFile,
    pub(super) found: BTreeMap<String, (usize, Value)>,
    pub(super) taken: BTreeSet<String>,
    pub(super) problems: &'a mut Problems,
}

impl Texts<'_> {
    pub(super) fn flatten(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let path = match prefix {
                "" => key.get_ref().to_string(),
                prefix => format!("{prefix}.{}", key.get_ref()),
            };
            let line = self.file.line(key.span().start);
            let text = match value.get_ref() {
                DeValue::Table(table) => {
                    self.flatten(&path, table);
                    continue;
                }
                DeValue::String(text) => Some(Value::Text(text.to_string())),
                DeValue::Boolean(flag) => Some(Value::Flag(*flag)),
                DeValue::Array(array) => array
                    .iter()
                    .map(|item| item.get_ref().as_str().map(str::to_owned))
                    .collect::<Option<Vec<_>>>()
                    .map(Value::List),
                _ => None,
            };
            match text {
                Some(text) => {
                    self.found.insert(path, (line, text));
                }
                None => self.problem(
                    line,
                    format!("the word `{path}` is not a text; put it in quotes"),
                ),
            }
        }
    }

    pub(super) fn problem(&mut self, line: usize, message: String) {
        self.problems.add(&self.file.path, line, message);
    }

    pub(super) fn missing(&mut self, path: &str, form: &str) {
        // The line of the section, where the word would stand.
        let section = path.rsplit_once('.').map_or(path, |(section, _)| section);
        let line = self
            .found
            .iter()
            .filter(|(other, _)| {
                other
                    .rsplit_once('.')
                    .is_some_and(|(other, _)| other == section)
            })
            .map(|(_, (line, _))| *line)
            .max()
            .unwrap_or(0);
        // An empty word, or one of another shape, has a line of its own.
        let line = self.found.get(path).map_or(line, |(line, _)| *line);
        self.problem(
            line,
            format!("the word `{path}` is missing; add it as {form}"),
        );
    }

    pub(super) fn plain(&mut self, path: &str, holes: &[&str]) -> String {
        self.text(path, holes, true)
    }

    /// A text with these placeholders: each must stand in it, or each may.
    pub(super) fn text(&mut self, path: &str, holes: &[&str], all: bool) -> String {
        self.taken.insert(path.to_owned());
        match self.found.get(path) {
            Some((line, Value::Text(text))) if !text.trim().is_empty() => {
                let (line, text) = (*line, text.clone());
                self.check_holes(path, line, &text, holes, all);
                if holes == JOINED {
                    self.check_join(path, line, &text);
                }
                text
            }
            _ => {
                self.missing(path, "a text in quotes");
                String::new()
            }
        }
    }

    pub(super) fn plural(&mut self, path: &str, forms: &[Category], holes: &[&str]) -> Plural {
        let mut plural = Plural::default();
        for &category in forms {
            let path = format!("{path}.{}", category.as_str());
            self.taken.insert(path.clone());
            let text = match self.found.get(&path) {
                Some((line, Value::Text(text))) if !text.trim().is_empty() => {
                    let (line, text) = (*line, text.clone());
                    self.check_holes(&path, line, &text, holes, false);
                    Text(text.into())
                }
                _ => {
                    self.missing(&path, "a text in quotes (a plural form of this language)");
                    continue;
                }
            };
            let mut forms = plural.forms.iter_mut().zip(Category::RULED);
            match forms.find(|(_, ruled)| *ruled == category) {
                Some((form, _)) => *form = Some(text),
                None => plural.other = text,
            }
        }
        plural
    }

    pub(super) fn list(&mut self, path: &str) {
        self.taken.insert(path.to_owned());
        match self.found.get(path) {
            Some((line, Value::List(texts)))
                if !texts.is_empty() && texts.iter().all(|text| !text.trim().is_empty()) =>
            {
                let (line, texts) = (*line, texts.clone());
                for text in &texts {
                    self.check_holes(path, line, text, &[], true);
                }
            }
            _ => self.missing(path, "a list of texts"),
        }
    }

    /// Braces hold known names only; a plain text holds each of them.
    pub(super) fn check_holes(
        &mut self,
        path: &str,
        line: usize,
        text: &str,
        holes: &[&str],
        all: bool,
    ) {
        if text.chars().any(char::is_control) {
            self.problem(
                line,
                format!(
                    "the word `{path}` has a control character; write it in one line, without tabs"
                ),
            );
        }
        let mut rest = text;
        let mut seen = BTreeSet::new();
        while let Some(start) = rest.find('{') {
            let Some(length) = rest[start..].find('}') else {
                self.problem(
                    line,
                    format!("the word `{path}` has a brace that does not close; add }}"),
                );
                return;
            };
            let hole = &rest[start + 1..start + length];
            if !holes.contains(&hole) {
                let known = match holes.is_empty() {
                    true => "none".to_owned(),
                    false => accepted(holes.iter().copied()),
                };
                self.problem(
                    line,
                    format!("the word `{path}` has the unknown placeholder {{{hole}}}; known here: {known}"),
                );
            }
            seen.insert(hole);
            rest = &rest[start + length + 1..];
        }
        if all {
            for hole in holes.iter().filter(|hole| !seen.contains(*hole)) {
                self.problem(
                    line,
                    format!("the word `{path}` lacks the placeholder {{{hole}}}; put it where its value belongs"),
                );
            }
        }
    }

    /// Of a list of three the first two are joined by it, and then the third with them:
    /// what stood around them would stand there twice.
    pub(super) fn check_join(&mut self, path: &str, line: usize, text: &str) {
        if !(text.starts_with("{a}") && text.ends_with("{b}")) {
            self.problem(
                line,
                format!("the word `{path}` has more than what joins {{a}} and {{b}}; begin it with {{a}}, and end it with {{b}}"),
            );
        }
    }

    /// A translation has the placeholders of the reference, no more and no less.
    pub(super) fn check_same_holes(
        &mut self,
        path: &str,
        line: usize,
        text: &str,
        reference: Option<&String>,
    ) {
        let Some(reference) = reference else {
            return;
        };
        let holes = |text: &str| -> BTreeSet<String> {
            let parts = text.split('{').skip(1);
            parts
                .filter_map(|part| Some(part.split_once('}')?.0.to_owned()))
                .collect()
        };
        let (wanted, has) = (holes(reference), holes(text));
        if wanted != has {
            let shown = |holes: BTreeSet<String>| match holes.is_empty() {
                true => "none".to_owned(),
                false => holes
                    .into_iter()
                    .map(|hole| format!("{{{hole}}}"))
                    .collect::<String>(),
            };
            self.problem(
                line,
                format!(
                    "the word `{path}` has the placeholders {}; give it those of {REFERENCE}: {}",
                    shown(has),
                    shown(wanted)
                ),
            );
        }
    }

    pub(super) fn unknown(&mut self) {
        let unknown: Vec<(usize, String)> = self
            .found
            .iter()
            .filter(|(path, _)| !self.taken.contains(*path))
            .map(|(path, (line, _))| (*line, path.clone()))
            .collect();
        for (line, path) in unknown {
            self.problem(
                line,
                format!("the word `{path}` is used nowhere; mend the spelling, or remove it"),
            );
        }
    }
}

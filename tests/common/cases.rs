//! The golden cases: how they are read, asked and written.
//!
//! A case says the rule that it shows, the call with its input, and all that
//! comes back: `expected` (a card, a timeline, a catalog) or `error` (`code` and
//! `message`). The same files are run in JavaScript against the wasm.

use std::fs;
use std::path::PathBuf;

use aftercare_consensus::{
    Corpus, Elapsed, GuidanceError, Names, Options, TreatedAt, catalog, guidance, timeline,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::json;

/// A file of cases on one subject.
pub(crate) struct Group {
    pub(crate) path: PathBuf,
    pub(crate) cases: Vec<Case>,
}

/// One question with its whole answer.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) id: String,
    /// The rule that it shows, in words.
    pub(crate) rule: String,
    pub(crate) call: Call,
    pub(crate) input: Input,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expected: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<Value>,
}

#[derive(Deserialize, Serialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Call {
    Guidance,
    Timeline,
    Catalog,
}

/// The arguments of the call, as JavaScript gives them.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Input {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) treatment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hours: Option<Value>,
    pub(crate) options: InputOptions,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct InputOptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) treated_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) panels: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) names: Option<String>,
}

/// Every group, by the names of the files.
pub(crate) fn groups() -> Vec<Group> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("tests/cases is there")
        .map(|entry| entry.expect("tests/cases can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a file of cases can be read");
            let cases = serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            Group { path, cases }
        })
        .collect()
}

impl Group {
    /// The file's name, for messages.
    pub(crate) fn name(&self) -> String {
        self.path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }

    /// Writes the cases back, in the form that reviewers read.
    pub(crate) fn save(&self) {
        let cases = serde_json::to_value(&self.cases).expect("cases are JSON");
        fs::write(&self.path, pretty(&cases) + "\n").expect("the file of cases can be written");
    }
}

impl Case {
    /// What the library answers: the JSON text of a card, or of an error.
    pub(crate) fn ask(&self, corpus: &Corpus) -> Result<String, String> {
        self.call(corpus).map_err(|error| json::to_string(&error))
    }

    fn call(&self, corpus: &Corpus) -> Result<String, GuidanceError> {
        let given = &self.input.options;
        let panels: Option<Vec<&str>> = given
            .panels
            .as_ref()
            .map(|panels| panels.iter().map(String::as_str).collect());
        let options = Options {
            activity: given.activity.as_deref(),
            treated_at: match &given.treated_at {
                None => TreatedAt::Unknown,
                Some(text) => TreatedAt::parse(text)?,
            },
            panels: panels.as_deref(),
            lang: given.lang.as_deref(),
            names: match &given.names {
                None => Names::default(),
                Some(text) => Names::parse(text)?,
            },
        };
        let treatment = self.input.treatment.as_deref().unwrap_or_default();
        match self.call {
            Call::Guidance => {
                let hours = self.hours();
                let elapsed = Elapsed::from_hours(hours)
                    .ok_or_else(|| GuidanceError::invalid_hours(&json::to_string(&hours)))?;
                guidance(corpus, treatment, elapsed, &options).map(|card| json::to_string(&card))
            }
            Call::Timeline => {
                timeline(corpus, treatment, &options).map(|lines| json::to_string(&lines))
            }
            Call::Catalog => catalog(corpus, &options).map(|catalog| json::to_string(&catalog)),
        }
    }

    /// The hours of the input.
    pub(crate) fn hours(&self) -> f64 {
        self.input
            .hours
            .as_ref()
            .and_then(Value::as_f64)
            .unwrap_or_else(|| panic!("the case {} has hours as a number", self.id))
    }
}

/// JSON in lines of at most 100 characters where that is possible: what fits
/// stands on one line.
pub(crate) fn pretty(value: &Value) -> String {
    let mut text = String::new();
    write(&mut text, value, 0, "");
    text
}

fn write(text: &mut String, value: &Value, depth: usize, key: &str) {
    let indent = "  ".repeat(depth);
    text.push_str(&indent);
    text.push_str(key);
    let line = inline(value);
    let (open, close) = match value {
        // A case always stands on several lines.
        Value::Object(map) if !map.contains_key("rule") && fits(&indent, key, &line) => {
            return text.push_str(&line);
        }
        Value::Array(_) if depth > 0 && fits(&indent, key, &line) => return text.push_str(&line),
        Value::Object(_) => ("{\n", "}"),
        Value::Array(_) => ("[\n", "]"),
        _ => return text.push_str(&line),
    };
    text.push_str(open);
    let comma = |text: &mut String, place: usize, length: usize| {
        text.push_str(if place + 1 < length { ",\n" } else { "\n" });
    };
    match value {
        Value::Object(map) => {
            for (place, (key, value)) in map.iter().enumerate() {
                write(text, value, depth + 1, &format!("{}: ", quoted(key)));
                comma(text, place, map.len());
            }
        }
        Value::Array(values) => {
            for (place, value) in values.iter().enumerate() {
                write(text, value, depth + 1, "");
                comma(text, place, values.len());
            }
        }
        _ => {}
    }
    text.push_str(&indent);
    text.push_str(close);
}

fn fits(indent: &str, key: &str, line: &str) -> bool {
    indent.len() + key.len() + line.len() <= 100
}

fn inline(value: &Value) -> String {
    match value {
        Value::Object(map) if map.is_empty() => "{}".to_owned(),
        Value::Object(map) => {
            let entries: Vec<String> = map
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), inline(value)))
                .collect();
            format!("{{ {} }}", entries.join(", "))
        }
        Value::Array(values) => {
            let items: Vec<String> = values.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        // Numbers of the input keep their signs and exponents.
        _ => value.to_string(),
    }
}

fn quoted(key: &str) -> String {
    Value::from(key).to_string()
}

/// Where two values differ, a line for each place.
pub(crate) fn differences(expected: &Value, actual: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    compare(&mut lines, "", expected, actual);
    lines
}

fn compare(lines: &mut Vec<String>, path: &str, expected: &Value, actual: &Value) {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            let order = |map: &Map<String, Value>| {
                map.keys()
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            if order(expected) != order(actual) {
                lines.push(format!(
                    "{path}: the keys should be\n      {}\n    but are\n      {}",
                    order(expected),
                    order(actual)
                ));
            }
            for (key, expected) in expected {
                if let Some(actual) = actual.get(key) {
                    compare(lines, &format!("{path}.{key}"), expected, actual);
                }
            }
        }
        (Value::Array(expected), Value::Array(actual)) => {
            if expected.len() != actual.len() {
                lines.push(format!(
                    "{path}: should have {} entries but has {}",
                    expected.len(),
                    actual.len()
                ));
            }
            for (place, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(lines, &format!("{path}[{place}]"), expected, actual);
            }
        }
        _ if expected == actual => {}
        _ => lines.push(format!("{path}: should be {expected} but is {actual}")),
    }
}

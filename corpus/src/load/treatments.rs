//! `treatments.toml`: the products and every name they go by.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::Problems;
use super::data_file::DataFile;
use super::lookalike::{is_plain_name, looks};
use super::vocabulary::check_id;
use crate::Treatment;

/// More are a slip: a form lists them all.
const MOST_TREATMENTS: usize = 31;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    treatment: Vec<Record>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    id: Spanned<String>,
    name: Option<Spanned<String>>,
    aliases: Vec<Spanned<String>>,
    generic: Option<Spanned<String>>,
    // For the reader of the file: no card names a company.
    company: Option<String>,
    /// Whether it stands for the kind of product, and is none.
    #[serde(default)]
    class: bool,
}

pub(super) fn read(folder: &Path, problems: &mut Problems) -> Option<Vec<Treatment>> {
    let file = DataFile::read(&folder.join("treatments.toml"), problems)?;
    let records: File = file.parse(problems)?;
    if records.treatment.is_empty() || records.treatment.len() > MOST_TREATMENTS {
        problems.add(
            &file.path,
            0,
            format!(
                "{} treatments; give 1 to {MOST_TREATMENTS}",
                records.treatment.len()
            ),
        );
    }
    let mut owners: HashMap<String, String> = HashMap::new();
    for record in &records.treatment {
        check_id(&file, "treatment", &record.id, problems);
        let parts = [
            record.name.is_some(),
            record.generic.is_some(),
            record.company.is_some(),
        ];
        if parts != [!record.class; 3] {
            problems.add(
                &file.path,
                file.line(record.id.span().start),
                format!(
                    "the treatment {:?} is neither a product with name, generic and company, nor \
                     without them and with class = true; make it one of them",
                    record.id.get_ref()
                ),
            );
        }
        if record.id.get_ref() == "class" {
            problems.add(
                &file.path,
                file.line(record.id.span().start),
                "the treatment id \"class\" stands for the kind of product; choose another",
            );
        }
        for name in names(record) {
            let owner = record.id.get_ref();
            let line = file.line(name.span().start);
            let text = name.get_ref();
            let other = looks(text)
                .into_iter()
                .filter_map(|key| owners.insert(key, owner.clone()))
                .find(|other| other != owner);
            if text.trim().is_empty() {
                problems.add(
                    &file.path,
                    line,
                    format!("an empty name for {owner:?}; remove it or fill it in"),
                );
            } else if let Some(other) = other {
                problems.add(
                    &file.path,
                    line,
                    format!(
                        "the name {text:?} belongs to both {other:?} and {owner:?}, or looks like \
                         one of both; keep it at one"
                    ),
                );
            } else if text != owner && !is_plain_name(text) {
                problems.add(
                    &file.path,
                    line,
                    format!(
                        "the name {text:?} may hold only the letters of English, digits, \
                         hyphens, points and apostrophes, with one space between its words"
                    ),
                );
            }
        }
    }
    let mut classes = records.treatment.iter().filter(|record| record.class);
    if let Some(second) = classes.nth(1) {
        problems.add(
            &file.path,
            file.line(second.id.span().start),
            "a second treatment with class = true; keep one",
        );
    }
    let mut ids = HashMap::new();
    for record in &records.treatment {
        let line = file.line(record.id.span().start);
        if let Some(first) = ids.insert(record.id.get_ref().clone(), line) {
            problems.add(
                &file.path,
                line,
                format!(
                    "the treatment id {:?} stands on line {first} already; choose another",
                    record.id.get_ref()
                ),
            );
        }
    }
    Some(
        records
            .treatment
            .into_iter()
            .map(|record| Treatment {
                name: record.name.unwrap_or(record.id.clone()).into_inner().into(),
                id: record.id.into_inner().into(),
                aliases: record
                    .aliases
                    .into_iter()
                    .map(|alias| alias.into_inner().into())
                    .collect(),
                generic: record.generic.map(|generic| generic.into_inner().into()),
            })
            .collect(),
    )
}

fn names(record: &Record) -> impl Iterator<Item = &Spanned<String>> {
    std::iter::once(&record.id)
        .chain(&record.name)
        .chain(&record.generic)
        .chain(&record.aliases)
}

//! `corpus.toml` and `vocabulary.toml`: the version and the closed lists.

use std::collections::HashSet;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::Problems;
use super::data_file::{DataFile, accepted};
use crate::Str;

/// The closed lists of ids that answers may use.
pub(super) struct Vocabulary {
    pub(super) activities: Vec<Str>,
    /// The index of the activity that is meant where a caller names none.
    pub(super) default_activity: usize,
    pub(super) conditions: Vec<Str>,
    pub(super) reasons: Vec<Str>,
    pub(super) kinds: Vec<Str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VersionRecord {
    version: Spanned<String>,
    updated: Spanned<String>,
    retired: Vec<String>,
}

pub(super) struct Version {
    pub(super) version: String,
    pub(super) updated: String,
    pub(super) retired: HashSet<String>,
}

pub(super) fn read_version(folder: &Path, problems: &mut Problems) -> Option<Version> {
    let file = DataFile::read(&folder.join("corpus.toml"), problems)?;
    let record: VersionRecord = file.parse(problems)?;
    check_month(&file, &record.updated, problems);
    check_version(&file, &record.version, problems);
    Some(Version {
        version: record.version.into_inner(),
        updated: record.updated.into_inner(),
        retired: record.retired.into_iter().collect(),
    })
}

/// A version stands in the names of files, so it may hold nothing that leads out
/// of their folder.
fn check_version(file: &DataFile, version: &Spanned<String>, problems: &mut Problems) {
    let text = version.get_ref();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !text.split('.').all(is_number) {
        problems.add(
            &file.path,
            file.line(version.span().start),
            format!("the version {text:?} is not numbers with points between them, such as \"2026.11.1\""),
        );
    }
}

/// A month is `YYYY-MM`.
pub(super) fn is_month(text: &str) -> bool {
    text.len() == 7
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
        && text[5..]
            .parse()
            .is_ok_and(|month: u8| (1..=12).contains(&month))
}

pub(super) fn check_month(file: &DataFile, month: &Spanned<String>, problems: &mut Problems) {
    let text = month.get_ref();
    if !is_month(text) {
        problems.add(
            &file.path,
            file.line(month.span().start),
            format!("the month {text:?} is not of the form YYYY-MM, such as \"2026-11\""),
        );
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VocabularyRecord {
    activities: Vec<Spanned<String>>,
    default_activity: Spanned<String>,
    conditions: Vec<Spanned<String>>,
    reasons: Vec<Spanned<String>>,
    kinds: Vec<Spanned<String>>,
}

pub(super) fn read(folder: &Path, problems: &mut Problems) -> Option<Vocabulary> {
    let file = DataFile::read(&folder.join("vocabulary.toml"), problems)?;
    let record: VocabularyRecord = file.parse(problems)?;
    let default = index(
        &file,
        "activity",
        &record.default_activity,
        record.activities.iter().map(|id| id.get_ref().as_str()),
        "add it to `activities`, or name one that is there",
        problems,
    );
    let vocabulary = Vocabulary {
        default_activity: default.unwrap_or(0),
        activities: list(
            &file,
            "activity",
            record.activities,
            usize::from(u8::MAX),
            problems,
        ),
        conditions: list(&file, "condition", record.conditions, 16, problems),
        reasons: list(&file, "reason", record.reasons, 16, problems),
        kinds: list(&file, "kind", record.kinds, 16, problems),
    };
    Some(vocabulary)
}

fn list(
    file: &DataFile,
    what: &str,
    ids: Vec<Spanned<String>>,
    limit: usize,
    problems: &mut Problems,
) -> Vec<Str> {
    if ids.is_empty() || ids.len() > limit {
        problems.add(
            &file.path,
            0,
            format!("{} ids of the sort {what}; give 1 to {limit}", ids.len()),
        );
    }
    let mut seen = HashSet::new();
    for id in &ids {
        check_id(file, what, id, problems);
        if !seen.insert(id.get_ref().clone()) {
            problems.add(
                &file.path,
                file.line(id.span().start),
                format!("the {what} {:?} is there twice; remove one", id.get_ref()),
            );
        }
    }
    ids.into_iter().map(|id| id.into_inner().into()).collect()
}

/// Ids are letters, digits and hyphens, so that they can stand in a link,
/// an attribute and a class name.
pub(super) fn check_id(file: &DataFile, what: &str, id: &Spanned<String>, problems: &mut Problems) {
    let text = id.get_ref();
    if !is_id(text) {
        problems.add(
            &file.path,
            file.line(id.span().start),
            format!(
                "the {what} id {text:?} may hold only the letters of English, digits and hyphens"
            ),
        );
    }
}

pub(super) fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    !text.is_empty() && text.bytes().all(plain)
}

/// The place of an id in a list, or a problem that says which ids there are.
pub(super) fn index<'a>(
    file: &DataFile,
    what: &str,
    id: &Spanned<String>,
    known: impl Iterator<Item = &'a str> + Clone,
    remedy: &str,
    problems: &mut Problems,
) -> Option<usize> {
    let found = known.clone().position(|name| name == id.get_ref());
    if found.is_none() {
        problems.add(
            &file.path,
            file.line(id.span().start),
            format!(
                "unknown {what} {:?}; known are: {}. Mend the spelling, or {remedy}",
                id.get_ref(),
                accepted(known)
            ),
        );
    }
    found
}

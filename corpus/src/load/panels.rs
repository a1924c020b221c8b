//! `panels/<panel>/`: the folders, and their order on a card.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::Problems;
use super::answers::AnswerReader;
use super::data_file::{DataFile, entries, toml_files};
use super::records::AnswersRecord;
use super::vocabulary::{Vocabulary, is_id};
use crate::{Panel, Treatment};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PanelRecord {
    order: Spanned<i64>,
    claims: bool,
}

pub(super) fn read(
    folder: &Path,
    vocabulary: &Vocabulary,
    treatments: &[Treatment],
    retired: &HashSet<String>,
    problems: &mut Problems,
) -> Vec<Panel> {
    let folder = folder.join("panels");
    let mut reader = AnswerReader {
        vocabulary,
        treatments,
        retired,
        ids: HashMap::new(),
        problems,
    };
    let mut panels: Vec<(Option<i64>, Panel)> = Vec::new();
    for path in entries(&folder, reader.problems) {
        if !path.is_dir() {
            reader.problems.add(
                &path,
                0,
                "is not a folder; put answers into panels/<panel>/",
            );
            continue;
        }
        let (order, claims) = match record(&path, reader.problems) {
            Some((order, line, claims)) => (Some((order, line)), claims),
            // The answers are checked all the same.
            None => (None, true),
        };
        let panel = panel(&path, claims, &mut reader);
        if let Some((order, line)) = order
            && let Some((_, other)) = panels.iter().find(|(other, _)| *other == Some(order))
        {
            let message = format!(
                "the order {order} belongs to the panel {:?} already; choose another",
                other.id
            );
            reader.problems.add(&path.join(PANEL_FILE), line, message);
        }
        panels.push((order.map(|(order, _)| order), panel));
    }
    if panels.is_empty() || panels.len() > 8 {
        reader
            .problems
            .add(&folder, 0, format!("{} panels; give 1 to 8", panels.len()));
    }
    panels.sort_by_key(|(order, _)| *order);
    panels.into_iter().map(|(_, panel)| panel).collect()
}

const PANEL_FILE: &str = "panel.toml";

/// The panel's place on the card, the line that says it, and whether its answers were read
/// for claims.
fn record(folder: &Path, problems: &mut Problems) -> Option<(i64, usize, bool)> {
    let file = DataFile::read(&folder.join(PANEL_FILE), problems)?;
    let PanelRecord { order, claims } = file.parse(problems)?;
    Some((*order.get_ref(), file.line(order.span().start), claims))
}

fn panel(folder: &Path, claims: bool, reader: &mut AnswerReader<'_>) -> Panel {
    let mut answers = Vec::new();
    for path in toml_files(folder, reader.problems) {
        if path.file_name().is_some_and(|name| name == PANEL_FILE) {
            continue;
        }
        if let Some(file) = DataFile::read(&path, reader.problems)
            && let Some(record) = file.parse::<AnswersRecord>(reader.problems)
        {
            reader.read(&file, &record, claims, &mut answers);
        }
    }
    let id = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    if !toml_files(folder, reader.problems)
        .iter()
        .any(|path| path.file_name().is_some_and(|name| name != PANEL_FILE))
    {
        reader.problems.add(
            folder,
            0,
            format!("the panel {id:?} has no answers; add a file of answers, or remove the folder"),
        );
    }
    if !is_id(&id) {
        let message = format!(
            "the panel id {id:?} may hold only the letters of English, digits and hyphens; \
                 rename the folder"
        );
        reader.problems.add(folder, 0, message);
    }
    Panel {
        id: id.into(),
        claims,
        answers: answers.into(),
    }
}

//! `panels/<panel>/`: the answers.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::Problems;
use super::lookalike::{has_plain_host, leads_away};
use super::position::PositionRecord;
use super::source::{SourceFile, entries, toml_files};
use super::vocabulary::{Vocabulary, check_id, check_month, index, is_id};
use crate::{Answer, Panel, Position, Source, Str, Treatment, Weakens};

/// Long enough for what an answer says, too short for the answer itself.
const LONGEST_SUMMARY: usize = 160;

/// The word for an answer on the kind of product.
const CLASS: &str = "class";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PanelRecord {
    order: Spanned<i64>,
}

/// A file of answers: either one thread with its answers, or answers that each
/// bring a source of their own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersRecord {
    thread: Option<Spanned<ThreadRecord>>,
    #[serde(default)]
    answer: Vec<Spanned<AnswerRecord>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThreadRecord {
    kind: Spanned<String>,
    title: Spanned<String>,
    address: Option<Spanned<String>>,
    treatment: Spanned<String>,
    // For the reader of the file and the panel's description.
    #[serde(rename = "announced")]
    _announced: u32,
    read: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerRecord {
    id: Spanned<String>,
    number: Option<Spanned<i64>>,
    kind: Option<Spanned<String>>,
    title: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
    read: Option<Spanned<String>>,
    specialty: Option<Spanned<String>>,
    place: Option<Spanned<String>>,
    rating: Option<Spanned<f64>>,
    reviews: Option<u32>,
    treatments: Option<Vec<Spanned<String>>>,
    summary: Option<Spanned<String>>,
    #[serde(default)]
    conditions: Vec<Spanned<String>>,
    #[serde(default)]
    reasons: Vec<Spanned<String>>,
    claims: Option<Spanned<ClaimsRecord>>,
    #[serde(default)]
    defers: bool,
    #[serde(default)]
    positions: BTreeMap<Spanned<String>, PositionRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClaimsRecord {
    weakens_result: Option<String>,
    scope: Option<String>,
    studied: Option<String>,
}

pub(super) fn read(
    folder: &Path,
    vocabulary: &Vocabulary,
    treatments: &[Treatment],
    retired: &HashSet<String>,
    problems: &mut Problems,
) -> Vec<Panel> {
    let folder = folder.join("panels");
    let mut reader = Reader {
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
        let order = reader.order(&path);
        let panel = reader.panel(&path);
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

struct Reader<'a> {
    vocabulary: &'a Vocabulary,
    treatments: &'a [Treatment],
    retired: &'a HashSet<String>,
    ids: HashMap<String, (PathBuf, usize)>,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    /// The panel's place on the card, and the line that says it.
    fn order(&mut self, folder: &Path) -> Option<(i64, usize)> {
        let file = SourceFile::read(&folder.join(PANEL_FILE), self.problems)?;
        let PanelRecord { order } = file.parse(self.problems)?;
        Some((*order.get_ref(), file.line(order.span().start)))
    }

    fn panel(&mut self, folder: &Path) -> Panel {
        let mut answers = Vec::new();
        for path in toml_files(folder, self.problems) {
            if path.file_name().is_some_and(|name| name == PANEL_FILE) {
                continue;
            }
            if let Some(file) = SourceFile::read(&path, self.problems)
                && let Some(record) = file.parse::<AnswersRecord>(self.problems)
            {
                self.answers(&file, &record, &mut answers);
            }
        }
        let id = folder
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if !toml_files(folder, self.problems)
            .iter()
            .any(|path| path.file_name().is_some_and(|name| name != PANEL_FILE))
        {
            self.problems.add(
                folder,
                0,
                format!(
                    "the panel {id:?} has no answers; add a file of answers, or remove the folder"
                ),
            );
        }
        if !is_id(&id) {
            let message = format!(
                "the panel id {id:?} may hold only the letters of English, digits and hyphens; \
                 rename the folder"
            );
            self.problems.add(folder, 0, message);
        }
        Panel {
            id: id.into(),
            answers: answers.into(),
        }
    }

    fn answers(&mut self, file: &SourceFile, record: &AnswersRecord, answers: &mut Vec<Answer>) {
        if let Some(thread) = &record.thread {
            self.thread(file, thread.get_ref());
        }
        if record.answer.is_empty() {
            let (line, what) = match &record.thread {
                Some(thread) => {
                    let title = thread.get_ref().title.get_ref();
                    (
                        file.line(thread.span().start),
                        format!("the thread {title:?}"),
                    )
                }
                None => (0, "the file".to_owned()),
            };
            self.problems.add(
                &file.path,
                line,
                format!("{what} has no answers; add an [[answer]], or remove the file"),
            );
        }
        let mut numbers = HashSet::new();
        for answer in &record.answer {
            if let Some(number) = &answer.get_ref().number
                && !numbers.insert(*number.get_ref())
            {
                self.problems.add(
                    &file.path,
                    file.line(number.span().start),
                    format!(
                        "the number {} stands at another answer of this file already; give its own place",
                        number.get_ref()
                    ),
                );
            }
            let thread = record.thread.as_ref().map(Spanned::get_ref);
            answers.extend(self.answer(file, thread, answer));
        }
    }

    fn thread(&mut self, file: &SourceFile, thread: &ThreadRecord) {
        check_month(file, &thread.read, self.problems);
        self.shown(file, Some(&thread.title));
        self.address(file, thread.address.as_ref());
        self.index_treatment(file, &thread.treatment);
    }

    fn answer(
        &mut self,
        file: &SourceFile,
        thread: Option<&ThreadRecord>,
        spanned: &Spanned<AnswerRecord>,
    ) -> Option<Answer> {
        let record = spanned.get_ref();
        let line = file.line(spanned.span().start);
        self.id(file, &record.id);
        let source = self.source(file, line, thread, record);
        let (treatments, class) = self.treatments(file, thread, record);
        let positions = self.positions(file, line, record);
        let conditions = self.indices(
            file,
            "condition",
            &record.conditions,
            &self.vocabulary.conditions,
        );
        let reasons = self.indices(file, "reason", &record.reasons, &self.vocabulary.reasons);
        let (weakens, no_study) = self.claims(file, record);
        Some(Answer {
            id: record.id.get_ref().clone().into(),
            treatments: treatments.into(),
            class,
            positions: positions.into(),
            conditions: conditions.into(),
            reasons: reasons.into(),
            weakens,
            no_study,
            defers: record.defers,
            source: source?,
        })
    }

    fn id(&mut self, file: &SourceFile, id: &Spanned<String>) {
        check_id(file, "answer", id, self.problems);
        let line = file.line(id.span().start);
        if self.retired.contains(id.get_ref()) {
            self.problems.add(
                &file.path,
                line,
                format!(
                    "the answer id {:?} was retired (data/corpus.toml) and is not used again; choose a new one",
                    id.get_ref()
                ),
            );
        }
        let place = (file.path.clone(), line);
        if let Some((path, first)) = self.ids.insert(id.get_ref().clone(), place) {
            self.problems.add(
                &file.path,
                line,
                format!(
                    "the answer id {:?} stands in {} on line {first} already; choose a new one",
                    id.get_ref(),
                    path.file_name().unwrap_or_default().to_string_lossy()
                ),
            );
        }
    }

    fn source(
        &mut self,
        file: &SourceFile,
        line: usize,
        thread: Option<&ThreadRecord>,
        record: &AnswerRecord,
    ) -> Option<Source> {
        let id = record.id.get_ref();
        let title = record.title.as_ref().or(thread.map(|thread| &thread.title));
        let title = title.filter(|title| !title.get_ref().trim().is_empty());
        let address = record
            .address
            .as_ref()
            .or(thread.and_then(|thread| thread.address.as_ref()));
        let kind = record.kind.as_ref().or(thread.map(|thread| &thread.kind));
        let read = record.read.as_ref().or(thread.map(|thread| &thread.read));
        self.address(file, record.address.as_ref());
        let mut missing = |what: &str, remedy: &str| {
            self.problems.add(
                &file.path,
                line,
                format!("the answer {id:?} has no {what}; {remedy}"),
            );
        };
        if title.is_none() || (thread.is_none() && address.is_none()) {
            missing(
                "source",
                "give it a `title` and an `address`, or put it under the [thread] that it stands in",
            );
        }
        if thread.is_some() && record.number.is_none() {
            missing(
                "number",
                "give its place in the thread, counted from 1, as `number`",
            );
        }
        if kind.is_none() {
            missing("kind", "give the `kind` of its source");
        }
        if read.is_none() {
            missing(
                "month",
                "give the month in which it was read, as `read` = \"YYYY-MM\"",
            );
        }
        match &record.summary {
            None => missing("summary", "say in one sentence of your own what it says"),
            Some(summary) if summary.get_ref().trim().is_empty() => {
                missing("summary", "say in one sentence of your own what it says");
            }
            Some(summary) => {
                let length = summary.get_ref().chars().count();
                if length > LONGEST_SUMMARY {
                    self.problems.add(
                        &file.path,
                        file.line(summary.span().start),
                        format!(
                            "the summary of {id:?} has {length} characters; shorten it to {LONGEST_SUMMARY} at most"
                        ),
                    );
                }
            }
        }
        for text in [
            &record.title,
            &record.summary,
            &record.specialty,
            &record.place,
        ] {
            self.shown(file, text.as_ref());
        }
        let number = self.number(file, record.number.as_ref());
        self.rating(file, record.rating.as_ref());
        if let Some(read) = &record.read {
            check_month(file, read, self.problems);
        }
        let kind = index(
            file,
            "kind",
            kind?,
            self.vocabulary.kinds.iter().map(Str::as_ref),
            "add it to data/vocabulary.toml and the words",
            self.problems,
        );
        Some(Source {
            summary: record.summary.as_ref()?.get_ref().clone().into(),
            kind: kind?,
            title: title?.get_ref().clone().into(),
            address: owned(address),
            number,
            specialty: owned(record.specialty.as_ref()),
            place: owned(record.place.as_ref()),
            rating: record.rating.as_ref().map(|rating| *rating.get_ref()),
            reviews: record.reviews,
            read: read?.get_ref().clone().into(),
            rules: self.rules(record).into(),
        })
    }

    /// A text that readers see: one line, which leads nowhere.
    fn shown(&mut self, file: &SourceFile, text: Option<&Spanned<String>>) {
        let Some(text) = text.filter(|text| !text.get_ref().trim().is_empty()) else {
            return;
        };
        let line = file.line(text.span().start);
        if text.get_ref().chars().any(char::is_control) {
            let message = format!(
                "the text {:?} has a control character; write it in one line, without tabs",
                text.get_ref()
            );
            self.problems.add(&file.path, line, message);
        }
        if let Some(what) = leads_away(text.get_ref()) {
            let message = format!(
                "the text {:?} holds {what}; a reader is led to sources by `address` alone",
                text.get_ref()
            );
            self.problems.add(&file.path, line, message);
        }
    }

    /// The rules in the order of the positions.
    fn rules(&self, record: &AnswerRecord) -> Vec<Str> {
        self.vocabulary
            .activities
            .iter()
            .filter_map(|activity| {
                record
                    .positions
                    .iter()
                    .find(|(name, _)| name.get_ref() == activity)
                    .map(|(_, position)| position.rule.get_ref().clone().into())
            })
            .collect()
    }

    fn number(&mut self, file: &SourceFile, number: Option<&Spanned<i64>>) -> Option<u32> {
        let number = number?;
        match u32::try_from(*number.get_ref()) {
            Ok(place) if place > 0 => Some(place),
            _ => {
                self.problems.add(
                    &file.path,
                    file.line(number.span().start),
                    format!(
                        "the number {} is not a place in a thread, counted from 1",
                        number.get_ref()
                    ),
                );
                None
            }
        }
    }

    fn rating(&mut self, file: &SourceFile, rating: Option<&Spanned<f64>>) {
        if let Some(rating) = rating
            && !(0.0..=5.0).contains(rating.get_ref())
        {
            self.problems.add(
                &file.path,
                file.line(rating.span().start),
                format!(
                    "the rating {} is not from 0 to 5; correct it, or leave it out",
                    rating.get_ref()
                ),
            );
        }
    }

    /// A link that a browser may open: nothing but http and https.
    fn address(&mut self, file: &SourceFile, address: Option<&Spanned<String>>) {
        if let Some(address) = address {
            let text = address.get_ref();
            let plain = !text
                .chars()
                .any(|letter| letter.is_whitespace() || letter.is_control());
            if !(plain && (text.starts_with("https://") || text.starts_with("http://"))) {
                self.problems.add(
                    &file.path,
                    file.line(address.span().start),
                    format!(
                        "the address {text:?} is not a link that starts with https:// or http://"
                    ),
                );
            } else if !has_plain_host(text) {
                self.problems.add(
                    &file.path,
                    file.line(address.span().start),
                    format!(
                        "the address {text:?} does not say plainly whose it is; name its host in \
                         the letters of English, without an account, a port or a bare number"
                    ),
                );
            }
        }
    }

    fn treatments(
        &mut self,
        file: &SourceFile,
        thread: Option<&ThreadRecord>,
        record: &AnswerRecord,
    ) -> (Vec<usize>, bool) {
        let mut indices = Vec::new();
        let mut class = false;
        match (&record.treatments, thread) {
            (Some(names), _) if !names.is_empty() => {
                for name in names {
                    if name.get_ref() == CLASS {
                        class = true;
                    } else {
                        indices.extend(self.index_treatment(file, name));
                    }
                }
            }
            // An answer that names no product speaks of its thread's.
            (_, Some(thread)) => indices.extend(self.index_treatment(file, &thread.treatment)),
            (_, None) => self.problems.add(
                &file.path,
                file.line(record.id.span().start),
                format!(
                    "the answer {:?} names no treatment; list the products it names, or \"{CLASS}\"",
                    record.id.get_ref()
                ),
            ),
        }
        indices.sort_unstable();
        indices.dedup();
        (indices, class)
    }

    fn index_treatment(&mut self, file: &SourceFile, name: &Spanned<String>) -> Option<usize> {
        index(
            file,
            "treatment",
            name,
            self.treatments
                .iter()
                .map(|treatment| treatment.id.as_ref()),
            "add it to data/treatments.toml",
            self.problems,
        )
    }

    fn positions(
        &mut self,
        file: &SourceFile,
        line: usize,
        record: &AnswerRecord,
    ) -> Vec<(usize, Position)> {
        if record.positions.is_empty() {
            self.problems.add(
                &file.path,
                line,
                format!(
                    "the answer {:?} has no positions; code at least one activity, or leave the answer out",
                    record.id.get_ref()
                ),
            );
        }
        let mut positions = Vec::new();
        for (activity, position) in &record.positions {
            let activity = index(
                file,
                "activity",
                activity,
                self.vocabulary.activities.iter().map(Str::as_ref),
                "add it to data/vocabulary.toml and the words",
                self.problems,
            );
            let position = position.check(file, self.problems);
            positions.extend(activity.zip(position));
        }
        positions.sort_by_key(|(activity, _)| *activity);
        positions
    }

    fn indices(
        &mut self,
        file: &SourceFile,
        what: &str,
        names: &[Spanned<String>],
        known: &[Str],
    ) -> Vec<usize> {
        let mut indices: Vec<usize> = names
            .iter()
            .filter_map(|name| {
                index(
                    file,
                    what,
                    name,
                    known.iter().map(Str::as_ref),
                    "add it to data/vocabulary.toml and the words",
                    self.problems,
                )
            })
            .collect();
        indices.sort_unstable();
        indices.dedup();
        indices
    }

    fn claims(&mut self, file: &SourceFile, record: &AnswerRecord) -> (Option<Weakens>, bool) {
        let Some(spanned) = &record.claims else {
            return (None, false);
        };
        let claims = spanned.get_ref();
        let weakens = match (claims.weakens_result.as_deref(), claims.scope.as_deref()) {
            (None, None) => Ok(None),
            (Some("no"), None) => Ok(Some(Weakens::No)),
            (Some("may"), Some("first-day")) => Ok(Some(Weakens::MayFirstDay)),
            (Some("may"), Some("habitual")) => Ok(Some(Weakens::MayHabitual)),
            (claim, scope) => Err(format!(
                "the claim weakens_result = {claim:?} with scope = {scope:?}; \
                 give \"no\" without a scope, or \"may\" with the scope \"first-day\" or \"habitual\""
            )),
        };
        let no_study = match claims.studied.as_deref() {
            None => Ok(false),
            Some("no-study") => Ok(true),
            Some(other) => Err(format!(
                "the claim studied = {other:?}; give \"no-study\", or leave it out"
            )),
        };
        let line = file.line(spanned.span().start);
        let mut keep = |message| self.problems.add(&file.path, line, message);
        (
            weakens.unwrap_or_else(|message| {
                keep(message);
                None
            }),
            no_study.unwrap_or_else(|message| {
                keep(message);
                false
            }),
        )
    }
}

fn owned(text: Option<&Spanned<String>>) -> Option<Str> {
    text.map(|text| text.get_ref().clone().into())
}

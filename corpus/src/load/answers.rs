//! The answers of a file: what each says, and about what.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use toml::Spanned;

use super::Problems;
use super::data_file::DataFile;
use super::records::{AnswerRecord, AnswersRecord, ThreadRecord};
use super::sources::SourceReader;
use super::vocabulary::{Vocabulary, check_id, index};
use crate::{Answer, Position, Str, Treatment, Weakens};

/// The word for an answer on the kind of product.
const CLASS: &str = "class";

/// Reads and checks the answers of all panels.
pub(super) struct AnswerReader<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) treatments: &'a [Treatment],
    pub(super) retired: &'a HashSet<String>,
    /// Where each id stands.
    pub(super) ids: HashMap<String, (PathBuf, usize)>,
    pub(super) problems: &'a mut Problems,
}

impl AnswerReader<'_> {
    fn sources(&mut self) -> SourceReader<'_> {
        SourceReader {
            vocabulary: self.vocabulary,
            problems: self.problems,
        }
    }

    /// Adds the answers of one file.
    pub(super) fn read(
        &mut self,
        file: &DataFile,
        record: &AnswersRecord,
        claims: bool,
        answers: &mut Vec<Answer>,
    ) {
        if let Some(thread) = &record.thread {
            self.sources().thread(file, thread.get_ref());
            self.index_treatment(file, &thread.get_ref().treatment);
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
            if !claims {
                self.no_claims(file, answer);
            }
            let thread = record.thread.as_ref().map(Spanned::get_ref);
            answers.extend(self.answer(file, thread, answer));
        }
    }

    fn answer(
        &mut self,
        file: &DataFile,
        thread: Option<&ThreadRecord>,
        spanned: &Spanned<AnswerRecord>,
    ) -> Option<Answer> {
        let record = spanned.get_ref();
        let line = file.line(spanned.span().start);
        self.id(file, &record.id);
        let source = self.sources().source(file, line, thread, record);
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

    /// A panel that was read for times alone has no claim: it could not be counted among any.
    fn no_claims(&mut self, file: &DataFile, spanned: &Spanned<AnswerRecord>) {
        let record = spanned.get_ref();
        if record.claims.is_some() || !record.reasons.is_empty() || !record.conditions.is_empty() {
            self.problems.add(
                &file.path,
                file.line(spanned.span().start),
                format!(
                    "the answer {:?} has claims, reasons or conditions, and its panel was read \
                     for times alone; read all its answers for them and set claims = true in \
                     panel.toml, or leave them out",
                    record.id.get_ref()
                ),
            );
        }
    }

    fn id(&mut self, file: &DataFile, id: &Spanned<String>) {
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

    fn treatments(
        &mut self,
        file: &DataFile,
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

    fn index_treatment(&mut self, file: &DataFile, name: &Spanned<String>) -> Option<usize> {
        let found = index(
            file,
            "treatment",
            name,
            self.treatments
                .iter()
                .map(|treatment| treatment.id.as_ref()),
            "add it to data/treatments.toml",
            self.problems,
        )?;
        if self.treatments[found].generic.is_none() {
            self.problems.add(
                &file.path,
                file.line(name.span().start),
                format!(
                    "{:?} is no product; write \"{CLASS}\" for an answer on the kind of product",
                    name.get_ref()
                ),
            );
        }
        Some(found)
    }

    fn positions(
        &mut self,
        file: &DataFile,
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
        file: &DataFile,
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

    fn claims(&mut self, file: &DataFile, record: &AnswerRecord) -> (Option<Weakens>, bool) {
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

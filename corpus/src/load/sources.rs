//! Where an answer comes from: its title, address, summary and what else readers see.

use toml::Spanned;

use super::Problems;
use super::data_file::DataFile;
use super::lookalike::{has_plain_host, leads_away};
use super::records::{AnswerRecord, ThreadRecord};
use super::vocabulary::{Vocabulary, check_month, index};
use crate::{Source, Str};

/// Long enough for what an answer says, too short for the answer itself.
const LONGEST_SUMMARY: usize = 160;

/// Reads and checks the sources of answers.
pub(super) struct SourceReader<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) problems: &'a mut Problems,
}

impl SourceReader<'_> {
    pub(super) fn thread(&mut self, file: &DataFile, thread: &ThreadRecord) {
        check_month(file, &thread.read, self.problems);
        self.shown(file, Some(&thread.title));
        self.address(file, thread.address.as_ref());
    }

    pub(super) fn source(
        &mut self,
        file: &DataFile,
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

    /// A text that readers see: one line, which leads nowhere.
    fn shown(&mut self, file: &DataFile, text: Option<&Spanned<String>>) {
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

    fn number(&mut self, file: &DataFile, number: Option<&Spanned<i64>>) -> Option<u32> {
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

    fn rating(&mut self, file: &DataFile, rating: Option<&Spanned<f64>>) {
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
    fn address(&mut self, file: &DataFile, address: Option<&Spanned<String>>) {
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
}

fn owned(text: Option<&Spanned<String>>) -> Option<Str> {
    text.map(|text| text.get_ref().clone().into())
}

//! Who says what, and where can it be read?

use serde::Serialize;

use super::card_display::Display;
use super::filter::Counted;
use super::wording::{position, stance_name};
use crate::consensus::Stance;
use crate::guidance::Names;
use crate::settings::SourcesAt;
use aftercare_corpus::{Answer, Source};

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct AnswerText<'d> {
    /// The stable id.
    pub id: &'d str,
    /// Whose it is: specialty and place, where they are known, or the kind of source.
    pub who: String,
    /// Whether that is in the language of the data and not in the reader's.
    pub is_published: bool,
    /// What it says now.
    pub stance: Stance,
    /// The same in words.
    pub stance_name: &'d str,
    /// What it says, in the language of the data.
    pub summary: &'d str,
    /// Its times in words.
    pub position: String,
    /// Where it can be read.
    pub source: AnswerSource<'d>,
}

/// Where an answer can be read: at its own page, or on the page of sources, since an
/// address mostly holds a brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct AnswerSource<'d> {
    /// The title, or "Source 3".
    pub text: String,
    /// Whether that is in the language of the data and not in the reader's.
    pub is_published: bool,
    /// Its own address.
    pub address: Option<&'d str>,
    /// Its id on the page of sources.
    pub anchor: Option<&'d str>,
    /// ", answer 3", of a thread of several.
    pub number: Option<String>,
}

/// The language in which the data sum up the answers.
pub(super) const DATA_LANGUAGE: &str = "en";

impl<'d> Display<'d> {
    pub(super) fn text_of(&self, counted: &Counted<'_, 'd>) -> AnswerText<'d> {
        let Counted {
            stance,
            answer,
            number,
        } = *counted;
        let source = &answer.source;
        let who = author(source);
        AnswerText {
            id: &answer.id,
            is_published: who.is_some() && self.is_foreign(),
            who: who.unwrap_or_else(|| {
                let kind = self.words.kinds.get(source.kind);
                kind.map_or_else(String::new, |kind| kind.to_string())
            }),
            stance: stance.stance,
            stance_name: stance_name(self.words, stance.stance),
            summary: &source.summary,
            position: position(self.words, stance),
            source: self.source(answer, number),
        }
    }

    fn source(&self, answer: &'d Answer, number: u32) -> AnswerSource<'d> {
        let sentences = &self.words.core.answers;
        let fill = |text: &aftercare_corpus::Text, n: u32| text.with("n", &n.to_string());
        if self.settings.sources != SourcesAt::Inline || self.settings.names != Names::Brand {
            return AnswerSource {
                text: fill(&sentences.source, number),
                is_published: false,
                address: None,
                anchor: Some(&answer.id),
                number: None,
            };
        }
        let source = &answer.source;
        AnswerSource {
            text: source.title.to_string(),
            is_published: self.is_foreign(),
            address: source.address.as_deref(),
            anchor: None,
            number: source
                .number
                .map(|number| format!(", {}", fill(&sentences.number, number))),
        }
    }

    /// Whether the reader's language is not that of the data.
    pub(super) fn is_foreign(&self) -> bool {
        self.words.id != DATA_LANGUAGE
    }
}

/// Specialty and place, where they are known.
fn author(source: &Source) -> Option<String> {
    match (&source.specialty, &source.place) {
        (Some(specialty), Some(place)) => Some(format!("{specialty}, {place}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_string()),
        (None, None) => None,
    }
}

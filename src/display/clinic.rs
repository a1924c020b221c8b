//! What does the reader's own clinic ask? It stands before everything else.

use std::borrow::Cow;

use serde::Serialize;

use super::card_display::Display;
use crate::guidance::Guidance;
use crate::i18n::{brief_span, span};
use crate::settings::{ClinicWait, Settings, Wait};
use aftercare_corpus::{Text, Words};

/// The clinic's wait, which has the head of the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ClinicHead<'d> {
    /// Whether the wait still runs.
    pub waiting: bool,
    /// Whether the consensus says the contrary.
    pub differs: bool,
    /// "Name asks you to wait 24 hours before exercise"
    pub title: String,
    /// What is left of the wait, and until when; or when it ended.
    pub left: String,
    /// Whose word comes first.
    pub first: String,
    /// Stands over what the others say.
    pub consensus: &'d str,
}

/// What the clinic is called, at the start of a sentence.
pub(super) fn clinic_name<'d>(words: &'d Words, settings: &Settings<'d>) -> Cow<'d, str> {
    isolated(settings.clinic.unwrap_or(&words.core.clinic.unnamed))
}

/// The same within a sentence.
pub(super) fn clinic_within<'d>(words: &'d Words, settings: &Settings<'d>) -> Cow<'d, str> {
    isolated(settings.clinic.unwrap_or(&words.core.clinic.unnamed_within))
}

/// A name as it stands in a sentence. One with letters from right to left is isolated by
/// marks of Unicode, which work in every kind of text: beside it, a browser would else show
/// the digits of a telephone number in another order. A name without such stays as it is.
fn isolated(name: &str) -> Cow<'_, str> {
    if !name.chars().any(turns) {
        return name.into();
    }
    // An isolate of its own could end this one.
    let mut isolated = String::from('\u{2068}');
    for sign in name.chars() {
        if !matches!(sign, '\u{2066}'..='\u{2069}') {
            isolated.push(sign);
        }
    }
    isolated.push('\u{2069}');
    isolated.into()
}

/// Whether a letter is written from right to left, or a mark says so of others.
fn turns(letter: char) -> bool {
    matches!(letter,
        // Hebrew, Arabic and the like; their forms of presentation; the older ones.
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
        | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// "Follow what your clinic told you."
pub(super) fn clinic_first(words: &Words, settings: &Settings<'_>) -> String {
    let clinic = clinic_within(words, settings);
    words.core.clinic.first.with("clinic", &clinic)
}

/// Whose opinions these are, and whom to follow.
pub(super) fn basis(words: &Words, settings: &Settings<'_>) -> String {
    let first = clinic_first(words, settings);
    format!("{} {first}", words.core.head.opinions)
}

impl<'d> Display<'d> {
    /// The clinic's wait for the activity of a card, where it has one.
    pub(super) fn clinic_wait(&self, card: &Guidance<'_>) -> Option<ClinicWait> {
        let wait = self.settings.protocol.wait(self.corpus, card.activity.id)?;
        let day = self.moment().treated_at.day();
        Some(wait.against(day, self.elapsed(), card.status))
    }

    /// The same in words.
    pub(super) fn clinic_head(&self, card: &Guidance<'_>) -> Option<ClinicHead<'d>> {
        let wait = self.clinic_wait(card)?;
        let sentences = &self.words.core.clinic;
        let within = clinic_within(self.words, self.settings);
        let when = self.when(wait.until);
        // The midnight that is waited for is the next one.
        let tonight = wait.wait == Wait::DayEnd && wait.waiting && self.is_live();
        Some(ClinicHead {
            waiting: wait.waiting,
            differs: wait.differs,
            title: self.clinic_title(
                card,
                wait.wait,
                match tonight {
                    true => &sentences.tonight,
                    false => &sentences.day,
                },
            ),
            left: match wait.until.0.saturating_sub(self.elapsed().0) {
                0 => sentences.ended.with("when", &when),
                left => {
                    let span = brief_span(self.words, left);
                    match tonight {
                        true => sentences.to_go.with("span", &span),
                        false => sentences.left.fill(&[("span", &span), ("when", &when)]),
                    }
                }
            },
            first: match (wait.differs, wait.waiting) {
                (false, _) => &sentences.first,
                (true, true) => &sentences.differs_wait,
                (true, false) => &sentences.differs_ended,
            }
            .with("clinic", &within),
            consensus: &sentences.consensus,
        })
    }

    /// "Harley asks you to wait 24 hours before a run"; of a wait until the day is over, what
    /// `day` says.
    pub(super) fn clinic_title(&self, card: &Guidance<'_>, wait: Wait, day: &Text) -> String {
        let name = clinic_name(self.words, self.settings);
        let (clinic, subject) = (("clinic", &*name), ("subject", self.subject(card)));
        match wait {
            Wait::For(minutes) => {
                let span = span(self.words, minutes.0);
                let text = &self.words.core.clinic.wait;
                text.fill(&[clinic, subject, ("span", &span)])
            }
            Wait::DayEnd => day.fill(&[clinic, subject]),
        }
    }

    /// Where the clinic has waits and none for this activity: says so.
    pub(super) fn no_clinic_wait(&self) -> Option<String> {
        let protocol = &self.settings.protocol;
        let activity = self.card.activity.id;
        if protocol.is_empty() || protocol.wait(self.corpus, activity).is_some() {
            return None;
        }
        let name = clinic_name(self.words, self.settings);
        let sentence = &self.words.core.clinic.none;
        Some(sentence.fill(&[("clinic", &name), ("subject", self.subject(&self.card))]))
    }
}

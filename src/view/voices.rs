//! Who says what? The list of answers behind the counts.

use super::Writer;
use super::card::{mark, minutes, stance_word};
use super::span::span;
use crate::words::{Word, digits};
use crate::{AnswerStance, Guidance, Minutes, Names, SourcesAt};

/// The texts of the answers, which are loaded when somebody looks deeper.
#[derive(Default)]
pub(crate) enum Voices {
    #[default]
    NotAsked,
    Asked,
    Failed,
    Loaded(Vec<Voice>),
}

/// The texts of one answer.
pub(crate) struct Voice {
    pub(crate) id: String,
    /// Whose it is.
    pub(crate) who: String,
    pub(crate) summary: String,
    pub(crate) title: String,
    pub(crate) address: Option<String>,
    /// Its number in a thread of several.
    pub(crate) number: Option<u32>,
}

impl Writer<'_> {
    /// Who says what, in the data's order.
    pub(super) fn voices(&mut self, voices: &Voices, card: &Guidance<'_>) {
        self.out.open("details", "who-says-what");
        self.out.open("summary", "");
        self.out.text("h3", "", self.word(Word::ViewAnswers));
        self.out.close();
        match voices {
            Voices::NotAsked => {}
            Voices::Asked => {
                let text = self.word(Word::ViewAnswersLoading);
                self.out.text("p", "note", text);
            }
            Voices::Failed => {
                let text = self.word(Word::ViewAnswersFailed);
                self.out.text("p", "note", text);
            }
            Voices::Loaded(voices) => {
                self.out.open("ul", "voices");
                for answer in &card.answers {
                    for (voice, place) in voices.iter().zip(1..) {
                        if voice.id == answer.id {
                            self.voice(answer, voice, place);
                        }
                    }
                }
                self.out.close();
            }
        }
        self.out.close();
    }

    fn voice(&mut self, answer: &AnswerStance<'_>, voice: &Voice, place: u32) {
        self.out.open("li", "voice");
        self.out.text("h4", "who", &voice.who);
        self.out.open("p", "stance");
        self.out.leaf("span", mark(answer.stance));
        self.out
            .text("span", "", self.word(stance_word(answer.stance)));
        self.out.close();
        self.out.text("p", "", &voice.summary);
        let position = self.position(answer);
        self.out.text("p", "note", &position);
        self.reference(answer.id, voice, place);
        self.out.close();
    }

    /// Whose an answer is and what it says, as far as that is loaded.
    pub(super) fn voice_of(&mut self, voices: &Voices, id: &str) {
        match voices {
            Voices::NotAsked => {}
            Voices::Asked => {
                let text = self.word(Word::ViewAnswersLoading);
                self.out.text("p", "note", text);
            }
            Voices::Failed => {
                let text = self.word(Word::ViewAnswersFailed);
                self.out.text("p", "note", text);
            }
            Voices::Loaded(voices) => {
                for (voice, place) in voices.iter().zip(1..) {
                    if voice.id == id {
                        self.out.text("p", "who", &voice.who);
                        self.out.text("p", "", &voice.summary);
                        self.reference(id, voice, place);
                    }
                }
            }
        }
    }

    pub(super) fn position(&self, answer: &AnswerStance<'_>) -> String {
        let (Some(no_until), Some(yes_from)) = (answer.no_until, answer.yes_from) else {
            return self.word(Word::ViewAnswerUntimed).to_owned();
        };
        let (no_until, yes_from) = (minutes(no_until), minutes(yes_from));
        let from = span(self.setup.words, no_until);
        let until = span(self.setup.words, yes_from);
        let word = match (no_until, yes_from) {
            (_, Minutes(0)) => Word::ViewAnswerFine,
            (Minutes(0), _) => Word::ViewAnswerFrom,
            _ if no_until == yes_from => Word::ViewAnswerWait,
            _ => Word::ViewAnswerRange,
        };
        self.fill(word, &[&from, &until])
    }

    /// Where it can be read: its own page, or the page of sources, since an
    /// address mostly holds a brand.
    fn reference(&mut self, id: &str, voice: &Voice, place: u32) {
        let settings = self.setup.settings;
        self.out.open("p", "reference");
        if settings.sources == SourcesAt::Page || settings.names != Names::Brand {
            let text = self.fill(Word::ViewSource, &[&digits(place)]);
            if self.setup.sources.is_empty() {
                self.out.text("cite", "", &text);
            } else {
                let mut address = self.setup.sources.to_owned();
                address.push('#');
                address.push_str(id);
                self.out.link("", &address, &text);
            }
        } else {
            match &voice.address {
                None => self.out.text("cite", "", &voice.title),
                Some(address) => self.out.link("", address, &voice.title),
            }
            if let Some(number) = voice.number {
                let mut text = ", ".to_owned();
                text.push_str(&self.fill(Word::ViewAnswerNumber, &[&digits(number)]));
                self.out.text("span", "", &text);
            }
        }
        self.out.close();
    }
}

//! Who says what? The list of answers behind the counts.

use super::card::{mark, minutes, stance_word};
use super::sift::{Sift, arrange};
use super::span::span;
use super::{Scene, Writer};
use crate::text::{concat, cut};
use crate::words::{PluralWord, Word, digits, filled};
use crate::{AnswerStance, Guidance, Minutes, Names, SourcesAt};

/// The language in which the data sum up the answers.
const SUMMARIES: &str = "en";

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
    /// Whose it is: specialty and place, where they are known.
    pub(crate) who: Option<String>,
    /// What sort of source it is, in the reader's language.
    pub(crate) kind: String,
    pub(crate) summary: String,
    pub(crate) title: String,
    pub(crate) address: Option<String>,
    /// Its number in a thread of several.
    pub(crate) number: Option<u32>,
    /// Why it says wait.
    pub(crate) reasons: Vec<String>,
}

impl Writer<'_> {
    /// Who says what: all that count, or those that the reader wants to see.
    pub(super) fn voices(
        &mut self,
        scene: &Scene<'_>,
        card: &Guidance<'_>,
        others: &[Guidance<'_>],
    ) {
        if !self.section("who-says-what", self.word(Word::ViewAnswers)) {
            return;
        }
        let asked = card.activity.name;
        let card = Self::listed(scene, card, others);
        let voices = match scene.voices {
            Voices::Loaded(voices) => voices.as_slice(),
            _ => &[],
        };
        let mut list = self.counted(card);
        let all = list.len() as u32;
        list.retain(|counted| self.fits(scene.sift, card, counted, voices));
        arrange(&mut list, scene.sift.order);

        self.lists(asked, card, scene.voices);
        self.found(scene, card, list.len() as u32, all);
        self.loading(scene.voices);
        if matches!(scene.voices, Voices::Loaded(_)) {
            if self.foreign().is_some() {
                let text = self.word(Word::ViewAnswersEnglish);
                self.out.text("p", "note", text);
            }
            self.out.open("ul", "voices");
            for counted in &list {
                for (voice, place) in voices.iter().zip(1..) {
                    if voice.id == counted.stance.id {
                        self.voice(counted.stance, voice, place);
                    }
                }
            }
            self.out.close();
        }
        self.out.close();
    }

    /// A section that the reader can open, with what opens it. Whether the rest of it
    /// is to be drawn: not before somebody has opened it, since most never do.
    pub(super) fn section(&mut self, class: &str, title: &str) -> bool {
        self.out.open("details", class);
        self.out.open("summary", "");
        self.out.text("h3", "", title);
        self.out.close();
        self.goes_on(class)
    }

    /// Closes a section that nobody has opened yet.
    pub(super) fn goes_on(&mut self, class: &str) -> bool {
        let mut rest = Some(self.opened);
        while let Some((opened, after)) = rest.map(|rest| cut(rest, b' ')) {
            if opened == class {
                return true;
            }
            rest = after;
        }
        self.out.close();
        false
    }

    /// Whether the texts of the answers are on their way.
    pub(super) fn loading(&mut self, voices: &Voices) {
        let text = match voices {
            Voices::Asked => Word::ViewAnswersLoading,
            Voices::Failed => Word::ViewAnswersFailed,
            _ => return,
        };
        self.out.text("p", "note", self.word(text));
    }

    /// The heading of the list: how many there are. Whoever has pressed a number
    /// comes here, and can go back.
    fn found(&mut self, scene: &Scene<'_>, card: &Guidance<'_>, number: u32, all: u32) {
        let words = self.setup.words;
        let subject = (self.setup.corpus.activities.iter())
            .zip(words.activities)
            .find(|(id, _)| **id == card.activity.id)
            .map_or("", |(_, activity)| activity.subject);
        let found = words.plural(PluralWord::DeeperFound, all);
        let found = filled(found, &[&digits(number), &digits(all), subject]);
        self.out.open("div", "found");
        self.out.open("h4", "found-title");
        self.out.set("tabindex", "-1");
        self.out.say(&found);
        self.out.close();
        if number == 0 {
            self.out.text("p", "", self.word(Word::DeeperNone));
        }
        if number < all {
            self.out
                .act("act", &Sift::default().act(), self.word(Word::DeeperAll));
        }
        if scene.came {
            self.out.act("act", "back", self.word(Word::DeeperBack));
        }
        self.out.close();
    }

    fn voice(&mut self, answer: &AnswerStance<'_>, voice: &Voice, place: u32) {
        self.out.open("li", "voice");
        self.out.set("id", &concat(&["answer-", answer.id]));
        self.author("h5", voice);
        self.out.open("p", "stance");
        self.out.leaf("span", mark(answer.stance));
        self.out
            .text("span", "", self.word(stance_word(answer.stance)));
        self.out.close();
        self.as_published("p", "", &voice.summary);
        let position = self.position(answer);
        self.out.text("p", "note", &position);
        self.reference(answer.id, voice, place);
        self.out.close();
    }

    fn author(&mut self, tag: &str, voice: &Voice) {
        match &voice.who {
            Some(who) => self.as_published(tag, "who", who),
            None => self.out.text(tag, "who", &voice.kind),
        }
    }

    /// A text in the language of the data, whatever the reader's is.
    fn as_published(&mut self, tag: &str, class: &str, text: &str) {
        self.out.open(tag, class);
        self.mark_foreign();
        self.out.say(text);
        self.out.close();
    }

    fn mark_foreign(&mut self) {
        if let Some(lang) = self.foreign() {
            self.out.set("lang", lang);
        }
    }

    /// The language of the data, where it is not the reader's.
    fn foreign(&self) -> Option<&'static str> {
        (self.setup.words.id != SUMMARIES).then_some(SUMMARIES)
    }

    /// Whose an answer is and what it says, as far as that is loaded.
    pub(super) fn voice_of(&mut self, voices: &Voices, id: &str) {
        self.loading(voices);
        if let Voices::Loaded(voices) = voices {
            for (voice, place) in voices.iter().zip(1..) {
                if voice.id == id {
                    self.author("p", voice);
                    self.as_published("p", "", &voice.summary);
                    self.reference(id, voice, place);
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
                None => self.as_published("cite", "", &voice.title),
                Some(address) => {
                    // The language is that of the text and of what it leads to.
                    self.out.open("span", "");
                    self.mark_foreign();
                    self.out.link("", address, &voice.title);
                    self.out.close();
                }
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

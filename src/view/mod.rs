//! What does the visitor see?
//!
//! A [`Scene`] is everything that decides it; [`Scene::markup`] is what is on
//! the screen then. There is no browser in here: `web` reads the form and the
//! clock, and paints the markup.

mod axis;
#[cfg(feature = "blank")]
mod blank;
mod card;
mod clinic;
mod deeper;
mod form;
#[cfg(any(test, feature = "glance"))]
pub(crate) mod glance;
mod help;
mod marks;
mod markup;
mod others;
pub(crate) mod picture;
pub(crate) mod quick;
mod remind;
mod sift;
mod span;
mod utc;
mod voices;

use crate::text::concat;
use crate::words::{Word, Words, digits, filled};
use crate::{
    Catalog, ClinicView, Corpus, Elapsed, Guidance, Minutes, STALE_AFTER_MONTHS, Settings,
    TreatedAt,
};

#[cfg(feature = "blank")]
pub use blank::{Blank, SIGNS, STEPS};
pub(crate) use form::{Fields, Form};
pub(crate) use markup::Markup;
#[cfg(feature = "blank")]
pub(crate) use markup::{Op, ops};
pub(crate) use sift::{LISTS, Sift};
pub(crate) use utc::utc;
pub(crate) use voices::{Voice, Voices};

/// What stays the same as long as a view is there.
pub(crate) struct Setup<'v> {
    pub(crate) corpus: &'v Corpus<'v>,
    pub(crate) words: &'v Words<'v>,
    pub(crate) settings: &'v Settings<'v>,
    pub(crate) catalog: &'v Catalog<'v>,
    /// The address of the page of sources; empty where there is none.
    pub(crate) sources: &'v str,
}

/// Everything that decides what is seen at a moment.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'v> {
    pub(crate) setup: &'v Setup<'v>,
    pub(crate) form: Form<'v>,
    pub(crate) answer: Answer<'v>,
    pub(crate) voices: &'v Voices,
    /// Which answers the reader wants to see.
    pub(crate) sift: Sift<'v>,
    /// The classes of the sections that the reader has opened at some time, with a space
    /// between.
    pub(crate) opened: &'v str,
    /// Whether a number has led the reader to the answers, so that they may want
    /// to go back.
    pub(crate) came: bool,
    pub(crate) pointed: Pointed<'v>,
    /// Whether the data are old.
    pub(crate) stale: bool,
    pub(crate) rest: Rest,
    /// What a screen reader is told.
    pub(crate) announcement: &'v str,
}

/// What the reader points at to look at it closer.
#[derive(Clone, Copy, Default)]
pub(crate) struct Pointed<'v> {
    /// The ids of the answers whose marks are chosen.
    pub(crate) marks: &'v [String],
    /// The moment that is looked at in the picture; `None` for now.
    pub(crate) at: Option<Minutes>,
    /// The moment over which a mouse is; its numbers are shown as long.
    pub(crate) over: Option<Minutes>,
}

/// Whether what stands under the answer is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Rest {
    /// It comes later.
    #[default]
    Awaited,
    /// It could not be loaded: of a first look alone.
    #[cfg(feature = "blank")]
    Missing,
    /// It is drawn.
    Here,
    /// What was drawn last stays for a moment: the answer comes first.
    Kept,
}

/// What there is to show.
#[derive(Clone, Copy)]
pub(crate) enum Answer<'v> {
    /// Nothing yet: something is still to be chosen.
    Asked,
    /// A sentence on why there is no card.
    Problem(&'v str),
    /// A card, and the cards of the other activities at the same moment.
    Card {
        card: &'v Guidance<'v>,
        others: &'v [Guidance<'v>],
        moment: Moment<'v>,
    },
}

/// When that is.
#[derive(Clone, Copy)]
pub(crate) struct Moment<'v> {
    pub(crate) elapsed: Elapsed,
    pub(crate) treated_at: TreatedAt,
    /// So many minutes after the treatment, on the visitor's clock; `None` on a
    /// card that goes with no clock.
    pub(crate) clock: Option<&'v dyn Fn(Minutes) -> String>,
    /// The same in two short lines, day and time of day, for an axis.
    pub(crate) tick: Option<&'v dyn Fn(Minutes) -> [String; 2]>,
    /// Where a reminder can be set: on a card that goes with a clock.
    pub(crate) calendar: Option<Calendar>,
}

/// The calendar of the visitor's device.
#[derive(Clone, Copy)]
pub(crate) struct Calendar {
    /// The treatment, in minutes since 1970.
    pub(crate) treated: Minutes,
    /// Whether a file can be saved from here.
    pub(crate) saves: bool,
}

/// Writes markup.
pub(crate) struct Writer<'v> {
    setup: &'v Setup<'v>,
    /// See [`Scene::opened`].
    opened: &'v str,
    out: Markup,
}

impl Setup<'_> {
    /// The clinic's wait for the activity of a card, where it has one.
    pub(crate) fn clinic(&self, card: &Guidance<'_>, moment: Moment<'_>) -> Option<ClinicView> {
        let wait = self.settings.protocol.wait(self.corpus, card.activity.id)?;
        let elapsed = moment.elapsed.minutes();
        Some(wait.beside(moment.treated_at.day(), elapsed, card.status))
    }

    /// An answer in a few sentences, for those who do not see it: the clinic's
    /// word first, without the countdown.
    pub(crate) fn spoken(&self, card: &Guidance<'_>, moment: Moment<'_>) -> String {
        let writer = Writer::new(self);
        let headline = crate::headline(self.words, card);
        let Some(view) = self.clinic(card, moment) else {
            return concat(&[card.treatment.name, ". ", &headline, ". ", &card.summary]);
        };
        let ended = match view.waiting {
            true => String::new(),
            false => concat(&[&writer.clinic_left(view, moment), " "]),
        };
        concat(&[
            card.treatment.name,
            ". ",
            &writer.clinic_title(view),
            " ",
            &ended,
            &writer.clinic_comes_first(view).1,
            " ",
            writer.word(Word::ViewConsensus),
            ": ",
            &headline,
            ". ",
            &card.summary,
        ])
    }

    /// A sentence on attributes that are wrong, in the place of everything else.
    pub(crate) fn problem(words: &Words<'_>, message: &str) -> String {
        let mut out = Markup::default();
        out.open("p", "problem");
        out.set("part", "error");
        out.set("role", "alert");
        out.say(&filled(words.plain(Word::ViewSetup), &[message]));
        out.close();
        out.finish()
    }
}

impl Scene<'_> {
    /// What is on the screen.
    pub(crate) fn markup(&self) -> String {
        let mut writer = Writer::new(self.setup);
        writer.opened = self.opened;
        writer.root(self);
        writer.out.finish()
    }
}

impl<'v> Writer<'v> {
    fn new(setup: &'v Setup<'v>) -> Self {
        Self {
            setup,
            opened: "",
            out: Markup::default(),
        }
    }

    fn word(&self, word: Word) -> &'v str {
        self.setup.words.plain(word)
    }

    fn fill(&self, word: Word, values: &[&str]) -> String {
        filled(self.word(word), values)
    }

    fn root(&mut self, scene: &Scene<'_>) {
        self.form(scene);
        match &scene.answer {
            Answer::Asked => {
                self.out.text("p", "hint", self.word(Word::ViewAsk));
                self.clinic_alone();
            }
            Answer::Problem(text) => {
                self.out.text("p", "hint", text);
                self.clinic_alone();
            }
            Answer::Card {
                card,
                others,
                moment,
            } => self.card(scene, card, others, *moment),
        }
        self.help();
        self.out.text("p", "notice", self.word(Word::CardNotice));
        let corpus = self.setup.corpus;
        let corpus = [corpus.version, corpus.updated];
        let corpus = self.fill(Word::ViewCorpus, &corpus);
        self.out.text("p", "note corpus", &corpus);
        if !self.setup.words.reviewed {
            let text = self.word(Word::ViewUnreviewed);
            self.out.text("p", "note unreviewed", text);
        }
        self.out.open("p", "unseen");
        self.out.set("role", "status");
        self.out.say(scene.announcement);
        self.out.close();
    }

    fn card(
        &mut self,
        scene: &Scene<'_>,
        card: &Guidance<'_>,
        others: &[Guidance<'_>],
        moment: Moment<'_>,
    ) {
        self.out.part("section", "card");
        self.answer(card, moment);
        self.alarm();
        if scene.stale {
            let months = digits(STALE_AFTER_MONTHS);
            let values = [self.setup.corpus.updated, &months];
            let stale = self.fill(Word::ViewStale, &values);
            self.out.text("p", "stale", &stale);
        }
        match scene.rest {
            Rest::Here => self.rest(scene, card, others, moment),
            Rest::Kept => self.out.keep(),
            #[cfg(feature = "blank")]
            Rest::Missing => self.out.text("p", "note", self.word(Word::ViewRestMissing)),
            Rest::Awaited => {
                self.out.open("div", "awaited");
                self.out.set("aria-busy", "true");
                self.out.close();
            }
        }
        self.out.text("p", "note scope", self.word(Word::ViewScope));
        self.out.close();
    }
}

impl Writer<'_> {
    /// All of a card but the answer.
    fn rest(
        &mut self,
        scene: &Scene<'_>,
        card: &Guidance<'_>,
        others: &[Guidance<'_>],
        moment: Moment<'_>,
    ) {
        let compact = self.setup.settings.compact;
        self.whose(card, moment);
        if compact {
            self.out.open("details", "more");
            self.out.text("summary", "", self.word(Word::ViewMore));
        }
        self.differ(card);
        for panel in &card.panels {
            self.panel(scene, card, panel, moment);
        }
        self.picture(scene, card, moment);
        let clock = match card.treated_at {
            Some(_) => Word::ViewClockKnown,
            None => Word::ViewClockUnknown,
        };
        self.out.text("p", "note clock", self.word(clock));
        self.what_else(others, moment);
        self.done(card);
        self.voices(scene, card, others);
        self.deeper(scene, card, others);
        if compact {
            self.out.close();
        }
    }
}

#[cfg(test)]
mod deeper_tests;
#[cfg(test)]
mod marks_tests;
#[cfg(test)]
mod picture_tests;
#[cfg(test)]
mod remind_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod written_tests;

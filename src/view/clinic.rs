//! What does the reader's own clinic ask? It stands before everything else.

use super::card::WAIT;
use super::span::{brief, span};
use super::{Moment, Writer};
use crate::words::Word;
use crate::{ClinicView, Guidance, Minutes, Wait};

impl Writer<'_> {
    /// "Name asks you to wait 24 hours:"
    pub(super) fn clinic_title(&self, view: ClinicView) -> String {
        let clinic = self.clinic_name();
        match view.wait {
            Wait::For(wait) => {
                let span = span(self.setup.words, wait);
                self.fill(Word::ViewClinicWait, &[clinic, &span])
            }
            Wait::DayEnd => self.fill(Word::ViewClinicDay, &[clinic]),
        }
    }

    /// What is left of the clinic's wait, and until when; or when it ended.
    pub(super) fn clinic_left(&self, view: ClinicView, moment: Moment<'_>) -> String {
        let when = self.when(view.until, moment);
        match view.until.0.checked_sub(moment.elapsed.minutes().0) {
            None | Some(0) => self.fill(Word::ViewClinicEnded, &[&when]),
            Some(left) => {
                let span = brief(self.setup.words, Minutes(left));
                self.fill(Word::ViewClinicLeft, &[&span, &when])
            }
        }
    }

    /// The clinic's wait: it has the headline. When it has ended, that is not to
    /// be read as "fine".
    pub(super) fn clinic_first(
        &mut self,
        view: ClinicView,
        card: &Guidance<'_>,
        moment: Moment<'_>,
    ) {
        self.out.part("header", "clinic");
        self.out.set(
            "data-status",
            if view.waiting { "wait" } else { "not_enough" },
        );
        self.asked(card, moment);
        self.out.icon(WAIT);
        let title = self.clinic_title(view);
        self.out.open("h2", "status");
        self.out.set("tabindex", "-1");
        self.out.say(&title);
        self.out.close();
        let left = self.clinic_left(view, moment);
        self.out.text("p", "next", &left);
        let (class, first) = self.clinic_comes_first(view);
        self.out.text("p", class, &first);
        self.contact();
        self.out.close();
    }

    /// The clinic's word where it has no wait for this activity.
    pub(super) fn clinic_beside(&mut self, card: &Guidance<'_>) {
        if self.has_clinic() {
            self.out.part("section", "clinic");
            if !self.setup.settings.protocol.is_empty() {
                let values = [self.clinic_name(), card.activity.name];
                let none = self.fill(Word::ViewClinicNone, &values);
                self.out.text("p", "", &none);
            }
            self.clinic_word();
            self.out.close();
        }
    }

    /// The clinic's waits where there is no card yet.
    pub(super) fn clinic_alone(&mut self) {
        if self.has_clinic() {
            self.out.part("section", "clinic");
            self.clinic_word();
            self.out.open("dl", "times");
            for (place, wait) in self.setup.settings.protocol.waits() {
                let activity = self.setup.words.activities.get(*place);
                let wait = match wait {
                    Wait::For(wait) => span(self.setup.words, *wait),
                    Wait::DayEnd => self.word(Word::ViewClinicUntilDayEnd).to_owned(),
                };
                self.out
                    .row(activity.map_or("", |activity| activity.name), &wait);
            }
            self.out.close();
            self.out.close();
        }
    }

    pub(super) fn has_clinic(&self) -> bool {
        let settings = self.setup.settings;
        settings.clinic.is_some() || settings.contact.is_some() || !settings.protocol.is_empty()
    }

    fn clinic_word(&mut self) {
        let first = self.fill(Word::ViewClinicFirst, &[self.clinic_within()]);
        self.out.text("p", "", &first);
        self.contact();
    }

    /// Whose word counts, and whether the others say the contrary.
    pub(super) fn clinic_comes_first(&self, view: ClinicView) -> (&'static str, String) {
        let (class, word) = match (view.differs, view.waiting) {
            (false, _) => ("", Word::ViewClinicFirst),
            (true, true) => ("differ", Word::ViewClinicDiffersWait),
            (true, false) => ("differ", Word::ViewClinicDiffersEnded),
        };
        (class, self.fill(word, &[self.clinic_within()]))
    }
}

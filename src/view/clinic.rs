//! What does the reader's own clinic ask? It stands before everything else.

use super::card::WAIT;
use super::span::span;
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
                let span = span(self.setup.words, Minutes(left));
                self.fill(Word::ViewClinicLeft, &[&span, &when])
            }
        }
    }

    /// The clinic's wait while it runs: it has the headline.
    pub(super) fn clinic_first(
        &mut self,
        view: ClinicView,
        card: &Guidance<'_>,
        moment: Moment<'_>,
    ) {
        self.out.open("header", "answer clinic-first");
        self.out.set("part", "clinic");
        self.out.set("data-status", "wait");
        self.asked(card, moment);
        self.out.icon(WAIT);
        let title = self.clinic_title(view);
        self.out.text("h2", "status", &title);
        let left = self.clinic_left(view, moment);
        self.out.text("p", "next", &left);
        self.clinic_comes_first(view);
        self.out.close();
    }

    /// The clinic's word where no wait of it runs: one that has ended, which is
    /// not to be read as "fine", or none for this activity.
    pub(super) fn clinic_beside(
        &mut self,
        view: Option<ClinicView>,
        card: &Guidance<'_>,
        moment: Moment<'_>,
    ) {
        let settings = self.setup.settings;
        let has_protocol = !settings.protocol.is_empty();
        if settings.clinic.is_none() && settings.contact.is_none() && !has_protocol {
            return;
        }
        self.out.part("section", "clinic");
        match view {
            Some(view) => {
                let title = self.clinic_title(view);
                self.out.text("p", "clinic-wait", &title);
                let left = self.clinic_left(view, moment);
                self.out.text("p", "next", &left);
                self.clinic_comes_first(view);
            }
            None => {
                let clinic = self.clinic_name();
                if has_protocol {
                    let activity = card.activity.name;
                    let none = self.fill(Word::ViewClinicNone, &[clinic, activity]);
                    self.out.text("p", "", &none);
                }
                let first = self.fill(Word::ViewClinicFirst, &[clinic]);
                self.out.text("p", "", &first);
                self.contact();
            }
        }
        self.out.close();
    }

    fn clinic_comes_first(&mut self, view: ClinicView) {
        let (class, word) = match (view.differs, view.waiting) {
            (false, _) => ("", Word::ViewClinicFirst),
            (true, true) => ("differ", Word::ViewClinicDiffersWait),
            (true, false) => ("differ", Word::ViewClinicDiffersEnded),
        };
        let first = self.fill(word, &[self.clinic_name()]);
        self.out.text("p", class, &first);
        self.contact();
    }
}

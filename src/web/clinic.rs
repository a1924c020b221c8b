//! What does the reader's own clinic ask? It stands before everything else.

use web_sys::Element;

use super::card::{CardView, WAIT};
use super::draw::{Pen, set};
use super::help::{clinic_name, contact};
use super::moment::{Visit, span};
use crate::words::{Word, fill};
use crate::{CORPUS, ClinicView, Guidance, Minutes, Wait};

impl CardView<'_> {
    /// The clinic's wait for the activity of a card, where it has one.
    pub(super) fn clinic(&self, card: &Guidance<'_>, visit: &Visit) -> Option<ClinicView> {
        let wait = self.settings.protocol.wait(&CORPUS, card.activity.id)?;
        let elapsed = visit.elapsed.minutes();
        Some(wait.beside(visit.treated_at.day(), elapsed, card.status))
    }

    /// "Name asks you to wait 24 hours:"
    pub(super) fn clinic_title(&self, view: ClinicView) -> String {
        let clinic = clinic_name(self.words, self.settings);
        match view.wait {
            Wait::For(wait) => {
                let values = [("clinic", clinic), ("span", &span(self.words, wait))];
                fill(self.word(Word::ViewClinicWait), &values)
            }
            Wait::DayEnd => fill(self.word(Word::ViewClinicDay), &[("clinic", clinic)]),
        }
    }

    /// What is left of the clinic's wait, and until when; or when it ended.
    pub(super) fn clinic_left(&self, view: ClinicView, visit: &Visit) -> String {
        let when = visit.when(self.words, view.until, self.locale);
        let left = view.until.0.checked_sub(visit.elapsed.minutes().0);
        match left {
            None | Some(0) => fill(self.word(Word::ViewClinicEnded), &[("when", &when)]),
            Some(left) => {
                let span = span(self.words, Minutes(left));
                let values = [("span", span.as_str()), ("when", &when)];
                fill(self.word(Word::ViewClinicLeft), &values)
            }
        }
    }

    /// The clinic's wait while it runs: it has the headline.
    pub(super) fn clinic_first(
        &self,
        pen: &mut Pen,
        view: ClinicView,
        asked: &Element,
        left: &Element,
    ) {
        let header = pen.open("header", "answer");
        set(&header, "part", "clinic");
        set(&header, "data-status", "wait");
        pen.put(asked);
        pen.icon(WAIT);
        pen.text("h2", "status", &self.clinic_title(view));
        pen.put(left);
        self.clinic_comes_first(pen, view);
        pen.close();
    }

    /// The clinic's word where no wait of it runs: one that has ended, which is
    /// not to be read as "fine", or none for this activity.
    pub(super) fn clinic_beside(
        &self,
        pen: &mut Pen,
        card: &Guidance<'_>,
        view: Option<ClinicView>,
        left: &Element,
    ) {
        let settings = self.settings;
        if settings.clinic.is_none() && settings.protocol.is_empty() && settings.contact.is_none() {
            return;
        }
        pen.part("section", "clinic");
        match view {
            Some(view) => {
                pen.text("p", "clinic-wait", &self.clinic_title(view));
                pen.put(left);
                self.clinic_comes_first(pen, view);
            }
            None => {
                let clinic = clinic_name(self.words, settings);
                if !settings.protocol.is_empty() {
                    let values = [("clinic", clinic), ("activity", card.activity.name)];
                    let none = fill(self.word(Word::ViewClinicNone), &values);
                    pen.text("p", "", &none);
                }
                let first = fill(self.word(Word::ViewClinicFirst), &[("clinic", clinic)]);
                pen.text("p", "", &first);
                contact(pen, self.words, settings);
            }
        }
        pen.close();
    }

    fn clinic_comes_first(&self, pen: &mut Pen, view: ClinicView) {
        let clinic = clinic_name(self.words, self.settings);
        let word = match (view.differs, view.waiting) {
            (false, _) => Word::ViewClinicFirst,
            (true, true) => Word::ViewClinicDiffersWait,
            (true, false) => Word::ViewClinicDiffersEnded,
        };
        pen.text(
            "p",
            if view.differs { "differ" } else { "" },
            &fill(self.word(word), &[("clinic", clinic)]),
        );
        contact(pen, self.words, self.settings);
    }
}

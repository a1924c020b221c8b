//! When to get help: two levels, on every card.

use super::Writer;
use crate::words::{ListWord, Word};

impl<'v> Writer<'v> {
    /// Whom to call for what, and how soon.
    pub(super) fn help(&mut self) {
        let (words, settings) = (self.setup.words, self.setup.settings);
        self.out.part("section", "help");
        self.out.open("h2", "help-title");
        // A button of the card leads here.
        self.out.set("tabindex", "-1");
        self.out.say(self.word(Word::ViewHelp));
        self.out.close();

        self.out.open("div", "care emergency");
        let title = self.fill(Word::ViewEmergency, &[self.emergency_number()]);
        self.out.text("h3", "", &title);
        self.out.list(words.list(ListWord::RedFlagsEmergency));
        if let Some(number) = settings.emergency {
            let call = self.fill(Word::ViewCall, &[number.text()]);
            self.out.link("call", &number.link(), &call);
        }
        self.out.close();

        self.out.open("div", "care soon");
        self.out.text("h3", "", self.word(Word::ViewSoon));
        self.out.list(words.list(ListWord::RedFlagsSoon));
        self.out.text("p", "", self.word(Word::ViewNoDriving));
        self.contact();
        self.out.close();

        self.out.close();
    }

    /// Whom to call in an emergency.
    pub(super) fn emergency_number(&self) -> &'v str {
        match self.setup.settings.emergency {
            None => self.word(Word::ViewEmergencyNumber),
            Some(number) => number.text(),
        }
    }

    /// The clinic's telephone, where it is given.
    pub(super) fn contact(&mut self) {
        if let Some(contact) = self.setup.settings.contact {
            let values = [self.clinic_within(), contact.text()];
            let call = self.fill(Word::ViewContact, &values);
            self.out.link("call", &contact.link(), &call);
        }
    }

    /// What the clinic is called, at the start of a sentence.
    pub(super) fn clinic_name(&self) -> &'v str {
        self.setup
            .settings
            .clinic
            .unwrap_or_else(|| self.word(Word::ViewClinicUnnamed))
    }

    /// The same within a sentence.
    pub(super) fn clinic_within(&self) -> &'v str {
        self.setup
            .settings
            .clinic
            .unwrap_or_else(|| self.word(Word::ViewClinicUnnamedWithin))
    }
}

//! What does the visitor have to say? Treatment, activity and time, as far as
//! the page's owner has not said it.

use super::quick::Quick;
use super::{Answer, Scene, Writer};
use crate::text::concat;
use crate::words::Word;
use crate::{Minutes, Names, Settings, When};

/// The state of the form.
#[derive(Clone, Copy)]
pub(crate) struct Form<'v> {
    /// Whether the time is given as hours and not by the clock.
    pub(crate) by_hours: bool,
    /// What is wrong with the time, in a sentence; empty for nothing.
    pub(crate) wrong: &'v str,
    /// Today on the visitor's calendar, as a date input has it.
    pub(crate) today: &'v str,
    /// The minute of the day on the visitor's clock.
    pub(crate) minute: u32,
    /// Whether the question is told in one line, and not asked.
    pub(crate) told: bool,
}

/// Which questions the page's owner has left open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) treatment: bool,
    pub(crate) activity: bool,
    pub(crate) when: bool,
}

impl Fields {
    /// The open questions. Whoever has set treatment and time wants a card and
    /// no form, if they do not ask for both.
    pub(crate) fn of(settings: &Settings<'_>) -> Self {
        // Nobody can choose one of several that are all called the same.
        let choose = settings.ask && settings.names != Names::Class;
        let treatment = settings.treatment.is_none() || choose;
        let when = settings.when == When::Asked || settings.ask;
        Self {
            treatment,
            activity: (settings.activity.is_none() || settings.ask) && (treatment || when),
            when,
        }
    }
}

impl Writer<'_> {
    pub(super) fn form(&mut self, scene: &Scene<'_>) {
        let form = &scene.form;
        let fields = Fields::of(self.setup.settings);
        if !fields.treatment && !fields.when {
            return;
        }
        let catalog = self.setup.catalog;
        // No form: the answer comes while one chooses, and the Enter key, which
        // sends a form, would leave the page.
        self.out.open("details", "ask");
        self.out.set("part", "form");
        self.out.flag("open", !form.told);
        self.told(&scene.answer);
        self.out.open("div", "fields");
        self.out.open("div", "pair");
        if fields.treatment {
            self.open_field(Word::ViewTreatment);
            self.out.open("select", "treatment");
            self.option("", self.word(Word::ViewChoose), false);
            for product in &catalog.treatments {
                // An id is a brand.
                let id = match self.setup.settings.names {
                    Names::Brand => product.id,
                    _ => product.name,
                };
                self.option(id, product.name, false);
            }
            self.close_field();
        }
        if fields.activity {
            self.open_field(Word::ViewActivity);
            self.out.open("select", "activity");
            for choice in &catalog.activities {
                self.option(choice.named.id, choice.named.name, choice.default);
            }
            self.close_field();
        }
        self.out.close();
        if fields.when {
            self.when_fields(form);
        }
        self.out
            .act("show", "answer", self.word(Word::ViewShowAnswer));
        self.out.close();
        self.out.close();
    }

    /// The question in one line, to be opened again: so that a phone has room for
    /// the answer.
    fn told(&mut self, answer: &Answer<'_>) {
        self.out.open("summary", "told");
        if let Answer::Card { card, moment, .. } = answer {
            let when = self.when(Minutes(0), *moment);
            let question = self.fill(Word::ViewQuestion, &[card.treatment.name, &when]);
            self.out.text("span", "", &question);
        }
        self.out.text("span", "change", self.word(Word::ViewChange));
        self.out.close();
    }

    /// Rough times, for one touch.
    fn quick(&mut self, form: &Form<'_>) {
        self.out.open("div", "quick");
        self.out.set("role", "group");
        self.out.set("aria-label", self.word(Word::ViewQuick));
        self.out.set("aria-describedby", "careful");
        for quick in Quick::offered(form.minute) {
            let act = concat(&["quick ", quick.name()]);
            self.out.act("choice", &act, self.word(quick.word()));
        }
        self.out.close();
        self.out.open("p", "note");
        self.out.set("id", "careful");
        self.out.say(self.word(Word::ViewQuickCareful));
        self.out.close();
    }

    fn when_fields(&mut self, form: &Form<'_>) {
        let by_hours = form.by_hours;
        self.out.open("fieldset", "when");
        self.out.text("legend", "label", self.word(Word::ViewWhen));
        self.quick(form);
        self.out.open("div", "modes");
        for (word, class) in [
            (Word::ViewByClock, "by-clock"),
            (Word::ViewByHours, "by-hours"),
        ] {
            self.out.open("label", "mode");
            self.out.open("input", class);
            self.out.set("type", "radio");
            self.out.set("name", "mode");
            self.out.close();
            self.out.text("span", "", self.word(word));
            self.out.close();
        }
        self.out.close();
        self.out.open("div", "pair");
        self.out.flag("hidden", by_hours);
        self.input(form, Word::ViewDate, "date", "date");
        self.input(form, Word::ViewTime, "time", "time");
        self.out.close();
        self.out.open("div", "since");
        self.out.flag("hidden", !by_hours);
        self.input(form, Word::ViewHoursSince, "hours", "text");
        self.out.close();
        self.out.open("p", "error");
        self.out.set("id", "error");
        self.out.set("role", "alert");
        self.out.say(form.wrong);
        self.out.close();
        self.out.close();
    }

    fn input(&mut self, form: &Form<'_>, label: Word, class: &str, kind: &str) {
        self.open_field(label);
        self.out.open("input", class);
        self.out.set("type", kind);
        self.out.set("aria-describedby", "error");
        let invalid = if form.wrong.is_empty() {
            "false"
        } else {
            "true"
        };
        self.out.set("aria-invalid", invalid);
        match kind {
            // A page may stay open over midnight.
            "date" => self.out.set("max", form.today),
            "text" => {
                self.out.set("inputmode", "decimal");
                self.out.set("autocomplete", "off");
            }
            _ => {}
        }
        self.close_field();
    }

    pub(super) fn open_field(&mut self, label: Word) {
        self.out.open("label", "field");
        self.out.text("span", "label", self.word(label));
    }

    pub(super) fn close_field(&mut self) {
        self.out.close();
        self.out.close();
    }

    pub(super) fn option(&mut self, value: &str, text: &str, selected: bool) {
        self.out.open("option", "");
        self.out.set("value", value);
        if selected {
            self.out.set("selected", "");
        }
        self.out.say(text);
        self.out.close();
    }
}

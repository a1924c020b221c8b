//! What does the visitor ask? Treatment, activity and time, as far as the
//! page's owner has not said it.

use std::cell::RefCell;

use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::draw::{Pen, set, set_text, show};
use super::moment::{LONGEST_AGO, NoVisit, Visit, today};
use crate::catalog::Catalog;
use crate::words::{Word, Words, digits, fill};
use crate::{Settings, When};

/// The form and its controls.
pub(super) struct Form {
    pub(super) root: Element,
    treatment: Option<HtmlSelectElement>,
    activity: Option<HtmlSelectElement>,
    when: Option<WhenFields>,
}

/// The controls that ask for the time.
struct WhenFields {
    by_hours: HtmlInputElement,
    date: HtmlInputElement,
    time: HtmlInputElement,
    hours: HtmlInputElement,
    clock_fields: Element,
    hours_field: Element,
    error: Element,
    /// The hours as they were typed, and when: from then on they grow.
    typed: RefCell<(String, f64)>,
}

/// What is asked, once it is complete.
pub(super) struct Question {
    pub(super) treatment: String,
    pub(super) activity: Option<String>,
    pub(super) visit: Visit,
}

impl Form {
    /// `None` where there is nothing left to ask.
    pub(super) fn draw(
        pen: &mut Pen,
        words: &Words<'_>,
        settings: &Settings<'_>,
        catalog: &Catalog<'_>,
    ) -> Option<Self> {
        let asks_when = settings.when == When::Asked;
        if settings.treatment.is_some() && !asks_when {
            return None;
        }
        let root = pen.open("form", "ask");
        // The answer comes while one chooses: there is nothing to send.
        set(&root, "novalidate", "");
        set(&root, "part", "form");
        pen.open("div", "pair");
        let treatment = settings.treatment.is_none().then(|| {
            let select = open_select(pen, words.plain(Word::ViewTreatment));
            option(pen, "", words.plain(Word::ViewChoose), false);
            for product in &catalog.treatments {
                option(pen, product.id, product.name, false);
            }
            close_select(pen);
            select
        });
        let activity = settings.activity.is_none().then(|| {
            let select = open_select(pen, words.plain(Word::ViewActivity));
            for choice in &catalog.activities {
                option(pen, choice.named.id, choice.named.name, choice.default);
            }
            close_select(pen);
            select
        });
        pen.close();
        let when = asks_when.then(|| WhenFields::draw(pen, words));
        pen.close();
        Some(Self {
            root,
            treatment,
            activity,
            when,
        })
    }

    /// The question; `None` while something is missing or wrong, which the
    /// form then says. `known` is the moment that the page's owner has given.
    pub(super) fn read(
        &self,
        words: &Words<'_>,
        settings: &Settings<'_>,
        known: Option<Visit>,
        now: f64,
    ) -> Option<Question> {
        let visit = match &self.when {
            None => known,
            Some(when) => when.read(words, now),
        };
        let treatment = match &self.treatment {
            None => settings.treatment.map(str::to_owned),
            Some(select) => Some(select.value()).filter(|id| !id.is_empty()),
        };
        let activity = match &self.activity {
            None => settings.activity.map(str::to_owned),
            Some(select) => Some(select.value()),
        };
        Some(Question {
            treatment: treatment?,
            activity,
            visit: visit?,
        })
    }
}

impl WhenFields {
    fn draw(pen: &mut Pen, words: &Words<'_>) -> Self {
        pen.open("fieldset", "when");
        pen.text("legend", "label", words.plain(Word::ViewWhen));
        pen.open("div", "modes");
        radio(pen, words.plain(Word::ViewByClock)).set_checked(true);
        let by_hours = radio(pen, words.plain(Word::ViewByHours));
        pen.close();
        let clock_fields = pen.open("div", "pair");
        let date = field(pen, words.plain(Word::ViewDate), "date").1;
        date.set_value(&today());
        let time = field(pen, words.plain(Word::ViewTime), "time").1;
        pen.close();
        let (hours_field, hours) = field(pen, words.plain(Word::ViewHoursSince), "text");
        set(&hours, "inputmode", "decimal");
        set(&hours, "autocomplete", "off");
        let error = pen.leaf("p", "error");
        error.set_id("error");
        set(&error, "role", "alert");
        for control in [&date, &time, &hours] {
            set(control, "aria-describedby", "error");
        }
        pen.close();
        let fields = Self {
            by_hours,
            date,
            time,
            hours,
            clock_fields,
            hours_field,
            error,
            typed: RefCell::default(),
        };
        fields.show_mode();
        fields
    }

    fn read(&self, words: &Words<'_>, now: f64) -> Option<Visit> {
        self.show_mode();
        // A page may stay open over midnight.
        set(&self.date, "max", &today());
        let by_hours = self.by_hours.checked();
        let visit = match by_hours {
            true => self.typed_hours(now),
            false => Visit::from_clock(&self.date.value(), &self.time.value(), now),
        };
        // What is still empty is not wrong yet, but a cleared date is.
        let untouched = if by_hours {
            self.hours.value()
        } else {
            self.time.value()
        }
        .is_empty();
        let wrong = match &visit {
            Ok(_) => String::new(),
            Err(_) if untouched => String::new(),
            Err(NoVisit::Incomplete) => words.plain(Word::ViewErrorIncomplete).to_owned(),
            Err(NoVisit::Future) => words.plain(Word::ViewErrorFuture).to_owned(),
            Err(NoVisit::Past) => {
                let days = digits(LONGEST_AGO);
                fill(words.plain(Word::ViewErrorPast), &[("n", &days)])
            }
            Err(NoVisit::Hours) => words.plain(Word::ViewErrorHours).to_owned(),
        };
        set_text(&self.error, &wrong);
        let invalid = if wrong.is_empty() { "false" } else { "true" };
        for control in [&self.date, &self.time, &self.hours] {
            set(control, "aria-invalid", invalid);
        }
        visit.ok()
    }

    fn typed_hours(&self, now: f64) -> Result<Visit, NoVisit> {
        let mut typed = self.typed.borrow_mut();
        let hours = self.hours.value();
        if typed.0 != hours {
            *typed = (hours, now);
        }
        Visit::from_hours(&typed.0, typed.1, now)
    }

    fn show_mode(&self) {
        let by_hours = self.by_hours.checked();
        show(&self.clock_fields, !by_hours);
        show(&self.hours_field, by_hours)
    }
}

fn open_select(pen: &mut Pen, label: &str) -> HtmlSelectElement {
    pen.open("label", "field");
    pen.text("span", "label", label);
    pen.open_control("select")
}

fn close_select(pen: &mut Pen) {
    pen.close();
    pen.close();
}

fn option(pen: &mut Pen, value: &str, text: &str, selected: bool) {
    let option = pen.text("option", "", text);
    set(&option, "value", value);
    if selected {
        set(&option, "selected", "");
    }
}

/// A labelled input, and the label around it.
fn field(pen: &mut Pen, label: &str, kind: &str) -> (Element, HtmlInputElement) {
    let field = pen.open("label", "field");
    pen.text("span", "label", label);
    let input = input(pen, kind);
    pen.close();
    (field, input)
}

fn radio(pen: &mut Pen, label: &str) -> HtmlInputElement {
    pen.open("label", "mode");
    let radio = input(pen, "radio");
    radio.set_name("mode");
    pen.text("span", "", label);
    pen.close();
    radio
}

fn input(pen: &mut Pen, kind: &str) -> HtmlInputElement {
    let input: HtmlInputElement = pen.open_control("input");
    pen.close();
    input.set_type(kind);
    input
}

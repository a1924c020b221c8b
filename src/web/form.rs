//! What does the visitor ask? Treatment, activity and time.

use std::cell::RefCell;

use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::dom::{Dom, append, set, set_text, show};
use super::moment::{LONGEST_AGO, NoVisit, Visit, today};
use crate::catalog::Catalog;
use crate::words::{Word, Words, digits, fill};

/// The form and its controls.
pub(super) struct Form {
    pub(super) root: Element,
    treatment: HtmlSelectElement,
    activity: HtmlSelectElement,
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
    pub(super) activity: String,
    pub(super) moment: Visit,
}

impl Form {
    pub(super) fn new(dom: &Dom, words: &Words<'_>, catalog: &Catalog<'_>) -> Self {
        let root = dom.element("form", "ask");
        // The answer comes while one chooses: there is nothing to send.
        set(&root, "novalidate", "");
        set(&root, "part", "form");

        let treatment: HtmlSelectElement = dom.typed("select", "");
        option(dom, &treatment, "", words.plain(Word::ViewChoose));
        for product in &catalog.treatments {
            option(dom, &treatment, product.id, product.name);
        }
        let activity: HtmlSelectElement = dom.typed("select", "");
        for choice in &catalog.activities {
            let option = option(dom, &activity, choice.named.id, choice.named.name);
            if choice.default {
                set(&option, "selected", "");
            }
        }
        let what = dom.element("div", "pair");
        append(
            &what,
            &[
                &dom.labelled(words.plain(Word::ViewTreatment), &treatment),
                &dom.labelled(words.plain(Word::ViewActivity), &activity),
            ],
        );

        let when = dom.element("fieldset", "when");
        let legend = dom.text("legend", "label", words.plain(Word::ViewWhen));
        let by_clock = radio(dom, true);
        let by_hours = radio(dom, false);
        let modes = dom.element("div", "modes");
        append(
            &modes,
            &[
                &choice(dom, &by_clock, words.plain(Word::ViewByClock)),
                &choice(dom, &by_hours, words.plain(Word::ViewByHours)),
            ],
        );
        let date = input(dom, "date");
        date.set_value(&today());
        let time = input(dom, "time");
        let clock_fields = dom.element("div", "pair");
        append(
            &clock_fields,
            &[
                &dom.labelled(words.plain(Word::ViewDate), &date),
                &dom.labelled(words.plain(Word::ViewTime), &time),
            ],
        );
        let hours = input(dom, "text");
        set(&hours, "inputmode", "decimal");
        set(&hours, "autocomplete", "off");
        let hours_field = dom.labelled(words.plain(Word::ViewHoursSince), &hours);
        let error = dom.element("p", "error");
        error.set_id("error");
        set(&error, "role", "alert");
        for control in [&date, &time, &hours] {
            set(control, "aria-describedby", "error");
        }
        append(
            &when,
            &[&legend, &modes, &clock_fields, &hours_field, &error],
        );
        append(&root, &[&what, &when]);
        let form = Self {
            root,
            treatment,
            activity,
            by_hours,
            date,
            time,
            hours,
            clock_fields,
            hours_field,
            error,
            typed: RefCell::default(),
        };
        form.show_mode();
        form
    }

    /// The question; `None` while something is missing or wrong, which the
    /// form then says.
    pub(super) fn read(&self, words: &Words<'_>, now: f64) -> Option<Question> {
        self.show_mode();
        // A page may stay open over midnight.
        set(&self.date, "max", &today());
        let by_hours = self.by_hours.checked();
        let moment = match by_hours {
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
        let wrong = match &moment {
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
        let treatment = self.treatment.value();
        match moment {
            Ok(moment) if !treatment.is_empty() => Some(Question {
                treatment,
                activity: self.activity.value(),
                moment,
            }),
            _ => None,
        }
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

fn option(dom: &Dom, select: &HtmlSelectElement, value: &str, text: &str) -> Element {
    let option = dom.text("option", "", text);
    set(&option, "value", value);
    append(select, &[&option]);
    option
}

fn input(dom: &Dom, kind: &str) -> HtmlInputElement {
    let input: HtmlInputElement = dom.typed("input", "");
    input.set_type(kind);
    input
}

fn radio(dom: &Dom, checked: bool) -> HtmlInputElement {
    let radio = input(dom, "radio");
    radio.set_name("mode");
    radio.set_checked(checked);
    radio
}

fn choice(dom: &Dom, radio: &HtmlInputElement, text: &str) -> Element {
    let label = dom.element("label", "mode");
    append(&label, &[radio, &dom.text("span", "", text)]);
    label
}

//! What does the visitor ask? Treatment, activity and time.

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::dom::{Dom, append, set_text, show};
use super::moment::{NoTreatment, Treatment, today};
use crate::catalog::Catalog;
use crate::words::{Word, Words};

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
}

/// What is asked, once it is complete.
pub(super) struct Question {
    pub(super) treatment: String,
    pub(super) activity: String,
    pub(super) moment: Treatment,
}

impl Form {
    pub(super) fn new(
        dom: &Dom,
        words: &Words<'_>,
        catalog: &Catalog<'_>,
    ) -> Result<Self, JsValue> {
        let root = dom.element("form", "ask")?;
        // The answer comes while one chooses: there is nothing to send.
        root.set_attribute("novalidate", "")?;
        root.set_attribute("part", "form")?;

        let treatment: HtmlSelectElement = dom.typed("select", "")?;
        option(dom, &treatment, "", words.plain(Word::ViewChoose))?;
        for product in &catalog.treatments {
            option(dom, &treatment, product.id, product.name)?;
        }
        let activity: HtmlSelectElement = dom.typed("select", "")?;
        for choice in &catalog.activities {
            let option = option(dom, &activity, choice.named.id, choice.named.name)?;
            if choice.default {
                option.set_attribute("selected", "")?;
            }
        }
        let what = dom.element("div", "pair")?;
        append(
            &what,
            &[
                &dom.labelled(words.plain(Word::ViewTreatment), &treatment)?,
                &dom.labelled(words.plain(Word::ViewActivity), &activity)?,
            ],
        )?;

        let when = dom.element("fieldset", "when")?;
        let legend = dom.text("legend", "label", words.plain(Word::ViewWhen))?;
        let by_clock = radio(dom, true)?;
        let by_hours = radio(dom, false)?;
        let modes = dom.element("div", "modes")?;
        append(
            &modes,
            &[
                &choice(dom, &by_clock, words.plain(Word::ViewByClock))?,
                &choice(dom, &by_hours, words.plain(Word::ViewByHours))?,
            ],
        )?;
        let date = input(dom, "date")?;
        date.set_value(&today());
        date.set_attribute("max", &today())?;
        let time = input(dom, "time")?;
        let clock_fields = dom.element("div", "pair")?;
        append(
            &clock_fields,
            &[
                &dom.labelled(words.plain(Word::ViewDate), &date)?,
                &dom.labelled(words.plain(Word::ViewTime), &time)?,
            ],
        )?;
        let hours = input(dom, "text")?;
        hours.set_attribute("inputmode", "decimal")?;
        hours.set_attribute("autocomplete", "off")?;
        let hours_field = dom.labelled(words.plain(Word::ViewHoursSince), &hours)?;
        let error = dom.element("p", "error")?;
        error.set_id("error");
        error.set_attribute("role", "alert")?;
        for control in [&date, &time, &hours] {
            control.set_attribute("aria-describedby", "error")?;
        }
        append(
            &when,
            &[&legend, &modes, &clock_fields, &hours_field, &error],
        )?;
        append(&root, &[&what, &when])?;
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
        };
        form.show_mode()?;
        Ok(form)
    }

    /// The question; `None` while something is missing or wrong, which the
    /// form then says.
    pub(super) fn read(&self, words: &Words<'_>, now: f64) -> Result<Option<Question>, JsValue> {
        self.show_mode()?;
        let by_hours = self.by_hours.checked();
        let moment = match by_hours {
            true => Treatment::from_hours(&self.hours.value(), now),
            false => Treatment::from_clock(&self.date.value(), &self.time.value(), now),
        };
        // What is still empty is not wrong yet, but a cleared date is.
        let untouched = if by_hours {
            self.hours.value()
        } else {
            self.time.value()
        }
        .is_empty();
        let wrong = match &moment {
            Ok(_) => "",
            Err(_) if untouched => "",
            Err(NoTreatment::Incomplete) => words.plain(Word::ViewErrorIncomplete),
            Err(NoTreatment::Future) => words.plain(Word::ViewErrorFuture),
            Err(NoTreatment::Hours) => words.plain(Word::ViewErrorHours),
        };
        set_text(&self.error, wrong);
        let invalid = if wrong.is_empty() { "false" } else { "true" };
        for control in [&self.date, &self.time, &self.hours] {
            control.set_attribute("aria-invalid", invalid)?;
        }
        let treatment = self.treatment.value();
        Ok(match moment {
            Ok(moment) if !treatment.is_empty() => Some(Question {
                treatment,
                activity: self.activity.value(),
                moment,
            }),
            _ => None,
        })
    }

    fn show_mode(&self) -> Result<(), JsValue> {
        let by_hours = self.by_hours.checked();
        show(&self.clock_fields, !by_hours)?;
        show(&self.hours_field, by_hours)
    }
}

fn option(
    dom: &Dom,
    select: &HtmlSelectElement,
    value: &str,
    text: &str,
) -> Result<Element, JsValue> {
    let option = dom.text("option", "", text)?;
    option.set_attribute("value", value)?;
    select.append_child(&option)?;
    Ok(option)
}

fn input(dom: &Dom, kind: &str) -> Result<HtmlInputElement, JsValue> {
    let input: HtmlInputElement = dom.typed("input", "")?;
    input.set_type(kind);
    Ok(input)
}

fn radio(dom: &Dom, checked: bool) -> Result<HtmlInputElement, JsValue> {
    let radio = input(dom, "radio")?;
    radio.set_name("mode");
    radio.set_checked(checked);
    Ok(radio)
}

fn choice(dom: &Dom, radio: &HtmlInputElement, text: &str) -> Result<Element, JsValue> {
    let label = dom.element("label", "mode")?;
    append(&label, &[radio, &dom.text("span", "", text)?])?;
    Ok(label)
}

//! What does the page's owner fill in for the reader?

use js_sys::Date;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::corpus::corpus;
use super::exports::Given;
use super::moment::{clock, day, minute};
use super::view::Inner;
use crate::{Elapsed, Minutes, Names, Settings, When, guidance};

impl Inner {
    /// Fills in what the attributes say where the reader is asked all the same.
    /// What has not changed since the attributes `before` stays as the reader has
    /// left it.
    pub(super) fn prefill(&self, before: &str) {
        let settings = self.settings();
        if !settings.ask {
            return;
        }
        let (before, now) = (Given::new(before), self.given());
        let changed = |name| now.get(name).is_some() && now.get(name) != before.get(name);
        if changed("treatment") {
            self.prefill_treatment(&settings);
        }
        if changed("activity")
            && let Some(activity) = settings.activity
            && let Some(list) = self.control::<HtmlSelectElement>(".activity")
        {
            list.set_value(activity);
        }
        if changed("hours") || changed("treated-at") {
            self.prefill_moment(&settings);
        }
        self.update();
        if self.has_answer() && (changed("hours") || changed("treated-at")) {
            self.tell();
        }
    }

    fn prefill_treatment(&self, settings: &Settings<'_>) {
        let at_once = Elapsed::from_minutes(Minutes(0));
        let name = settings.treatment.unwrap_or_default();
        if let Ok(card) = guidance(corpus(), name, at_once, &settings.options())
            && let Some(list) = self.control::<HtmlSelectElement>(".treatment")
        {
            list.set_value(match settings.names {
                Names::Brand => card.treatment.id,
                _ => card.treatment.name,
            });
        }
    }

    fn prefill_moment(&self, settings: &Settings<'_>) {
        let by_hours = match settings.when {
            When::Asked => return,
            When::Hours(_) => {
                let hours = self.given().get("hours").unwrap_or_default();
                self.fill(".hours", hours.trim_ascii());
                ".by-hours"
            }
            When::At(time) => {
                let moment = Date::new(&JsValue::from_str(&time.iso()));
                self.fill(".date", &day(&moment));
                self.fill(".time", &clock(minute(&moment)));
                ".by-clock"
            }
        };
        if let Some(mode) = self.control::<HtmlInputElement>(by_hours) {
            mode.set_checked(true);
        }
    }

    /// Tells the question in one line, so that there is room for the answer.
    pub(super) fn tell(&self) {
        if let Some(form) = self.control::<Element>(".ask") {
            // Removing an attribute cannot fail.
            let _ = form.remove_attribute("open");
        }
        self.update();
    }
}

//! What do the buttons do?

use js_sys::Date;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::moment::{clock, day, minute};
use super::view::Inner;
use crate::text::cut;
use crate::view::quick::Quick;

impl Inner {
    /// Does what the button that was pressed says, if it was one.
    pub(super) fn act(&self, event: &Event) {
        let Some(target) = event.target() else {
            return;
        };
        let target: Element = target.unchecked_into();
        let Ok(Some(button)) = target.closest("[data-act]") else {
            return;
        };
        let act = button.get_attribute("data-act").unwrap_or_default();
        match cut(&act, b' ') {
            ("quick", Some(name)) => self.quick(name),
            ("answer", _) => self.lead_to_answer(),
            ("show", Some(choices)) => self.show(button, choices),
            ("go", Some(place)) => self.go(button, place),
            ("back", _) => self.back(),
            ("now", _) => {
                self.follow_now();
                self.update();
                // The button goes with its reason.
                self.focus(".look-at");
            }
            _ => {}
        }
    }

    /// Fills in a rough time, and shows the answer where that was the last thing
    /// to say.
    fn quick(&self, name: &str) {
        let Some(quick) = Quick::from_name(name) else {
            return;
        };
        let date = Date::new_0();
        let (days, at) = quick.moment(minute(&date));
        // Over the first of a month too.
        date.set_date(date.get_date().wrapping_sub(days));
        self.fill(".date", &day(&date));
        self.fill(".time", &clock(at));
        if let Some(by_clock) = self.control::<HtmlInputElement>(".by-clock") {
            by_clock.set_checked(true);
        }
        self.update();
        if self.has_answer() {
            self.lead_to_answer();
        }
    }

    pub(super) fn fill(&self, selector: &str, value: &str) {
        if let Some(input) = self.control::<HtmlInputElement>(selector) {
            input.set_value(value);
        }
    }

    /// Tells the question in one line and goes to the answer; or to what is still
    /// to be said.
    fn lead_to_answer(&self) {
        if !self.has_answer() {
            self.focus(self.missing());
            return;
        }
        self.tell();
        self.is_heard();
        self.focus(".status");
    }

    fn missing(&self) -> &'static str {
        let is_open = |select: HtmlSelectElement| select.value().is_empty();
        if self.control(".treatment").is_some_and(is_open) {
            return ".treatment";
        }
        let by_hours = self.control::<HtmlInputElement>(".by-hours");
        match by_hours.is_some_and(|radio| radio.checked()) {
            true => ".hours",
            false => ".time",
        }
    }

    fn focus(&self, selector: &str) {
        if let Some(element) = self.control::<HtmlElement>(selector) {
            // What cannot have the focus leaves it where it is.
            let _ = element.focus();
        }
    }
}

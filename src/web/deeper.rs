//! Where does a number lead, and how does the reader get back?

use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, HtmlElement, HtmlSelectElement};

use super::view::Inner;
use crate::text::cut;
use crate::view::LISTS;

impl Inner {
    /// Opens the list of answers with these choices, and leads there.
    #[inline(never)]
    pub(super) fn show(&self, button: Element, choices: &str) {
        for section in [".more", ".who-says-what"] {
            self.open(self.control::<Element>(section));
        }
        let mut rest = Some(choices);
        for list in LISTS {
            let (choice, after) = cut(rest.unwrap_or_default(), b' ');
            rest = after;
            if let Some(list) = self.control::<HtmlSelectElement>(list) {
                list.set_value(choice);
                if !choice.is_empty() {
                    // Nobody is to wonder what is left out.
                    self.open(list.closest("details").ok().flatten());
                }
            }
        }
        self.go(button, ".found-title");
    }

    fn open(&self, section: Option<Element>) {
        if let Some(section) = section {
            section.set_attribute("open", "").unwrap_throw();
        }
    }

    /// Leads from a button to a place of the card.
    pub(super) fn go(&self, button: Element, place: &str) {
        // Within the list there is nothing to go back from.
        if matches!(button.closest(".who-says-what"), Ok(None)) {
            self.origin.replace(Some(button.unchecked_into()));
        }
        self.update();
        self.reach(self.control(place));
    }

    /// Leads back to the button that was pressed.
    #[inline(never)]
    pub(super) fn back(&self) {
        let origin = self.origin.take();
        self.update();
        self.reach(origin);
    }

    fn reach(&self, place: Option<HtmlElement>) {
        if let Some(place) = place {
            place.scroll_into_view();
            // What cannot have the focus leaves it where it is.
            let _ = place.focus();
        }
    }
}

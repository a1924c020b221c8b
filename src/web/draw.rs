//! How is an element made? Tags, classes, attributes and text; never markup.
//!
//! Elements are drawn where a pen stands, as one writes a page: open, text,
//! close. Making an element of a known tag and setting an attribute of a known
//! name cannot fail, so nothing here returns a `Result`: the phone would pay for
//! it at each of the some hundred places. Should it fail after all, it throws.

use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Document, Element, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Draws elements at the end of the one that is open.
pub(super) struct Pen {
    document: Document,
    at: Node,
}

impl Pen {
    /// A pen in an element, behind what it has.
    pub(super) fn within(document: &Document, at: &Node) -> Self {
        Self {
            document: document.clone(),
            at: at.clone(),
        }
    }

    /// Opens an element with a class, which is empty for none.
    pub(super) fn open(&mut self, tag: &str, class: &str) -> Element {
        let element = self.loose(tag, class);
        self.go_into(&element);
        element
    }

    /// The same, as a part that a host may style.
    pub(super) fn part(&mut self, tag: &str, name: &str) -> Element {
        let element = self.open(tag, name);
        set(&element, "part", name);
        element
    }

    /// Closes the element that is open.
    pub(super) fn close(&mut self) {
        self.at = self.at.parent_node().unwrap_throw();
    }

    /// An element with a text and nothing else.
    pub(super) fn text(&mut self, tag: &str, class: &str, text: &str) -> Element {
        let element = self.open(tag, class);
        element.set_text_content(Some(text));
        self.close();
        element
    }

    /// An empty element.
    pub(super) fn leaf(&mut self, tag: &str, class: &str) -> Element {
        let element = self.open(tag, class);
        self.close();
        element
    }

    /// Opens a form's control, as the type of its tag: the caller names the two
    /// that belong together.
    pub(super) fn open_control<T: JsCast>(&mut self, tag: &str) -> T {
        self.open(tag, "").unchecked_into()
    }

    /// A small text that explains.
    pub(super) fn note(&mut self, text: &str) {
        self.text("p", "note", text);
    }

    /// The text of the element that is open, which has nothing else.
    pub(super) fn say(&mut self, text: &str) {
        self.at.set_text_content(Some(text));
        self.close();
    }

    /// An element that stands nowhere yet.
    pub(super) fn loose(&self, tag: &str, class: &str) -> Element {
        let element = self.document.create_element(tag).unwrap_throw();
        if !class.is_empty() {
            element.set_class_name(class);
        }
        element
    }

    /// The document that is drawn in.
    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    /// An element that was drawn before.
    pub(super) fn put(&mut self, element: &Element) {
        self.at.append_child(element).unwrap_throw();
    }

    /// A link; one that leaves the page tells the other site nothing.
    pub(super) fn link(&mut self, class: &str, address: &str, text: &str) {
        let link = self.text("a", class, text);
        set(&link, "href", address);
        if !address.starts_with("tel:") {
            set(&link, "target", "_blank");
            set(&link, "rel", "noreferrer noopener");
        }
    }

    /// A list of texts.
    pub(super) fn list(&mut self, texts: &[&str]) {
        self.open("ul", "");
        for text in texts {
            self.text("li", "", text);
        }
        self.close();
    }

    /// A name and its value, in a list of such.
    pub(super) fn row(&mut self, name: &str, value: &str) {
        self.open("div", "row");
        self.text("dt", "", name);
        self.text("dd", "", value);
        self.close();
    }

    /// A drawing of one line in a square of 24, for the eye only.
    pub(super) fn icon(&mut self, path: &str) {
        let icon = self.drawing("svg");
        set(&icon, "class", "icon");
        set(&icon, "viewBox", "0 0 24 24");
        set(&icon, "aria-hidden", "true");
        set(&self.drawing("path"), "d", path);
        self.close();
        self.close();
    }

    fn drawing(&mut self, tag: &str) -> Element {
        let element = self.document.create_element_ns(Some(SVG), tag);
        let element = element.unwrap_throw();
        self.go_into(&element);
        element
    }

    fn go_into(&mut self, element: &Element) {
        self.at.append_child(element).unwrap_throw();
        self.at = element.clone().unchecked_into();
    }
}

/// Sets an attribute.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    element.set_attribute(name, value).unwrap_throw();
}

/// Shows or hides an element, for everyone alike.
pub(super) fn show(element: &Element, shown: bool) {
    element
        .toggle_attribute_with_force("hidden", !shown)
        .unwrap_throw();
}

/// Sets a text only where it differs, so that nothing is announced or painted
/// again for nothing.
pub(super) fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

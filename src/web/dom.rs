//! How is an element made? Tags, classes, attributes and text; never markup.
//!
//! Making an element of a known tag and setting an attribute of a known name
//! cannot fail, so nothing here returns a `Result`: the phone would pay for it
//! at each of the some hundred places. Should it fail after all, it throws.

use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes elements of one document.
#[derive(Clone)]
pub(super) struct Dom {
    document: Document,
}

impl Dom {
    pub(super) fn new(document: Document) -> Self {
        Self { document }
    }

    /// An element with a class, which is empty for none.
    pub(super) fn element(&self, tag: &str, class: &str) -> Element {
        let element = self.document.create_element(tag).unwrap_throw();
        if !class.is_empty() {
            element.set_class_name(class);
        }
        element
    }

    /// An element with a text.
    pub(super) fn text(&self, tag: &str, class: &str, text: &str) -> Element {
        let element = self.element(tag, class);
        element.set_text_content(Some(text));
        element
    }

    /// An element as the type of its tag: the caller names the two that belong
    /// together.
    pub(super) fn typed<T: JsCast>(&self, tag: &str, class: &str) -> T {
        self.element(tag, class).unchecked_into()
    }

    /// A form's control with its label before it.
    pub(super) fn labelled(&self, label: &str, control: &Element) -> Element {
        let wrapper = self.element("label", "field");
        append(&wrapper, &[&self.text("span", "label", label), control]);
        wrapper
    }

    /// A drawing of one line in a square of 24, for the eye only.
    pub(super) fn icon(&self, path: &str) -> Element {
        let make = |tag| {
            let element = self.document.create_element_ns(Some(SVG), tag);
            element.unwrap_throw()
        };
        let icon = make("svg");
        set(&icon, "class", "icon");
        set(&icon, "viewBox", "0 0 24 24");
        set(&icon, "aria-hidden", "true");
        let line = make("path");
        set(&line, "d", path);
        append(&icon, &[&line]);
        icon
    }

    /// A list of texts.
    pub(super) fn list(&self, class: &str, texts: &[&str]) -> Element {
        let list = self.element("ul", class);
        for text in texts {
            append(&list, &[&self.text("li", "", text)]);
        }
        list
    }
}

/// Puts children at the end of a parent.
pub(super) fn append(parent: &Element, children: &[&Element]) {
    for child in children {
        parent.append_child(child).unwrap_throw();
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

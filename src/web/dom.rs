//! How is an element made? Tags, classes, attributes and text; never markup.

use wasm_bindgen::{JsCast, JsValue};
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
    pub(super) fn element(&self, tag: &str, class: &str) -> Result<Element, JsValue> {
        let element = self.document.create_element(tag)?;
        if !class.is_empty() {
            element.set_class_name(class);
        }
        Ok(element)
    }

    /// An element with a text.
    pub(super) fn text(&self, tag: &str, class: &str, text: &str) -> Result<Element, JsValue> {
        let element = self.element(tag, class)?;
        element.set_text_content(Some(text));
        Ok(element)
    }

    /// An element of another type than `Element`, such as an input.
    pub(super) fn typed<T: JsCast>(&self, tag: &str, class: &str) -> Result<T, JsValue> {
        self.element(tag, class)?.dyn_into().map_err(JsValue::from)
    }

    /// A form's control with its label before it.
    pub(super) fn labelled(&self, label: &str, control: &Element) -> Result<Element, JsValue> {
        let wrapper = self.element("label", "field")?;
        append(&wrapper, &[&self.text("span", "label", label)?, control])?;
        Ok(wrapper)
    }

    /// A drawing of one line in a square of 24, for the eye only.
    pub(super) fn icon(&self, path: &str) -> Result<Element, JsValue> {
        let make = |tag| self.document.create_element_ns(Some(SVG), tag);
        let icon = make("svg")?;
        icon.set_attribute("class", "icon")?;
        icon.set_attribute("viewBox", "0 0 24 24")?;
        icon.set_attribute("aria-hidden", "true")?;
        let line = make("path")?;
        line.set_attribute("d", path)?;
        icon.append_child(&line)?;
        Ok(icon)
    }

    /// A list of texts.
    pub(super) fn list(&self, class: &str, texts: &[&str]) -> Result<Element, JsValue> {
        let list = self.element("ul", class)?;
        for text in texts {
            append(&list, &[&self.text("li", "", text)?])?;
        }
        Ok(list)
    }
}

/// Puts children at the end of a parent.
pub(super) fn append(parent: &Element, children: &[&Element]) -> Result<(), JsValue> {
    for child in children {
        parent.append_child(child)?;
    }
    Ok(())
}

/// Shows or hides an element, for everyone alike.
pub(super) fn show(element: &Element, shown: bool) -> Result<(), JsValue> {
    element.toggle_attribute_with_force("hidden", !shown)?;
    Ok(())
}

/// Sets a text only where it differs, so that nothing is announced or painted
/// again for nothing.
pub(super) fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

//! How does markup come onto the screen? Tags, classes, attributes and text;
//! never HTML.
//!
//! What is there already stays: an element that has the same tag and class is
//! kept, so that nobody loses their place, and only what differs is touched, so
//! that nothing is announced or painted again for nothing.
//!
//! Making an element of a known tag and setting an attribute of a known name
//! cannot fail, so nothing here returns a `Result`. Should it fail after all, it
//! throws.

use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Document, Element, Node};

use crate::view::{Op, ops};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes the inside of an element what the markup says.
pub(super) fn paint(document: &Document, root: &Element, markup: &str) {
    let mut open = root.clone();
    // What stands where the next element belongs.
    let mut next = open.first_child();
    for op in ops(markup) {
        match op {
            Op::Open(tag, class) => {
                let element = match reuse(&open, &mut next, tag, class) {
                    Some(element) => element,
                    None => {
                        let element = create(document, &open, tag, class);
                        open.insert_before(&element, next.as_ref()).unwrap_throw();
                        element
                    }
                };
                next = element.first_child();
                open = element;
            }
            Op::Set(name, value) => {
                if open.get_attribute(name).as_deref() != Some(value) {
                    open.set_attribute(name, value).unwrap_throw();
                }
            }
            Op::Unset(name) => open.remove_attribute(name).unwrap_throw(),
            Op::Say(text) => {
                if open.text_content().as_deref() != Some(text) {
                    open.set_text_content(Some(text));
                }
                next = None;
            }
            Op::Close => {
                clear(&open, &mut next, None);
                next = open.next_sibling();
                open = open.parent_element().unwrap_or_else(|| root.clone());
            }
        }
    }
    clear(root, &mut next, None);
}

/// The next child with this tag and class; what stands before it goes.
fn reuse(parent: &Element, next: &mut Option<Node>, tag: &str, class: &str) -> Option<Element> {
    let mut candidate = next.clone();
    while let Some(node) = candidate {
        if node.node_name().eq_ignore_ascii_case(tag) {
            let element: &Element = node.unchecked_ref();
            if element.get_attribute("class").unwrap_or_default() == class {
                clear(parent, next, Some(&node));
                return Some(node.unchecked_into());
            }
        }
        candidate = node.next_sibling();
    }
    None
}

/// Removes children from `next` up to `end`.
fn clear(parent: &Element, next: &mut Option<Node>, end: Option<&Node>) {
    while let Some(node) = next.take() {
        if Some(&node) == end {
            return;
        }
        *next = node.next_sibling();
        parent.remove_child(&node).unwrap_throw();
    }
}

/// An element; within a drawing everything is of the drawing.
fn create(document: &Document, parent: &Element, tag: &str, class: &str) -> Element {
    let element = match tag == "svg" || parent.namespace_uri().as_deref() == Some(SVG) {
        true => document.create_element_ns(Some(SVG), tag),
        false => document.create_element(tag),
    };
    let element = element.unwrap_throw();
    if !class.is_empty() {
        element.set_attribute("class", class).unwrap_throw();
    }
    element
}

//! How is a page written down, before it is painted?
//!
//! As one text of elements, attributes and texts, told apart by control bytes,
//! which no text of the corpus, of an attribute or of a form holds when it is
//! written. It never passes through a parser of HTML: `www/paint.js` reads it.

#[cfg(feature = "blank")]
use crate::text::cut;

const OPEN: u8 = 1;
const SET: u8 = 2;
const UNSET: u8 = 3;
const SAY: u8 = 4;
const CLOSE: u8 = 5;
const KEEP: u8 = 6;

/// A page that is being written.
#[derive(Default)]
pub(crate) struct Markup(String);

/// One step of a page, as the tests and a blank read it; on the screen `www/paint.js` does.
#[cfg(feature = "blank")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op<'m> {
    /// An element begins: its tag and its class, which is empty for none.
    Open(&'m str, &'m str),
    /// The open element has this attribute.
    Set(&'m str, &'m str),
    /// The open element does not have this attribute.
    Unset(&'m str),
    /// The text of the open element, which has nothing else.
    Say(&'m str),
    /// The open element ends.
    Close,
    /// What is on the screen here stays, up to the next element of the page.
    Keep,
}

impl Markup {
    /// Opens an element with a class, which is empty for none.
    pub(crate) fn open(&mut self, tag: &str, class: &str) {
        self.op(OPEN, tag, class);
    }

    /// The same, as a part that a host may style.
    pub(crate) fn part(&mut self, tag: &str, name: &str) {
        self.open(tag, name);
        self.set("part", name);
    }

    /// Closes the open element.
    pub(crate) fn close(&mut self) {
        self.op(CLOSE, "", "");
    }

    /// What is on the screen here stays, up to the next element that is written.
    pub(crate) fn keep(&mut self) {
        self.op(KEEP, "", "");
    }

    /// An attribute of the open element.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.op(SET, name, value);
    }

    /// An attribute that is there or not.
    pub(crate) fn flag(&mut self, name: &str, on: bool) {
        self.op(if on { SET } else { UNSET }, name, "");
    }

    /// The text of the open element.
    pub(crate) fn say(&mut self, text: &str) {
        self.op(SAY, "", text);
    }

    /// An element with a text and nothing else.
    pub(crate) fn text(&mut self, tag: &str, class: &str, text: &str) {
        self.open(tag, class);
        self.say(text);
        self.close();
    }

    /// An empty element.
    pub(crate) fn leaf(&mut self, tag: &str, class: &str) {
        self.open(tag, class);
        self.close();
    }

    /// A link; one that leaves the page tells the other site nothing.
    pub(crate) fn link(&mut self, class: &str, address: &str, text: &str) {
        self.open("a", class);
        self.set("href", address);
        if !address.starts_with("tel:") {
            self.set("target", "_blank");
            self.set("rel", "noreferrer noopener");
        }
        self.say(text);
        self.close();
    }

    /// A button, and what it does.
    pub(crate) fn act(&mut self, class: &str, act: &str, text: &str) {
        self.open("button", class);
        self.set("type", "button");
        self.set("data-act", act);
        self.say(text);
        self.close();
    }

    /// A list of texts.
    pub(crate) fn list(&mut self, texts: &[&str]) {
        self.open("ul", "");
        for text in texts {
            self.text("li", "", text);
        }
        self.close();
    }

    /// A name and its value, in a list of such.
    pub(crate) fn row(&mut self, name: &str, value: &str) {
        self.open("div", "row");
        self.text("dt", "", name);
        self.text("dd", "", value);
        self.close();
    }

    /// A drawing of one line in a square of 24, for the eye only.
    pub(crate) fn icon(&mut self, path: &str) {
        self.open("svg", "icon");
        self.set("viewBox", "0 0 24 24");
        self.set("aria-hidden", "true");
        self.open("path", "");
        self.set("d", path);
        self.close();
        self.close();
    }

    /// The page, for [`ops`].
    pub(crate) fn finish(self) -> String {
        self.0
    }

    fn op(&mut self, op: u8, name: &str, text: &str) {
        self.0.push(char::from(op));
        self.0.push_str(name);
        if !name.is_empty() {
            self.0.push('=');
        }
        // Whoever owns the page may have put anything into an attribute.
        for letter in text.chars() {
            if letter > '\u{6}' {
                self.0.push(letter);
            }
        }
    }
}

/// The steps of a page.
#[cfg(feature = "blank")]
pub(crate) fn ops(markup: &str) -> impl Iterator<Item = Op<'_>> {
    let mut rest = markup;
    std::iter::from_fn(move || {
        let op = *rest.as_bytes().first()?;
        let body = rest.get(1..)?;
        let length = body
            .bytes()
            .position(|byte| byte <= KEEP)
            .unwrap_or(body.len());
        let (text, after) = body.split_at_checked(length)?;
        rest = after;
        let (name, value) = match op {
            SAY => ("", text),
            _ => match cut(text, b'=') {
                (text, None) => ("", text),
                (name, Some(value)) => (name, value),
            },
        };
        Some(match op {
            OPEN => Op::Open(name, value),
            SET => Op::Set(name, value),
            UNSET => Op::Unset(name),
            SAY => Op::Say(value),
            KEEP => Op::Keep,
            _ => Op::Close,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut markup = Markup::default();
        markup.part("p", "note");
        markup.flag("hidden", false);
        markup.say("a = b < c");
        markup.close();
        let markup = markup.finish();
        assert_eq!(
            ops(&markup).collect::<Vec<_>>(),
            [
                Op::Open("p", "note"),
                Op::Set("part", "note"),
                Op::Unset("hidden"),
                Op::Say("a = b < c"),
                Op::Close,
            ]
        );
    }

    #[test]
    fn a_text_cannot_become_an_element() {
        let mut markup = Markup::default();
        markup.text("p", "", "a\u{5}\u{1}script=\u{4}alert(1)\u{6}");
        let markup = markup.finish();
        assert_eq!(
            ops(&markup).collect::<Vec<_>>(),
            [Op::Open("p", ""), Op::Say("ascript=alert(1)"), Op::Close]
        );
    }

    #[test]
    fn letters_of_all_planes_stay_as_they_are() {
        let text = "é “Ω” 🏃 \u{10FFFF}\u{7}";
        let mut markup = Markup::default();
        markup.text("p", "é", text);
        let markup = markup.finish();
        assert_eq!(
            ops(&markup).collect::<Vec<_>>(),
            [Op::Open("p", "é"), Op::Say(text), Op::Close]
        );
    }
}

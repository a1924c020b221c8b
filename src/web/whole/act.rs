//! What does a button do, and what a mouse over the picture?

use super::given::Given;
use super::host::Orders;
use super::view::Inner;
use crate::Minutes;
use crate::text::{concat, cut, whole_number};
use crate::view::LISTS;
use crate::view::picture::STEP;

/// So many of the lists are always to be seen; the others are in a section of their own.
const LISTS_AT_ONCE: usize = 3;

impl Inner {
    /// Does what a button says: the place to lead to, as a selector. One that begins with a
    /// dot is to be come back from.
    pub(super) fn act(&self, act: &str) -> Option<String> {
        let (what, how) = cut(act, b' ');
        let how = how.unwrap_or_default();
        match what {
            "quick" => {
                self.quick(how);
                if self.is_answered() {
                    self.answer();
                }
                None
            }
            "answer" => {
                self.answer();
                None
            }
            "go" => Some(how.to_owned()),
            "show" => {
                self.show(how);
                Some(".found-title".to_owned())
            }
            "back" => {
                let origin = "[data-origin]";
                let orders = Orders::default()
                    .run("", "[data-goal]", "removeAttribute", &["data-goal"])
                    .run("", origin, "setAttribute", &["data-goal", ""])
                    .run("", origin, "removeAttribute", &["data-origin"]);
                self.host.touch(&orders);
                Some("[data-goal]".to_owned())
            }
            "now" => {
                self.traces.borrow_mut().moved = None;
                self.settle_marker();
                self.update();
                // The button goes with its reason.
                self.focus(".look-at");
                None
            }
            _ => None,
        }
    }

    /// Tells the question in one line and goes to the answer; or to what is still to be
    /// said.
    fn answer(&self) {
        if self.is_answered() {
            self.host.fold();
            self.update();
            self.heard();
            self.focus(".status");
            return;
        }
        let read = self.read();
        let controls = Given::new(&read);
        self.focus(match controls.get("treatment") {
            Some("") => ".treatment",
            _ if controls.get("by-hours").is_some() => ".hours",
            _ => ".time",
        });
    }

    /// Whether there is a place to lead to for the answer.
    fn is_answered(&self) -> bool {
        let orders = Orders::default().read("status", ".status", "className");
        !self.host.touch(&orders).is_empty()
    }

    /// What hears of the focus looks again, before this ends.
    fn focus(&self, selector: &str) {
        let orders = Orders::default().run("", selector, "focus", &[]);
        self.host.touch(&orders);
    }

    /// Opens the list of answers with these choices, one for each list, with a space
    /// between.
    fn show(&self, choices: &str) {
        let open = &["open", ""];
        let orders = Orders::default()
            .run("", ".more", "setAttribute", open)
            .run("", ".who-says-what", "setAttribute", open);
        self.host.touch(&orders);
        self.update();
        let mut orders = Orders::default();
        let mut rest = choices;
        for (place, list) in LISTS.iter().enumerate() {
            let (choice, after) = cut(rest, b' ');
            rest = after.unwrap_or_default();
            orders = orders.set(&concat(&[".", list]), "value", choice);
            if place >= LISTS_AT_ONCE && !choice.is_empty() {
                // Nobody is to wonder what is left out.
                orders = orders.run("", ".sift-more", "setAttribute", open);
            }
        }
        self.host.touch(&orders);
    }

    /// A mouse is so far from the left of the window, over the picture's marker; NaN where
    /// it is not over that.
    pub(super) fn point(&self, left: f64) {
        let over = self.moment_at(left);
        if self.over.replace(over) != over {
            self.update();
        }
    }

    fn moment_at(&self, left: f64) -> Option<Minutes> {
        if left.is_nan() {
            return None;
        }
        // The marker is wider than the areas by its knob.
        let orders = Orders::default()
            .run("areas", ".band", "getBoundingClientRect", &[])
            .read("max", ".look-at", "max");
        let read = self.host.touch(&orders);
        let read = Given::new(&read);
        let (start, width) = cut(read.get("areas")?, b' ');
        let part = (left - decimal(start)) / decimal(width?);
        let last = whole_number(read.get("max")?)?;
        // A cast saturates, and makes 0 of what is no number.
        let at = (part * f64::from(last)) as u32;
        let at = at.min(last);
        Some(Minutes(at - at % STEP))
    }
}

/// A length on the screen, to the thousandth; the standard library's reader of numbers
/// would be kilobytes of code.
fn decimal(text: &str) -> f64 {
    let (sign, size) = match text.strip_prefix('-') {
        Some(size) => (-1.0, size),
        None => (1.0, text),
    };
    let (whole, part) = cut(size, b'.');
    let part = part.unwrap_or_default();
    let part = part.get(..3).unwrap_or(part);
    let (mut value, mut scale) = (0.0, 1.0);
    for digits in [whole, part] {
        value += f64::from(whole_number(digits).unwrap_or_default()) * scale;
        scale = THOUSANDTHS.get(part.len()).copied().unwrap_or_default();
    }
    sign * value
}

/// What a digit more divides by.
const THOUSANDTHS: [f64; 4] = [1.0, 0.1, 0.01, 0.001];

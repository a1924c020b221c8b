//! What does a view ask of the page? `www/view.js` answers.
//!
//! Each call crosses from the wasm into the page, which costs a phone more than what
//! is done there. So whole texts cross, and few: what stands in the form as one, a
//! card as one.

use super::wire::{ask, number};
use crate::text::concat;

/// The element's side of the view of a number. None of its methods throws.
#[derive(Clone, Copy)]
pub(super) struct Host(pub(super) u32);

/// What is asked, by its place in `www/calls.js`.
#[derive(Clone, Copy)]
enum Hand {
    Paint,
    Touch,
    Now,
    Parse,
    Calendar,
    Write,
    Load,
    Changed,
    Failed,
    Sources,
    Saves,
}

const HOUR: f64 = 3_600_000.0;

/// Beyond so many milliseconds a date could be another year's.
const OTHER_YEAR: f64 = 7_200.0 * HOUR;

const TIME_OF_DAY: &str = " hour=numeric minute=2-digit";

/// Whether the name of the day alone could mean another week's.
fn is_far(at: f64, now: f64) -> bool {
    (at - now).abs() > 144.0 * HOUR
}

impl Host {
    fn tell(self, hand: Hand, text: &str) -> f64 {
        number(self.0, hand as u32, text, 0.0, 0.0)
    }

    /// Shows a markup of [`crate::view`], whose words are in a language. It begins by the
    /// language's code.
    pub(super) fn paint(self, markup: &str) {
        self.tell(Hand::Paint, markup);
    }

    /// Does what the orders say; what they read, as [`super::given::Given`] reads it.
    pub(super) fn touch(self, orders: &Orders) -> String {
        ask(self.0, Hand::Touch as u32, &orders.0, 0.0, 0.0)
    }

    /// Fills in a control.
    pub(super) fn fill(self, class: &str, value: &str) {
        self.touch(&Orders::default().set(&concat(&[".", class]), "value", value));
    }

    /// Chooses the control of a group.
    pub(super) fn choose(self, class: &str) {
        self.touch(&Orders::default().set(&concat(&[".", class]), "checked", "1"));
    }

    /// Tells the question in one line, so that there is room for the answer.
    pub(super) fn fold(self) {
        self.touch(&Orders::default().run("", ".ask", "removeAttribute", &["open"]));
    }

    /// The time now, in milliseconds of the epoch.
    pub(super) fn now(self) -> f64 {
        self.tell(Hand::Now, "")
    }

    /// A date and a time as an instant; NaN where it is none. A clock time that comes
    /// twice, on the night on which the clocks go back, is the later one if that is not
    /// after `until`.
    pub(super) fn parse(self, text: &str, until: f64) -> f64 {
        number(self.0, Hand::Parse as u32, text, until, 0.0)
    }

    /// An instant on the visitor's calendar: the day, the minute of the day, and how
    /// many minutes later it is midnight and six o'clock, with a space between.
    pub(super) fn calendar(self, at: f64) -> String {
        ask(self.0, Hand::Calendar as u32, "", at, 0.0)
    }

    /// An instant as the visitor writes it, day and time of day; with the date where the
    /// name of the day alone could mean another week's.
    pub(super) fn when(self, lang: &str, at: f64, now: f64) -> String {
        let day = match is_far(at, now) {
            true => " month=long day=numeric",
            false => "",
        };
        let year = match (at - now).abs() > OTHER_YEAR {
            true => " year=numeric",
            false => "",
        };
        self.write(&[lang, " weekday=long", day, year, TIME_OF_DAY], at)
    }

    /// The same in two short lines.
    pub(super) fn tick(self, lang: &str, at: f64, now: f64) -> [String; 2] {
        let day = match is_far(at, now) {
            true => " month=short day=numeric",
            false => " weekday=short",
        };
        [
            self.write(&[lang, day], at),
            self.write(&[lang, TIME_OF_DAY], at),
        ]
    }

    /// An instant in a language, by what the browser's calendar is to write of it.
    fn write(self, told: &[&str], at: f64) -> String {
        ask(self.0, Hand::Write as u32, &concat(told), at, 0.0)
    }

    /// The reader asks who says what, in a language; the answer is `View::details`.
    pub(super) fn load(self, lang: &str) {
        self.tell(Hand::Load, lang);
    }

    /// A card is shown. `clinic` where the clinic has a wait for this: whether it still
    /// runs, and whether the consensus says the contrary.
    pub(super) fn changed(
        self,
        status: &str,
        treatment: &str,
        activity: &str,
        clinic: Option<(bool, bool)>,
    ) {
        let clinic = match clinic {
            None => "",
            Some((false, false)) => "0",
            Some((true, false)) => "1",
            Some((false, true)) => "2",
            Some((true, true)) => "3",
        };
        let told = [status, " ", treatment, " ", activity, " ", clinic];
        self.tell(Hand::Changed, &concat(&told));
    }

    /// The attributes, or the moment that they name, have no card.
    pub(super) fn failed(self, code: &str, message: &str) {
        self.tell(Hand::Failed, &concat(&[code, " ", message]));
    }

    /// The address of the page of sources.
    pub(super) fn sources(self) -> String {
        ask(self.0, Hand::Sources as u32, "", 0.0, 0.0)
    }

    /// Whether a reader can save a file from this page.
    pub(super) fn saves(self) -> bool {
        self.tell(Hand::Saves, "") > 0.0
    }
}

/// What is to be read, filled in and done in the form and on the card, all at once: each
/// for all elements of a selector. `touch` in `www/view.js` is the other side.
#[derive(Default)]
pub(super) struct Orders(String);

impl Orders {
    /// Reads a member of the elements under a name.
    pub(super) fn read(self, name: &str, selector: &str, member: &str) -> Self {
        self.add(&[name, selector, member])
    }

    /// Assigns to a member of the elements.
    pub(super) fn set(self, selector: &str, member: &str, value: &str) -> Self {
        self.add(&["", selector, member, value])
    }

    /// Calls a method of the elements; the name is for the left and the width of what it
    /// answers, with a space between.
    pub(super) fn run(self, name: &str, selector: &str, method: &str, given: &[&str]) -> Self {
        let mut parts = vec![name, selector, method];
        parts.extend(given);
        self.add(&parts)
    }

    fn add(mut self, parts: &[&str]) -> Self {
        for (place, part) in parts.iter().enumerate() {
            if place > 0 {
                self.0.push('\u{1}');
            }
            self.0.push_str(part);
        }
        self.0.push('\u{2}');
        self
    }
}

/// A number as JavaScript writes it: what no view asks for.
pub(super) fn fraction(number: f64) -> String {
    ask(0, 0, "", number, 0.0)
}

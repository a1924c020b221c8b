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

/// What is asked, by its place in `HANDS` of `www/wire.js`.
#[derive(Clone, Copy)]
enum Hand {
    Paint,
    Read,
    Fill,
    Choose,
    Fold,
    Now,
    Parse,
    Calendar,
    When,
    Tick,
    Load,
    Changed,
    Failed,
    Sources,
    Saves,
    Fraction,
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

    /// What is chosen, typed and open, as [`super::given::Given`] reads it. The names
    /// are the classes of the controls; what is not there has no name.
    pub(super) fn read(self) -> String {
        ask(self.0, Hand::Read as u32, "", 0.0, 0.0)
    }

    /// Fills in a control.
    pub(super) fn fill(self, class: &str, value: &str) {
        self.tell(Hand::Fill, &concat(&[class, " ", value]));
    }

    /// Chooses the control of a group.
    pub(super) fn choose(self, class: &str) {
        self.tell(Hand::Choose, class);
    }

    /// Tells the question in one line, so that there is room for the answer.
    pub(super) fn fold(self) {
        self.tell(Hand::Fold, "");
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

    /// An instant as the visitor writes it, day and time of day.
    pub(super) fn when(self, lang: &str, at: f64, now: f64) -> String {
        ask(self.0, Hand::When as u32, lang, at, now)
    }

    /// The same in two short lines.
    pub(super) fn tick(self, lang: &str, at: f64, now: f64) -> String {
        ask(self.0, Hand::Tick as u32, lang, at, now)
    }

    /// The reader asks who says what; the answer is `View::details`.
    pub(super) fn load(self) {
        self.tell(Hand::Load, "");
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

/// A number as JavaScript writes it.
pub(super) fn fraction(number: f64) -> String {
    ask(0, Hand::Fraction as u32, "", number, 0.0)
}

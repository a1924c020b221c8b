//! What has the reader chosen, typed, opened and moved?

use super::given::Given;
use super::host::Orders;
use super::view::Inner;
use crate::text::{concat, cut};
use crate::view::LISTS;

/// What has a value in the form, by its class.
const VALUES: [&str; 5] = ["treatment", "activity", "date", "time", "hours"];

/// What says something by being there.
const SIGNS: [(&str, &str); 5] = [
    ("by-hours", ".by-hours:checked"),
    ("folded", ".ask:not([open])"),
    ("who-says-what", ".who-says-what[open]"),
    ("why", ".why[open]"),
    // The button that has led the reader to another place of the card.
    ("came", "[data-origin]"),
];

/// What of the card the reader has opened and moved, which nothing on it says later.
#[derive(Default)]
pub(super) struct Traces {
    /// The classes of the sections that were opened at some time, with a space after each.
    pub(super) opened: String,
    /// Where the picture's marker was moved to, in minutes.
    pub(super) moved: Option<String>,
}

impl Traces {
    /// What is opened is drawn, and stays so.
    pub(super) fn open(&mut self, class: &str) {
        let mut rest = Some(self.opened.as_str());
        while let Some((opened, after)) = rest.map(|rest| cut(rest, b' ')) {
            if opened == class {
                return;
            }
            rest = after;
        }
        self.opened.push_str(class);
        self.opened.push(' ');
    }

    fn note(&mut self, controls: Given<'_>) {
        for class in controls.every("opened") {
            self.open(class);
        }
        let marker = controls.get("marker");
        // It was painted at its default value, so somebody has moved it.
        let is_moved = self.moved.is_some() || marker != controls.get("default");
        self.moved = marker.filter(|_| is_moved).map(str::to_owned);
    }
}

impl Inner {
    /// Reads form and card; the names are the classes of the controls, and what is not
    /// there has no name.
    pub(super) fn read(&self) -> String {
        // What has the focus is chosen, so that nobody needs a second key.
        let mut orders = Orders::default().set(".mark:focus", "checked", "1");
        for class in VALUES.iter().chain(&LISTS) {
            orders = orders.read(class, &concat(&[".", class]), "value");
        }
        for (name, selector) in SIGNS {
            orders = orders.read(name, selector, "className");
        }
        let orders = orders
            .read("marks", ".mark:checked", "value")
            .read("opened", "details[open]", "className")
            .read("marker", ".look-at", "value")
            .read("default", ".look-at", "defaultValue");
        let read = self.host.touch(&orders);
        self.traces.borrow_mut().note(Given::new(&read));
        read
    }

    /// Puts the picture's marker where it was painted: a slider that was moved once no
    /// longer goes where its default goes.
    pub(super) fn settle_marker(&self) {
        let orders = Orders::default().read("default", ".look-at", "defaultValue");
        let read = self.host.touch(&orders);
        if let Some(default) = Given::new(&read).get("default") {
            self.host.fill("look-at", default);
        }
    }
}

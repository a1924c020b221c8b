//! What does the page's owner fill in for the reader?

use super::corpus::corpus;
use super::given::Given;
use super::moment::{Today, clock};
use super::view::Inner;
use crate::{Elapsed, Minutes, Names, Settings, When, guidance};

impl Inner {
    /// Fills in what the attributes say where the reader is asked all the same.
    /// What has not changed since the attributes `before` stays as the reader has
    /// left it, and so does what the controls say already: the form may have been there
    /// before all this.
    pub(super) fn fill_in(&self, before: &str, controls: Given<'_>) {
        let settings = self.settings();
        if !settings.ask {
            return;
        }
        let changed = |name| self.has_changed(name, before);
        let is_empty = |class| controls.get(class).is_none_or(str::is_empty);
        if changed("treatment") && is_empty("treatment") {
            self.prefill_treatment(&settings);
        }
        if changed("activity")
            && controls.get("activity").is_none_or(is_preset)
            && let Some(activity) = settings.activity
        {
            self.host.fill("activity", activity);
        }
        let is_moment_new = changed("hours") || changed("treated-at");
        if is_moment_new && is_empty("time") && is_empty("hours") {
            self.prefill_moment(&settings);
        }
    }

    /// Fills in, and shows that; where a moment is new, in one line, so that there is room
    /// for the answer.
    pub(super) fn prefill(&self, before: &str) {
        if !self.settings().ask {
            return;
        }
        self.fill_in(before, Given::new(""));
        self.update();
        let changed = |name| self.has_changed(name, before);
        if self.has_answer() && (changed("hours") || changed("treated-at")) {
            self.host.fold();
            self.update();
        }
    }

    /// Whether an attribute is given that was not given, or not so.
    fn has_changed(&self, name: &str, before: &str) -> bool {
        let now = self.given().get(name);
        now.is_some() && now != Given::new(before).get(name)
    }

    fn prefill_treatment(&self, settings: &Settings<'_>) {
        let at_once = Elapsed::from_minutes(Minutes(0));
        let name = settings.treatment.unwrap_or_default();
        if let Ok(card) = guidance(corpus(), name, at_once, &settings.options()) {
            let chosen = match settings.names {
                Names::Brand => card.treatment.id,
                _ => card.treatment.name,
            };
            self.host.fill("treatment", chosen);
        }
    }

    fn prefill_moment(&self, settings: &Settings<'_>) {
        let mode = match settings.when {
            When::Asked => return,
            When::Hours(_) => {
                let hours = self.given().get("hours").unwrap_or_default();
                self.host.fill("hours", hours.trim_ascii());
                "by-hours"
            }
            When::At(time) => {
                // The very moment that is named, be it one that comes twice.
                let moment = self.host.parse(&time.iso(), f64::NAN);
                let moment = Today::at(self.host, moment);
                self.host.fill("date", moment.day());
                self.host.fill("time", &clock(moment.minute()));
                "by-clock"
            }
        };
        self.host.choose(mode);
    }
}

/// Whether it is the activity that a form begins with, so that nobody has chosen it.
fn is_preset(activity: &str) -> bool {
    let preset = usize::from(corpus().default_activity.0);
    corpus().activities.get(preset).copied() == Some(activity)
}

//! What does the page's owner fill in for the reader?

use super::corpus::corpus;
use super::given::Given;
use super::moment::{Today, clock};
use super::view::Inner;
use crate::{Elapsed, Minutes, Names, Settings, When, guidance};

impl Inner {
    /// Fills in what the attributes say where the reader is asked all the same.
    /// What has not changed since the attributes `before` stays as the reader has
    /// left it.
    pub(super) fn prefill(&self, before: &str) {
        let settings = self.settings();
        if !settings.ask {
            return;
        }
        let (before, now) = (Given::new(before), self.given());
        let changed = |name| now.get(name).is_some() && now.get(name) != before.get(name);
        if changed("treatment") {
            self.prefill_treatment(&settings);
        }
        if changed("activity")
            && let Some(activity) = settings.activity
        {
            self.host.fill("activity", activity);
        }
        if changed("hours") || changed("treated-at") {
            self.prefill_moment(&settings);
        }
        self.update();
        if self.has_answer() && (changed("hours") || changed("treated-at")) {
            self.tell();
        }
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

    /// Tells the question in one line, so that there is room for the answer.
    fn tell(&self) {
        self.host.fold();
        self.update();
    }
}

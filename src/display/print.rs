//! What is on paper? The answer as it was when it was printed, with dates in full: on
//! paper there is no "now".

use serde::Serialize;

use super::card_display::{Display, minutes};
use super::clinic::basis;
use super::wording::{tally_words, voting};
use crate::consensus::{Hours, Minutes};
use crate::guidance::{FineFrom, Guidance, headline, join};
use crate::i18n::span;
use crate::settings::DateFormat;

/// The answer on a sheet of paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Sheet<'d> {
    /// The question.
    pub heading: String,
    /// When the treatment was, where there is a clock, and when this was printed.
    pub dates: Vec<String>,
    /// The clinic's word, where it has a wait for the activity: that comes first.
    pub clinic: Vec<String>,
    /// The moment, and the status then.
    pub title: String,
    /// From when most say OK, who says so, and what it rests on.
    pub lines: Vec<String>,
    /// The activity, and each panel with the number of its answers: the head of the table.
    pub panels: Vec<String>,
    /// From when the first, most and all say OK, by panel.
    pub times: [Vec<String>; 3],
    /// Stands over the other activities.
    pub others: &'d str,
    /// The other activities, each with from when most say OK.
    pub activities: Vec<[String; 2]>,
    /// Stands before a line on which the clinic's number is written; `null` where it is given.
    pub phone: Option<&'d str>,
}

impl<'d> Display<'d> {
    /// The answer as it is printed now.
    pub fn sheet(&self) -> Sheet<'d> {
        let (card, words) = (&self.card, self.words);
        let sentences = &words.core.print;
        let treated = self.date(Minutes(0));
        let format = DateFormat::YearDateTime;
        let printed = self
            .environment
            .format(&words.id, self.moment().now, format);
        let elapsed = self.about(span(words, self.elapsed().0));
        let elapsed = words.core.head.after_treatment.with("span", &elapsed);
        let mut dates = Vec::new();
        if let Some(when) = treated {
            dates.push(words.core.head.treated.with("when", &when));
        }
        if let Some(when) = &printed {
            dates.push(
                sentences
                    .printed
                    .fill(&[("when", when), ("span", &elapsed)]),
            );
        }
        let moment = printed.unwrap_or(elapsed);
        let status = headline(self.corpus, words, card);
        let mut lines = Vec::new();
        if let Some(from) = self.ok_from(card) {
            lines.push(from);
        }
        let mut panels = vec![card.activity.name.to_owned()];
        let mut times = [Vec::new(), Vec::new(), Vec::new()];
        for panel in voting(card) {
            let timed = panel.tally.timed().to_string();
            let values = [("panel", panel.name), ("n", &timed)];
            let label = sentences.panel.fill(&values);
            lines.push(format!("{label}: {}", tally_words(words, panel.tally)));
            panels.push(label);
            let FineFrom { first, most, all } = panel.fine_from;
            for (row, at) in times.iter_mut().zip([first, most, all]) {
                row.push(self.printed_time(at));
            }
        }
        if let Some(conditions) = self.conditions() {
            let list = join(&words.core.card.condition_join, conditions.list);
            lines.push(format!("{}: {list}.", conditions.title));
        }
        lines.push(basis(words, self.settings));
        Sheet {
            heading: self.heading(),
            dates,
            clinic: self.printed_clinic(card).map_or_else(Vec::new, Vec::from),
            title: sentences
                .title
                .fill(&[("when", &moment), ("status", &status)]),
            lines,
            panels,
            times,
            others: &sentences.others,
            activities: self.printed_activities(),
            phone: self.settings.contact.is_none().then_some(&*sentences.phone),
        }
    }

    /// So many minutes after the treatment, with its year; "about" then, where that is guessed.
    pub(super) fn date(&self, after: Minutes) -> Option<String> {
        let rough = self.rough_day(after, |_| DateFormat::YearDate);
        let written = || {
            let instant = self.moment().instant(self.rounded(after))?;
            self.environment
                .format(&self.words.id, instant, DateFormat::YearDateTime)
        };
        Some(self.about(rough.or_else(written)?))
    }

    /// The same; "24 hours after the treatment" where there is no clock.
    fn printed_when(&self, after: Minutes) -> String {
        self.date(after).unwrap_or_else(|| self.when(after))
    }

    fn printed_time(&self, at: Option<Hours>) -> String {
        match at.map(minutes) {
            None => self.words.core.time.never.to_string(),
            Some(Minutes(0)) => self.words.core.time.at_once.to_string(),
            Some(at) => self.printed_when(at),
        }
    }

    /// "Most say it’s OK from Sunday, November 29, 2026 at 5:00 PM"
    fn ok_from(&self, card: &Guidance<'_>) -> Option<String> {
        let most = minutes(card.fine_from.most?);
        if most == Minutes(0) && !self.is_live() {
            return None;
        }
        let when = self.printed_when(most);
        Some(self.words.core.print.from.with("when", &when))
    }

    fn printed_activities(&self) -> Vec<[String; 2]> {
        let mut activities = Vec::new();
        for id in self
            .corpus
            .activities
            .iter()
            .filter(|id| **id != self.card.activity.id)
        {
            let Some(card) = self.card_of(id) else {
                continue;
            };
            let text = match self.printed_clinic(&card) {
                Some([title, until]) => format!("{title}. {until}"),
                None => self
                    .ok_from(&card)
                    .unwrap_or_else(|| headline(self.corpus, self.words, &card)),
            };
            activities.push([card.activity.name.to_owned(), text]);
        }
        activities
    }

    /// What the clinic asks for and until when, without a "tonight".
    fn printed_clinic(&self, card: &Guidance<'_>) -> Option<[String; 2]> {
        let wait = self.clinic_wait(card)?;
        let sentences = &self.words.core.clinic;
        let when = self.printed_when(wait.until);
        let until = match wait.waiting {
            true => &self.words.core.print.until,
            false => &sentences.ended,
        };
        Some([
            self.clinic_title(card, wait.wait, &sentences.day),
            until.with("when", &when),
        ])
    }
}

//! What does the head of the card say, to those who see it and to those who hear it?

use aftercare_corpus::Text;
use serde::Serialize;

use super::card_display::{self, Display};
use super::clinic::ClinicHead;
use super::filter::{Count, Counted, Filter, also};
use super::month::month_text;
use super::reminder::Reminder;
use super::wording::{only_voter, voting};
use crate::consensus::{Minutes, Resolved, Stance, Status, resolve};
use crate::guidance::{PanelGuidance, Provisos, STALE_AFTER_MONTHS, headline, is_stale};
use crate::i18n::{brief_span, span};
use crate::settings::{minutes, utc};

/// The answer to a question: what is asked, and the texts of the card's head.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Answer<'d> {
    /// The treatment's id.
    pub treatment: &'d str,
    /// The activity's id.
    pub activity: &'d str,
    /// The question as a heading: "When can I exercise after Dysport?"
    pub heading: String,
    /// What the consensus says.
    pub head: Head,
    /// The clinic's wait for the activity, where it has one: that comes first.
    pub clinic: Option<ClinicHead<'d>>,
    /// Where the clinic has waits and none for the activity: says so.
    pub clinic_none: Option<String>,
    /// A reminder of the next step, where there is one to come.
    pub reminder: Option<Reminder>,
    /// Where the data are old: says so.
    pub stale: Option<String>,
    /// The answer in a few sentences, for those who do not see it.
    pub spoken: String,
    /// Whether there is anything to draw hour by hour.
    pub has_chart: bool,
}

/// What the consensus says, in short.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Head {
    /// "Exercise · 14 hours after Dysport"
    pub asked: String,
    /// "Treated Saturday 5:00 PM"; `null` on a card that goes with no clock.
    pub treated: Option<String>,
    /// The status of the card.
    pub status: Status,
    /// The same in a few words, and whose view it is.
    pub title: String,
    /// From when most say fine; `null` where too few answers give a time.
    pub next: Option<Next>,
    /// The sentence of the card: what stands before each count, and the count.
    pub summary: Vec<[String; 2]>,
    /// Where one answer less would change the status: says so.
    pub close: Option<String>,
    /// What the answers ask for that say fine now.
    pub conditions: Option<Conditions>,
    /// Where no wait runs any more, for any activity: says so.
    pub over: Option<String>,
}

/// A moment in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Next {
    /// What stands before the moment.
    pub before: String,
    /// The moment.
    pub when: String,
    /// The same for programs, where there is a clock.
    pub instant: Option<String>,
    /// What stands behind it, such as how long that is from now.
    pub after: String,
}

/// What the answers ask for that say fine now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Conditions {
    /// "4 doctors add conditions"
    pub title: String,
    /// Each, with the number of answers.
    pub list: Vec<String>,
    /// Leads to those answers.
    pub see: Count,
}

impl<'d> Display<'d> {
    /// The answer that is shown.
    pub fn answer(&self) -> Answer<'d> {
        let clinic = self.clinic_head(&self.card);
        let head = self.head();
        Answer {
            treatment: self.card.treatment.id,
            activity: self.card.activity.id,
            heading: self.heading(),
            clinic_none: self.no_clinic_wait(),
            reminder: self.reminder(),
            stale: self.stale(),
            spoken: self.spoken(&head, clinic.as_ref()),
            head,
            clinic,
            has_chart: self.has_chart(),
        }
    }

    /// "When can I exercise after Dysport?"
    pub(super) fn heading(&self) -> String {
        let (card, words) = (&self.card, self.words);
        let activity = self.activity_words(card);
        let verb = ("verb", activity.map_or("", |activity| &activity.verb));
        match self.treatment {
            class if *class == *words.core.card.class_name => {
                words.core.head.heading_class.fill(&[verb])
            }
            treatment => words
                .core
                .head
                .heading
                .fill(&[verb, ("treatment", treatment)]),
        }
    }

    fn head(&self) -> Head {
        let (card, sentences) = (&self.card, &self.words.core.head);
        let elapsed = self.elapsed().0;
        let span = match self.moment().calendar() {
            // Hours that were typed are said as they were.
            None => span(self.words, elapsed),
            Some(_) => {
                let more = self.rounded(Minutes(0)).0;
                self.about(span(self.words, elapsed.saturating_sub(more)))
            }
        };
        Head {
            asked: sentences.asked.fill(&[
                ("activity", card.activity.name),
                ("span", &span),
                ("treatment", self.treatment),
            ]),
            treated: self
                .clock(Minutes(0))
                .map(|when| sentences.treated.with("when", &when)),
            status: card.status,
            title: headline(self.corpus, self.words, card),
            next: self.next_parts(),
            summary: self.summary(),
            close: self.close_call(),
            conditions: self.conditions(),
            over: self.all_over(),
        }
    }

    /// The sentence of the card, with its counts apart.
    fn summary(&self) -> Vec<[String; 2]> {
        let (count, _) = self.words.core.card.count.around("source");
        let count = Text(count.trim_end().to_owned().into());
        let mut rest = &*self.card.summary;
        let mut parts = Vec::new();
        for panel in voting(&self.card) {
            let n = match self.card.status {
                Status::Wait | Status::MostlyWait => panel.tally.wait,
                _ => panel.tally.fine,
            };
            let (n, timed) = (n.to_string(), panel.tally.timed().to_string());
            let count = count.fill(&[("n", &n), ("timed", &timed)]);
            if let Some((before, after)) = rest.split_once(&*count) {
                parts.push([before.to_owned(), count]);
                rest = after;
            }
        }
        parts.push([rest.to_owned(), String::new()]);
        // As many for most answers, so that the page patches what stands there.
        while parts.len() < 3 {
            parts.push(<[String; 2]>::default());
        }
        parts
    }

    /// From when most say fine, with the moment apart.
    fn next_parts(&self) -> Option<Next> {
        let sentences = &self.words.core.head;
        let most = card_display::minutes(self.card.fine_from.most?);
        let left = most.0.saturating_sub(self.elapsed().0);
        let sentence = match left {
            0 => &sentences.next_since,
            _ => &sentences.next_from,
        };
        let (before, after) = sentence.around("when");
        let instant = self.moment().instant(most).and_then(minutes);
        let more = self.rounded(most).0 - most.0;
        let span = brief_span(self.words, left + more);
        Some(Next {
            before: before.to_owned(),
            when: self.when(most),
            instant: instant.map(utc),
            after: Text(after.to_owned().into()).with("span", &span),
        })
    }

    /// Without one of the answers of a panel, whichever, the status would be another.
    fn close_call(&self) -> Option<String> {
        let card = &self.card;
        let is_decided_by = |panel: &PanelGuidance<'_>| {
            [Stance::Fine, Stance::Silent, Stance::Wait]
                .into_iter()
                .any(|stance| {
                    let mut less = panel.tally;
                    less.remove(stance);
                    let statuses = voting(card).map(|other| match other.id == panel.id {
                        true => Status::of(less),
                        false => other.status,
                    });
                    Status::most_cautious(statuses) != card.status
                })
        };
        let panel = voting(card).find(|panel| !panel.stable && is_decided_by(panel))?;
        let close = &self.words.core.head.close;
        (card.status != Status::NotEnough).then(|| close.with("panel", panel.name))
    }

    pub(super) fn conditions(&self) -> Option<Conditions> {
        let (card, words) = (&self.card, self.words);
        let mut asked = Provisos::new(words);
        for Counted { stance, answer, .. } in self.counted(card) {
            let votes = voting(card).any(|panel| panel.id == stance.panel);
            if votes && stance.stance == Stance::Fine {
                asked.add(stance.panel, &answer.conditions);
            }
        }
        if asked.answers == 0 {
            return None;
        }
        let (n, source) = (asked.answers.to_string(), asked.noun(self.corpus, words));
        let sentences = &words.core.head;
        let filter = Filter::new(only_voter(card), Stance::Fine.as_str(), also::CONDITION);
        Some(Conditions {
            title: words
                .form(&sentences.conditions, asked.answers)
                .fill(&[("n", &n), ("source", source)]),
            list: asked.conditions(words, true),
            see: filter.behind(sentences.see.with("n", &n)),
        })
    }

    /// The clinic's word first, without the countdown, which would be read out each minute.
    fn spoken(&self, head: &Head, clinic: Option<&ClinicHead<'_>>) -> String {
        let treatment = self.treatment;
        let Head {
            title,
            next,
            close,
            over,
            ..
        } = head;
        let mut consensus = format!("{title}. ");
        if let Some(Next { before, when, .. }) = next {
            // A time of day may end in a point of its own.
            let end = if when.ends_with('.') { "" } else { "." };
            consensus.push_str(&format!("{before}{when}{end} "));
        }
        consensus.push_str(&self.card.summary);
        for more in [close, over] {
            let Some(more) = more else { continue };
            consensus.push(' ');
            consensus.push_str(more);
        }
        let Some(clinic) = clinic else {
            return format!("{treatment}. {consensus}");
        };
        let ClinicHead {
            title,
            first,
            consensus: others,
            ..
        } = clinic;
        let ended = match clinic.waiting {
            true => String::new(),
            false => format!("{} ", clinic.left),
        };
        format!("{treatment}. {title}. {ended}{first} {others}: {consensus}")
    }

    /// Where the treatment is so long ago that no wait of the data or the clinic runs, for
    /// any activity: says so.
    fn all_over(&self) -> Option<String> {
        let day = self.moment().treated_at.day();
        let mut longest = None;
        for answer in self.published() {
            for (_, position) in &*answer.positions {
                if let Resolved::Timed { yes_from, .. } = resolve(*position, day) {
                    longest = longest.max(Some(yes_from));
                }
            }
        }
        let longest = longest?.max(self.settings.protocol.longest());
        (self.elapsed() >= longest).then(|| {
            let span = span(self.words, longest.0);
            self.words.core.head.all_over.with("span", &span)
        })
    }

    /// Whatever the visitor's zone is, the month is near enough.
    fn stale(&self) -> Option<String> {
        let today = utc(minutes(self.moment().now)?);
        let (year, rest) = today.split_once('-')?;
        let (month, _) = rest.split_once('-')?;
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        let updated = &*self.corpus.updated;
        is_stale(updated, year, month).then(|| {
            let months = STALE_AFTER_MONTHS.to_string();
            let month = month_text(self.environment, self.words, updated);
            let stale = &self.words.core.data.stale;
            stale.fill(&[("updated", &month), ("n", &months)])
        })
    }
}

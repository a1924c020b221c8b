//! How does a card look?

use super::deeper::voter;
use super::sift::{self, Sift};
use super::span::{put_brief, put_span, span};
use super::{Moment, Scene, Writer};
use crate::text::{Put, concat};
use crate::words::{Word, Words, digits};
use crate::{Basis, Guidance, Minutes, PanelGuidance, Stance, Status, headline, status_words};

impl Writer<'_> {
    /// The answer: the clinic's own wait where there is one, then what they
    /// say, who says so, what they add.
    pub(super) fn answer(&mut self, card: &Guidance<'_>, moment: Moment<'_>) {
        let clinic = self.setup.clinic(card, moment);
        let title = headline(self.setup.words, card);
        if let Some(view) = clinic {
            self.clinic_first(view, card, moment);
            self.out.part("section", "consensus");
            self.out.text("h3", "", self.word(Word::ViewConsensus));
            self.out.text("p", "panel-status", &title);
        } else {
            self.clinic_beside(card);
            self.out.part("header", "answer");
            self.out.set("data-status", card.status.as_str());
            self.asked(card, moment);
            self.out.icon(icon(card.status));
            self.out.open("h2", "status");
            self.out.set("part", "status");
            self.out.set("tabindex", "-1");
            self.out.say(&title);
            self.out.close();
        }
        self.out.open("p", "summary");
        self.out.set("part", "summary");
        self.out.say(&card.summary);
        self.out.close();
        let next = self.next(card, moment);
        self.out.text("p", "next", &next);
        if let Some(proviso) = &card.proviso {
            let sift = Sift {
                whose: voter(card),
                now: Stance::Fine.as_str(),
                also: sift::CONDITION,
                ..Sift::default()
            };
            self.out.open("p", "proviso");
            self.count(proviso, sift);
            self.out.close();
        }
        self.out
            .text("p", "opinions", self.word(Word::ViewOpinions));
        self.out.close();
    }

    /// "Dysport, 14 hours after"
    pub(super) fn asked(&mut self, card: &Guidance<'_>, moment: Moment<'_>) {
        let elapsed = moment.elapsed.minutes();
        let mut asked = String::new();
        put_asked(&mut asked, self.setup.words, card.treatment.name, elapsed);
        self.out.text("p", "asked", &asked);
    }

    /// So many minutes after the treatment: on the clock, where there is one.
    pub(super) fn when(&self, minutes: Minutes, moment: Moment<'_>) -> String {
        match moment.clock {
            Some(clock) => clock(minutes),
            None => {
                let mut when = String::new();
                put_after_treatment(&mut when, self.setup.words, minutes);
                when
            }
        }
    }

    /// The next step on the clock.
    pub(super) fn next(&self, card: &Guidance<'_>, moment: Moment<'_>) -> String {
        let most = card.fine_from.most.map(minutes);
        let elapsed = moment.elapsed.minutes();
        let mut next = String::new();
        put_next(&mut next, self.setup.words, most, elapsed, |out, at| {
            out.push_str(&self.when(at, moment));
        });
        next
    }

    /// One panel: its tally as marks with labels, and its times.
    pub(super) fn panel(
        &mut self,
        scene: &Scene<'_>,
        card: &Guidance<'_>,
        panel: &PanelGuidance<'_>,
        moment: Moment<'_>,
    ) {
        self.out.part("section", "panel");
        self.out.text("h3", "", panel.name);
        self.out.text(
            "p",
            "panel-status",
            status_words(self.setup.words, panel.status),
        );
        self.marks(scene, card, panel);
        if !panel.stable {
            self.out.text("p", "note", self.word(Word::ViewUnstable));
        }
        if panel.basis == Basis::Class {
            self.out.text("p", "note", self.word(Word::ViewAnyProduct));
        }
        if panel.status != Status::NotEnough {
            self.times(panel, moment);
        }
        self.out.close();
    }

    fn times(&mut self, panel: &PanelGuidance<'_>, moment: Moment<'_>) {
        self.out.open("dl", "times");
        let fine_from = panel.fine_from;
        let whose = panel.id;
        for (name, hours, also, order) in [
            (Word::ViewFromFirst, fine_from.first, sift::FIRST, ""),
            (Word::ViewFromMost, fine_from.most, "", sift::SHORTEST_FIRST),
            (Word::ViewFromAll, fine_from.all, "", sift::LONGEST_FIRST),
        ] {
            let value = match hours.map(minutes) {
                None => self.word(Word::ViewNever).to_owned(),
                Some(Minutes(0)) => self.word(Word::ViewAtOnce).to_owned(),
                Some(at) => self.after(at, moment),
            };
            let sift = Sift {
                whose,
                also,
                order,
                ..Sift::default()
            };
            self.counted_row(self.word(name), &value, sift);
        }
        if let Some(longest) = panel.longest {
            let value = self.fill(
                Word::ViewLongestValue,
                &[
                    &span(self.setup.words, minutes(longest.hours)),
                    &digits(longest.answers),
                    &digits(panel.tally.timed()),
                ],
            );
            let sift = Sift {
                whose,
                also: sift::LONGEST,
                ..Sift::default()
            };
            self.counted_row(self.word(Word::ViewLongest), &value, sift);
        }
        self.out.close();
    }

    /// A time, which leads to the answers behind it.
    fn counted_row(&mut self, name: &str, value: &str, sift: Sift<'_>) {
        self.out.open("div", "row");
        self.out.text("dt", "", name);
        self.out.open("dd", "");
        self.count(value, sift);
        self.out.close();
        self.out.close();
    }

    /// "24 hours after (Sunday 5:00 PM)"
    pub(super) fn after(&self, at: Minutes, moment: Moment<'_>) -> String {
        let span = span(self.setup.words, at);
        let after = self.fill(Word::ViewAfter, &[&span]);
        if moment.clock.is_none() {
            return after;
        }
        let when = self.when(at, moment);
        concat(&[&after, " (", &when, ")"])
    }

    /// A sentence where two panels that have enough answers are more than one
    /// status apart.
    pub(super) fn differ(&mut self, card: &Guidance<'_>) {
        let voting = || {
            card.panels
                .iter()
                .filter(|panel| panel.status != Status::NotEnough)
        };
        let steps = |panel: &PanelGuidance<'_>| panel.status as u32;
        let most = voting().map(steps).max().unwrap_or_default();
        let least = voting().map(steps).min().unwrap_or_default();
        if most - least < 2 {
            return;
        }
        let mut views = String::new();
        for panel in voting() {
            if !views.is_empty() {
                views.push_str("; ");
            }
            let status = status_words(self.setup.words, panel.status);
            let values = [panel.name, status];
            views.push_str(&self.fill(Word::CardHeadline, &values));
        }
        let text = self.fill(Word::ViewDiffer, &[&views]);
        self.out.text("p", "differ", &text);
    }
}

/// "Dysport, 14 hours after"
pub(super) fn put_asked(out: &mut impl Put, words: &Words<'_>, treatment: &str, elapsed: Minutes) {
    let mut text = words.template(Word::ViewAsked);
    while let Some(hole) = text.put_to_hole(out) {
        match hole.get() {
            1 => out.put(treatment),
            _ => put_span(out, words, elapsed),
        }
    }
}

/// "14 hours after the treatment"
pub(super) fn put_after_treatment(out: &mut impl Put, words: &Words<'_>, minutes: Minutes) {
    let mut text = words.template(Word::ViewAfterTreatment);
    while text.put_to_hole(out).is_some() {
        put_span(out, words, minutes);
    }
}

/// From when most say fine, seen from a moment.
pub(super) fn put_next<O: Put>(
    out: &mut O,
    words: &Words<'_>,
    most: Option<Minutes>,
    elapsed: Minutes,
    put_when: impl Fn(&mut O, Minutes),
) {
    let Some(most) = most else {
        return out.put(words.plain(Word::ViewNextNone));
    };
    let mut text = words.template(match most > elapsed {
        true => Word::ViewNextFrom,
        false => Word::ViewNextSince,
    });
    while let Some(hole) = text.put_to_hole(out) {
        match hole.get() {
            1 => put_when(out, most),
            _ => put_brief(out, words, Minutes(most.0.saturating_sub(elapsed.0))),
        }
    }
}

/// Hours of a card are whole minutes, so this gives back the very minute.
pub(super) fn minutes(hours: crate::Hours) -> Minutes {
    crate::Elapsed::from_hours(hours.get()).map_or(Minutes(0), crate::Elapsed::minutes)
}

pub(super) fn mark(stance: Stance) -> &'static str {
    match stance {
        Stance::Fine => "mark fine",
        Stance::Wait => "mark wait",
        Stance::Silent => "mark silent",
        Stance::Untimed => "mark untimed",
    }
}

pub(super) fn stance_word(stance: Stance) -> Word {
    match stance {
        Stance::Fine => Word::StanceFine,
        Stance::Wait => Word::StanceWait,
        Stance::Silent => Word::StanceSilent,
        Stance::Untimed => Word::StanceUntimed,
    }
}

/// A shape of its own for each direction, so that colour is never alone.
pub(super) fn icon(status: Status) -> &'static str {
    match status {
        Status::Fine | Status::MostlyFine => "M5 12.5l4.5 4.5L19 7.5",
        Status::Divided => "M6 9h12M6 15h12",
        Status::MostlyWait | Status::Wait => WAIT,
        Status::NotEnough => "M9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17.5v.01",
    }
}

/// The hands of a clock.
pub(super) const WAIT: &str = "M12 6v6l4 2.5";

//! How does a card look?

use web_sys::Element;

use super::draw::{Pen, set};
use super::moment::{Visit, span};
use crate::words::{Word, Words, digits, fill};
use crate::{
    Basis, Guidance, Minutes, PanelGuidance, Settings, Stance, Status, Tally, counted, headline,
    status_words,
};

/// Draws the parts of a card.
pub(super) struct CardView<'v> {
    pub(super) words: &'v Words<'v>,
    pub(super) settings: &'v Settings<'v>,
    pub(super) locale: &'v str,
    /// The address of the page of sources.
    pub(super) sources: &'v str,
}

impl CardView<'_> {
    pub(super) fn word(&self, word: Word) -> &str {
        self.words.plain(word)
    }

    /// The answer: what they say, who says so, what they add.
    pub(super) fn answer(
        &self,
        pen: &mut Pen,
        card: &Guidance<'_>,
        asked: &Element,
        next: &Element,
    ) {
        let answer = pen.part("header", "answer");
        set(&answer, "data-status", card.status.as_str());
        pen.put(asked);
        icon(pen, card.status);
        set(
            &pen.text("h2", "status", &headline(self.words, card)),
            "part",
            "status",
        );
        self.said(pen, card, next);
        pen.close();
    }

    /// The same below the clinic's own wait.
    pub(super) fn consensus(&self, pen: &mut Pen, card: &Guidance<'_>, next: &Element) {
        pen.part("section", "consensus");
        pen.text("h3", "", self.word(Word::ViewConsensus));
        pen.text("p", "panel-status", &headline(self.words, card));
        self.said(pen, card, next);
        pen.close();
    }

    fn said(&self, pen: &mut Pen, card: &Guidance<'_>, next: &Element) {
        set(&pen.text("p", "summary", &card.summary), "part", "summary");
        pen.put(next);
        if let Some(proviso) = &card.proviso {
            pen.text("p", "proviso", proviso);
        }
        pen.text("p", "opinions", self.word(Word::ViewOpinions));
    }

    /// The next step on the clock.
    pub(super) fn next(&self, card: &Guidance<'_>, visit: &Visit) -> String {
        let Some(most) = card.fine_from.most.map(minutes) else {
            return self.word(Word::ViewNextNone).to_owned();
        };
        let when = visit.when(self.words, most, self.locale);
        let elapsed = visit.elapsed.minutes();
        match most.0.checked_sub(elapsed.0) {
            None | Some(0) => fill(self.word(Word::ViewNextSince), &[("when", &when)]),
            Some(left) => fill(
                self.word(Word::ViewNextFrom),
                &[("when", &when), ("span", &span(self.words, Minutes(left)))],
            ),
        }
    }

    /// One panel: its tally as a bar with labels, and its times.
    pub(super) fn panel(&self, pen: &mut Pen, panel: &PanelGuidance<'_>, visit: &Visit) {
        let tally = panel.tally;
        pen.part("section", "panel");
        pen.text("h3", "", panel.name);
        pen.text("p", "panel-status", status_words(self.words, panel.status));
        self.bar(pen, tally);
        self.legend(pen, tally);
        if tally.untimed > 0 {
            let number = digits(tally.untimed);
            let text = fill(self.word(Word::ViewTallyUntimed), &[("n", &number)]);
            pen.text("p", "note", &text);
        }
        if !panel.stable {
            pen.text("p", "note", self.word(Word::ViewUnstable));
        }
        if panel.basis == Basis::Class {
            pen.text("p", "note", self.word(Word::ViewAnyProduct));
        }
        if panel.status != Status::NotEnough {
            self.times(pen, panel, visit);
        }
        pen.close();
    }

    /// One mark for each timed answer, told apart by shape and colour.
    fn bar(&self, pen: &mut Pen, tally: Tally) {
        let label = fill(
            self.word(Word::ViewTallyLabel),
            &[
                ("fine", &digits(tally.fine)),
                ("silent", &digits(tally.silent)),
                ("wait", &digits(tally.wait)),
            ],
        );
        let bar = pen.open("div", "bar");
        set(&bar, "role", "img");
        set(&bar, "aria-label", &label);
        for (stance, number) in voting(tally) {
            for _ in 0..number {
                pen.leaf("span", mark(stance));
            }
        }
        pen.close();
    }

    /// What the marks mean; the bar's label says the same to a screen reader.
    fn legend(&self, pen: &mut Pen, tally: Tally) {
        let legend = pen.open("p", "legend");
        set(&legend, "aria-hidden", "true");
        for (stance, number) in voting(tally) {
            let text = [&digits(number), " ", self.word(stance_word(stance))].concat();
            pen.open("span", "entry");
            pen.leaf("span", mark(stance));
            pen.text("span", "", &text);
            pen.close();
        }
        pen.close();
    }

    fn times(&self, pen: &mut Pen, panel: &PanelGuidance<'_>, visit: &Visit) {
        pen.open("dl", "times");
        let fine_from = panel.fine_from;
        for (name, hours) in [
            (Word::ViewFromFirst, fine_from.first),
            (Word::ViewFromMost, fine_from.most),
            (Word::ViewFromAll, fine_from.all),
        ] {
            let value = match hours.map(minutes) {
                None => self.word(Word::ViewNever).to_owned(),
                Some(Minutes(0)) => self.word(Word::ViewAtOnce).to_owned(),
                Some(at) => self.after(at, visit),
            };
            pen.row(self.word(name), &value);
        }
        if let Some(longest) = panel.longest {
            let value = fill(
                self.word(Word::ViewLongestValue),
                &[
                    ("span", &span(self.words, minutes(longest.hours))),
                    ("n", &digits(longest.answers)),
                    ("timed", &digits(panel.tally.timed())),
                ],
            );
            pen.row(self.word(Word::ViewLongest), &value);
        }
        pen.close();
    }

    /// "24 hours after (Sunday 5:00 PM)"
    fn after(&self, at: Minutes, visit: &Visit) -> String {
        let span = span(self.words, at);
        let after = fill(self.word(Word::ViewAfter), &[("span", &span)]);
        if !visit.is_live() {
            return after;
        }
        let when = visit.when(self.words, at, self.locale);
        [&after, " (", &when, ")"].concat()
    }

    /// A sentence where two panels that have enough answers are more than one
    /// status apart.
    pub(super) fn differ(&self, pen: &mut Pen, card: &Guidance<'_>) {
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
            let status = status_words(self.words, panel.status);
            let values = [("panel", panel.name), ("status", status)];
            views.push_str(&fill(self.word(Word::CardHeadline), &values));
        }
        let text = fill(self.word(Word::ViewDiffer), &[("views", &views)]);
        pen.text("p", "differ", &text);
    }

    /// The other activities side by side: from when most say fine, and before
    /// that what the clinic asks for.
    pub(super) fn what_else(&self, pen: &mut Pen, cards: &[Guidance<'_>], visit: &Visit) {
        pen.open("section", "what-else");
        pen.text("h3", "", self.word(Word::ViewWhatElse));
        pen.open("dl", "times");
        for card in cards {
            let (word, when, after) = match card.fine_from.most.map(minutes) {
                None => (Word::ViewElseFew, String::new(), String::new()),
                Some(Minutes(0)) => (Word::ViewElseAtOnce, String::new(), String::new()),
                Some(at) => (
                    match visit.is_live() {
                        true => Word::ViewElseValue,
                        false => Word::ViewElseAfter,
                    },
                    visit.when(self.words, at, self.locale),
                    span(self.words, at),
                ),
            };
            let (answers, basis) = counted(self.words, card);
            let mut value = fill(
                self.word(word),
                &[
                    ("answers", &answers),
                    ("basis", basis),
                    ("when", &when),
                    ("span", &after),
                ],
            );
            if let Some(clinic) = self.clinic(card, visit) {
                let title = self.clinic_title(clinic);
                let left = self.clinic_left(clinic, visit);
                value = [
                    &title,
                    " ",
                    &left,
                    " ",
                    self.word(Word::ViewElseOthers),
                    " ",
                    &value,
                ]
                .concat();
            }
            pen.row(card.activity.name, &value);
        }
        pen.close();
        pen.close();
    }

    /// What the answers claim about the result; nothing where none claims a thing.
    pub(super) fn claims(&self, pen: &mut Pen, card: &Guidance<'_>) {
        let texts: Vec<&str> = card
            .claims
            .iter()
            .filter(|claim| claim.no > 0 || claim.may > 0)
            .map(|claim| claim.text.as_str())
            .collect();
        if texts.is_empty() {
            return;
        }
        pen.open("section", "claims");
        pen.text("h3", "", self.word(Word::ViewClaims));
        pen.list(&texts);
        pen.close();
    }
}

/// Hours of a card are whole minutes, so this gives back the very minute.
pub(super) fn minutes(hours: crate::Hours) -> Minutes {
    crate::Elapsed::from_hours(hours.get()).map_or(Minutes(0), crate::Elapsed::minutes)
}

fn voting(tally: Tally) -> [(Stance, u32); 3] {
    [
        (Stance::Fine, tally.fine),
        (Stance::Silent, tally.silent),
        (Stance::Wait, tally.wait),
    ]
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
fn icon(pen: &mut Pen, status: Status) {
    pen.icon(match status {
        Status::Fine | Status::MostlyFine => "M5 12.5l4.5 4.5L19 7.5",
        Status::Divided => "M6 9h12M6 15h12",
        Status::MostlyWait | Status::Wait => WAIT,
        Status::NotEnough => "M9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17.5v.01",
    });
}

/// The hands of a clock.
pub(super) const WAIT: &str = "M12 6v6l4 2.5";

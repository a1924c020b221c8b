//! What about the other things a patient does, at the same moment?

use super::card::{icon, minutes};
use super::sift::Sift;
use super::{Moment, Writer};
use crate::text::concat;
use crate::words::{PluralWord, Word, digits, filled};
use crate::{Basis, Guidance, Minutes, Stance, Status, headline};

impl Writer<'_> {
    /// The other activities: what they say now and how many, then from when most
    /// say fine; before that what the clinic asks for.
    pub(super) fn what_else(&mut self, cards: &[Guidance<'_>], moment: Moment<'_>) {
        self.out.open("section", "what-else");
        self.out.open("h3", "what-else-title");
        // A button at the head leads here.
        self.out.set("tabindex", "-1");
        self.out.say(self.word(Word::ViewWhatElse));
        self.out.close();
        self.out.open("dl", "others");
        for card in cards {
            self.out.open("div", "other");
            self.out.text("dt", "", card.activity.name);
            self.out.open("dd", "");
            self.other(card, moment);
            self.out.close();
            self.out.close();
        }
        self.out.close();
        self.out.close();
    }

    fn other(&mut self, card: &Guidance<'_>, moment: Moment<'_>) {
        if let Some(clinic) = self.setup.clinic(card, moment) {
            let title = self.clinic_title(clinic);
            let left = self.clinic_left(clinic, moment);
            let (_, first) = self.clinic_comes_first(clinic);
            let (space, first) = match clinic.differs {
                true => (" ", first.as_str()),
                false => ("", ""),
            };
            let others = self.word(Word::ViewElseOthers);
            let text = concat(&[&title, " ", &left, space, first, " ", others]);
            self.out.text("p", "", &text);
        }
        let title = headline(self.setup.words, card);
        self.out.open("p", "other-status");
        self.out.set("data-status", card.status.as_str());
        self.out.icon(icon(card.status));
        self.out.text("span", "", &title);
        self.out.close();
        self.fine_now(card);
        let next = match card.fine_from.most.map(minutes) {
            Some(Minutes(0)) => self.word(Word::ViewElseAtOnce).to_owned(),
            _ => self.next(card, moment),
        };
        self.out.text("p", "other-next", &next);
    }

    /// "9 of 10 doctors say fine now", for each panel.
    fn fine_now(&mut self, card: &Guidance<'_>) {
        let words = self.setup.words;
        self.out.open("p", "other-counts");
        for panel in &card.panels {
            let tally = panel.tally;
            let timed = tally.timed();
            // What has too few answers has no vote beside one that has enough.
            if timed == 0 || (panel.status == Status::NotEnough && card.status != Status::NotEnough)
            {
                continue;
            }
            let noun = words.panels.iter().find(|known| known.name == panel.name);
            let source = noun.map_or("", |panel| words.form(panel.noun, timed));
            let basis = match panel.basis {
                Basis::Class => self.word(Word::CardAboutAny),
                Basis::Treatment => "",
            };
            let text = words.plural(PluralWord::DeeperSayFine, tally.fine);
            let text = filled(text, &[&digits(tally.fine), &digits(timed), source, basis]);
            let sift = Sift {
                on: card.activity.id,
                whose: panel.id,
                now: match tally.fine {
                    // What all of them say instead.
                    0 => "",
                    _ => Stance::Fine.as_str(),
                },
                ..Sift::default()
            };
            self.count(&text, sift);
        }
        self.out.close();
    }
}

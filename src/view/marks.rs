//! How is a tally seen at a glance? One mark for each answer, which names its
//! answer when it is touched.

use super::card::{mark, stance_word};
use super::sift::Sift;
use super::{Scene, Writer};
use crate::text::concat;
use crate::words::{Word, digits};
use crate::{AnswerStance, Guidance, PanelGuidance, Stance, Tally};

impl Writer<'_> {
    /// The marks of one panel, what they mean, and the answer of the chosen one.
    pub(super) fn marks(
        &mut self,
        scene: &Scene<'_>,
        card: &Guidance<'_>,
        panel: &PanelGuidance<'_>,
    ) {
        let mut chosen = None;
        let tally = panel.tally;
        // Buttons of which one is on: one stop for the Tab key, and the arrow
        // keys go from mark to mark, in every browser by itself.
        self.out.open("div", "bar");
        self.out.set("role", "radiogroup");
        let mut label = self.counts(tally);
        if tally.untimed > 0 {
            let untimed = self.fill(Word::ViewTallyUntimed, &[&digits(tally.untimed)]);
            label = concat(&[&label, ". ", &untimed]);
        }
        self.out.set("aria-label", &label);
        for (stance, _) in stances(tally) {
            for (answer, number) in self.numbered(card, panel) {
                if answer.stance != stance {
                    continue;
                }
                let name = self.mark_name(panel, answer, number);
                let is_chosen = scene.pointed.marks.iter().any(|id| id == answer.id);
                // Its id keeps a mark that of its answer wherever the marks
                // before it go.
                let class = concat(&[mark(stance), " ", answer.id]);
                self.out.open("input", &class);
                self.out.set("type", "radio");
                self.out.set("name", panel.id);
                self.out.set("value", answer.id);
                self.out.set("aria-label", &name);
                self.out.set("title", &name);
                self.out.flag("checked", is_chosen);
                self.out.close();
                if is_chosen {
                    chosen = Some((answer, name));
                }
            }
        }
        self.out.close();
        self.legend(tally, panel.id);
        match chosen {
            Some((answer, name)) => {
                self.out.open("div", "named");
                self.out.text("p", "whose", &name);
                self.voice_of(scene.voices, answer.id);
                self.out.close();
            }
            None => self
                .out
                .text("p", "note pick", self.word(Word::ViewMarkPick)),
        }
    }

    /// The answers of a panel that are on the card, each with its place among
    /// all of the panel, which stays the same whatever is asked.
    fn numbered<'c>(
        &self,
        card: &'c Guidance<'c>,
        panel: &PanelGuidance<'_>,
    ) -> Vec<(&'c AnswerStance<'c>, u32)> {
        let mut numbered = Vec::new();
        let mut wanted = card
            .answers
            .iter()
            .filter(|answer| answer.panel == panel.id)
            .peekable();
        for own in self.setup.corpus.panels {
            if own.id != panel.id {
                continue;
            }
            for (answer, number) in own.answers.iter().zip(1..) {
                if let Some(found) = wanted.next_if(|wanted| wanted.id == answer.id) {
                    numbered.push((found, number));
                }
            }
        }
        numbered
    }

    /// "Doctor 3: Says wait 24 hours. Now: wait."
    fn mark_name(
        &self,
        panel: &PanelGuidance<'_>,
        answer: &AnswerStance<'_>,
        number: u32,
    ) -> String {
        let words = self.setup.words;
        let panels = self.setup.corpus.panels.iter().zip(words.panels);
        let mut nouns = panels
            .filter(|(own, _)| own.id == panel.id)
            .map(|(_, own)| words.form(own.noun, 1));
        let mut whose = nouns.next().unwrap_or_default().to_owned();
        if let Some(first) = whose.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let position = self.position(answer);
        let stance = self.word(stance_word(answer.stance));
        self.fill(
            match answer.stance {
                // Its position says it already.
                Stance::Untimed => Word::ViewMarkUntimed,
                _ => Word::ViewMark,
            },
            &[&whose, &digits(number), &position, stance],
        )
    }

    /// "9 fine, 1 not clear, 3 wait"
    pub(super) fn counts(&self, tally: Tally) -> String {
        let values = [tally.fine, tally.silent, tally.wait].map(digits);
        let [fine, silent, wait] = &values;
        self.fill(Word::ViewTallyLabel, &[fine, silent, wait])
    }

    /// What the marks mean. Each number leads to the answers of the panel.
    fn legend(&mut self, tally: Tally, whose: &str) {
        self.out.open("p", "legend");
        for (stance, number) in stances(tally) {
            if stance == Stance::Untimed && number == 0 {
                continue;
            }
            let text = concat(&[&digits(number), " ", self.word(stance_word(stance))]);
            self.out.open("span", "entry");
            self.out.leaf("span", mark(stance));
            let sift = Sift {
                whose,
                now: stance.as_str(),
                ..Sift::default()
            };
            self.count_of(number, &text, sift);
            self.out.close();
        }
        self.out.close();
    }
}

/// In the order of the marks.
fn stances(tally: Tally) -> [(Stance, u32); 4] {
    [
        (Stance::Fine, tally.fine),
        (Stance::Silent, tally.silent),
        (Stance::Wait, tally.wait),
        (Stance::Untimed, tally.untimed),
    ]
}

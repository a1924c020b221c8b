//! How is each panel's tally seen at a glance, and what are its times?

use serde::Serialize;

use super::card_display::{Display, minutes};
use super::filter::{Count, Filter, also, order};
use super::wording::{panel_status, position, push_listed, stance_name, tally_label};
use crate::consensus::{Basis, Stance, Status, Tally};
use crate::guidance::{AnswerStance, PanelGuidance, status_words};
use crate::i18n::span;

/// Whose words these are, and each panel's tally.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Panels<'d> {
    /// A sentence where two panels are more than one status apart.
    pub differ: Option<String>,
    /// By which clock "the next day" is read.
    pub clock: &'d str,
    /// Each panel.
    pub panels: Vec<PanelDisplay<'d>>,
}

/// One panel's tally and times.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PanelDisplay<'d> {
    /// The stable id.
    pub id: &'d str,
    /// The name.
    pub name: &'d str,
    /// What the tally amounts to, in words.
    pub status: &'d str,
    /// The tally in words, for those who do not see the marks.
    pub label: String,
    /// One for each answer: fine before not clear before wait.
    pub marks: Vec<Mark<'d>>,
    /// What the marks mean, and how many there are of each.
    pub legend: Vec<LegendEntry<'d>>,
    /// Whether the status would be the same whichever one answer were missing.
    pub stable: bool,
    /// Whether the answers are about any product, though one was named.
    pub any_product: bool,
    /// From when they say fine; `null` where too few say so.
    pub times: Option<Vec<PanelTime<'d>>>,
}

/// One answer of a panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Mark<'d> {
    /// The answer's stable id.
    pub id: &'d str,
    /// What it says now.
    pub stance: Stance,
    /// "Doctor 3: Says wait 24 hours. Now: wait."
    pub name: String,
}

/// What a mark means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LegendEntry<'d> {
    /// The stance.
    pub stance: Stance,
    /// "9 fine"
    pub count: Count<'d>,
}

/// A moment of a panel, and the answers behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PanelTime<'d> {
    /// Which one it is.
    pub id: TimeId,
    /// "24 hours after (Sunday 5:00 PM)"
    pub value: String,
    /// The answers behind it.
    pub filter: Filter<'d>,
}

/// The moments of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum TimeId {
    /// The first answer says fine.
    First,
    /// Most say fine.
    Most,
    /// All say fine.
    All,
    /// The longest wait.
    Longest,
}

impl<'d> Display<'d> {
    /// The panels, and what stands over them.
    pub fn panels(&self) -> Panels<'d> {
        let sentences = &self.words.core.panels;
        let mut panels = Vec::new();
        for panel in &self.card.panels {
            panels.push(self.panel(panel));
        }
        Panels {
            differ: self.differ(),
            clock: match self.card.treated_at {
                Some(_) => &sentences.clock_known,
                None => &sentences.clock_unknown,
            },
            panels,
        }
    }

    fn panel(&self, panel: &PanelGuidance<'d>) -> PanelDisplay<'d> {
        let tally = panel.tally;
        let mut label = tally_label(self.words, tally);
        if tally.untimed > 0 {
            let number = tally.untimed.to_string();
            label.push_str(". ");
            label.push_str(&self.words.core.panels.tally_untimed.fill(&[("n", &number)]));
        }
        PanelDisplay {
            id: panel.id,
            name: panel.name,
            status: status_words(self.words, panel.status),
            label,
            marks: self.marks(panel),
            legend: self.legend(panel),
            stable: panel.stable,
            any_product: panel.basis == Basis::Class && !self.is_class,
            times: (panel.status != Status::NotEnough).then(|| self.times(panel)),
        }
    }

    fn marks(&self, panel: &PanelGuidance<'d>) -> Vec<Mark<'d>> {
        let numbered = self.numbered(panel);
        let mut marks = Vec::new();
        for (stance, _) in stances(panel.tally) {
            for (answer, number) in &numbered {
                if answer.stance == stance {
                    marks.push(Mark {
                        id: answer.id,
                        stance,
                        name: self.mark_name(panel, answer, *number),
                    });
                }
            }
        }
        marks
    }

    /// The answers of a panel that are on the card, each with its number among all of the
    /// panel, which stays the same whatever is asked.
    fn numbered(&self, panel: &PanelGuidance<'_>) -> Vec<(AnswerStance<'d>, u32)> {
        let mut numbered = Vec::new();
        // Both are in the data's order.
        let answers = self.card.answers.iter();
        let mut own = answers.filter(|answer| answer.panel == panel.id).peekable();
        for known in self.corpus.panels.iter() {
            if known.id == panel.id {
                for (answer, number) in known.answers.iter().zip(1..) {
                    let found = own.next_if(|own| own.id == answer.id);
                    numbered.extend(found.map(|own| (*own, number)));
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
        let mut source = self.noun(panel.id, 1).to_owned();
        if let Some(first) = source.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let sentences = &self.words.core.panels;
        let sentence = match answer.stance {
            // Its position says it already.
            Stance::Untimed => &sentences.mark_untimed,
            _ => &sentences.mark,
        };
        sentence.fill(&[
            ("source", &source),
            ("n", &number.to_string()),
            ("position", &position(self.words, answer)),
            ("stance", stance_name(self.words, answer.stance)),
        ])
    }

    /// Each number leads to the answers of the panel.
    fn legend(&self, panel: &PanelGuidance<'d>) -> Vec<LegendEntry<'d>> {
        let mut entries = Vec::new();
        for (stance, number) in stances(panel.tally) {
            if stance == Stance::Untimed && number == 0 {
                continue;
            }
            let mut text = number.to_string();
            text.push(' ');
            text.push_str(stance_name(self.words, stance));
            let filter = Filter {
                panel: panel.id.into(),
                stance: stance.as_str().into(),
                ..Filter::default()
            };
            entries.push(LegendEntry {
                stance,
                count: filter.behind_number(number, text),
            });
        }
        entries
    }

    fn times(&self, panel: &PanelGuidance<'d>) -> Vec<PanelTime<'d>> {
        let fine_from = panel.fine_from;
        let mut times = Vec::new();
        for (id, hours, also, order) in [
            (TimeId::First, fine_from.first, also::FIRST, ""),
            (TimeId::Most, fine_from.most, "", order::SHORTEST_FIRST),
            (TimeId::All, fine_from.all, "", order::LONGEST_FIRST),
        ] {
            let value = match hours.map(minutes) {
                None => self.words.core.time.never.to_string(),
                Some(at) => self.after_or_at_once(at),
            };
            times.push(time(panel, id, value, also, order));
        }
        if let Some(longest) = panel.longest {
            let value = self.words.core.panels.longest_value.fill(&[
                ("span", &span(self.words, minutes(longest.hours).0)),
                ("n", &longest.answers.to_string()),
                ("timed", &panel.tally.timed().to_string()),
            ]);
            times.push(time(panel, TimeId::Longest, value, also::LONGEST, ""));
        }
        times
    }

    /// Two panels that have enough answers are more than one status apart.
    fn differ(&self) -> Option<String> {
        let (mut least, mut most) = (Status::Fine, Status::NotEnough);
        let mut views = String::new();
        for panel in &self.card.panels {
            if panel.status == Status::NotEnough {
                continue;
            }
            least = least.min(panel.status);
            most = most.max(panel.status);
            push_listed(
                &mut views,
                &panel_status(self.words, panel.name, panel.status),
            );
        }
        let steps = (most as u32).checked_sub(least as u32)?;
        (steps > 1).then(|| self.words.core.panels.differ.fill(&[("views", &views)]))
    }
}

/// A moment of a panel.
fn time<'d>(
    panel: &PanelGuidance<'d>,
    id: TimeId,
    value: String,
    also: &'static str,
    order: &'static str,
) -> PanelTime<'d> {
    PanelTime {
        id,
        value,
        filter: Filter {
            panel: panel.id.into(),
            order: order.into(),
            ..Filter::also(also)
        },
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

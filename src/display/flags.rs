//! Where on the chart do the first, most and all say OK, and is there room to say so?

use serde::Serialize;

use super::axis::Axis;
use super::card_display::{Display, minutes};
use crate::consensus::Minutes;
use crate::guidance::FineFrom;
use crate::i18n::span;

/// A flag on a pole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Flag {
    /// How far to the right.
    pub x: String,
    /// On which side of the text it is, as SVG says it.
    pub anchor: &'static str,
    /// "Most, all"; `null` where there is no room for it.
    pub text: Option<String>,
}

/// In thousandths of the smallest chart: what a letter takes, and the flag beside it.
const LETTER: u32 = 34;
const FLAG: u32 = 45;
/// How far a text may stick out on the right.
const EDGE: u32 = 1_050;

impl Display<'_> {
    /// The flags, and what is said of those that are beyond the edge.
    pub(super) fn flags(&self, from: FineFrom, axis: &Axis) -> (Vec<Flag>, Option<String>) {
        let words = &self.words.core.chart;
        // What comes at one moment has one flag: "Most, all".
        let mut named: Vec<(Minutes, String)> = Vec::new();
        for (hours, name) in [
            (from.first, &words.first),
            (from.most, &words.most),
            (from.all, &words.all),
        ] {
            let Some(at) = hours.map(minutes) else {
                continue;
            };
            match named.last_mut() {
                Some((last, text)) if *last == at => {
                    text.push_str(", ");
                    let begin = text.len();
                    text.push_str(name);
                    if let Some(name) = text.get_mut(begin..) {
                        name.make_ascii_lowercase();
                    }
                }
                _ => named.push((at, name.to_string())),
            }
        }
        let mut beyond = String::new();
        let mut shown = Vec::new();
        for (at, text) in named {
            if at < axis.end {
                shown.push((at, text));
                continue;
            }
            let when = self.short_when(self.rounded(at));
            let when = self.about(when.unwrap_or_else(|| span(self.words, at.0)));
            if !beyond.is_empty() {
                beyond.push(' ');
            }
            beyond.push_str(&words.beyond.fill(&[("flag", &text), ("when", &when)]));
        }
        let beyond = (!beyond.is_empty()).then_some(beyond);
        (placed(&shown, axis), beyond)
    }
}

/// Each text stands on the right of its pole, or else on the left, or not at all: the table
/// under the chart has all of them.
fn placed(named: &[(Minutes, String)], axis: &Axis) -> Vec<Flag> {
    let thousandths = |at: Minutes| at.0 * 1_000 / axis.end.0;
    let mut flags = Vec::new();
    let mut taken = 0;
    for (place, (at, text)) in named.iter().enumerate() {
        let x = thousandths(*at);
        let width = text.chars().map(|_| LETTER).sum::<u32>() + FLAG;
        let next = named
            .get(place + 1)
            .map_or(EDGE, |(next, _)| thousandths(*next));
        let is_right = x + width <= next;
        let is_left = x >= taken + width;
        taken = match is_right {
            true => x + width,
            false => x + FLAG,
        };
        flags.push(Flag {
            x: axis.place(*at),
            anchor: if is_right { "start" } else { "end" },
            text: (is_right || is_left).then(|| text.clone()),
        });
    }
    flags
}

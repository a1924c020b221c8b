//! How do the tallies change with the hours? A chart with the hours across, in which the
//! reader can look at another moment.

use serde::Serialize;

use super::axis::{Axis, Tick, percent};
use super::card_display::{Display, minutes};
use super::flags::Flag;
use super::times::TimesRow;
use super::wording::{tally_words, voting};
use crate::consensus::{MOST_PERCENT, Minutes, Resolved, Stance, Status, Timeline};
use crate::guidance::{PanelGuidance, status_words};
use crate::i18n::span;

/// The marker goes in steps of so many minutes.
pub const STEP: u32 = 30;

/// The chart. Places and sizes are shares of its width or height, such as `12.50%`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Chart<'d> {
    /// Whether it goes with a clock.
    pub with_clock: bool,
    /// "Share of answers by hour; “most” is 75%."
    pub about: String,
    /// The entry of the clinic's wait in the legend.
    pub clinic: Option<String>,
    /// Now, above its line; `null` where that is beyond the edge.
    pub now: Option<Flag>,
    /// The shares that are named at the side: how far from above, and "75%".
    pub levels: Vec<[String; 2]>,
    /// The share that "most" begins at.
    pub most_y: String,
    /// The panels that have enough answers.
    pub bands: Vec<Band<'d>>,
    /// Where the lines of the ticks are.
    pub ticks: Vec<String>,
    /// Where the clinic's wait ends.
    pub clinic_x: Option<String>,
    /// Where the marker is.
    pub at_x: String,
    /// What stands below the ticks.
    pub scale: Vec<ChartTick>,
    /// The slider by which another moment is looked at.
    pub marker: ChartMarker,
    /// What is counted at the marker, or where the mouse is.
    pub reading: ChartReading,
    /// Whether the marker was moved away from now.
    pub moved: bool,
    /// From when they say OK, and the longest wait: a table with a column for each panel.
    pub times: Vec<TimesRow<'d>>,
}

/// One panel of the chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Band<'d> {
    /// The panel's name.
    pub name: &'d str,
    /// From when the first, most and all say OK.
    pub flags: Vec<Flag>,
    /// "All: Dec 12, 5:00 PM →", which is beyond the right edge.
    pub beyond: Option<String>,
    /// Fine grows from below, wait shrinks from above, and what is not clear lies between.
    pub areas: Vec<Area>,
}

/// How many say something for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Area {
    /// What they say.
    pub stance: Stance,
    /// From the left.
    pub x: String,
    /// From above.
    pub y: String,
    /// For how long.
    pub width: String,
    /// How many.
    pub height: String,
}

/// What stands below a tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ChartTick {
    /// How far to the right.
    pub x: String,
    /// Whether it goes first where there is little room.
    pub minor: bool,
    /// "12 h"
    pub hours: String,
    /// Day and time of day, where there is a clock, in a line; in two where they are guessed,
    /// which takes a word more.
    pub clock: Vec<String>,
}

/// A slider over the hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ChartMarker {
    /// The last minute.
    pub max: u32,
    /// Minutes from one place to the next.
    pub step: u32,
    /// The minute at which it is.
    pub value: u32,
    /// That moment, and each panel's status and tally at it.
    pub text: String,
}

/// What is counted at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ChartReading {
    /// "Sunday 7:00 AM, 14 hours after"
    pub moment: String,
    /// Each panel's name, and its status and its tally.
    pub rows: Vec<[String; 2]>,
}

/// A panel that has enough answers, with its timeline as the card has it.
struct PanelTimeline<'c, 'd> {
    panel: &'c PanelGuidance<'d>,
    timeline: Timeline,
}

impl<'d> Display<'d> {
    /// Whether any panel has enough answers to draw.
    pub(super) fn has_chart(&self) -> bool {
        self.card.status != Status::NotEnough
    }

    /// The chart, with its marker at a minute after the treatment, or at now; and what is
    /// counted at another, over which the mouse is. `None` where there is nothing to draw.
    pub fn chart(&self, at: Option<u32>, over: Option<u32>) -> Option<Chart<'d>> {
        if !self.has_chart() {
            return None;
        }
        let panels = self.panel_timelines();
        let clinic = self.clinic_wait(&self.card);
        let now = self.elapsed();
        // What the reader should find: from when most say fine, the end of the clinic's
        // wait, and now.
        let until = clinic.map(|clinic| clinic.until);
        let mut moments = vec![now, until.unwrap_or(now)];
        for panel in &self.card.panels {
            if let Some(most) = panel.fine_from.most {
                moments.push(minutes(most));
            }
        }
        let axis = Axis::new(&moments);
        let within = |minute: u32| Minutes(minute).min(axis.end);
        let at = at.map(within);
        let over = over.map(within);
        let is_shown = |moment: &Minutes| *moment <= axis.end;
        let mut bands = Vec::new();
        for panel in &panels {
            bands.push(self.band(panel, &axis));
        }
        let (mut ticks, mut scale) = (Vec::new(), Vec::new());
        for tick in axis.ticks() {
            let x = axis.place(tick.at);
            ticks.push(x.clone());
            if tick.named {
                scale.push(self.tick(tick, x));
            }
        }
        let level = |y: &str, text: &str| [y.to_owned(), text.to_owned()];
        let most = format!("{MOST_PERCENT}%");
        let most_y = percent(100 - MOST_PERCENT, 100);
        let sentences = &self.words.core.chart;
        let reading = self.reading(&panels, over.or(at));
        Some(Chart {
            with_clock: self.is_live(),
            about: sentences.about.with("most", &most),
            clinic: until.map(|until| self.clinic_until(until)),
            now: Some(now).filter(is_shown).map(|now| Flag {
                x: axis.place(now),
                anchor: axis.anchor(now),
                text: Some(self.now_text()),
            }),
            levels: vec![
                level("0%", "100%"),
                level(&most_y, &most),
                level("100%", "0"),
            ],
            most_y,
            bands,
            ticks,
            clinic_x: until.filter(is_shown).map(|until| axis.place(until)),
            at_x: axis.place(at.unwrap_or(now)),
            scale,
            marker: self.marker(&panels, &axis, at),
            reading,
            moved: at.is_some(),
            times: self.times(),
        })
    }

    /// The panels that have enough answers.
    fn panel_timelines(&self) -> Vec<PanelTimeline<'_, 'd>> {
        let mut timelines = Vec::new();
        for panel in voting(&self.card) {
            let answers = self.card.answers.iter();
            let own = answers.filter(|answer| answer.panel == panel.id);
            let positions = own.map(|answer| match (answer.no_until, answer.yes_from) {
                (Some(no_until), Some(yes_from)) => Resolved::Timed {
                    no_until: minutes(no_until),
                    yes_from: minutes(yes_from),
                },
                _ => Resolved::Untimed,
            });
            timelines.push(PanelTimeline {
                timeline: Timeline::new(positions),
                panel,
            });
        }
        timelines
    }

    /// What stands below a tick that is at `x`.
    fn tick(&self, tick: Tick, x: String) -> ChartTick {
        let hours = (tick.at.0 / 60).to_string();
        ChartTick {
            x,
            minor: tick.minor,
            hours: self.words.core.chart.hours.with("n", &hours),
            clock: self.tick_clock(tick.at),
        }
    }

    fn tick_clock(&self, at: Minutes) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.moment().is_guess {
            if let Some(when) = self.short_when(at) {
                lines.push(when);
            }
            return lines;
        }
        let rounded = match at {
            // Of a treatment that is only about then, the day is known.
            Minutes(0) => at,
            _ => self.rounded(at),
        };
        if let Some([day, time]) = self.short_clock(rounded) {
            lines.push(self.about(day));
            if at != Minutes(0) {
                lines.push(time);
            }
        }
        lines
    }

    fn marker(
        &self,
        panels: &[PanelTimeline<'_, 'd>],
        axis: &Axis,
        moved: Option<Minutes>,
    ) -> ChartMarker {
        let place = moved.unwrap_or(self.elapsed()).0.min(axis.end.0);
        let reading = self.reading(panels, moved);
        let mut text = reading.moment;
        for [name, value] in reading.rows {
            text.push_str(&format!("; {name}: {value}"));
        }
        ChartMarker {
            max: axis.end.0,
            step: STEP,
            value: place - place % STEP,
            text,
        }
    }

    /// What the moment of the card is called, which goes with a clock or with none.
    fn now_word(&self) -> &'d str {
        match self.is_live() {
            true => &self.words.core.chart.now,
            false => &self.words.core.chart.card,
        }
    }

    /// "Now 7:00 AM"
    fn now_text(&self) -> String {
        let now = self.now_word();
        match self.short_clock(self.elapsed()) {
            Some([_, time]) => format!("{now} {time}"),
            None => now.to_owned(),
        }
    }

    /// "Sunday 7:00 AM, 14 hours after"
    fn chart_moment(&self, moved: Option<Minutes>) -> String {
        let at = moved.unwrap_or(self.elapsed());
        let span = span(self.words, at.0);
        // Of a treatment whose time is guessed, what is known is now alone.
        let (when, span) = match moved {
            Some(_) => (self.clock(at), span),
            None => (self.exact_clock(at), self.about(span)),
        };
        let after = match when {
            Some(when) => {
                let moment = &self.words.core.chart.moment;
                moment.fill(&[("when", &when), ("span", &span)])
            }
            None => self.words.core.time.after.with("span", &span),
        };
        match moved {
            Some(_) => after,
            None => format!("{}: {after}", self.now_word()),
        }
    }

    fn reading(&self, panels: &[PanelTimeline<'_, 'd>], moved: Option<Minutes>) -> ChartReading {
        let at = moved.unwrap_or(self.elapsed());
        let mut rows = Vec::new();
        for panel in panels {
            let tally = panel.timeline.at(at);
            let status = status_words(self.words, Status::of(tally));
            rows.push([
                panel.panel.name.to_owned(),
                format!("{status} ({})", tally_words(self.words, tally)),
            ]);
        }
        ChartReading {
            moment: self.chart_moment(moved),
            rows,
        }
    }

    fn band(&self, panel: &PanelTimeline<'_, 'd>, axis: &Axis) -> Band<'d> {
        let (flags, beyond) = self.flags(panel.panel.fine_from, axis);
        Band {
            name: panel.panel.name,
            flags,
            beyond,
            areas: areas(&panel.timeline, axis),
        }
    }
}

/// Fine grows from below, wait shrinks from above, and silence lies between them.
fn areas(timeline: &Timeline, axis: &Axis) -> Vec<Area> {
    let mut areas = Vec::new();
    for step in timeline.steps() {
        let next = timeline.next(step.at);
        let end = next.map_or(axis.end, |next| next.at.min(axis.end));
        let Some(length) = end.0.checked_sub(step.at.0).filter(|length| *length > 0) else {
            break;
        };
        let timed = step.tally.timed();
        let mut above = 0;
        for (stance, number) in [
            (Stance::Wait, step.tally.wait),
            (Stance::Silent, step.tally.silent),
            (Stance::Fine, step.tally.fine),
        ] {
            if number > 0 {
                areas.push(Area {
                    stance,
                    x: axis.place(step.at),
                    y: percent(above, timed),
                    width: percent(length, axis.end.0),
                    height: percent(number, timed),
                });
            }
            above += number;
        }
    }
    areas
}

//! How do the tallies change with the hours? A picture with the hours across, in
//! which the reader can look at another moment, and the same in numbers.

use super::axis::{Axis, percent};
use super::card::{minutes, stance_word};
use super::span::span;
use super::{Moment, Scene, Writer};
use crate::position::Resolved;
use crate::text::concat;
use crate::timeline::Timeline;
use crate::words::{Word, digits};
use crate::{ClinicView, Guidance, Minutes, PanelGuidance, Stance, Status, status_words};

/// The marker goes in steps of so many minutes.
pub(crate) const STEP: u32 = 30;

/// One panel of the picture.
struct Band<'c> {
    panel: &'c PanelGuidance<'c>,
    timeline: Timeline,
}

impl<'v> Writer<'v> {
    /// The picture, where any panel has something to draw.
    pub(super) fn picture(&mut self, scene: &Scene<'_>, card: &Guidance<'_>, moment: Moment<'_>) {
        let bands = bands(card);
        if bands.is_empty() {
            return;
        }
        let clinic = self.setup.clinic(card, moment);
        let now = moment.elapsed.minutes();
        let axis = Axis::new(&mut moments(card, clinic, now));
        let pointed = scene.pointed.at.map(|at| at.min(axis.end));
        let at = pointed.unwrap_or(now);
        self.out.part("section", "picture");
        self.out.text("h3", "", self.word(Word::ViewPicture));
        self.out
            .text("p", "note pick", self.word(Word::ViewPictureHint));
        self.keys(clinic, moment);
        self.out.open(
            "div",
            match moment.tick {
                Some(_) => "chart with-clock",
                None => "chart",
            },
        );
        self.above(&axis, moment);
        for band in &bands {
            self.out.text("p", "band-name", band.panel.name);
            self.band(band, &axis);
            self.lines(&axis, clinic, now, at);
            self.out.close();
        }
        self.scale(&axis, moment);
        self.marker(&bands, &axis, moment, pointed);
        self.out.close();
        let over = scene.pointed.over.map(|at| at.min(axis.end));
        self.reading(&bands, moment, over.or(pointed));
        if pointed.is_some() {
            self.back(moment);
        }
        self.beyond(&bands, &axis);
        self.exact(&bands, moment);
        self.out.close();
    }

    /// What the areas and lines are.
    fn keys(&mut self, clinic: Option<ClinicView>, moment: Moment<'_>) {
        // The one place of the textures; a drawing that is not shown at all
        // would take them with it.
        self.out.open("svg", "textures");
        self.out.set("aria-hidden", "true");
        self.texture("hatched", "M-2 2l4-4M0 8l8-8M6 10l4-4");
        self.texture("dotted", "M2 2h.01M6 6h.01");
        self.out.close();
        self.out.open("p", "legend");
        for stance in [Stance::Fine, Stance::Silent, Stance::Wait] {
            self.key(stance_class(stance), self.word(stance_word(stance)));
        }
        if let Some(clinic) = clinic {
            let until = self.when(clinic.until, moment);
            let text = self.fill(Word::ViewPictureClinic, &[self.clinic_name(), &until]);
            self.key("clinic-wait", &text);
        }
        self.out.close();
    }

    fn texture(&mut self, id: &str, path: &str) {
        self.out.open("pattern", id);
        self.out.set("id", id);
        self.out.set("patternUnits", "userSpaceOnUse");
        self.out.set("width", "8");
        self.out.set("height", "8");
        self.out.open("path", "");
        self.out.set("d", path);
        self.out.close();
        self.out.close();
    }

    fn key(&mut self, class: &str, text: &str) {
        self.out.open("span", "entry");
        self.out.open("svg", "swatch");
        self.out.set("aria-hidden", "true");
        match class {
            "clinic-wait" => self.line(class, "50%"),
            _ => self.area(class, ["0%", "0%", "100%", "100%"]),
        }
        self.out.close();
        self.out.text("span", "", text);
        self.out.close();
    }

    /// The areas of one panel: fine grows from below, wait shrinks from above,
    /// and what is not clear lies between them. The drawing stays open.
    fn band(&mut self, band: &Band<'_>, axis: &Axis) {
        self.out.open("svg", "band");
        self.out.set("aria-hidden", "true");
        let mut steps = band.timeline.steps().peekable();
        while let Some(step) = steps.next() {
            let end = steps.peek().map_or(axis.end, |next| next.at.min(axis.end));
            let Some(length) = end.0.checked_sub(step.at.0).filter(|length| *length > 0) else {
                break;
            };
            let x = axis.place(step.at);
            let width = percent(length, axis.end.0);
            let timed = step.tally.timed();
            let mut above = 0;
            for (stance, number) in [
                (Stance::Wait, step.tally.wait),
                (Stance::Silent, step.tally.silent),
                (Stance::Fine, step.tally.fine),
            ] {
                if number > 0 {
                    let y = percent(above, timed);
                    let height = percent(number, timed);
                    self.area(stance_class(stance), [&x, &y, &width, &height]);
                }
                above += number;
            }
        }
    }

    fn area(&mut self, class: &str, sides: [&str; 4]) {
        self.out.open("rect", class);
        for (name, value) in ["x", "y", "width", "height"].iter().zip(sides) {
            self.out.set(name, value);
        }
        match class {
            "wait" => self.out.set("fill", "url(#hatched)"),
            "silent" => self.out.set("fill", "url(#dotted)"),
            _ => {}
        }
        self.out.close();
    }

    /// A line from top to bottom.
    fn line(&mut self, class: &str, x: &str) {
        self.out.open("line", class);
        self.out.set("x1", x);
        self.out.set("x2", x);
        self.out.set("y2", "100%");
        self.out.close();
    }

    /// The same, to be seen on every area.
    fn line_in_halo(&mut self, class: &str, x: &str) {
        self.line("halo", x);
        self.line(class, x);
    }

    /// What stands at a moment across all panels.
    fn lines(&mut self, axis: &Axis, clinic: Option<ClinicView>, now: Minutes, at: Minutes) {
        for tick in axis.ticks() {
            self.line("tick", &axis.place(tick.at));
        }
        if let Some(clinic) = clinic
            && clinic.until <= axis.end
        {
            self.line_in_halo("clinic-wait", &axis.place(clinic.until));
        }
        if now <= axis.end {
            self.line_in_halo("now", &axis.place(now));
        }
        self.line_in_halo("at", &axis.place(at));
    }

    /// The word for now, above its line.
    fn above(&mut self, axis: &Axis, moment: Moment<'_>) {
        let now = moment.elapsed.minutes();
        self.out.open("svg", "above");
        self.out.set("aria-hidden", "true");
        if now <= axis.end {
            let word = self.here(moment);
            self.sign("now", axis.side(now), &axis.place(now), "-0.4em", word);
        }
        self.out.close();
    }

    /// A text so far above the lower edge.
    fn sign(&mut self, class: &str, side: &str, x: &str, up: &str, text: &str) {
        self.out.open("text", class);
        self.out.set("x", x);
        self.out.set("y", "100%");
        self.out.set("dy", up);
        self.out.set("text-anchor", side);
        self.out.say(text);
        self.out.close();
    }

    /// The hours, and under them day and time of day where there is a clock.
    fn scale(&mut self, axis: &Axis, moment: Moment<'_>) {
        self.out.open("svg", "scale");
        self.out.set("aria-hidden", "true");
        for tick in axis.ticks().filter(|tick| tick.named) {
            let (x, side) = (axis.place(tick.at), axis.side(tick.at));
            let hours = self.fill(Word::ViewPictureHours, &[&digits(tick.at.0 / 60)]);
            let minor = if tick.minor { " minor" } else { "" };
            let mut lines = vec![(concat(&["hours", minor]), hours)];
            if let Some(clock) = moment.tick {
                for line in clock(tick.at) {
                    lines.push((concat(&["clock", minor]), line));
                }
            }
            // The last one stands lowest.
            let heights = ["-3em", "-1.7em", "-0.4em"];
            let heights = heights.iter().skip(heights.len() - lines.len());
            for ((class, text), up) in lines.iter().zip(heights) {
                self.sign(class, side, &x, up, text);
            }
        }
        self.out.close();
    }

    /// The marker, by which another moment is looked at: a slider that lies over
    /// the whole chart.
    fn marker(
        &mut self,
        bands: &[Band<'_>],
        axis: &Axis,
        moment: Moment<'_>,
        pointed: Option<Minutes>,
    ) {
        let at = pointed.unwrap_or(moment.elapsed.minutes());
        let mut text = concat(&[&self.moment(moment, pointed), ": "]);
        for (place, band) in bands.iter().enumerate() {
            if place > 0 {
                text.push_str("; ");
            }
            let status = Status::of(band.timeline.at(at));
            let values = [band.panel.name, status_words(self.setup.words, status)];
            text.push_str(&self.fill(Word::CardHeadline, &values));
        }
        self.out.open("input", "look-at");
        self.out.set("type", "range");
        self.out.set("min", "0");
        self.out.set("max", &digits(axis.end.0));
        self.out.set("step", &digits(STEP));
        let place = at.0.min(axis.end.0);
        self.out.set("value", &digits(place - place % STEP));
        self.out.set("aria-label", self.word(Word::ViewPictureLook));
        self.out.set("aria-valuetext", &text);
        self.out.close();
    }

    /// What the moment of the card is called, which goes with a clock or with none.
    fn here(&self, moment: Moment<'_>) -> &'v str {
        self.word(match moment.clock {
            Some(_) => Word::ViewPictureNow,
            None => Word::ViewPictureCard,
        })
    }

    /// "Sunday 7:00 AM, 14 hours after"
    fn moment(&self, moment: Moment<'_>, pointed: Option<Minutes>) -> String {
        let at = pointed.unwrap_or(moment.elapsed.minutes());
        let span = span(self.setup.words, at);
        let after = match moment.clock {
            Some(clock) => self.fill(Word::ViewPictureMoment, &[&clock(at), &span]),
            None => self.fill(Word::ViewAfter, &[&span]),
        };
        match pointed {
            Some(_) => after,
            None => concat(&[self.here(moment), ": ", &after]),
        }
    }

    /// What is counted at the marker, or where the mouse is.
    fn reading(&mut self, bands: &[Band<'_>], moment: Moment<'_>, pointed: Option<Minutes>) {
        let at = pointed.unwrap_or(moment.elapsed.minutes());
        let text = self.moment(moment, pointed);
        self.out.text("p", "moment", &text);
        self.out.open("dl", "times");
        for band in bands {
            let tally = band.timeline.at(at);
            let status = status_words(self.setup.words, Status::of(tally));
            let counts = self.counts(tally);
            let value = concat(&[status, " (", &counts, ")"]);
            self.out.row(band.panel.name, &value);
        }
        self.out.close();
    }

    fn back(&mut self, moment: Moment<'_>) {
        let word = match moment.clock {
            Some(_) => Word::ViewPictureBack,
            None => Word::ViewPictureBackCard,
        };
        self.out.act("back", "now", self.word(word));
    }

    /// Who comes round to fine beyond the right edge.
    fn beyond(&mut self, bands: &[Band<'_>], axis: &Axis) {
        for band in bands {
            let there = band.timeline.at(axis.end);
            let later = there.wait + there.silent;
            let Some(last) = band.timeline.steps().last().filter(|_| later > 0) else {
                continue;
            };
            let panel = band.panel;
            let values = [
                panel.name,
                &digits(later),
                &digits(there.timed()),
                &span(self.setup.words, last.at),
            ];
            let text = self.fill(Word::ViewPictureBeyond, &values);
            self.out.text("p", "note", &text);
        }
    }

    /// The same in numbers: from when on how many say what.
    fn exact(&mut self, bands: &[Band<'_>], moment: Moment<'_>) {
        self.out.open("details", "exact");
        self.out
            .text("summary", "", self.word(Word::ViewPictureExact));
        if !self.goes_on("exact") {
            return;
        }
        // With large letters on a small screen a table is too wide; the arrow
        // keys move it where it has the focus.
        self.out.open("section", "scroll");
        self.out
            .set("aria-label", self.word(Word::ViewPictureExact));
        self.out.set("tabindex", "0");
        for band in bands {
            self.out.open("table", "");
            self.out.text("caption", "", band.panel.name);
            self.out.open("thead", "");
            self.out.open("tr", "");
            for word in [
                Word::ViewPictureFrom,
                Word::StanceFine,
                Word::StanceSilent,
                Word::StanceWait,
            ] {
                self.cell("th", "col", self.word(word));
            }
            self.out.close();
            self.out.close();
            self.out.open("tbody", "");
            for step in band.timeline.steps() {
                self.out.open("tr", "");
                let from = match step.at {
                    Minutes(0) => self.word(Word::ViewAtOnce).to_owned(),
                    at => self.after(at, moment),
                };
                self.cell("th", "row", &from);
                for number in [step.tally.fine, step.tally.silent, step.tally.wait] {
                    self.out.text("td", "", &digits(number));
                }
                self.out.close();
            }
            self.out.close();
            self.out.close();
        }
        self.out.close();
        self.out.close();
    }

    fn cell(&mut self, tag: &str, scope: &str, text: &str) {
        self.out.open(tag, "");
        self.out.set("scope", scope);
        self.out.say(text);
        self.out.close();
    }
}

/// The panels that have a timed answer, with their timelines as the card has them.
fn bands<'c>(card: &'c Guidance<'c>) -> Vec<Band<'c>> {
    let mut bands = Vec::new();
    for panel in &card.panels {
        if panel.tally.timed() == 0 {
            continue;
        }
        let own = card
            .answers
            .iter()
            .filter(|answer| answer.panel == panel.id);
        let timeline = Timeline::new(own.map(|answer| match (answer.no_until, answer.yes_from) {
            (Some(no_until), Some(yes_from)) => Resolved::Timed {
                no_until: minutes(no_until),
                yes_from: minutes(yes_from),
            },
            _ => Resolved::Untimed,
        }));
        bands.push(Band { panel, timeline });
    }
    bands
}

/// What the reader should find in the picture: from when most say fine, the end of
/// the clinic's wait, and now.
fn moments(
    card: &Guidance<'_>,
    clinic: Option<ClinicView>,
    now: Minutes,
) -> impl Iterator<Item = Minutes> {
    let most = card
        .panels
        .iter()
        .filter_map(|panel| panel.fine_from.most.map(minutes));
    most.chain(clinic.map(|clinic| clinic.until)).chain([now])
}

fn stance_class(stance: Stance) -> &'static str {
    stance.as_str()
}

//! How many hours does the chart show, and where in it is a moment?

use crate::consensus::Minutes;

const HOUR: u32 = 60;

/// The hour of a chart's last tick, and how far apart its ticks are. The first
/// that goes far enough is taken; one answer of two weeks must not flatten the
/// first two days, in which nearly everything happens.
const SCALES: [(u32, u32); 4] = [(48, 12), (72, 24), (168, 24), (336, 48)];

/// So many ticks have room for their texts on a phone; where there are more,
/// every second has none.
const ROOM: u32 = 6;

/// The hours across a chart.
pub(super) struct Axis {
    /// The last minute.
    pub(super) end: Minutes,
    /// Minutes between two ticks.
    step: u32,
}

/// A moment that is named below the chart.
pub(super) struct Tick {
    pub(super) at: Minutes,
    /// Whether its text goes first where there is little room.
    pub(super) minor: bool,
    /// Whether it has a text.
    pub(super) named: bool,
}

impl Axis {
    /// Holds these moments, but for those that are beyond every chart.
    pub(super) fn new(moments: &[Minutes]) -> Self {
        let [shortest, .., longest] = SCALES;
        let mut scale = shortest;
        for moment in moments {
            for wider in SCALES {
                let too_short = moment.0 > scale.0 * HOUR && moment.0 <= longest.0 * HOUR;
                if too_short && wider.0 > scale.0 {
                    scale = wider;
                }
            }
        }
        Self {
            // A little more, so that one sees what changes at the last tick.
            end: Minutes(scale.0 * HOUR / 8 * 9),
            step: scale.1 * HOUR,
        }
    }

    pub(super) fn ticks(&self) -> impl Iterator<Item = Tick> {
        let (step, number) = (self.step, self.end.0 / self.step);
        (0..=number).map(move |place| {
            let minor = place % 2 == 1;
            Tick {
                at: Minutes(place * step),
                minor,
                named: !minor || number < ROOM,
            }
        })
    }

    /// How far to the right a moment is.
    pub(super) fn place(&self, at: Minutes) -> String {
        percent(at.0.min(self.end.0), self.end.0)
    }

    /// On which side of its text a moment is, as SVG says it, so that no text
    /// sticks out that is as wide as a third of the chart.
    pub(super) fn anchor(&self, at: Minutes) -> &'static str {
        match at.0 * 6 / self.end.0 {
            0 => "start",
            5.. => "end",
            _ => "middle",
        }
    }
}

/// A share of a hundred, to two decimals, rounded down.
pub(super) fn percent(part: u32, whole: u32) -> String {
    let hundredths = (u64::from(part) * 10_000 / u64::from(whole.max(1))) as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(moments: &[u32]) -> u32 {
        let moments = moments.iter().map(|hours| Minutes(hours * HOUR));
        let axis = Axis::new(&Vec::from_iter(moments));
        let last = axis.ticks().last().expect("a tick");
        assert!(last.at < axis.end);
        last.at.0 / HOUR
    }

    #[test]
    fn a_chart_is_as_long_as_what_matters_and_no_longer() {
        assert_eq!(hours(&[]), 48);
        assert_eq!(hours(&[24, 48]), 48);
        assert_eq!(hours(&[24, 49]), 72);
        assert_eq!(hours(&[100, 14]), 168);
        assert_eq!(hours(&[14 * 24]), 336);
        assert_eq!(hours(&[14, 1000]), 48, "what is beyond all is not drawn");
        assert_eq!(hours(&[60, 1000, 14]), 72);
    }

    fn axis(hours: u32) -> Axis {
        Axis::new(&[Minutes(hours * HOUR)])
    }

    #[test]
    fn on_a_long_axis_every_second_tick_has_no_text() {
        let ticks = |hours: u32| -> Vec<(u32, bool, bool)> {
            let told = |tick: Tick| (tick.at.0 / HOUR, tick.minor, tick.named);
            axis(hours).ticks().map(told).collect()
        };
        assert_eq!(
            ticks(48),
            [
                (0, false, true),
                (12, true, true),
                (24, false, true),
                (36, true, true),
                (48, false, true),
            ]
        );
        assert_eq!(
            ticks(168),
            [
                (0, false, true),
                (24, true, false),
                (48, false, true),
                (72, true, false),
                (96, false, true),
                (120, true, false),
                (144, false, true),
                (168, true, false),
            ]
        );
    }

    #[test]
    fn no_text_sticks_out_at_an_edge() {
        let axis = axis(48);
        let sixth = axis.end.0 / 6;
        for (minute, anchor, place) in [
            (0, "start", "0.00%"),
            (sixth - 1, "start", "16.63%"),
            (sixth, "middle", "16.66%"),
            (5 * sixth - 1, "middle", "83.30%"),
            (5 * sixth, "end", "83.33%"),
            (axis.end.0, "end", "100.00%"),
            (axis.end.0 + 600, "end", "100.00%"),
        ] {
            assert_eq!(axis.anchor(Minutes(minute)), anchor, "minute {minute}");
            assert_eq!(axis.place(Minutes(minute)), place, "minute {minute}");
        }
    }

    #[test]
    fn shares_have_two_decimals() {
        assert_eq!(percent(1, 3), "33.33%");
        assert_eq!(percent(1, 1000), "0.10%");
        assert_eq!(percent(0, 5), "0.00%");
        assert_eq!(percent(20_160, 20_160), "100.00%");
        assert_eq!(percent(0, 0), "0.00%");
    }
}

//! One panel's side of a question.

use crate::corpus::Panel;
use crate::count::{Count, Voice};
use crate::position::Resolved;
use crate::query::Query;
use crate::status::Status;
use crate::time::Minutes;
use crate::timeline::Timeline;
use crate::words::PanelWords;

/// What a panel comes to on what is asked, at every moment.
#[derive(Debug, Clone)]
pub(crate) struct Side<'a> {
    pub(crate) panel: &'a Panel<'a>,
    pub(crate) words: &'a PanelWords<'a>,
    pub(crate) count: Count<'a>,
    pub(crate) timeline: Timeline,
}

/// The sides of the panels that are asked, in the corpus's order.
pub(crate) fn sides<'a>(query: &Query<'a>) -> Vec<Side<'a>> {
    let mut sides = Vec::new();
    let day = query.treated_at.day();
    for &(panel, words) in &query.panels {
        let count = Count::new(panel, query.treatment, query.activity, day);
        let timeline = Timeline::new(count.counted().map(|voice| voice.position));
        sides.push(Side {
            panel,
            words,
            count,
            timeline,
        });
    }
    sides
}

/// Every answer that counts, panel by panel.
pub(crate) fn voices<'s, 'a>(
    sides: &'s [Side<'a>],
    each: &mut dyn FnMut(&'s Side<'a>, &'s Voice<'a>),
) {
    for side in sides {
        for voice in side.count.counted() {
            each(side, voice);
        }
    }
}

/// The more cautious status of the panels at a moment.
pub(crate) fn status_at(sides: &[Side<'_>], at: Minutes) -> Status {
    Status::most_cautious(sides.iter().map(|side| Status::of(side.timeline.at(at))))
}

/// The next moment, strictly later, at which a tally of any of the panels changes.
pub(crate) fn next(sides: &[Side<'_>], at: Minutes) -> Option<Minutes> {
    let steps = sides.iter().filter_map(|side| side.timeline.next(at));
    steps.map(|step| step.at).min()
}

/// From when to when no answer of the panels says anything else than at a moment: neither
/// those that count, nor the others, on which may depend whether a status is stable.
pub(crate) fn unchanging(sides: &[Side<'_>], at: Minutes) -> (Minutes, Option<Minutes>) {
    let (mut from, mut until) = (Minutes(0), None);
    for voice in sides.iter().flat_map(|side| side.count.voices()) {
        let Resolved::Timed { no_until, yes_from } = voice.position else {
            continue;
        };
        for moment in [no_until, yes_from] {
            if moment <= at {
                from = from.max(moment);
            } else {
                until = Some(until.map_or(moment, |until| moment.min(until)));
            }
        }
    }
    (from, until)
}

/// The moments at which a tally of any of the panels changes, with the more
/// cautious status from there on; the first is at 0.
pub(crate) fn combined(sides: &[Side<'_>]) -> Vec<(Minutes, Status)> {
    let mut moments = Vec::new();
    let mut moment = Some(Minutes(0));
    while let Some(at) = moment {
        moments.push((at, status_at(sides, at)));
        moment = next(sides, at);
    }
    moments
}

//! What does one panel say on what is asked, at every moment?

use aftercare_corpus::{Panel, PanelWords};

use super::query::Query;
use crate::consensus::{Minutes, Resolved, Selection, Status, Timeline};

/// What a panel comes to on a treatment and an activity.
#[derive(Debug, Clone)]
pub(super) struct PanelView<'a> {
    pub(super) panel: &'a Panel,
    pub(super) words: &'a PanelWords,
    pub(super) selection: Selection<'a>,
    pub(super) timeline: Timeline,
}

impl<'a> PanelView<'a> {
    pub(super) fn new(panel: &'a Panel, words: &'a PanelWords, selection: Selection<'a>) -> Self {
        let counted = selection.counted().iter();
        Self {
            panel,
            words,
            timeline: Timeline::new(counted.map(|counted| counted.position)),
            selection,
        }
    }

    /// The panels that are asked, in the corpus's order.
    pub(super) fn all(query: &Query<'a>) -> Vec<Self> {
        let day = query.treated_at.day();
        let mut views = Vec::new();
        for &(panel, words) in &query.panels {
            let selection = Selection::new(panel, query.treatment, query.activity, day);
            views.push(Self::new(panel, words, selection));
        }
        views
    }

    /// The status at a moment.
    pub(super) fn status(&self, at: Minutes) -> Status {
        Status::of(self.timeline.at(at))
    }
}

/// The more cautious status of the panels at a moment.
pub(super) fn combined_status(views: &[PanelView<'_>], at: Minutes) -> Status {
    Status::most_cautious(views.iter().map(|view| view.status(at)))
}

/// The next moment, strictly later, at which a tally of any of the panels changes.
pub(super) fn next_change(views: &[PanelView<'_>], at: Minutes) -> Option<Minutes> {
    let mut first: Option<Minutes> = None;
    for view in views {
        if let Some(step) = view.timeline.next(at) {
            first = Some(first.map_or(step.at, |first| first.min(step.at)));
        }
    }
    first
}

/// From when to when no answer of the panels says anything else than at a moment: neither
/// those that count, nor the others, on which may depend whether a status is stable.
pub(super) fn unchanging(views: &[PanelView<'_>], at: Minutes) -> (Minutes, Option<Minutes>) {
    let (mut from, mut until) = (Minutes(0), None);
    for view in views {
        for answer in view.selection.all() {
            let Resolved::Timed { no_until, yes_from } = answer.position else {
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
    }
    (from, until)
}

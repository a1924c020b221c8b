//! What do published answers say about every activity at a moment?

use aftercare_corpus::{Corpus, Str};
use serde::Serialize;

use super::card::{CombinedFineFrom, FineFrom, NextChange, TreatmentName, constant};
use super::error::GuidanceError;
use super::guidance::{combined_fine_from, fine_from};
use super::panel_view::{PanelView, combined_status, next_change};
use super::query::{Options, Query};
use super::sentences::title;
use crate::consensus::{Basis, ClockTime, Elapsed, Hours, Minutes, Selection, Status, Tally};

/// What published answers say about each activity at a moment after a treatment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Overview<'a> {
    /// What was asked about.
    pub treatment: TreatmentName<'a>,
    /// The hours as they were given.
    pub hours_elapsed: Hours,
    /// The clock time of the treatment, where it was given.
    pub treated_at: Option<ClockTime>,
    /// Every activity, in the corpus's order.
    pub activities: Vec<ActivityOverview<'a>>,
}

/// One activity: what a card on it says, in short.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ActivityOverview<'a> {
    /// The stable id.
    #[serde(serialize_with = "constant")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub id: &'a Str,
    /// The name in the asked language.
    #[serde(serialize_with = "constant")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub name: &'a Str,
    /// The more cautious of the panels that have enough answers.
    pub status: Status,
    /// The status in a few words.
    pub headline: String,
    /// When the combined status gets there.
    pub fine_from: CombinedFineFrom,
    /// The next moment, strictly later, at which a tally of any panel changes,
    /// and the combined status from there on.
    pub next_change: Option<NextChange>,
    /// Each panel on its own.
    pub panels: Vec<PanelOverview<'a>>,
}

/// One panel on one activity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PanelOverview<'a> {
    /// The stable id.
    #[serde(serialize_with = "constant")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub id: &'a Str,
    /// The name in the asked language.
    #[serde(serialize_with = "constant")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub name: &'a Str,
    /// Whose answers are counted.
    pub basis: Basis,
    /// What the tally amounts to.
    pub status: Status,
    /// What is counted.
    pub tally: Tally,
    /// When the panel gets there.
    pub fine_from: FineFrom,
}

/// What a card on each activity says, in short, without the cards. The activity of
/// the options is checked and has no other part in it.
///
/// # Errors
/// As [`crate::guidance()`].
///
/// ```
/// use aftercare_consensus::{CORPUS, Elapsed, Options, guidance, overview};
///
/// let elapsed = Elapsed::from_hours(24.0).expect("a time since the treatment");
/// let overview = overview(&CORPUS, "Botox", elapsed, &Options::default())?;
/// let card = guidance(&CORPUS, "Botox", elapsed, &Options::default())?;
/// assert_eq!(overview.activities[0].status, card.status);
/// # Ok::<(), aftercare_consensus::GuidanceError>(())
/// ```
pub fn overview<'a>(
    corpus: &'a Corpus,
    treatment: &str,
    elapsed: Elapsed,
    options: &Options<'_>,
) -> Result<Overview<'a>, GuidanceError> {
    let query = Query::new(corpus, treatment, options)?;
    let at = elapsed.minutes();
    let day = query.treated_at.day();
    let count = corpus.activities.len();
    // By activity, each with the views of the panels.
    let mut views = Vec::new();
    for _ in 0..count {
        views.push(Vec::new());
    }
    for &(panel, words) in &query.panels {
        let selections = Selection::of_activities(panel, query.treatment, count, day);
        for (views, selection) in views.iter_mut().zip(selections) {
            views.push(PanelView::new(panel, words, selection));
        }
    }
    let mut activities = Vec::new();
    let named = corpus.activities.iter().zip(query.words.activities.iter());
    for ((id, words), views) in named.zip(&views) {
        let status = combined_status(views, at);
        let (mut panels, mut nouns) = (Vec::new(), Vec::new());
        for view in views {
            let panel = panel_overview(view, at);
            let noun = query.words.form(&view.words.noun, panel.tally.timed());
            nouns.push((noun.as_str(), panel.status));
            panels.push(panel);
        }
        activities.push(ActivityOverview {
            id,
            name: &words.name,
            status,
            headline: title(query.words, status, &nouns),
            fine_from: combined_fine_from(panels.iter().map(|panel| panel.fine_from)),
            next_change: next_change(views, at).map(|moment| NextChange {
                hours: moment.hours(),
                status: combined_status(views, moment),
            }),
            panels,
        });
    }
    Ok(Overview {
        treatment: query.treatment_name,
        hours_elapsed: elapsed.hours(),
        treated_at: query.treated_at.clock(),
        activities,
    })
}

fn panel_overview<'a>(view: &PanelView<'a>, at: Minutes) -> PanelOverview<'a> {
    PanelOverview {
        id: &view.panel.id,
        name: &view.words.name,
        basis: view.selection.basis(),
        status: view.status(at),
        tally: view.timeline.at(at),
        fine_from: fine_from(view),
    }
}

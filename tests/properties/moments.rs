//! Which moments matter to a question, and the cards at them.

use std::collections::BTreeSet;

use aftercare_consensus::{
    Corpus, Elapsed, Guidance, Hours, Minutes, Options, Timelines, guidance, timeline,
};

/// Hours of a card or a step as the minute that they name.
pub(crate) fn minute(hours: Hours) -> Minutes {
    Elapsed::from_hours(hours.get())
        .expect("hours on a card are a time since the treatment")
        .minutes()
}

pub(crate) fn timeline_of<'a>(
    corpus: &'a Corpus,
    treatment: &str,
    options: &Options<'_>,
) -> Timelines<'a> {
    timeline(corpus, treatment, options).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn card_at<'a>(
    corpus: &'a Corpus,
    treatment: &str,
    options: &Options<'_>,
    at: Minutes,
) -> Guidance<'a> {
    guidance(corpus, treatment, Elapsed::from_minutes(at), options)
        .unwrap_or_else(|error| panic!("{error}"))
}

/// Every step of a question with the minutes around it, the beginning, and a
/// moment long after everything; ascending.
pub(crate) fn moments(timeline: &Timelines<'_>) -> BTreeSet<Minutes> {
    let steps = timeline.steps.iter().map(|step| minute(step.hours).0);
    let panels = timeline.panels.iter();
    let panel_steps = panels.flat_map(|panel| panel.steps.iter().map(|step| minute(step.hours).0));
    steps
        .chain(panel_steps)
        .flat_map(|at| [at.saturating_sub(1), at, at + 1])
        .chain([0, u32::MAX])
        .map(Minutes)
        .collect()
}

/// The cards at those moments, in the order of time.
pub(crate) fn cards<'a>(
    corpus: &'a Corpus,
    treatment: &str,
    options: &Options<'_>,
) -> Vec<Guidance<'a>> {
    moments(&timeline_of(corpus, treatment, options))
        .into_iter()
        .map(|at| card_at(corpus, treatment, options, at))
        .collect()
}

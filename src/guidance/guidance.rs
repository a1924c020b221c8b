//! The card for a treatment and the time since it: the one function that matters.

use aftercare_corpus::{Corpus, Weakens};

use super::card::{
    AnswerStance, Claim, CombinedFineFrom, ConditionCount, CorpusVersion, FineFrom, Guidance,
    GuidanceInterval, Longest, NextChange, PanelGuidance, RedFlags, Share,
};
use super::error::GuidanceError;
use super::panel_view::{PanelView, combined_status, next_change, unchanging};
use super::query::{Options, Query};
use super::sentences::{Provisos, Readable, proviso, summary};
use crate::consensus::{Elapsed, Minutes, Resolved, Selection, Status, Tally};

/// The card for a treatment and the time since it.
///
/// The treatment is a brand, an alias or a generic name of the corpus, in any
/// case.
///
/// # Errors
/// A [`GuidanceError`] where the corpus has no such treatment, activity, panel
/// or language.
///
/// ```
/// use aftercare_consensus::{CORPUS, Elapsed, Options, Status, guidance};
///
/// let day_after = Elapsed::from_hours(24.0).expect("a time since the treatment");
/// let card = guidance(&CORPUS, "Dysport", day_after, &Options::default())?;
/// assert!(card.summary.len() <= 140);
/// assert_ne!(card.status, Status::NotEnough);
/// # Ok::<(), aftercare_consensus::GuidanceError>(())
/// ```
pub fn guidance<'a>(
    corpus: &'a Corpus,
    treatment: &str,
    elapsed: Elapsed,
    options: &Options<'_>,
) -> Result<Guidance<'a>, GuidanceError> {
    let query = Query::new(corpus, treatment, options)?;
    Ok(card(corpus, &query, &PanelView::all(&query), elapsed))
}

/// The same card, with the moments between which it differs in its hours alone: for
/// whoever keeps cards.
///
/// # Errors
/// As [`guidance()`].
pub fn guidance_interval<'a>(
    corpus: &'a Corpus,
    treatment: &str,
    elapsed: Elapsed,
    options: &Options<'_>,
) -> Result<GuidanceInterval<'a>, GuidanceError> {
    let query = Query::new(corpus, treatment, options)?;
    let views = PanelView::all(&query);
    let (from, until) = unchanging(&views, elapsed.minutes());
    Ok(GuidanceInterval {
        from: from.hours(),
        until: until.map(Minutes::hours),
        guidance: card(corpus, &query, &views, elapsed),
    })
}

fn card<'a>(
    corpus: &'a Corpus,
    query: &Query<'a>,
    views: &[PanelView<'a>],
    elapsed: Elapsed,
) -> Guidance<'a> {
    let at = elapsed.minutes();
    let words = query.words;
    let status = combined_status(views, at);
    let mut panels = Vec::new();
    for view in views {
        panels.push(panel_guidance(view, at));
    }
    Guidance {
        treatment: query.treatment_name,
        activity: query.activity_name,
        hours_elapsed: elapsed.hours(),
        treated_at: query.treated_at.clock(),
        status,
        summary: summary(words, query.subject, status, views, at),
        proviso: proviso(corpus, words, status, views, at),
        fine_from: combined_fine_from(panels.iter().map(|panel| panel.fine_from)),
        next_change: next_change(views, at).map(|moment| NextChange {
            hours: moment.hours(),
            status: combined_status(views, moment),
        }),
        panels,
        conditions: conditions(corpus, query, views),
        claims: claims(query, views),
        answers: answers(views, at),
        red_flags: RedFlags {
            emergency: &words.core.red_flags.emergency,
            soon: &words.core.red_flags.soon,
        },
        notice: &words.core.card.notice,
        corpus: CorpusVersion::of(corpus),
    }
}

/// The more cautious panel is the one that gets there later; a panel with too few
/// answers never does, and has no vote.
pub(super) fn combined_fine_from(panels: impl Iterator<Item = FineFrom>) -> CombinedFineFrom {
    let mut combined = CombinedFineFrom {
        most: None,
        all: None,
    };
    for FineFrom { most, all, .. } in panels {
        if most > combined.most {
            combined.most = most;
        }
        if all > combined.all {
            combined.all = all;
        }
    }
    combined
}

/// When a panel gets there.
pub(super) fn fine_from(view: &PanelView<'_>) -> FineFrom {
    let first = |is_enough: fn(Tally) -> bool| match view.status(Minutes(0)) {
        Status::NotEnough => None,
        _ => view.timeline.first(is_enough).map(Minutes::hours),
    };
    FineFrom {
        first: first(|tally| tally.fine > 0),
        most: first(|tally| Status::of(tally).is_mostly_fine()),
        all: first(|tally| Status::of(tally) == Status::Fine),
    }
}

fn panel_guidance<'a>(view: &PanelView<'a>, at: Minutes) -> PanelGuidance<'a> {
    let tally = view.timeline.at(at);
    PanelGuidance {
        id: &view.panel.id,
        name: &view.words.name,
        basis: view.selection.basis(),
        status: view.status(at),
        tally,
        share: Share::of(tally),
        stable: view.selection.is_stable(at),
        fine_from: fine_from(view),
        next_change: view.timeline.next(at).map(|step| NextChange {
            hours: step.at.hours(),
            status: step.status(),
        }),
        longest: longest(&view.selection),
    }
}

fn longest(selection: &Selection<'_>) -> Option<Longest> {
    let mut most = Minutes(0);
    let mut answers = 0;
    for counted in selection.counted() {
        if let Resolved::Timed { no_until, .. } = counted.position {
            if no_until > most {
                most = no_until;
                answers = 0;
            }
            answers += u32::from(no_until == most);
        }
    }
    (most > Minutes(0)).then_some(Longest {
        hours: most.hours(),
        answers,
    })
}

fn conditions<'a>(
    corpus: &'a Corpus,
    query: &Query<'a>,
    views: &[PanelView<'a>],
) -> Vec<ConditionCount<'a>> {
    let mut all = Provisos::new(query.words);
    for view in views {
        for counted in view.selection.counted() {
            all.add(&view.panel.id, &counted.answer.conditions);
        }
    }
    let mut conditions = Vec::new();
    let texts = corpus.conditions.iter().zip(query.words.conditions.iter());
    for ((id, text), answers) in texts.zip(all.numbers) {
        if answers > 0 {
            conditions.push(ConditionCount { id, text, answers });
        }
    }
    conditions
}

fn claims(query: &Query<'_>, views: &[PanelView<'_>]) -> Vec<Claim> {
    let (mut no, mut may, mut no_study) = (0_u32, 0_u32, 0_u32);
    for view in views {
        for counted in view.selection.counted() {
            match counted.answer.weakens {
                None => {}
                Some(Weakens::No) => no += 1,
                Some(Weakens::MayFirstDay | Weakens::MayHabitual) => may += 1,
            }
            no_study += u32::from(counted.answer.no_study);
        }
    }
    let readable = views.iter().filter(|view| view.panel.claims);
    let readable = readable.map(|view| (view.selection.counted().len(), &view.words.noun));
    let readable = Readable::new(query.words, readable);
    vec![
        Claim {
            id: "weakens-result",
            no,
            may,
            text: readable.weakens(no, may),
        },
        Claim {
            id: "studied",
            no: no_study,
            may: 0,
            text: readable.no_study(no_study),
        },
    ]
}

fn answers<'a>(views: &[PanelView<'a>], at: Minutes) -> Vec<AnswerStance<'a>> {
    let mut answers = Vec::new();
    for view in views {
        for counted in view.selection.counted() {
            let (no_until, yes_from) = match counted.position {
                Resolved::Untimed => (None, None),
                Resolved::Timed { no_until, yes_from } => {
                    (Some(no_until.hours()), Some(yes_from.hours()))
                }
            };
            answers.push(AnswerStance {
                id: &counted.answer.id,
                panel: &view.panel.id,
                stance: counted.position.stance(at),
                no_until,
                yes_from,
            });
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consensus::ClockTime;
    use crate::frozen::CORPUS;
    use crate::guidance::TreatedAt;

    /// Beyond the longest wait of the corpus.
    const LAST: Minutes = Minutes(40 * 24 * 60);

    fn card(treatment: &str, minutes: u32, options: &Options<'_>) -> GuidanceInterval<'static> {
        let elapsed = Elapsed::from_minutes(Minutes(minutes));
        guidance_interval(&CORPUS, treatment, elapsed, options)
            .expect("the corpus knows its own treatment")
    }

    /// The next change is looked for minute by minute, and must be where the card said.
    fn walk(treatment: &str, options: &Options<'_>, minutes: impl Iterator<Item = u32>) {
        let mut held = card(treatment, 0, options);
        for minute in minutes {
            let now = Minutes(minute).hours();
            let mut next = card(treatment, minute, options);
            let is_within = held.until.is_none_or(|until| now < until);
            assert!(next.from <= now, "{treatment} at {now:?}");
            assert!(
                next.until.is_none_or(|until| now < until),
                "{treatment} at {now:?}"
            );
            assert_eq!(next.from == held.from, is_within, "{treatment} at {now:?}");
            if is_within {
                next.guidance.hours_elapsed = held.guidance.hours_elapsed;
                assert_eq!(next.guidance, held.guidance, "{treatment} at {now:?}");
            } else {
                held = next;
            }
        }
        assert_eq!(held.until, None, "something changes after 40 days");
    }

    #[test]
    fn between_two_moments_a_card_differs_in_its_hours_alone() {
        walk(&CORPUS.treatments[0].id, &Options::default(), 0..=LAST.0);
        let afternoon = ClockTime::parse("17:00").expect("a clock time");
        for treatment in CORPUS.treatments.iter() {
            for activity in CORPUS.activities.iter() {
                for treated_at in [TreatedAt::Unknown, TreatedAt::Clock(afternoon)] {
                    let options = Options {
                        activity: Some(activity),
                        treated_at,
                        ..Options::default()
                    };
                    walk(&treatment.id, &options, (0..=LAST.0).step_by(119));
                }
            }
        }
    }
}

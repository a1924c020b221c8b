//! What do published answers say at a moment? The one function that matters.

use crate::card::{
    AnswerStance, Claim, CombinedFineFrom, ConditionCount, CorpusVersion, FineFrom, Guidance,
    Longest, Named, NextChange, PanelGuidance, RedFlags, Share, TreatmentName,
};
use crate::corpus::{Corpus, Weakens};
use crate::count::Count;
use crate::error::GuidanceError;
use crate::position::Resolved;
use crate::query::{Options, Query};
use crate::sentences;
use crate::status::Status;
use crate::tally::Tally;
use crate::time::{Elapsed, Minutes};
use crate::timeline::{Timeline, combined, status_at};
use crate::words::{ListWord, Word};

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
    corpus: &Corpus<'a>,
    treatment: &str,
    elapsed: Elapsed,
    options: &Options<'_>,
) -> Result<Guidance<'a>, GuidanceError> {
    let query = Query::new(corpus, treatment, options)?;
    let at = elapsed.minutes();
    let day = query.treated_at.day();
    let counts: Vec<Count<'a>> = query
        .panels
        .iter()
        .map(|(panel, _)| Count::new(panel, query.treatment, query.activity, day))
        .collect();
    let timelines: Vec<Timeline> = counts
        .iter()
        .map(|count| Timeline::new(count.counted().map(|voice| voice.position)))
        .collect();
    let all: Vec<&Timeline> = timelines.iter().collect();
    let panels: Vec<PanelGuidance<'a>> = query
        .panels
        .iter()
        .zip(&counts)
        .zip(&timelines)
        .map(|(((panel, words), count), timeline)| {
            panel_guidance(panel.id, words.name, count, timeline, at)
        })
        .collect();
    let moments = combined(&all);
    let first = |wanted: fn(Status) -> bool| {
        moments
            .iter()
            .find(|(_, status)| wanted(*status))
            .map(|(at, _)| at.hours())
    };
    let status = status_at(&all, at);
    let words = query.words;
    Ok(Guidance {
        treatment: TreatmentName {
            id: query.treatment_id,
            name: query.treatment_name,
            generic: query.generic,
        },
        activity: Named {
            id: query.activity_id,
            name: query.activity_name,
        },
        hours_elapsed: elapsed.hours(),
        treated_at: query.treated_at.clock(),
        status,
        summary: sentences::summary(&query, status, &panels),
        proviso: sentences::proviso(&query, corpus, status, &counts, &panels, at),
        fine_from: CombinedFineFrom {
            most: first(Status::is_mostly_fine),
            all: first(|status| status == Status::Fine),
        },
        next_change: moments
            .iter()
            .find(|(moment, _)| *moment > at)
            .map(|(moment, status)| NextChange {
                hours: moment.hours(),
                status: *status,
            }),
        panels,
        conditions: conditions(corpus, &query, &counts),
        claims: claims(&query, &counts),
        answers: answers(&query, &counts, at),
        red_flags: RedFlags {
            emergency: words.list(ListWord::RedFlagsEmergency),
            soon: words.list(ListWord::RedFlagsSoon),
        },
        notice: words.plain(Word::CardNotice),
        corpus: CorpusVersion {
            version: corpus.version,
            updated: corpus.updated,
        },
    })
}

fn panel_guidance<'a>(
    id: &'a str,
    name: &'a str,
    count: &Count<'a>,
    timeline: &Timeline,
    at: Minutes,
) -> PanelGuidance<'a> {
    let tally = timeline.at(at);
    let status = Status::of(tally);
    let first = |wanted: fn(Tally) -> bool| {
        let enough = status != Status::NotEnough;
        enough
            .then(|| timeline.first(|step| wanted(step.tally)))
            .flatten()
            .map(Minutes::hours)
    };
    PanelGuidance {
        id,
        name,
        basis: count.basis(),
        status,
        tally,
        share: Share::of(tally),
        stable: count.is_stable(at),
        fine_from: FineFrom {
            first: first(|tally| tally.fine > 0),
            most: first(|tally| Status::of(tally).is_mostly_fine()),
            all: first(|tally| Status::of(tally) == Status::Fine),
        },
        next_change: timeline.next(at).map(|step| NextChange {
            hours: step.at.hours(),
            status: step.status(),
        }),
        longest: longest(count),
    }
}

fn longest(count: &Count<'_>) -> Option<Longest> {
    let waits = || {
        count.counted().filter_map(|voice| match voice.position {
            Resolved::Timed { no_until, .. } if no_until > Minutes(0) => Some(no_until),
            _ => None,
        })
    };
    let most = waits().max()?;
    let answers = waits()
        .filter(|wait| *wait == most)
        .fold(0_u32, |n, _| n.saturating_add(1));
    Some(Longest {
        hours: most.hours(),
        answers,
    })
}

fn conditions<'a>(
    corpus: &Corpus<'a>,
    query: &Query<'a>,
    counts: &[Count<'a>],
) -> Vec<ConditionCount<'a>> {
    corpus
        .conditions
        .iter()
        .zip(query.words.conditions)
        .enumerate()
        .map(|(place, (id, text))| ConditionCount {
            id,
            text,
            answers: number(counts, |answer| answer.conditions.has(place)),
        })
        .filter(|condition| condition.answers > 0)
        .collect()
}

fn claims(query: &Query<'_>, counts: &[Count<'_>]) -> Vec<Claim> {
    let all = number(counts, |_| true);
    let no = number(counts, |answer| answer.weakens == Some(Weakens::No));
    let may = number(counts, |answer| {
        matches!(
            answer.weakens,
            Some(Weakens::MayFirstDay | Weakens::MayHabitual)
        )
    });
    let none = number(counts, |answer| answer.no_study);
    vec![
        Claim {
            id: "weakens-result",
            no,
            may,
            text: sentences::claim(query, Word::ClaimsWeakensResult, all, no, may),
        },
        Claim {
            id: "studied",
            no: none,
            may: 0,
            text: sentences::claim(query, Word::ClaimsStudied, all, none, 0),
        },
    ]
}

fn number(counts: &[Count<'_>], wanted: impl Fn(&crate::corpus::Answer<'_>) -> bool) -> u32 {
    counts
        .iter()
        .flat_map(Count::counted)
        .filter(|voice| wanted(voice.answer))
        .fold(0, |number: u32, _| number.saturating_add(1))
}

fn answers<'a>(query: &Query<'a>, counts: &[Count<'a>], at: Minutes) -> Vec<AnswerStance<'a>> {
    query
        .panels
        .iter()
        .zip(counts)
        .flat_map(|((panel, _), count)| {
            count.counted().map(move |voice| {
                let (no_until, yes_from) = match voice.position {
                    Resolved::Untimed => (None, None),
                    Resolved::Timed { no_until, yes_from } => {
                        (Some(no_until.hours()), Some(yes_from.hours()))
                    }
                };
                AnswerStance {
                    id: voice.answer.id,
                    panel: panel.id,
                    stance: voice.position.stance(at),
                    no_until,
                    yes_from,
                }
            })
        })
        .collect()
}

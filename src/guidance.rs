//! What do published answers say at a moment? The one function that matters.

use crate::card::{
    AnswerStance, Claim, CombinedFineFrom, ConditionCount, CorpusVersion, FineFrom, Guidance,
    Longest, NextChange, PanelGuidance, RedFlags, Share,
};
use crate::corpus::{Corpus, Weakens};
use crate::count::Count;
use crate::error::GuidanceError;
use crate::plain::object;
use crate::position::Resolved;
use crate::query::{Options, Query};
use crate::sentences;
use crate::side::{Side, next, sides, status_at, unchanging, voices};
use crate::status::Status;
use crate::tally::Tally;
use crate::time::{Elapsed, Hours, Minutes};
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
    Ok(within(corpus, treatment, elapsed, options)?.card)
}

/// A card, and from when to when another would differ in its hours alone.
pub(crate) struct Within<'a> {
    /// The first moment.
    pub(crate) from: Hours,
    /// The first moment after it at which something changes; none where nothing does.
    pub(crate) until: Option<Hours>,
    pub(crate) card: Guidance<'a>,
}

object!(Within<'_> {
    "from": from,
    "until": until,
    "card": card,
});

/// As [`guidance()`].
pub(crate) fn within<'a>(
    corpus: &Corpus<'a>,
    treatment: &str,
    elapsed: Elapsed,
    options: &Options<'_>,
) -> Result<Within<'a>, GuidanceError> {
    let query = Query::new(corpus, treatment, options)?;
    let at = elapsed.minutes();
    let sides = sides(&query);
    let (from, until) = unchanging(&sides, at);
    let mut panels = Vec::new();
    for side in &sides {
        panels.push(panel_guidance(side, at));
    }
    let status = status_at(&sides, at);
    // The more cautious panel is the one that gets there later; a panel with too
    // few answers never does, and has no vote.
    let mut fine_from = CombinedFineFrom {
        most: None,
        all: None,
    };
    for FineFrom { most, all, .. } in panels.iter().map(|panel| panel.fine_from) {
        if most > fine_from.most {
            fine_from.most = most;
        }
        if all > fine_from.all {
            fine_from.all = all;
        }
    }
    let words = query.words;
    let mut parts = Vec::new();
    for side in &sides {
        parts.push(sentences::part(side, at));
    }
    let (mut summary, mut proviso) = (String::new(), String::new());
    sentences::put_summary(&mut summary, words, query.subject, status, &parts);
    sentences::put_proviso(&mut proviso, words, status, &parts);
    let card = Guidance {
        treatment: query.treatment_name,
        activity: query.activity_name,
        hours_elapsed: elapsed.hours(),
        treated_at: query.treated_at.clock(),
        status,
        summary,
        proviso: Some(proviso).filter(|proviso| !proviso.is_empty()),
        fine_from,
        next_change: next(&sides, at).map(|moment| NextChange {
            hours: moment.hours(),
            status: status_at(&sides, moment),
        }),
        panels,
        conditions: conditions(corpus, &query, &sides),
        claims: claims(&query, &sides),
        answers: answers(&sides, at),
        red_flags: RedFlags {
            emergency: words.list(ListWord::RedFlagsEmergency),
            soon: words.list(ListWord::RedFlagsSoon),
        },
        notice: words.plain(Word::CardNotice),
        corpus: CorpusVersion {
            version: corpus.version,
            updated: corpus.updated,
        },
    };
    Ok(Within {
        from: from.hours(),
        until: until.map(Minutes::hours),
        card,
    })
}

fn panel_guidance<'a>(side: &Side<'a>, at: Minutes) -> PanelGuidance<'a> {
    let tally = side.timeline.at(at);
    let status = Status::of(tally);
    let first = |is_enough: fn(Tally) -> bool| match status {
        Status::NotEnough => None,
        _ => side.timeline.first(is_enough).map(Minutes::hours),
    };
    PanelGuidance {
        id: side.panel.id,
        name: side.words.name,
        basis: side.count.basis(),
        status,
        tally,
        share: Share::of(tally),
        stable: side.count.is_stable(at),
        fine_from: FineFrom {
            first: first(|tally| tally.fine > 0),
            most: first(|tally| Status::of(tally).is_mostly_fine()),
            all: first(|tally| Status::of(tally) == Status::Fine),
        },
        next_change: side.timeline.next(at).map(|step| NextChange {
            hours: step.at.hours(),
            status: step.status(),
        }),
        longest: longest(&side.count),
    }
}

fn longest(count: &Count<'_>) -> Option<Longest> {
    let mut most = Minutes(0);
    let mut answers = 0_u32;
    for voice in count.counted() {
        if let Resolved::Timed { no_until, .. } = voice.position {
            if no_until > most {
                most = no_until;
                answers = 0;
            }
            answers = answers.saturating_add(u32::from(no_until == most));
        }
    }
    (most > Minutes(0)).then_some(Longest {
        hours: most.hours(),
        answers,
    })
}

fn conditions<'a>(
    corpus: &Corpus<'a>,
    query: &Query<'a>,
    sides: &[Side<'a>],
) -> Vec<ConditionCount<'a>> {
    let mut conditions = Vec::new();
    let known = corpus.conditions.iter().zip(query.words.conditions);
    for (place, (id, text)) in known.enumerate() {
        let mut answers = 0_u32;
        voices(sides, &mut |_, voice| {
            answers = answers.saturating_add(u32::from(voice.answer.conditions.has(place)));
        });
        if answers > 0 {
            conditions.push(ConditionCount { id, text, answers });
        }
    }
    conditions
}

fn claims(query: &Query<'_>, sides: &[Side<'_>]) -> Vec<Claim> {
    let (mut all, mut no, mut may, mut none) = (0_u32, 0_u32, 0_u32, 0_u32);
    voices(sides, &mut |_, voice| {
        all = all.saturating_add(1);
        match voice.answer.weakens {
            None => {}
            Some(Weakens::No) => no = no.saturating_add(1),
            Some(Weakens::MayFirstDay | Weakens::MayHabitual) => may = may.saturating_add(1),
        }
        none = none.saturating_add(u32::from(voice.answer.no_study));
    });
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

fn answers<'a>(sides: &[Side<'a>], at: Minutes) -> Vec<AnswerStance<'a>> {
    let mut answers = Vec::new();
    voices(sides, &mut |side, voice| {
        let (no_until, yes_from) = match voice.position {
            Resolved::Untimed => (None, None),
            Resolved::Timed { no_until, yes_from } => {
                (Some(no_until.hours()), Some(yes_from.hours()))
            }
        };
        answers.push(AnswerStance {
            id: voice.answer.id,
            panel: side.panel.id,
            stance: voice.position.stance(at),
            no_until,
            yes_from,
        });
    });
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frozen::CORPUS;
    use crate::query::TreatedAt;
    use crate::time::ClockTime;

    /// Beyond the longest wait of the corpus.
    const LAST: Minutes = Minutes(40 * 24 * 60);

    fn card(treatment: &str, minutes: u32, options: &Options<'_>) -> Within<'static> {
        let elapsed = Elapsed::from_minutes(Minutes(minutes));
        within(&CORPUS, treatment, elapsed, options).expect("the corpus knows its own treatment")
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
                next.card.hours_elapsed = held.card.hours_elapsed;
                assert_eq!(next.card, held.card, "{treatment} at {now:?}");
            } else {
                held = next;
            }
        }
        assert_eq!(held.until, None, "something changes after 40 days");
    }

    #[test]
    fn between_two_moments_a_card_differs_in_its_hours_alone() {
        walk(CORPUS.treatments[0].id, &Options::default(), 0..=LAST.0);
        let afternoon = ClockTime::parse("17:00").expect("a clock time");
        for treatment in CORPUS.treatments {
            for activity in CORPUS.activities {
                for treated_at in [TreatedAt::Unknown, TreatedAt::Clock(afternoon)] {
                    let options = Options {
                        activity: Some(activity),
                        treated_at,
                        ..Options::default()
                    };
                    walk(treatment.id, &options, (0..=LAST.0).step_by(119));
                }
            }
        }
    }
}

//! Is a card as the codebook says?
//!
//! Written from the codebook's table and not from the engine: a status is worked
//! out here from the answers that the card lists.

use aftercare_consensus::{
    Corpus, Elapsed, Guidance, Hours, Minutes, NextChange, Options, PanelGuidance, Stance, Status,
    Tally, Timelines, guidance, guidance_interval, overview, timeline,
};

/// Asks at two moments; whatever is answered is as it must be.
pub(crate) fn check(
    corpus: &Corpus,
    treatment: &str,
    options: &Options<'_>,
    [one, other]: [Elapsed; 2],
) {
    let (early, late) = match one.minutes() <= other.minutes() {
        true => (one, other),
        false => (other, one),
    };
    let timeline = timeline(corpus, treatment, options);
    let cards = [early, late].map(|at| guidance(corpus, treatment, at, options));
    let timeline = match timeline {
        Ok(timeline) => timeline,
        Err(error) => {
            for card in cards {
                assert_eq!(
                    card.err().as_ref(),
                    Some(&error),
                    "a card is refused as its timeline is"
                );
            }
            // A name, sixty letters of the value, and what is accepted.
            assert!(error.message().contains("\"; accepted: "), "{error}");
            assert!(error.message().len() < 2000, "{error}");
            return;
        }
    };
    let [early, late] = cards.map(|card| card.expect("there is a card where there is a timeline"));
    for card in [&early, &late] {
        is_as_the_codebook_says(card);
        agrees(card, &timeline);
        let read = serde_json::to_value(card).expect("a card is JSON");
        assert_eq!(read["status"], card.status.as_str());
    }
    moves_towards_fine(&early, &late);
    let again = guidance(corpus, treatment, elapsed(late.hours_elapsed), options);
    assert_eq!(
        again.as_ref(),
        Ok(&late),
        "the same question has the same card"
    );
    is_kept_for_its_interval(corpus, treatment, options, &late);
    is_in_the_overview(corpus, treatment, options, &late);
    let next = late.next_change;
    if let Some(NextChange { hours, status }) = next {
        let then = guidance(corpus, treatment, elapsed(hours), options).expect("a card then, too");
        assert_eq!(
            then.status, status,
            "what is announced for {hours:?} comes true"
        );
        assert!(
            then.panels
                .iter()
                .zip(&late.panels)
                .any(|(then, now)| then.tally != now.tally),
            "no tally changes at {hours:?}, as the card announces"
        );
    }
}

/// Between the moments that it names, a card differs in its hours alone.
fn is_kept_for_its_interval(
    corpus: &Corpus,
    treatment: &str,
    options: &Options<'_>,
    card: &Guidance<'_>,
) {
    let now = elapsed(card.hours_elapsed);
    let interval = guidance_interval(corpus, treatment, now, options).expect("as the card");
    assert_eq!(interval.guidance, *card);
    assert!(interval.from <= card.hours_elapsed);
    assert!(
        interval
            .until
            .is_none_or(|until| card.hours_elapsed < until)
    );
    let first = guidance(corpus, treatment, elapsed(interval.from), options).expect("a card");
    let hours_elapsed = card.hours_elapsed;
    assert_eq!(
        Guidance {
            hours_elapsed,
            ..first
        },
        *card
    );
}

/// An overview says of the card's activity what the card says.
fn is_in_the_overview(
    corpus: &Corpus,
    treatment: &str,
    options: &Options<'_>,
    card: &Guidance<'_>,
) {
    let now = elapsed(card.hours_elapsed);
    let overview = overview(corpus, treatment, now, options).expect("as the card");
    let mut activities = overview.activities.iter();
    let about = activities.find(|about| about.id == card.activity.id);
    let about = about.expect("every activity");
    assert_eq!(about.status, card.status);
    assert_eq!(about.fine_from, card.fine_from);
    assert_eq!(about.next_change, card.next_change);
    for (short, panel) in about.panels.iter().zip(&card.panels) {
        assert_eq!((short.basis, short.tally), (panel.basis, panel.tally));
    }
}

fn elapsed(hours: Hours) -> Elapsed {
    Elapsed::from_hours(hours.get()).expect("hours on a card are a time since the treatment")
}

fn minute(hours: Hours) -> Minutes {
    elapsed(hours).minutes()
}

fn is_as_the_codebook_says(card: &Guidance<'_>) {
    let mut votes = Vec::new();
    for panel in &card.panels {
        let mut tally = Tally::default();
        for answer in card.answers.iter().filter(|one| one.panel == panel.id) {
            match answer.stance {
                Stance::Fine => tally.fine += 1,
                Stance::Wait => tally.wait += 1,
                Stance::Silent => tally.silent += 1,
                Stance::Untimed => tally.untimed += 1,
            }
            let now = minute(card.hours_elapsed);
            let stance = match (answer.no_until, answer.yes_from) {
                (Some(_), Some(yes_from)) if now >= minute(yes_from) => Stance::Fine,
                (Some(no_until), Some(_)) if now < minute(no_until) => Stance::Wait,
                (Some(_), Some(_)) => Stance::Silent,
                (None, None) => Stance::Untimed,
                _ => panic!("{answer:?} has one of its two times"),
            };
            assert_eq!(answer.stance, stance, "{answer:?} at {now:?}");
        }
        assert_eq!(
            panel.tally, tally,
            "{} counts what the card lists",
            panel.id
        );
        let status = status(tally);
        assert_eq!(panel.status.as_str(), status, "{}: {tally:?}", panel.id);
        if panel.status != Status::NotEnough {
            votes.push(panel.status);
        }
        moments_are_ordered(panel, card.hours_elapsed);
    }
    let cautious = votes.into_iter().min().unwrap_or(Status::NotEnough);
    assert_eq!(
        card.status, cautious,
        "the more cautious panel has the headline"
    );
    assert!(!card.summary.is_empty());
    let counted = card.answers.len();
    for condition in &card.conditions {
        assert!((1..=counted).contains(&(condition.answers as usize)));
    }
    for claim in &card.claims {
        assert!((claim.no + claim.may) as usize <= counted, "{claim:?}");
    }
}

/// The codebook's table, in whole numbers.
fn status(tally: Tally) -> &'static str {
    let timed = tally.fine + tally.wait + tally.silent;
    if timed < 5 {
        "not_enough"
    } else if tally.fine == timed {
        "fine"
    } else if tally.fine * 4 >= timed * 3 {
        "mostly_fine"
    } else if tally.wait == timed {
        "wait"
    } else if tally.wait * 2 > timed {
        "mostly_wait"
    } else {
        "divided"
    }
}

fn moments_are_ordered(panel: &PanelGuidance<'_>, now: Hours) {
    let from = panel.fine_from;
    let moments = [from.first, from.most, from.all];
    if panel.status == Status::NotEnough {
        assert_eq!(
            moments, [None; 3],
            "{}: too few answers name no time",
            panel.id
        );
    } else {
        assert!(moments.iter().all(Option::is_some), "{}", panel.id);
        assert!(moments.is_sorted(), "{}: {moments:?}", panel.id);
        assert_eq!(
            from.most.is_some_and(|most| most <= now),
            panel.status >= Status::MostlyFine,
            "{}: {from:?} at {now:?}",
            panel.id
        );
    }
    if let Some(next) = panel.next_change {
        assert!(minute(next.hours) > minute(now), "{}: {next:?}", panel.id);
        assert!(next.status >= panel.status, "{}: {next:?}", panel.id);
    }
}

/// A card shows the step that its moment is in.
fn agrees(card: &Guidance<'_>, timeline: &Timelines<'_>) {
    let now = minute(card.hours_elapsed);
    let held = timeline
        .steps
        .iter()
        .rfind(|step| minute(step.hours) <= now);
    assert_eq!(held.map(|step| step.status), Some(card.status));
    assert!(
        timeline
            .steps
            .is_sorted_by(|one, next| one.hours < next.hours && one.status <= next.status),
        "the combined steps go on, and towards fine: {:?}",
        timeline.steps
    );
    for (panel, line) in card.panels.iter().zip(&timeline.panels) {
        let held = line.steps.iter().rfind(|step| minute(step.hours) <= now);
        assert_eq!(held.map(|step| step.tally), Some(panel.tally));
        assert_eq!((panel.id, panel.basis), (line.id, line.basis));
    }
}

/// As time passes, fine never falls and wait never rises.
fn moves_towards_fine(early: &Guidance<'_>, late: &Guidance<'_>) {
    assert!(early.status <= late.status, "the card goes back");
    for (early, late) in early.panels.iter().zip(&late.panels) {
        assert!(early.tally.fine <= late.tally.fine, "{}", early.id);
        assert!(early.tally.wait >= late.tally.wait, "{}", early.id);
        assert!(early.status <= late.status, "{}", early.id);
        assert_eq!(early.fine_from, late.fine_from, "{}", early.id);
    }
}

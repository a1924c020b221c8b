//! Do any answers at all, counted for any question, come to a card by the codebook?

use aftercare_consensus::{CORPUS, Corpus, Elapsed, Minutes, Options};
use aftercare_corpus::{Answer, Panel, Position, Source, Time, Weakens};
use arbitrary::{Arbitrary, Result, Unstructured};

use crate::codebook;
use crate::input::treated_at;

/// Any answers in the shipped panels, even such as the loader refuses.
pub fn answers(bytes: &[u8]) {
    // Bytes that end too soon are no corpus.
    let _ = count(&mut Unstructured::new(bytes));
}

fn count(bytes: &mut Unstructured<'_>) -> Result<()> {
    let treated_at = treated_at(bytes)?;
    let treatment = bytes.choose(&CORPUS.treatments)?;
    let activity = bytes.choose(&CORPUS.activities)?;
    let mut minutes = || -> Result<Elapsed> {
        Ok(Elapsed::from_minutes(Minutes(
            match u8::arbitrary(bytes)? {
                0 => u32::arbitrary(bytes)?,
                _ => bytes.int_in_range(0..=3000)?,
            },
        )))
    };
    let times = [minutes()?, minutes()?];
    let mut panels = Vec::new();
    for panel in CORPUS.panels.iter() {
        let mut answers = Vec::new();
        while answers.len() < 40 && !bytes.is_empty() && bytes.ratio(9, 10)? {
            answers.push(answer(bytes)?);
        }
        panels.push(Panel {
            id: panel.id.clone(),
            claims: panel.claims,
            answers: answers.into(),
        });
    }
    let corpus = Corpus {
        panels: panels.into(),
        ..CORPUS.clone()
    };
    let options = Options {
        activity: Some(activity),
        treated_at,
        ..Options::default()
    };
    codebook::check(&corpus, &treatment.id, &options, times);
    Ok(())
}

fn answer(bytes: &mut Unstructured<'_>) -> Result<Answer> {
    let mut positions: Vec<(usize, Position)> = Vec::new();
    for activity in places(bytes, CORPUS.activities.len())? {
        positions.push((activity, position(bytes)?));
    }
    Ok(Answer {
        id: "any".into(),
        treatments: places(bytes, CORPUS.treatments.len())?.into(),
        class: bool::arbitrary(bytes)?,
        positions: positions.into(),
        conditions: places(bytes, CORPUS.conditions.len())?.into(),
        reasons: places(bytes, CORPUS.reasons.len())?.into(),
        weakens: *bytes.choose(&[
            None,
            Some(Weakens::No),
            Some(Weakens::MayFirstDay),
            Some(Weakens::MayHabitual),
        ])?,
        no_study: bool::arbitrary(bytes)?,
        defers: bool::arbitrary(bytes)?,
        source: Source::default(),
    })
}

/// Some indices of a list, and at times one behind its end.
fn places(bytes: &mut Unstructured<'_>, length: usize) -> Result<Vec<usize>> {
    let set = u16::arbitrary(bytes)?;
    Ok((0..=length).filter(|place| set >> place & 1 == 1).collect())
}

fn position(bytes: &mut Unstructured<'_>) -> Result<Position> {
    Ok(match bytes.int_in_range(0..=5)? {
        0 => Position::Untimed,
        1 => Position::Timed {
            no_until: Time::DayEnd,
            yes_from: Time::DayStart,
        },
        2 => Position::Timed {
            no_until: time(bytes)?,
            yes_from: time(bytes)?,
        },
        _ => {
            let (one, other) = (minutes(bytes)?, minutes(bytes)?);
            Position::Timed {
                no_until: Time::Minutes(one.min(other)),
                yes_from: Time::Minutes(one.max(other)),
            }
        }
    })
}

fn time(bytes: &mut Unstructured<'_>) -> Result<Time> {
    Ok(match bytes.int_in_range(0..=3)? {
        0 => Time::DayEnd,
        1 => Time::DayStart,
        2 => Time::Minutes(u32::arbitrary(bytes)?),
        _ => Time::Minutes(minutes(bytes)?),
    })
}

fn minutes(bytes: &mut Unstructured<'_>) -> Result<u32> {
    bytes.int_in_range(0..=3000)
}

//! What would plain JavaScript load in the place of the wasm's tables?

use aftercare_consensus::corpus::{Answer, Panel, Position, Relation, Time, Treatment, Weakens};
use aftercare_consensus::words::{ListWord, PluralWord, Word, Words};
use aftercare_consensus::{CORPUS, Status};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// The shipped corpus with what the cards need of its English words, as JSON.
pub(super) fn corpus() -> Result<Value> {
    let words = CORPUS.languages.first().context("there is no language")?;
    let treatments = CORPUS.treatments.iter().map(|names| {
        json!({
            "id": names.id,
            "name": names.name,
            "generic": names.generic,
            "aliases": names.aliases,
        })
    });
    let activities = CORPUS.activities.iter().zip(words.activities);
    let activities = activities
        .map(|(id, words)| json!({ "id": id, "name": words.name, "subject": words.subject }));
    let conditions = CORPUS.conditions.iter().zip(words.conditions);
    let conditions = conditions.map(|(id, text)| json!({ "id": id, "text": text }));
    let panels = CORPUS.panels.iter().zip(words.panels);
    let panels = panels.map(|(panel, words)| {
        json!({
            "id": panel.id,
            "name": words.name,
            "noun": words.noun,
            "answers": answers(panel),
        })
    });
    Ok(json!({
        "version": CORPUS.version,
        "updated": CORPUS.updated,
        "defaultActivity": CORPUS.activities.get(usize::from(CORPUS.default_activity.0)),
        "treatments": treatments.collect::<Vec<_>>(),
        "activities": activities.collect::<Vec<_>>(),
        "conditions": conditions.collect::<Vec<_>>(),
        "panels": panels.collect::<Vec<_>>(),
        "words": texts(words),
    }))
}

fn answers(panel: &Panel<'_>) -> Vec<Value> {
    panel.answers.iter().map(|answer| record(&answer)).collect()
}

fn record(answer: &Answer<'_>) -> Value {
    let relation = |place| answer.treatments.relation(Treatment(place));
    let named: Vec<&str> = (0..)
        .zip(CORPUS.treatments)
        .filter(|(place, _)| relation(*place) == Relation::Named)
        .map(|(_, names)| names.id)
        .collect();
    // No treatment has this place, so what is left is the class.
    let class = relation(u8::MAX) == Relation::Class;
    let conditions: Vec<&str> = (CORPUS.conditions.iter().enumerate())
        .filter(|(place, _)| answer.conditions.has(*place))
        .map(|(_, id)| *id)
        .collect();
    let positions: Map<String, Value> = (answer.positions.iter())
        .filter_map(|(activity, position)| {
            let id = CORPUS.activities.get(usize::from(activity.0))?;
            Some(((*id).to_owned(), said(position)))
        })
        .collect();
    json!({
        "id": answer.id,
        "treatments": named,
        "class": class,
        "conditions": conditions,
        "weakens": answer.weakens.map(|weakens| match weakens {
            Weakens::No => "no",
            Weakens::MayFirstDay | Weakens::MayHabitual => "may",
        }),
        "noStudy": answer.no_study,
        "positions": positions,
    })
}

/// Two moments, in minutes or by name; `null` for "avoid" without a time.
fn said(position: Position) -> Value {
    let moment = |time| match time {
        Time::After(minutes) => json!(minutes.0),
        Time::DayEnd => json!("day-end"),
        Time::DayStart => json!("day-start"),
    };
    match position {
        Position::Untimed => Value::Null,
        Position::Timed { no_until, yes_from } => json!([moment(no_until), moment(yes_from)]),
    }
}

/// The texts as the engine has them: U+0001 stands for the first value.
fn texts(words: &Words<'_>) -> Value {
    let forms = |word| [words.plural(word, 1), words.plural(word, 2)];
    let summaries: Map<String, Value> = Status::ALL
        .into_iter()
        .map(|status| {
            let word = match status {
                Status::NotEnough => Word::CardSummaryNotEnough,
                Status::Wait | Status::MostlyWait => Word::CardSummaryWait,
                Status::Divided => Word::CardSummaryDivided,
                Status::MostlyFine | Status::Fine => Word::CardSummaryFine,
            };
            (status.as_str().to_owned(), json!(words.plain(word)))
        })
        .collect();
    json!({
        "summaries": summaries,
        "count": words.plain(Word::CardCount),
        "countClass": words.plain(Word::CardCountClass),
        "countFew": words.plain(Word::CardCountFew),
        "join": words.plain(Word::CardJoin),
        "aboutAny": words.plain(Word::CardAboutAny),
        "conditionCounted": words.plain(Word::CardConditionCounted),
        "conditionJoin": words.plain(Word::CardConditionJoin),
        "answers": forms(PluralWord::CardAnswers),
        "proviso": forms(PluralWord::CardProviso),
        "weakensResult": words.plain(Word::ClaimsWeakensResult),
        "studied": words.plain(Word::ClaimsStudied),
        "className": words.plain(Word::CardClassName),
        "notice": words.plain(Word::CardNotice),
        "emergency": words.list(ListWord::RedFlagsEmergency),
        "soon": words.list(ListWord::RedFlagsSoon),
    })
}

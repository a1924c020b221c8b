//! What do the peers of the bench start from? The same answers and words as the
//! widget, as JSON: what somebody would ship who builds the same card without us.

use aftercare_loader::{Answer, Data, KEYS, Position, Shape, Time};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// The words that an answer needs; the keys are those of `data/words/`. One that ends
/// with a point or a hyphen stands for all that begin with it.
const FIRST: &[&str] = &[
    "status.",
    "red-flags.",
    "card.count",
    "card.count-class",
    "card.count-few",
    "card.headline",
    "card.join",
    "card.about-any",
    "card.summary-",
    "card.condition-",
    "card.answers",
    "card.proviso",
    "card.notice",
    "view.treatment",
    "view.choose",
    "view.activity",
    "view.when",
    "view.by-",
    "view.date",
    "view.time",
    "view.hours-since",
    "view.ask",
    "view.error-",
    "view.quick",
    "view.quick-",
    "view.show-answer",
    "view.question",
    "view.change",
    "view.opinions",
    "view.next-",
    "view.days",
    "view.hours",
    "view.minutes",
    "view.brief-",
    "view.asked",
    "view.after-treatment",
    "view.help",
    "view.emergency",
    "view.emergency-number",
    "view.soon",
    "view.no-driving",
    "view.corpus",
    "view.unreviewed",
    "view.stale",
    "view.clinic-",
    "view.consensus",
    "view.contact",
    "view.call",
    "view.alarm",
    "view.scope",
];

/// The words of what stands under the answer.
const REST: &[&str] = &[
    "stance.",
    "view.remind",
    "view.remind-note",
    "view.remind-title",
    "view.remind-text",
    "view.clock-",
    "view.tally-",
    "view.unstable",
    "view.any-product",
    "view.from-",
    "view.longest",
    "view.longest-value",
    "view.after",
    "view.at-once",
    "view.never",
    "view.answer-wait",
    "view.answer-range",
    "view.answer-from",
    "view.answer-fine",
    "view.answer-untimed",
    "view.differ",
    "view.not-clinic",
    "view.mark",
    "view.mark-untimed",
    "view.mark-pick",
    "deeper.see-these",
    "deeper.other-things",
];

/// The corpus of a data folder, without what only a deeper look needs.
pub(super) fn corpus(data: &Data) -> Result<String> {
    let words = data.languages.iter().find(|words| words.is_reference);
    let words = words.context("data/words/ has no language of reference")?;
    let activities = &data.vocabulary.activities;
    let ids: Vec<_> = data.treatments.iter().map(|known| &known.id).collect();
    let treatments: Vec<Value> = (data.treatments.iter())
        .map(|known| {
            let mut names = vec![&known.id, &known.name, &known.generic];
            names.extend(&known.aliases);
            json!({ "id": known.id, "name": known.name, "names": names })
        })
        .collect();
    let named: Vec<Value> = (activities.iter().zip(&words.activities))
        .map(|(id, [name, subject, ..])| json!({ "id": id, "name": name, "subject": subject }))
        .collect();
    let panels: Vec<Value> = (data.panels.iter().zip(&words.panels))
        .map(|(panel, words)| {
            let answers = panel.answers.iter();
            let answers: Vec<Value> = answers
                .map(|answer| record(answer, &ids, activities))
                .collect();
            json!({ "id": panel.id, "name": words.name, "noun": words.noun, "answers": answers })
        })
        .collect();
    let mut corpus = json!({
        "version": data.version,
        "updated": data.updated,
        "treatments": treatments,
        "activities": named,
        "conditions": words.conditions,
        "panels": panels,
    });
    for (name, shape) in [
        ("words", Shape::Plain),
        ("plurals", Shape::Plural),
        ("lists", Shape::List),
    ] {
        let keys = KEYS.iter().filter(|key| key.shape == shape);
        let texts: Vec<Value> = match shape {
            Shape::Plain => words.plain.iter().map(|text| json!(text)).collect(),
            Shape::Plural => words.plurals.iter().map(|forms| json!(forms)).collect(),
            Shape::List => words.lists.iter().map(|texts| json!(texts)).collect(),
        };
        let needed = keys
            .zip(texts)
            .filter(|(key, _)| is_one_of(FIRST, key.path))
            .map(|(key, text)| (key.path.to_owned(), text));
        corpus[name] = Value::Object(needed.collect());
    }
    Ok(serde_json::to_string(&corpus)?)
}

/// The words of what stands under the answer, as JSON of their own.
pub(super) fn rest_words(data: &Data) -> Result<String> {
    let words = data.languages.iter().find(|words| words.is_reference);
    let words = words.context("data/words/ has no language of reference")?;
    let keys = KEYS.iter().filter(|key| key.shape == Shape::Plain);
    let needed: Map<String, Value> = keys
        .zip(&words.plain)
        .filter(|(key, _)| is_one_of(REST, key.path))
        .map(|(key, text)| (key.path.to_owned(), json!(text)))
        .collect();
    Ok(serde_json::to_string(&needed)?)
}

/// Whether a key is in a list.
fn is_one_of(list: &[&str], path: &str) -> bool {
    list.iter()
        .any(|known| path == *known || (known.ends_with(['.', '-']) && path.starts_with(known)))
}

fn record(answer: &Answer, treatments: &[&String], activities: &[String]) -> Value {
    let mut named: Vec<&str> = (answer.treatments.iter())
        .filter_map(|place| treatments.get(*place).map(|id| id.as_str()))
        .collect();
    if answer.class {
        named.push("class");
    }
    let says: Map<String, Value> = (answer.positions.iter())
        .filter_map(|(place, position)| Some((activities.get(*place)?.clone(), said(*position))))
        .collect();
    let mut record = json!({ "id": answer.id, "treatments": named, "says": says });
    if !answer.conditions.is_empty() {
        record["conditions"] = json!(answer.conditions);
    }
    record
}

fn said(position: Position) -> Value {
    let moment = |time| match time {
        Time::Minutes(minutes) => json!(minutes),
        Time::DayEnd => json!("day-end"),
        Time::DayStart => json!("day-start"),
    };
    match position {
        Position::Untimed => Value::Null,
        Position::Timed { no_until, yes_from } => json!([moment(no_until), moment(yes_from)]),
    }
}

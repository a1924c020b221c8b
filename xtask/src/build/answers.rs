//! What does each answer say, and where? As the list of `sources.html`.

use aftercare_corpus::{Answer, Corpus, Position, Time, Words};
use serde::Serialize;

use super::templates::PageWords;

/// A panel as the page of sources has it.
#[derive(Serialize)]
pub(crate) struct PanelList {
    name: String,
    about: String,
    answers: Vec<AnswerEntry>,
}

/// An answer as the page of sources has it.
#[derive(Serialize)]
struct AnswerEntry {
    id: String,
    number: String,
    who: String,
    who_is_english: bool,
    products: String,
    summary: String,
    defers: bool,
    positions: String,
    title: String,
    address: Option<String>,
    in_thread: Option<String>,
    read: String,
}

/// Every answer of every panel, in a language.
pub(crate) fn panels(corpus: &Corpus, words: &Words, page: &PageWords<'_>) -> Vec<PanelList> {
    // The numbers by which a card names its sources where it names no brands.
    let mut number = 0_u32;
    let panels = corpus.panels.iter().zip(&*words.panels);
    panels
        .map(|(panel, panel_words)| PanelList {
            name: panel_words.name.to_string(),
            about: (panel_words.about).fill(&[("n", &panel.answers.len().to_string())]),
            answers: panel
                .answers
                .iter()
                .map(|answer| {
                    number += 1;
                    answer_entry(corpus, words, answer, number, page)
                })
                .collect(),
        })
        .collect()
}

fn answer_entry(
    corpus: &Corpus,
    words: &Words,
    answer: &Answer,
    number: u32,
    page: &PageWords<'_>,
) -> AnswerEntry {
    let source = &answer.source;
    let who: Vec<&str> = [source.specialty.as_deref(), source.place.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    let class = answer.class.then(|| page.fill("sources-any-product", &[]));
    let products: Vec<String> = answer
        .treatments
        .iter()
        .filter_map(|place| corpus.treatments.get(*place))
        .map(|treatment| treatment.name.to_string())
        .chain(class)
        .collect();
    let rules = answer.positions.iter().zip(&*source.rules);
    let positions: Vec<String> = rules
        .map(|((activity, position), rule)| {
            let name = words.activities.get(*activity).map(|words| &*words.name);
            format!(
                "{}: {} ({rule})",
                name.unwrap_or_default(),
                position_text(*position, page)
            )
        })
        .collect();
    let kind = words.kinds.get(source.kind).map(|kind| kind.to_string());
    AnswerEntry {
        id: answer.id.to_string(),
        number: page.fill("sources-source", &[("n", &number.to_string())]),
        who_is_english: !who.is_empty(),
        who: match who.is_empty() {
            true => kind.unwrap_or_default(),
            false => who.join(", "),
        },
        products: products.join(", "),
        summary: source.summary.to_string(),
        defers: answer.defers,
        positions: positions.join("; "),
        title: source.title.to_string(),
        address: source.address.as_ref().map(ToString::to_string),
        in_thread: source
            .number
            .map(|number| page.fill("sources-number", &[("n", &number.to_string())])),
        read: source.read.to_string(),
    }
}

/// A position in a few words.
fn position_text(position: Position, page: &PageWords<'_>) -> String {
    let Position::Timed { no_until, yes_from } = position else {
        return page.fill("sources-untimed", &[]);
    };
    let start = Time::Minutes(0);
    let key = match (no_until, yes_from) {
        _ if yes_from == start => "sources-fine",
        _ if no_until == start => "sources-fine-from",
        _ if no_until == yes_from => "sources-wait",
        _ => "sources-wait-fine",
    };
    let (a, b) = (time_text(no_until, page), time_text(yes_from, page));
    page.fill(key, &[("a", &a), ("b", &b)])
}

fn time_text(time: Time, page: &PageWords<'_>) -> String {
    match time {
        Time::DayEnd => page.fill("sources-day-end", &[]),
        Time::DayStart => page.fill("sources-day-start", &[]),
        Time::Minutes(minutes) => {
            let hours = (f64::from(minutes) / 60.0).to_string();
            let hours = hours.replace('.', &page.fill("decimal", &[]));
            page.fill("sources-hours", &[("n", &hours)])
        }
    }
}

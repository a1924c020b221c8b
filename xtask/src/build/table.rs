//! What does the consensus look like hour by hour? As a table of `sources.html`.

use aftercare_consensus::{Basis, Elapsed, Guidance, Minutes, Options, Status, guidance};
use aftercare_corpus::{Corpus, Words};
use anyhow::{Result, anyhow};
use serde::Serialize;

use super::templates::PageWords;

/// The hours of the columns.
const HOURS: [u32; 6] = [0, 4, 6, 12, 24, 48];

/// How many hours after the treatment the pages compare the panels.
const COMPARED: u32 = 4;

/// The table of the default activity.
#[derive(Serialize)]
pub(crate) struct Table {
    /// The heads of the columns.
    hours: Vec<String>,
    groups: Vec<Group>,
}

/// The rows of a treatment, or of all that too few answers name.
#[derive(Serialize)]
struct Group {
    name: String,
    rows: Vec<Row>,
}

/// A panel's view.
#[derive(Serialize)]
struct Row {
    panel: String,
    any_product: bool,
    cells: Vec<Cell>,
}

/// A panel's view at an hour.
#[derive(Serialize)]
struct Cell {
    status: String,
    /// Whether it is the more careful view.
    careful: bool,
    title: String,
    count: String,
}

/// The table in a language: rows for each treatment that enough answers name, and for
/// all others.
pub(crate) fn table(corpus: &Corpus, words: &Words, page: &PageWords<'_>) -> Result<Table> {
    let mut groups = Vec::new();
    let mut others = None;
    for treatment in &*corpus.treatments {
        let cards = HOURS
            .iter()
            .map(|hours| card(corpus, words, &treatment.id, *hours))
            .collect::<Result<Vec<_>>>()?;
        let is_named = cards.iter().any(|card| {
            let mut panels = card.panels.iter();
            panels.any(|panel| panel.basis == Basis::Treatment)
        });
        let rows = rows(&cards, words, page);
        match &treatment.generic {
            Some(_) if is_named => groups.push(Group {
                name: treatment.name.to_string(),
                rows,
            }),
            _ => others = others.or(Some(rows)),
        }
    }
    if let Some(rows) = others {
        groups.push(Group {
            name: page.fill("table-any", &[]),
            rows,
        });
    }
    let heads = HOURS.map(|hours| page.fill("table-hours", &[("h", &hours.to_string())]));
    Ok(Table {
        hours: heads.to_vec(),
        groups,
    })
}

/// By panel: how many of all its answers say fine some hours after, such as "8 of 19
/// doctors".
pub(crate) fn lenient(corpus: &Corpus, words: &Words) -> Result<Vec<(String, String)>> {
    let cards = corpus
        .treatments
        .iter()
        .map(|treatment| card(corpus, words, &treatment.id, COMPARED))
        .collect::<Result<Vec<_>>>()?;
    // A treatment that nobody names is answered from the whole panel.
    let all = cards
        .into_iter()
        .max_by_key(|card| timed(card))
        .map(|card| card.panels)
        .unwrap_or_default();
    let panels = all.iter().zip(&*words.panels);
    Ok(panels
        .map(|(panel, panel_words)| {
            let timed = panel.tally.timed();
            let values = [
                ("n", &*panel.tally.fine.to_string()),
                ("timed", &*timed.to_string()),
                ("source", words.form(&panel_words.noun, timed).as_str()),
            ];
            (panel.id.to_owned(), words.core.card.count.fill(&values))
        })
        .collect())
}

fn card<'a>(
    corpus: &'a Corpus,
    words: &Words,
    treatment: &str,
    hours: u32,
) -> Result<Guidance<'a>> {
    let elapsed = Elapsed::from_minutes(Minutes(hours * 60));
    let options = Options {
        lang: Some(&words.id),
        ..Options::default()
    };
    guidance(corpus, treatment, elapsed, &options).map_err(|error| anyhow!(error))
}

/// How many answers of all panels give a time.
fn timed(card: &Guidance<'_>) -> u32 {
    card.panels.iter().map(|panel| panel.tally.timed()).sum()
}

/// A row for each panel.
fn rows(cards: &[Guidance<'_>], words: &Words, page: &PageWords<'_>) -> Vec<Row> {
    let panels = cards.first().map_or(0, |card| card.panels.len());
    (0..panels)
        .map(|place| {
            let first = &cards[0].panels[place];
            Row {
                panel: first.name.to_owned(),
                any_product: first.basis == Basis::Class,
                cells: cards
                    .iter()
                    .map(|card| cell(card, place, words, page))
                    .collect(),
            }
        })
        .collect()
}

fn cell(card: &Guidance<'_>, place: usize, words: &Words, page: &PageWords<'_>) -> Cell {
    let panel = &card.panels[place];
    let fine = panel.tally.fine.to_string();
    let timed = panel.tally.timed().to_string();
    Cell {
        status: panel.status.as_str().to_owned(),
        careful: panel.status == card.status,
        title: status_text(words, panel.status).to_owned(),
        count: page.fill("table-cell", &[("fine", &fine), ("timed", &timed)]),
    }
}

/// A status in words.
fn status_text(words: &Words, status: Status) -> &str {
    let texts = &words.core.status;
    match status {
        Status::Fine => &texts.fine,
        Status::MostlyFine => &texts.mostly_fine,
        Status::Divided => &texts.divided,
        Status::MostlyWait => &texts.mostly_wait,
        Status::Wait => &texts.wait,
        Status::NotEnough => &texts.not_enough,
    }
}

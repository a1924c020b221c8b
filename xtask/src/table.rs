//! What does the consensus look like hour by hour, as a table of HTML?

use std::collections::BTreeMap;
use std::fmt::Write;

use aftercare_consensus::words::fill;
use aftercare_consensus::{Basis, CORPUS, Elapsed, Guidance, Minutes, Options, guidance, headline};

use crate::page::escaped;

/// The hours of the columns.
const HOURS: [u32; 6] = [0, 4, 6, 12, 24, 48];

/// The table of the default activity: a row for each treatment that enough
/// answers name, and one for all others.
pub(crate) fn html(page: &BTreeMap<String, String>) -> String {
    let text = |key: &str| page.get(key).map_or("", String::as_str);
    let mut html = String::new();
    let _ = write!(
        html,
        "<table><thead><tr><th scope=\"col\">{}</th>",
        escaped(text("table-treatment"))
    );
    for hours in HOURS {
        let hours = hours.to_string();
        let head = fill(text("table-hours"), &[("h", &hours)]);
        let _ = write!(html, "<th scope=\"col\">{}</th>", escaped(&head));
    }
    html += "</tr></thead><tbody>";
    let mut others = None;
    for treatment in CORPUS.treatments {
        let row = row(treatment.id);
        let own = row.iter().any(|card| {
            card.panels
                .iter()
                .any(|panel| panel.basis == Basis::Treatment)
        });
        if own {
            html += &cells(treatment.name, &row, text);
        } else {
            others.get_or_insert(row);
        }
    }
    if let Some(row) = others {
        html += &cells(text("table-any"), &row, text);
    }
    html + "</tbody></table>"
}

fn row(treatment: &str) -> Vec<Guidance<'static>> {
    HOURS
        .iter()
        .map(|hours| {
            let elapsed = Elapsed::from_minutes(Minutes(hours * 60));
            guidance(&CORPUS, treatment, elapsed, &Options::default())
                .expect("the treatment is one of the corpus")
        })
        .collect()
}

fn cells<'t>(name: &str, row: &[Guidance<'_>], text: impl Fn(&str) -> &'t str) -> String {
    let mut html = format!("<tr><th scope=\"row\">{}</th>", escaped(name));
    for card in row {
        let counts: Vec<String> = card
            .panels
            .iter()
            .map(|panel| {
                let fine = panel.tally.fine.to_string();
                let timed = panel.tally.timed().to_string();
                let values = [("fine", &*fine), ("timed", &*timed), ("panel", panel.name)];
                let about = match panel.basis {
                    Basis::Treatment => "",
                    Basis::Class => text("table-about-any"),
                };
                format!(
                    "<small>{}</small>",
                    escaped(&(fill(text("table-cell"), &values) + about))
                )
            })
            .collect();
        let _ = write!(
            html,
            "<td data-status=\"{}\"><span>{}</span>{}</td>",
            card.status.as_str(),
            escaped(&title(card)),
            counts.join("")
        );
    }
    html + "</tr>"
}

/// What a card amounts to, in the words of the first language.
pub(crate) fn title(card: &Guidance<'_>) -> String {
    CORPUS
        .languages
        .first()
        .map_or(String::new(), |words| headline(words, card))
}

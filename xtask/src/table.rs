//! What does the consensus look like hour by hour, as a table of HTML?

use std::collections::BTreeMap;
use std::fmt::Write;

use aftercare_consensus::{
    Basis, CORPUS, Corpus, Elapsed, Guidance, Minutes, Options, PanelGuidance, Status, guidance,
    headline, status_words,
};

use crate::page::{escaped, fill};

/// The hours of the columns.
const HOURS: [u32; 6] = [0, 4, 6, 12, 24, 48];

/// The table of the default activity: rows for each treatment that enough
/// answers name, and for all others.
pub(crate) fn html(corpus: &Corpus<'_>, page: &BTreeMap<String, String>) -> String {
    let text = |key: &str| page.get(key).map_or("", String::as_str);
    let mut html = String::new();
    let _ = write!(
        html,
        "<table><thead><tr><th scope=\"col\" colspan=\"2\">{}</th>",
        escaped(text("table-treatment"))
    );
    for hours in HOURS {
        let hours = hours.to_string();
        let head = fill(text("table-hours"), &[("h", &hours)]);
        let _ = write!(html, "<th scope=\"col\">{}</th>", escaped(&head));
    }
    html += "</tr></thead>";
    let mut others = None;
    for treatment in corpus.treatments {
        let row = row(corpus, treatment.id);
        let own = row.iter().any(|card| {
            card.panels
                .iter()
                .any(|panel| panel.basis == Basis::Treatment)
        });
        if own {
            let head = [treatment.name, treatment.generic];
            html += &cells(corpus, head, &row, text);
        } else {
            others.get_or_insert(row);
        }
    }
    if let Some(row) = others {
        let any = text("table-any");
        html += &cells(corpus, [any, any], &row, text);
    }
    html + "</table>"
}

fn row<'c>(corpus: &Corpus<'c>, treatment: &str) -> Vec<Guidance<'c>> {
    HOURS
        .iter()
        .map(|hours| {
            let elapsed = Elapsed::from_minutes(Minutes(hours * 60));
            guidance(corpus, treatment, elapsed, &Options::default())
                .expect("the treatment is one of the corpus")
        })
        .collect()
}

/// A group of rows: one for each panel, the more careful view in bold. It has two
/// names, the second for a page without brands.
fn cells<'t>(
    corpus: &Corpus<'_>,
    [name, neutral]: [&str; 2],
    row: &[Guidance<'_>],
    text: impl Fn(&str) -> &'t str,
) -> String {
    let mut html = "<tbody>".to_owned();
    let panels = row.first().map_or(0, |card| card.panels.len());
    for place in 0..panels {
        html += "<tr>";
        if place == 0 {
            let _ = write!(
                html,
                "<th scope=\"rowgroup\" rowspan=\"{panels}\" data-neutral=\"{}\">{}</th>",
                escaped(neutral),
                escaped(name)
            );
        }
        for (column, card) in row.iter().enumerate() {
            let Some(panel) = card.panels.get(place) else {
                continue;
            };
            if column == 0 {
                let about = match panel.basis {
                    Basis::Treatment => "",
                    Basis::Class => text("table-about-any"),
                };
                let _ = write!(
                    html,
                    "<th scope=\"row\">{}<small>{}</small></th>",
                    escaped(panel.name),
                    escaped(about)
                );
            }
            html += &cell(corpus, card, panel, &text);
        }
        html += "</tr>";
    }
    html + "</tbody>"
}

fn cell<'t>(
    corpus: &Corpus<'_>,
    card: &Guidance<'_>,
    panel: &PanelGuidance<'_>,
    text: &impl Fn(&str) -> &'t str,
) -> String {
    let careful = if panel.status == card.status {
        " class=\"careful\""
    } else {
        ""
    };
    let fine = panel.tally.fine.to_string();
    let timed = panel.tally.timed().to_string();
    let count = fill(text("table-cell"), &[("fine", &fine), ("timed", &timed)]);
    format!(
        "<td data-status=\"{}\"{careful}><span>{}</span><small>{}</small></td>",
        panel.status.as_str(),
        escaped(words_in(corpus, panel.status)),
        escaped(&count)
    )
}

/// A status in the words of the first language.
pub(crate) fn words_of(status: Status) -> &'static str {
    words_in(&CORPUS, status)
}

fn words_in<'c>(corpus: &Corpus<'c>, status: Status) -> &'c str {
    let words = corpus.languages.first();
    words.map_or("", |words| status_words(words, status))
}

/// What a card amounts to, in the words of the first language.
pub(crate) fn title(card: &Guidance<'_>) -> String {
    CORPUS
        .languages
        .first()
        .map_or(String::new(), |words| headline(words, card))
}

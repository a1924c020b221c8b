//! What does a doctor or nurse check? One page to print, with every sentence that a patient
//! can read, the rules behind the counts, and the source of each number.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use aftercare_consensus::checked;
use aftercare_corpus::{Corpus, Data, Sentence, fingerprint};
use anyhow::{Context, Result, bail};
use minijinja::{Value, context};
use serde::Serialize;

use crate::build::{PageWords, Templates, panels};
use crate::project::root;

const TEMPLATE: &str = include_str!("review.html");

/// Where the sentences of a key are shown, and where what they say comes from. The first
/// that the key begins with.
const PLACES: &[(&str, &str, &str)] = &[
    ("core.status", "The answer, in a few words", RULES),
    ("core.whose", "The answer, in a few words", RULES),
    ("core.stance", "Counts, and the list of answers", RULES),
    ("core.card.notice", "The foot of the card", ""),
    (
        "core.card",
        "The answer: whose view it is, how many, what they ask for",
        ANSWERS,
    ),
    ("core.treatments", "The form: the list of treatments", ""),
    ("core.red-flags", "When to get help", LABELS),
    (
        "core.help",
        "When to get help, and the line to call below the answer",
        LABELS,
    ),
    ("core.claims", "Does exercise weaken the result?", ANSWERS),
    (
        "core.head",
        "The answer: what was asked, and from when",
        ANSWERS,
    ),
    ("core.time", "Lengths of time, everywhere", ""),
    ("core.form", "The form: what is missing or wrong", ""),
    (
        "core.clinic",
        "The clinic's own word",
        "The clinic, on its own page.",
    ),
    ("core.data", "The foot of the card", ""),
    (
        "core.reminder",
        "The reminder, and the entry in the calendar",
        "",
    ),
    (
        "core.panels",
        "Doctors and aftercare sheets, side by side",
        ANSWERS,
    ),
    ("core.overview", "Other activities", ANSWERS),
    ("core.chart", "Hour by hour", ANSWERS),
    ("core.answers", "The list of answers", ANSWERS),
    ("core.plan", "The plan", ANSWERS),
    ("core.sections", "The rows below the answer", ANSWERS),
    ("core", "The card", ANSWERS),
    (
        "activities",
        "The form, the answer, other activities",
        RULES,
    ),
    (
        "panels",
        "Doctors and aftercare sheets, side by side",
        ANSWERS,
    ),
    (
        "conditions",
        "The answer: what those ask for who say OK",
        ANSWERS,
    ),
    ("reasons", "Why do some say wait?", ANSWERS),
    ("kinds", "The list of answers", ANSWERS),
    (
        "labels.answers",
        "The list of answers: what can be chosen",
        "",
    ),
    ("labels.sections", "The rows below the answer", STUDIES),
    ("labels.plan", "The plan", ""),
    (
        "labels",
        "The form, the answer and the help: names and short notes",
        "",
    ),
    ("page.sources", "The page of sources", STUDIES),
    ("page", "The page around the card", ""),
];

const RULES: &str = "The rules, below.";
const ANSWERS: &str = "Counted from the answers, below.";
const STUDIES: &str = "The studies, below.";
const LABELS: &str = "The US labels of these products with their boxed warning and Medication \
                      Guides, as DailyMed and openFDA have them; what is common and passes: Mayo \
                      Clinic's health library.";

/// Where each number comes from that stands in a sentence itself, without the points and
/// commas that a language writes in it.
const NUMBERS: [(&str, &str); 18] = [
    ("1", "The rules, below: R1."),
    ("4", "The answers, below, at this hour."),
    ("5", EXAMPLE),
    ("55", EXAMPLE),
    ("6", CLOCK),
    ("7", "The rules, below: R7."),
    ("12", CLOCK),
    (
        "14",
        "The answers that a thread announces; or the days for which a question is kept here.",
    ),
    ("16", UNKNOWN_TIME),
    ("19", "The answers that a thread announces."),
    ("24", UNKNOWN_TIME),
    ("60", MORHY),
    (
        "75",
        "Diamond et al., J Clin Epidemiol 2014;67(4):401-409, doi 10.1016/j.jclinepi.2013.12.002",
    ),
    (
        "2018",
        "The review: J Aesthetic Nursing 7(5), doi 10.12968/joan.2018.7.5.240. The paper: Dover et \
         al., Dermatol Surg 2018;44(2):249-260, doi 10.1097/DSS.0000000000001277",
    ),
    ("2023", MORHY),
    ("2025", SANTORELLI),
    (
        "2026",
        "The month in which the answers were read: each has its own, below.",
    ),
    ("5014", SANTORELLI),
];

const EXAMPLE: &str = "An example of what to type.";
const CLOCK: &str = "The parts of a day on the form; each is read as its end.";
const UNKNOWN_TIME: &str = "The rules, below: R3 where the time of the treatment is not known; or \
                            an example of a wait.";
const MORHY: &str = "Morhy et al., Toxins 2023;15(7):463, PMID 37505732";
const SANTORELLI: &str = "Santorelli et al., Toxins 2025;17(8):372, doi 10.3390/toxins17080372";

/// Writes the page, and prints how a review is recorded.
pub(crate) fn write() -> Result<()> {
    let data = aftercare_corpus::load(&root().join("data"))?;
    let path = root().join("target/review.html");
    fs::write(&path, page(&data)?).with_context(|| path.display().to_string())?;
    println!("Print {} or send it.\n", path.display());
    for (words, sentences) in data.corpus.languages.iter().zip(&data.sentences) {
        let file = words_file(&words.id);
        println!(
            "{} ({} sentences): {}\nOnce all of it is right, write in data/words/{}.toml:\n{}\n",
            words.name,
            sentences.len(),
            match (
                &words.reviewed,
                fs::read_to_string(file)?.contains(UNREVIEWED)
            ) {
                (Some(_), _) => checked(words, &str::to_owned),
                (None, true) => "not reviewed.".to_owned(),
                (None, false) => "its review is void, since a sentence has changed.".to_owned(),
            },
            words.id,
            record(sentences),
        );
    }
    Ok(())
}

/// How a file says that nobody has read it.
const UNREVIEWED: &str = "\nreviewed = false\n";

fn words_file(lang: &str) -> PathBuf {
    root().join(format!("data/words/{lang}.toml"))
}

/// What is written down once the sentences are right.
fn record(sentences: &[Sentence]) -> String {
    let words = fingerprint(sentences);
    format!("reviewed = {{ by = \"a role, no name\", month = \"YYYY-MM\", words = \"{words}\" }}")
}

fn page(data: &Data) -> Result<String> {
    let codebook = fs::read_to_string(root().join("data/README.md"))?;
    let mut languages = Vec::new();
    for (words, sentences) in data.corpus.languages.iter().zip(&data.sentences) {
        languages.push(Language {
            id: words.id.to_string(),
            name: words.name.to_string(),
            record: record(sentences),
            groups: groups(sentences)?,
        });
    }
    let reference = &data.corpus.languages[0];
    let page = PageWords {
        words: &data.pages[0],
    };
    let values = context! {
        corpus_version => data.corpus.version,
        corpus_updated => data.corpus.updated,
        languages => Value::from_serialize(languages),
        position_rules => Value::from_serialize(position_rules(&codebook, &data.corpus)),
        other_rules => Value::from_serialize(lines(&codebook, "- R")),
        statuses => Value::from_serialize(status_rules(&codebook)),
        panels => Value::from_serialize(panels(&data.corpus, reference, &page)),
    };
    Templates::new()?.render_text(TEMPLATE, &values)
}

#[derive(Serialize)]
struct Language {
    id: String,
    name: String,
    record: String,
    groups: Vec<Group>,
}

/// The sentences of one place.
#[derive(Serialize)]
struct Group {
    place: &'static str,
    source: &'static str,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    path: String,
    text: String,
    /// The source of each number in it.
    numbers: Vec<&'static str>,
}

/// The sentences by the places where they are shown.
fn groups(sentences: &[Sentence]) -> Result<Vec<Group>> {
    let mut groups: Vec<Group> = PLACES
        .iter()
        .map(|(_, place, source)| Group {
            place,
            source,
            rows: Vec::new(),
        })
        .collect();
    for Sentence { path, text } in sentences {
        let place = PLACES.iter().position(|(start, ..)| {
            let rest = path.strip_prefix(start);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
        });
        let Some(group) = place.and_then(|place| groups.get_mut(place)) else {
            bail!("`{path}` is shown nowhere that is known; add its place to xtask/src/review.rs");
        };
        let mut sources = Vec::new();
        for number in numbers(text) {
            let known = NUMBERS.iter().find(|(known, _)| *known == number);
            let Some((_, source)) = known else {
                bail!("the {number} of `{path}` has no source; add it to xtask/src/review.rs");
            };
            if !sources.contains(source) {
                sources.push(*source);
            }
        }
        group.rows.push(Row {
            path: path.clone(),
            text: text.clone(),
            numbers: sources,
        });
    }
    groups.retain(|group| !group.rows.is_empty());
    Ok(groups)
}

/// The numbers that a sentence writes in digits, without points and commas.
fn numbers(text: &str) -> Vec<String> {
    let is_part = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',');
    let parts = text.split(|sign| !is_part(sign));
    let digits = parts.map(|part| part.replace(['.', ','], ""));
    digits.filter(|digits| !digits.is_empty()).collect()
}

/// The rules by which a text becomes two times, each with the number of its positions.
fn position_rules(codebook: &str, corpus: &Corpus) -> Vec<Vec<String>> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let answers = corpus.panels.iter().flat_map(|panel| panel.answers.iter());
    for rule in answers.flat_map(|answer| answer.source.rules.iter()) {
        *counts.entry(rule).or_default() += 1;
    }
    let mut rules = rows(codebook, "| R");
    for rule in &mut rules {
        let count = rule.first().and_then(|rule| counts.get(&**rule));
        rule.push(count.copied().unwrap_or(0).to_string());
    }
    rules
}

/// What a tally has to be for each status.
fn status_rules(codebook: &str) -> Vec<Vec<String>> {
    let after = codebook.split("| status |").nth(1).unwrap_or_default();
    let table = after.split("\n\n").next().unwrap_or_default();
    rows(table, "| `")
}

/// The cells of the rows of a table that begin so.
fn rows(text: &str, start: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with(start));
    rows.map(|row| {
        let cells = row.trim_matches(['|', ' ']).split('|');
        cells.map(|cell| plain(cell.trim())).collect()
    })
    .collect()
}

/// The lines that begin so.
fn lines(text: &str, start: &str) -> Vec<String> {
    let found = text.lines().filter(|line| line.starts_with(start));
    found
        .map(|line| plain(line.trim_start_matches("- ")))
        .collect()
}

/// Without the marks of Markdown.
fn plain(text: &str) -> String {
    text.replace(['`', '*'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reviewer_finds_every_sentence_and_rule_and_the_source_of_each_number() {
        let data = aftercare_corpus::load(&root().join("data")).expect("the data are sound");
        let page = page(&data).expect("each sentence has its place, each number its source");
        let escaped = |text: &str| {
            let text = text.replace('&', "&amp;").replace('"', "&quot;");
            text.replace('<', "&lt;").replace('>', "&gt;")
        };
        for sentences in &data.sentences {
            assert!(sentences.len() > 200, "all of a file");
            assert!(page.contains(&fingerprint(sentences)), "what to record");
            for Sentence { path, text } in sentences {
                assert!(page.contains(&format!("<code>{path}</code>")), "{path}");
                assert!(page.contains(&escaped(text)), "{path}");
            }
        }
        for number in 1..=16 {
            assert!(page.contains(&format!("R{number}")), "R{number}");
        }
        for panel in data.corpus.panels.iter() {
            for answer in panel.answers.iter() {
                assert!(page.contains(&*answer.id), "{}", answer.id);
            }
        }
        let statuses = status_rules(&fs::read_to_string(root().join("data/README.md")).unwrap());
        assert_eq!(statuses.len(), 6);
    }

    #[test]
    fn numbers_are_found_as_each_language_writes_them() {
        assert_eq!(
            numbers("Of 5,014 and 5014, 75 %. {n}"),
            ["5014", "5014", "75"]
        );
        assert_eq!(numbers("No number, and none here."), [""; 0]);
    }
}

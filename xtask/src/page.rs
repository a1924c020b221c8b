//! How do the pages come about? Templates of `www/` with words and parts from
//! the data, so that they are useful without JavaScript.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use aftercare_consensus::{CORPUS, Elapsed, Minutes, Options, STALE_AFTER_MONTHS, guidance};
use aftercare_loader::{Data, Language};
use anyhow::{Context, Result, bail};

use crate::bundle::Bundle;
use crate::{icons, install, offline, root, sources, table, worker};

/// Files of the page that are copied as they are.
const COPIED: [&str; 2] = ["page.css", "icon.svg"];

/// The pages, and which of them the worker keeps for when there is no network.
const PAGES: [(&str, bool); 4] = [
    ("index.html", true),
    ("sources.html", true),
    ("install.html", false),
    ("embed.html", false),
];

/// Writes the pages and all that belongs to them.
pub(crate) fn write(dist: &Path, bundle: &Bundle) -> Result<()> {
    for name in COPIED {
        fs::copy(root().join("www").join(name), dist.join(name))
            .with_context(|| name.to_owned())?;
    }
    icons::write(dist)?;
    let data = aftercare_loader::load(&root().join("data"))?;
    bundle.write("names.js", &names(&data)?)?;
    for name in ["page.js", "frame.js", "embed.js"] {
        bundle.script(name, "iife", &dist.join(name))?;
    }
    let language = data.languages.first().context("data/words/ is empty")?;
    web_manifest(dist, language)?;
    let mut values = values(&data, language);
    values.extend(install::values(dist)?);
    let kept: Vec<&str> = PAGES
        .iter()
        .filter_map(|(name, kept)| kept.then_some(*name))
        .collect();
    // What marks the pages of a build comes from all that the build holds.
    values.insert("stamp".to_owned(), String::new());
    let drafts = kept
        .iter()
        .map(|name| page(name, &values))
        .collect::<Result<Vec<_>>>()?;
    let stamp = worker::stamp(dist, &drafts)?;
    values.insert("stamp".to_owned(), stamp.clone());
    for (name, _) in PAGES {
        fs::write(dist.join(name), page(name, &values)?)?;
    }
    worker::write(dist, bundle, &kept, &stamp)?;
    offline::write(dist, bundle, &mut values)
}

/// What the data know, in small letters: a link may say nothing else.
fn names(data: &Data) -> Result<String> {
    let treatments = data.treatments.iter().flat_map(|treatment| {
        [&treatment.id, &treatment.name, &treatment.generic]
            .into_iter()
            .chain(&treatment.aliases)
    });
    let mut script = String::new();
    for (list, names) in [
        ("treatments", treatments.collect::<Vec<_>>()),
        ("activities", data.vocabulary.activities.iter().collect()),
        (
            "panels",
            data.panels.iter().map(|panel| &panel.id).collect(),
        ),
        (
            "languages",
            data.languages.iter().map(|words| &words.id).collect(),
        ),
    ] {
        let names: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        let names = serde_json::to_string(&names)?;
        writeln!(script, "export const {list} = {names};")?;
    }
    Ok(script)
}

/// A page, from its template.
fn page(name: &str, values: &BTreeMap<String, String>) -> Result<String> {
    let html = filled(name, values)?;
    if let Some(hole) = hole(&html) {
        bail!("www/{name} would show {{{hole}}}; mend the placeholder in [page] of data/words/");
    }
    Ok(html)
}

/// What a phone shows for the page once it is installed.
fn web_manifest(dist: &Path, language: &Language) -> Result<()> {
    const NAME: &str = "manifest.webmanifest";
    let mut values = BTreeMap::from([("lang".to_owned(), language.id.clone())]);
    for (key, words) in &language.page {
        // As it stands between the quotes of JSON.
        let quoted = serde_json::to_string(words)?;
        let inner = quoted.trim_start_matches('"');
        values.insert(
            key.clone(),
            inner.strip_suffix('"').unwrap_or(inner).to_owned(),
        );
    }
    fs::write(dist.join(NAME), filled(NAME, &values)?).context(NAME)
}

/// Everything that a template may ask for, as HTML.
fn values(data: &Data, language: &Language) -> BTreeMap<String, String> {
    let text = |key: &str| language.page.get(key).map_or("", String::as_str);
    let lenient = lenient(language);
    let months = STALE_AFTER_MONTHS.to_string();
    let mut known: Vec<(&str, &str)> = vec![
        ("version", &data.version),
        ("updated", &data.updated),
        ("n", &months),
    ];
    known.extend(
        lenient
            .iter()
            .map(|(panel, count)| (panel.as_str(), count.as_str())),
    );
    let mut values: BTreeMap<String, String> = language
        .page
        .iter()
        .map(|(key, words)| (key.clone(), escaped(&fill(words, &known))))
        .collect();
    for (key, html) in [
        ("lang", escaped(&language.id)),
        ("corpus-version", escaped(&data.version)),
        ("corpus-updated", escaped(&data.updated)),
        ("table", table::html(&language.page)),
        ("panels", panels(data, language)),
        ("answers", sources::html(data, language, &text)),
    ] {
        values.insert(key.to_owned(), html);
    }
    values
}

/// What each panel is and is not.
fn panels(data: &Data, language: &Language) -> String {
    let mut html = "<dl>".to_owned();
    for (panel, words) in data.panels.iter().zip(&language.panels) {
        let answers = panel.answers.len().to_string();
        let _ = write!(
            html,
            "<dt>{} ({answers})</dt><dd>{}</dd>",
            escaped(&words.name),
            escaped(&fill(&words.about, &[("n", &answers)]))
        );
    }
    html + "</dl>"
}

/// By panel: how many of all its answers say that the default activity is fine
/// four hours after, such as "8 of 19 doctors".
fn lenient(language: &Language) -> Vec<(String, String)> {
    let four_hours = Elapsed::from_minutes(Minutes(4 * 60));
    // A treatment that nobody names is answered from the whole panel.
    let whole = CORPUS
        .treatments
        .iter()
        .filter_map(|treatment| {
            guidance(&CORPUS, treatment.id, four_hours, &Options::default()).ok()
        })
        .max_by_key(|card| {
            card.panels
                .iter()
                .map(|panel| panel.tally.timed())
                .sum::<u32>()
        });
    let panels = whole.map(|card| card.panels).unwrap_or_default();
    panels
        .iter()
        .zip(&language.panels)
        .map(|(panel, words)| {
            let noun = words.noun.last().map_or("", String::as_str);
            let tally = panel.tally;
            let count = format!("{} of {} {noun}", tally.fine, tally.timed());
            (panel.id.to_owned(), count)
        })
        .collect()
}

/// The template with each `{{name}}` filled in; a name without a value is a slip.
pub(crate) fn filled(name: &str, values: &BTreeMap<String, String>) -> Result<String> {
    let path = root().join("www").join(name);
    let template = fs::read_to_string(path).with_context(|| format!("www/{name}"))?;
    let mut text = String::new();
    let mut rest = template.as_str();
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((key, after)) = after.split_once("}}") else {
            bail!("www/{name} has {{{{ without }}}}; close it");
        };
        let Some(value) = values.get(key.trim()) else {
            bail!("www/{name} asks for {{{{{key}}}}}; add it to [page] of data/words/en.toml");
        };
        text += before;
        text += value;
        rest = after;
    }
    Ok(text + rest)
}

/// A sentence with its placeholders filled in by their names. What no value is
/// given for stays as it stands; values are not filled in again.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let found = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(hole, _)| *hole == name)?;
            Some((value, after))
        });
        match found {
            Some((value, after)) => {
                text.push_str(value);
                rest = after;
            }
            None => {
                text.push('{');
                rest = after;
            }
        }
    }
    text + rest
}

/// A placeholder that nothing filled in.
fn hole(html: &str) -> Option<&str> {
    html.split('{').skip(1).find_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        let word = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
        (!name.is_empty() && name.bytes().all(word)).then_some(name)
    })
}

/// Text as HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{escaped, fill, hole};

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(
            fill("{n} of {all}", &[("n", "3"), ("all", "{n}")]),
            "3 of {n}"
        );
        assert_eq!(fill("{unknown} { {n", &[("n", "3")]), "{unknown} { {n");
        assert_eq!(fill("", &[]), "");
    }

    #[test]
    fn a_placeholder_that_nothing_fills_is_found() {
        assert_eq!(hole("<p>{doctros} said</p>"), Some("doctros"));
        assert_eq!(hole("<p>8 of 19 {} { a } {A}</p>"), None);
    }

    #[test]
    fn text_of_the_data_cannot_become_markup() {
        assert_eq!(
            escaped("<script>\"a\" & b</script>"),
            "&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;"
        );
    }
}

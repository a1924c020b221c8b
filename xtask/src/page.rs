//! How do the pages come about? Templates of `www/` with words and parts from
//! the data, so that they are useful without JavaScript.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use aftercare_consensus::words::{Word, digits};
use aftercare_consensus::{
    CORPUS, Corpus, Elapsed, Minutes, Options, STALE_AFTER_MONTHS, guidance, unpack,
};
use aftercare_loader::{Data, Language, pack};
use anyhow::{Context, Result, bail};

use crate::bundle::Bundle;
use crate::{icons, install, offline, root, sources, table, worker};

/// Files of the page that are copied as they are.
const COPIED: [&str; 2] = ["page.css", "icon.svg"];

/// The pages of each language, which the worker keeps for when there is no network.
const PAGES: [&str; 2] = ["index.html", "sources.html"];

/// The pages for whoever looks after a website, and the frame: there in the
/// reference language alone.
const OWNERS: [&str; 2] = ["install.html", "embed.html"];

/// The pages in one language.
struct Edition<'d> {
    language: &'d Language,
    values: BTreeMap<String, String>,
}

/// Writes the pages and all that belongs to them.
pub(crate) fn write(dist: &Path, bundle: &Bundle, data: &Data) -> Result<()> {
    for name in COPIED {
        fs::copy(root().join("www").join(name), dist.join(name))
            .with_context(|| name.to_owned())?;
    }
    icons::write(dist)?;
    bundle.write("names.js", &names(data)?)?;
    for name in ["page.js", "frame.js", "embed.js"] {
        bundle.script(name, "iife", &dist.join(name))?;
    }
    let mut editions = Vec::new();
    for language in &data.languages {
        web_manifest(dist, language)?;
        let mut values = values(data, language)?;
        if language.is_reference {
            values.extend(install::values(dist)?);
        }
        editions.push(Edition { language, values });
    }
    // What marks the pages of a build comes from all that the build holds.
    let mut drafts = Vec::new();
    for edition in &mut editions {
        edition.set("stamp", "");
        for name in PAGES {
            drafts.push(edition.page(name, data)?);
        }
    }
    let kept: Vec<worker::Kept> = data
        .languages
        .iter()
        .map(|language| worker::Kept {
            language,
            pages: PAGES.map(|name| in_language(name, language)).to_vec(),
        })
        .collect();
    let stamp = worker::stamp(dist, &drafts)?;
    for edition in &mut editions {
        edition.set("stamp", &stamp);
        for name in PAGES {
            let file = in_language(name, edition.language);
            fs::write(dist.join(file), edition.page(name, data)?)?;
        }
        if edition.language.is_reference {
            for name in OWNERS {
                fs::write(dist.join(name), edition.page(name, data)?)?;
            }
        }
    }
    worker::write(dist, bundle, &kept, &stamp)?;
    for edition in &mut editions {
        offline::write(dist, bundle, edition.language, &mut edition.values)?;
    }
    Ok(())
}

/// The pages of one language alone, as they would be in another's place: for the
/// test that finds what nobody has translated.
pub(crate) fn write_one(folder: &Path, data: &Data, language: &Language) -> Result<()> {
    let values = values(data, language)?;
    let mut edition = Edition { language, values };
    edition.set("stamp", "");
    for name in PAGES {
        let file = in_language(name, language);
        fs::write(folder.join(file), edition.page(name, data)?)?;
    }
    Ok(())
}

/// The name of a file in a language: the reference needs no mark.
pub(crate) fn in_language(name: &str, language: &Language) -> String {
    match (language.is_reference, name.split_once('.')) {
        (false, Some((stem, ending))) => format!("{stem}.{}.{ending}", language.id),
        _ => name.to_owned(),
    }
}

impl Edition<'_> {
    fn set(&mut self, key: &str, value: &str) {
        self.values.insert(key.to_owned(), value.to_owned());
    }

    /// A page, from its template.
    fn page(&mut self, name: &str, data: &Data) -> Result<String> {
        self.set("alternates", &alternates(name, data));
        self.set("language-links", &language_links(name, data, self.language));
        let html = filled(name, &self.values)?;
        if let Some(hole) = hole(&html) {
            bail!(
                "www/{name} would show {{{hole}}}; mend the placeholder in [page] of data/words/"
            );
        }
        Ok(html)
    }
}

/// Where the page is in each language, for those who list pages.
fn alternates(name: &str, data: &Data) -> String {
    let links = data.languages.iter().map(|language| {
        format!(
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\" />",
            escaped(&language.id),
            in_language(name, language)
        )
    });
    links.collect::<Vec<_>>().join("\n    ")
}

/// Links to the page in the other languages, each in its own words.
fn language_links(name: &str, data: &Data, own: &Language) -> String {
    let mut links = String::new();
    for language in data.languages.iter().filter(|other| other.id != own.id) {
        let id = escaped(&language.id);
        let _ = write!(
            links,
            "<a href=\"{}\" hreflang=\"{id}\" lang=\"{id}\">{}</a>",
            in_language(name, language),
            escaped(&language.name)
        );
    }
    let label = own.page.get("languages").map_or("", String::as_str);
    match links.is_empty() {
        true => links,
        false => format!(
            "<nav class=\"languages\" aria-label=\"{}\">{links}</nav>",
            escaped(label)
        ),
    }
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

/// What a phone shows for the page once it is installed.
fn web_manifest(dist: &Path, language: &Language) -> Result<()> {
    const NAME: &str = "manifest.webmanifest";
    let start = match language.is_reference {
        true => "./".to_owned(),
        false => format!("./{}", in_language("index.html", language)),
    };
    let mut values = BTreeMap::from([
        ("lang".to_owned(), language.id.clone()),
        ("start".to_owned(), start),
    ]);
    for (key, words) in &language.page {
        // As it stands between the quotes of JSON.
        let quoted = serde_json::to_string(words)?;
        let inner = quoted.trim_start_matches('"');
        values.insert(
            key.clone(),
            inner.strip_suffix('"').unwrap_or(inner).to_owned(),
        );
    }
    fs::write(
        dist.join(in_language(NAME, language)),
        filled(NAME, &values)?,
    )
    .context(NAME)
}

/// Everything that a template may ask for, as HTML.
fn values(data: &Data, language: &Language) -> Result<BTreeMap<String, String>> {
    let corpus = corpus_in(data, language)?;
    let text = |key: &str| language.page.get(key).map_or("", String::as_str);
    let lenient = lenient(&corpus);
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
        ("index-file", in_language("index.html", language)),
        ("sources-file", in_language("sources.html", language)),
        (
            "offline-file",
            in_language("aftercare-offline.html", language),
        ),
        (
            "manifest-file",
            in_language("manifest.webmanifest", language),
        ),
        (
            "unreviewed-note",
            note(!language.reviewed, text("unreviewed")),
        ),
        (
            "english-note",
            note(!language.is_reference, text("sources-list-english")),
        ),
        ("table", table::html(&corpus, &language.page)),
        ("panels", panels(data, language)),
        ("answers", sources::html(data, language, &text)),
    ] {
        values.insert(key.to_owned(), html);
    }
    Ok(values)
}

/// The corpus with the words of one language. By way of its file, so that words
/// of which the corpus knows nothing can be shown, too.
fn corpus_in(data: &Data, language: &Language) -> Result<Corpus<'static>> {
    let version = env!("CARGO_PKG_VERSION");
    let words = unpack(&CORPUS, &pack(data, language, version))
        .context("the words of data/ are not those that this program was built with")?;
    Ok(Corpus {
        languages: vec![words].leak(),
        ..CORPUS
    })
}

/// A sentence where it holds.
fn note(holds: bool, text: &str) -> String {
    match holds {
        true => format!("<p>{}</p>", escaped(text)),
        false => String::new(),
    }
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
fn lenient(corpus: &Corpus<'_>) -> Vec<(String, String)> {
    let four_hours = Elapsed::from_minutes(Minutes(4 * 60));
    // A treatment that nobody names is answered from the whole panel.
    let whole = corpus
        .treatments
        .iter()
        .filter_map(|treatment| {
            guidance(corpus, treatment.id, four_hours, &Options::default()).ok()
        })
        .max_by_key(|card| {
            card.panels
                .iter()
                .map(|panel| panel.tally.timed())
                .sum::<u32>()
        });
    let panels = whole.map(|card| card.panels).unwrap_or_default();
    let words = corpus.languages.first();
    panels
        .iter()
        .zip(
            words
                .into_iter()
                .flat_map(|words| words.panels.iter().map(move |panel| (words, panel))),
        )
        .map(|(panel, (words, named))| {
            let timed = panel.tally.timed();
            let noun = words.form(named.noun, timed);
            let counts = [&*digits(panel.tally.fine), &digits(timed), noun];
            (panel.id.to_owned(), words.say(Word::CardCount, &counts))
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
        rest = after;
        // A line that held nothing but what is not there is none.
        let indent = text.trim_end_matches(' ').len();
        if value.is_empty() && text[..indent].ends_with('\n') && rest.starts_with('\n') {
            text.truncate(indent - 1);
        }
        text += value;
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

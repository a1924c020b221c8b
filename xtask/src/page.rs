//! How does the page come about? `www/index.html` with words and a table from
//! the data, so that it is useful without JavaScript.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{root, table};

/// Files of the page that are copied as they are.
const COPIED: [&str; 2] = ["page.css", "icon.svg"];

/// Writes the page and its style sheet.
pub(crate) fn write(dist: &Path) -> Result<()> {
    for name in COPIED {
        fs::copy(root().join("www").join(name), dist.join(name))
            .with_context(|| name.to_owned())?;
    }
    let template = fs::read_to_string(root().join("www/index.html")).context("www/index.html")?;
    let data = aftercare_loader::load(&root().join("data"))?;
    let language = data.languages.first().context("data/words/ is empty")?;
    let value = |name: &str| match name {
        "lang" => Some(language.id.clone()),
        "corpus-version" => Some(data.version.clone()),
        "corpus-updated" => Some(data.updated.clone()),
        "table" => Some(table::html(&language.page)),
        _ => language.page.get(name).map(|text| escaped(text)),
    };
    fs::write(dist.join("index.html"), fill(&template, value)?)?;
    Ok(())
}

/// The template with each `{{name}}` filled in; a name without a value is a slip.
fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            bail!("www/index.html has {{{{ without }}}}; close it");
        };
        let Some(value) = value(name.trim()) else {
            bail!("www/index.html asks for {{{{{name}}}}}; add it to [page] of data/words/en.toml");
        };
        text += before;
        text += &value;
        rest = after;
    }
    Ok(text + rest)
}

/// Text as HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

//! How does the page become one file, to mail or to put on a stick?

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use aftercare_loader::Language;
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::bundle::Bundle;
use crate::integrity::integrity;
use crate::page::{escaped, filled, in_language};

/// Writes `aftercare-offline.html`, or that of another language, from the pages
/// that are written already.
pub(crate) fn write(
    dist: &Path,
    bundle: &Bundle,
    language: &Language,
    values: &mut BTreeMap<String, String>,
) -> Result<()> {
    let script = bundle.scratch("offline.js");
    bundle.script("offline.js", "iife", &script)?;
    let script = inline(&fs::read_to_string(script)?)?;
    let style = bundle.scratch("offline.css");
    bundle.style("page.css", &style)?;
    let style = inline(&fs::read_to_string(style)?)?;
    let icon = STANDARD.encode(fs::read(dist.join("icon.svg"))?);
    let index = main(&fs::read_to_string(
        dist.join(in_language("index.html", language)),
    )?)?;
    let sources = main(&fs::read_to_string(
        dist.join(in_language("sources.html", language)),
    )?)?;
    // Nothing can be loaded and nothing sent, whatever stands in the file.
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; \
         img-src data:; base-uri 'none'; form-action 'none'",
        integrity(script.as_bytes()),
        integrity(style.as_bytes())
    );
    for (key, value) in [
        ("policy", escaped(&policy)),
        ("icon", format!("data:image/svg+xml;base64,{icon}")),
        ("style", style),
        ("script", script),
        (
            "index-main",
            index.replace(&in_language("sources.html", language), "#sources"),
        ),
        ("sources-main", one_level_down(&sources)),
    ] {
        values.insert(key.to_owned(), value);
    }
    fs::write(
        dist.join(in_language("aftercare-offline.html", language)),
        filled("offline.html", values)?,
    )?;
    Ok(())
}

/// Text that may stand between the tags of a script or a style sheet.
fn inline(text: &str) -> Result<String> {
    let lower = text.to_ascii_lowercase();
    for end in ["</script", "</style", "<!--", "<script"] {
        if lower.contains(end) {
            bail!("{end} in a script or a style sheet ends it where it stands in a page");
        }
    }
    Ok(text.trim().to_owned())
}

/// What stands in a page's `<main>`.
fn main(html: &str) -> Result<String> {
    html.split_once("<main")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once("</main>"))
        .map(|(main, _)| main.trim().to_owned())
        .context("a page without <main>")
}

/// Headings for a page that stands within another.
fn one_level_down(html: &str) -> String {
    (2..6).rev().fold(html.to_owned(), |html, level| {
        let lower = level + 1;
        html.replace(&format!("<h{level}"), &format!("<h{lower}"))
            .replace(&format!("</h{level}>"), &format!("</h{lower}>"))
    })
}

#[cfg(test)]
mod tests {
    use super::{inline, main, one_level_down};

    #[test]
    fn what_would_end_a_script_is_refused() {
        assert!(inline("a</SCRIPT>").is_err());
        assert!(inline("if(a<b)c()\n").is_ok_and(|text| text == "if(a<b)c()"));
    }

    #[test]
    fn a_page_within_a_page_has_lower_headings() {
        let html = "<body><main class=\"a\"><h2 id=\"b\">c</h2><h3>d</h3></main>";
        let inner = main(html).unwrap_or_default();
        assert_eq!(one_level_down(&inner), "<h3 id=\"b\">c</h3><h4>d</h4>");
    }
}

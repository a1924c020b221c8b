//! How does the page become one file, to mail or to put on a stick?

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::{Value, context};

use super::bundle::{self, Format};
use super::generated::Generated;
use super::templates::Templates;
use crate::manifest::integrity;

/// What stands inside the file beside the pages, the same in each language.
pub(crate) struct Parts {
    script: String,
    style: String,
    icon: String,
}

impl Parts {
    /// Bundles the script and the style sheet.
    pub(crate) fn new(dist: &Path, generated: &Generated) -> Result<Self> {
        let out = generated.folder.join("offline.js");
        bundle::script("page/offline.ts", Format::Iife, &generated.folder, &out)?;
        let script = inline(&fs::read_to_string(out)?)?;
        let out = generated.folder.join("page.css");
        bundle::style("page.css", &out)?;
        Ok(Self {
            script,
            style: inline(&fs::read_to_string(out)?)?,
            icon: STANDARD.encode(fs::read(dist.join("icon.svg"))?),
        })
    }

    /// The page in one file, from the rendered pages of a language and the script of its
    /// pack; the reference language has none.
    pub(crate) fn render(
        &self,
        templates: &Templates,
        values: &Value,
        pack: &str,
        index: &str,
        sources: &str,
        sources_file: &str,
    ) -> Result<String> {
        let script = format!("{}{}", inline(pack)?, self.script);
        // Nothing can be loaded and nothing sent, whatever stands in the file.
        let policy = format!(
            "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; \
             img-src data:; base-uri 'none'; form-action 'none'",
            integrity(script.as_bytes()),
            integrity(self.style.as_bytes())
        );
        let safe = Value::from_safe_string;
        let parts = context! {
            policy => policy,
            icon => format!("data:image/svg+xml;base64,{}", self.icon),
            style => safe(self.style.clone()),
            script => safe(script),
            index_main => safe(main(index)?.replace(&format!("{sources_file}#"), "#")
                .replace(sources_file, "#sources")),
            sources_main => safe(one_level_down(&main(sources)?)),
            ..values.clone()
        };
        templates.render("offline.html", &parts)
    }
}

/// Text that may stand between the tags of a script or a style sheet.
pub(super) fn inline(text: &str) -> Result<String> {
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

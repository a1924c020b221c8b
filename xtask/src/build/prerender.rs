//! How does the form come into the page before any script? Node draws it, once for each
//! language, as the element would.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::bundle::{self, Format};
use super::generated::Generated;
use crate::project::NAME;
use crate::run::command;

/// The style sheet of the form, which its template links to.
pub(crate) const STYLE: &str = "prerendered.css";

/// The form in each language, the reference language first, whose words need no script.
pub(crate) fn forms(dist: &Path, generated: &Generated, langs: &[String]) -> Result<Vec<String>> {
    bundle::style(&format!("style/{STYLE}"), &dist.join(STYLE))?;
    let program = generated.folder.join("prerender.mjs");
    let entry = "entries/prerender.tsx";
    bundle::script(entry, Format::Esm, &generated.folder, &program)?;
    let program = program.display().to_string();
    let form = |(place, lang): (usize, &String)| {
        let mut node = command("node", &[]);
        node.current_dir(dist);
        if place > 0 {
            node.arg(format!("--import=./{NAME}.{lang}.js"));
        }
        let output = node.args([&program, lang]).output();
        let output = output.context("`node` cannot start")?;
        if !output.status.success() {
            bail!(
                "`{program} {lang}` failed:\n{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        Ok(String::from_utf8(output.stdout)?)
    };
    langs.iter().enumerate().map(form).collect()
}

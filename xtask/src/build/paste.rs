//! What does an owner paste whole, where a site's builder has a field for code and keeps no files?

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::offline::inline;
use crate::project::NAME;

/// The file that an owner opens, to copy all of it.
const FILE: &str = "paste.html";

/// Writes the script and the element with the text inside it as one text; returns its length
/// in characters.
pub(crate) fn write(dist: &Path, inner: &str) -> Result<usize> {
    let name = format!("{NAME}.iife.js");
    let script = fs::read_to_string(dist.join(&name)).context(name)?;
    let text = format!(
        "<script>{}</script>\n<{NAME}>{inner}</{NAME}>\n",
        inline(&script)?
    );
    if !text.is_ascii() {
        bail!("{FILE} is to be ASCII: a builder may save it in another charset");
    }
    fs::write(dist.join(FILE), &text)?;
    Ok(text.len())
}

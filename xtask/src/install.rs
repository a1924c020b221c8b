//! What does the page "Put it on your site" name that only a build knows?

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::NAME;
use crate::integrity::integrity;
use crate::manifest;

/// The names of files, and the hash of the one that a site pins.
pub(crate) fn values(dist: &Path) -> Result<[(String, String); 4]> {
    let pinned = format!("{NAME}-{}.iife.js", env!("CARGO_PKG_VERSION"));
    let script = fs::read(dist.join(&pinned)).with_context(|| pinned.clone())?;
    let names = manifest::names(dist)?;
    let written = |pattern: &str| {
        let pattern = format!("{NAME}-{pattern}");
        let found = (names.iter()).find(|name| manifest::matches(&pattern, name));
        found
            .cloned()
            .with_context(|| format!("{pattern} is not written yet"))
    };
    Ok([
        ("pin-file".to_owned(), pinned),
        ("pin-integrity".to_owned(), integrity(&script)),
        ("details-file".to_owned(), written("details-*.txt")?),
        ("rest-file".to_owned(), written("rest-*.wasm")?),
    ])
}

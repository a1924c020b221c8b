//! What does the service worker keep, and what tells its builds apart?

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::build::NAME;
use crate::bundle::Bundle;
use crate::integrity::integrity;
use crate::manifest;

/// The files of the page, without the pages themselves; a `*` stands for
/// versions, languages and sizes.
const FILES: [&str; 6] = [
    "aftercare-consensus.iife.js",
    "aftercare-consensus-details-*.json",
    "icon*",
    "manifest.webmanifest",
    "page.css",
    "page.js",
];

/// How the names begin of what a page asks for later.
fn late() -> String {
    format!("{NAME}-details-")
}

/// The mark of a build's pages: a hash of all that the worker keeps.
pub(crate) fn stamp(dist: &Path, pages: &[String]) -> Result<String> {
    let mut hash = Sha256::new();
    for (name, integrity) in kept(dist)? {
        hash.update(format!("{name} {integrity}\n"));
    }
    for page in pages {
        hash.update(page);
    }
    let digits = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    Ok(digits.chars().take(16).collect())
}

/// Writes `sw.js` with its list.
pub(crate) fn write(dist: &Path, bundle: &Bundle, pages: &[&str], stamp: &str) -> Result<()> {
    let pages: Vec<&str> = pages
        .iter()
        .map(|name| match *name {
            // As it is opened.
            "index.html" => "./",
            name => name,
        })
        .collect();
    let mut script = String::new();
    for (name, value) in [
        ("stamp", serde_json::to_string(stamp)?),
        ("pages", serde_json::to_string(&pages)?),
        ("files", serde_json::to_string(&kept(dist)?)?),
        ("late", serde_json::to_string(&late())?),
    ] {
        script += &format!("export const {name} = {value};\n");
    }
    bundle.write("precache.js", &script)?;
    bundle.script("sw.js", "iife", &dist.join("sw.js"))
}

/// The files that it keeps, each with its hash.
fn kept(dist: &Path) -> Result<BTreeMap<String, String>> {
    manifest::names(dist)?
        .into_iter()
        .filter(|name| FILES.iter().any(|pattern| manifest::matches(pattern, name)))
        .map(|name| {
            let bytes = fs::read(dist.join(&name)).with_context(|| name.clone())?;
            Ok((name, integrity(&bytes)))
        })
        .collect()
}

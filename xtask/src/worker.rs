//! What does the service worker keep, and what tells its builds apart?

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use aftercare_loader::Language;
use anyhow::{Context, Result};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::build::NAME;
use crate::bundle::Bundle;
use crate::integrity::integrity;
use crate::manifest;

/// The files of the page, without the pages themselves; a `*` stands for
/// versions, languages and sizes.
const FILES: [&str; 8] = [
    "aftercare-consensus.iife.js",
    "aftercare-consensus-details-*.txt",
    "aftercare-consensus-rest-*.wasm",
    "aftercare-consensus-words-*.txt",
    "icon*",
    "manifest*.webmanifest",
    "page.css",
    "page.js",
];

/// How the names begin of what a page asks for later.
fn late() -> [String; 3] {
    ["details", "rest", "words"].map(|what| format!("{NAME}-{what}-"))
}

/// The pages of a language.
pub(crate) struct Kept<'d> {
    pub(crate) language: &'d Language,
    pub(crate) pages: Vec<String>,
}

/// What the worker keeps for a language, as its script has it.
#[derive(Serialize)]
struct List {
    pages: Vec<String>,
    files: BTreeMap<String, String>,
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

/// Writes `sw.js` with its lists: what everybody needs, with the reference
/// language, and what the readers of each other language need beside it.
pub(crate) fn write(dist: &Path, bundle: &Bundle, kept: &[Kept<'_>], stamp: &str) -> Result<()> {
    let mut common = List {
        pages: Vec::new(),
        files: self::kept(dist)?,
    };
    let mut languages = BTreeMap::new();
    for Kept { language, pages } in kept {
        if language.is_reference {
            common.pages = pages
                .iter()
                .map(|name| match name.as_str() {
                    // As it is opened.
                    "index.html" => "./".to_owned(),
                    name => name.to_owned(),
                })
                .collect();
            continue;
        }
        let mark = format!(".{}.", language.id);
        let (own, others) = common
            .files
            .into_iter()
            .partition(|(name, _)| name.contains(&mark));
        common.files = others;
        languages.insert(
            language.id.clone(),
            List {
                pages: pages.clone(),
                files: own,
            },
        );
    }
    let mut script = String::new();
    for (name, value) in [
        ("stamp", serde_json::to_string(stamp)?),
        ("common", serde_json::to_string(&common)?),
        ("languages", serde_json::to_string(&languages)?),
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

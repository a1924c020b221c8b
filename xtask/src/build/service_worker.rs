//! What does the service worker cache, and what tells its builds apart?

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::bundle::{self, Format};
use super::generated::Generated;
use crate::manifest::{self, hex, integrity};

/// The files that the pages load; `*` stands for languages and sizes.
const FILES: [&str; 6] = [
    "aftercare-consensus.*.js",
    "icon*",
    "manifest*.webmanifest",
    "page.css",
    "page.js",
    "prerendered.css",
];

/// What the pages of no language load.
const EXCEPT: &str = "aftercare-consensus.iife.js";

/// The pages of a language.
pub(crate) struct LanguagePages {
    pub(crate) lang: String,
    pub(crate) is_reference: bool,
    pub(crate) pages: Vec<String>,
}

/// Files that are cached together, as the worker's script has them.
#[derive(Serialize)]
struct List {
    pages: Vec<String>,
    /// Names with their integrity hashes.
    files: BTreeMap<String, String>,
}

/// The mark of a build's pages: a hash of all that the worker caches.
pub(crate) fn stamp(dist: &Path, pages: &[String]) -> Result<String> {
    let mut hash = Sha256::new();
    for (name, integrity) in cached(dist)? {
        hash.update(format!("{name} {integrity}\n"));
    }
    for page in pages {
        hash.update(page);
    }
    Ok(hex(&hash.finalize()).chars().take(16).collect())
}

/// Writes `sw.js` with its lists: what everybody needs, with the reference
/// language, and what the readers of each other language need beside it.
pub(crate) fn write(
    dist: &Path,
    generated: &Generated,
    editions: &[LanguagePages],
    stamp: &str,
) -> Result<()> {
    let mut common = List {
        pages: Vec::new(),
        files: cached(dist)?,
    };
    let mut languages = BTreeMap::new();
    for edition in editions {
        let pages = edition.pages.clone();
        if edition.is_reference {
            // The index as it is opened.
            let opened = pages.into_iter().map(|name| match name.as_str() {
                "index.html" => "./".to_owned(),
                _ => name,
            });
            common.pages = opened.collect();
            continue;
        }
        let mark = format!(".{}.", edition.lang);
        let files = common.files.extract_if(.., |name, _| name.contains(&mark));
        let files = files.collect();
        languages.insert(edition.lang.clone(), List { pages, files });
    }
    generated.constants(
        "precache.ts",
        &[
            ("stamp", json!(stamp)),
            ("common", json!(common)),
            ("languages", json!(languages)),
        ],
    )?;
    bundle::script(
        "sw.ts",
        Format::Iife,
        &generated.folder,
        &dist.join("sw.js"),
    )
}

/// The files that are cached, each with its hash.
fn cached(dist: &Path) -> Result<BTreeMap<String, String>> {
    manifest::names(dist)?
        .into_iter()
        .filter(|name| name != EXCEPT)
        .filter(|name| FILES.iter().any(|pattern| manifest::matches(pattern, name)))
        .map(|name| {
            let bytes = fs::read(dist.join(&name)).with_context(|| name.clone())?;
            Ok((name, integrity(&bytes)))
        })
        .collect()
}

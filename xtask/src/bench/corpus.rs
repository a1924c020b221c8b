//! The data as JSON, from which `benches/lib/corpus.js` makes what the JavaScript of the
//! benches ships in the place of the wasm.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;

use crate::project::root;

/// The corpus and the labels of its reference language.
pub(super) fn json() -> Result<String> {
    let data = aftercare_corpus::load(&root().join("data"))?;
    let labels = data.labels.first().context("there is no language")?;
    Ok(json!({ "corpus": data.corpus, "labels": labels }).to_string())
}

/// The same in a file, whose path is returned.
pub(super) fn write() -> Result<PathBuf> {
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder)?;
    let path = folder.join("corpus.json");
    fs::write(&path, json()?).with_context(|| path.display().to_string())?;
    Ok(path)
}

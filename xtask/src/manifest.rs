//! What is in `dist/`? The list that is shipped with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::integrity::integrity;
use crate::weigh::brotli;

/// The list's own name. It lists every file but itself and `SHA256SUMS`, which lists it.
pub(crate) const NAME: &str = "manifest.json";

/// Every file of a build, by name.
#[derive(Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The version of the package.
    pub(crate) version: String,
    /// The version of the data.
    pub(crate) corpus: String,
    pub(crate) files: BTreeMap<String, File>,
}

/// One file of a build.
#[derive(Serialize, Deserialize)]
pub(crate) struct File {
    pub(crate) bytes: usize,
    pub(crate) brotli: usize,
    pub(crate) integrity: String,
}

impl File {
    /// What the list says of a file with these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self> {
        Ok(Self {
            bytes: bytes.len(),
            brotli: brotli(bytes)?,
            integrity: integrity(bytes),
        })
    }
}

impl Manifest {
    /// Lists a folder and writes the list into it.
    pub(crate) fn write(dist: &Path, corpus: &str) -> Result<Self> {
        let mut files = BTreeMap::new();
        for name in names(dist)? {
            let file = File::of(&fs::read(dist.join(&name))?)?;
            files.insert(name, file);
        }
        let manifest = Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            corpus: corpus.to_owned(),
            files,
        };
        let text = serde_json::to_string_pretty(&manifest)? + "\n";
        fs::write(dist.join(NAME), text)?;
        Ok(manifest)
    }

    /// The list of a folder.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(NAME);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        serde_json::from_str(&text)
            .with_context(|| format!("{} is no manifest of a build", path.display()))
    }
}

/// The names of the files of a folder.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    Ok(names)
}

/// Whether a name is of a pattern with at most one `*`.
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_a_version_or_a_language() {
        assert!(matches("a-*.js", "a-1.0.js"));
        assert!(!matches("a-*.js", "a-1.0.json"));
        assert!(!matches("a-*-a", "a-a"));
        assert!(matches("a.js", "a.js"));
    }
}

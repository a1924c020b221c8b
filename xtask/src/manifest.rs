//! What is in `dist/`? The lists that are shipped with it: `manifest.json` with sizes
//! and integrity hashes, and `SHA256SUMS`, which `sha256sum --check` reads.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384};

/// The manifest's own name. It lists every file but itself and `SHA256SUMS`.
pub(crate) const MANIFEST: &str = "manifest.json";

/// The name of the list of checksums. It lists every file but itself.
pub(crate) const CHECKSUMS: &str = "SHA256SUMS";

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
    /// Bytes after brotli at its best quality.
    pub(crate) brotli: usize,
    pub(crate) integrity: String,
}

impl File {
    /// The entry of a file with these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self> {
        Ok(Self {
            bytes: bytes.len(),
            brotli: brotli(bytes)?,
            integrity: integrity(bytes),
        })
    }

    /// What is wrong with one file of the build.
    pub(crate) fn difference(&self, folder: &Path, name: &str) -> Option<String> {
        // A list that was written by somebody else may name any place of this machine.
        if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', ':']) {
            return Some(format!(
                "{name:?} of the manifest is no name of a file of the build"
            ));
        }
        let path = folder.join(name);
        match fs::symlink_metadata(&path) {
            Err(_) => return Some(format!("{name} is missing")),
            Ok(found) if found.is_symlink() => {
                return Some(format!("{name} is a link to elsewhere, and no file"));
            }
            Ok(found) if !found.is_file() => {
                return Some(format!("{name} is a folder, and no file"));
            }
            Ok(_) => {}
        }
        match fs::read(path) {
            Err(error) => Some(format!("{name} cannot be read ({error})")),
            Ok(bytes) if bytes.len() != self.bytes => Some(format!(
                "{name} has {} bytes, not {}",
                bytes.len(),
                self.bytes
            )),
            Ok(bytes) if integrity(&bytes) != self.integrity => {
                Some(format!("{name} has been changed"))
            }
            Ok(_) => None,
        }
    }
}

impl Manifest {
    /// Lists a folder, and writes the manifest and then the checksums into it.
    pub(crate) fn write(folder: &Path, corpus: &str) -> Result<Self> {
        let mut files = BTreeMap::new();
        for name in names(folder)? {
            let file = File::of(&fs::read(folder.join(&name))?)?;
            files.insert(name, file);
        }
        let manifest = Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            corpus: corpus.to_owned(),
            files,
        };
        let text = serde_json::to_string_pretty(&manifest)? + "\n";
        fs::write(folder.join(MANIFEST), text)?;
        write_checksums(folder)?;
        Ok(manifest)
    }

    /// What is wrong with the files of a folder, one by one.
    pub(crate) fn differences(&self, folder: &Path) -> Vec<String> {
        let files = self.files.iter();
        files
            .filter_map(|(name, file)| file.difference(folder, name))
            .collect()
    }

    /// The manifest of a folder.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(MANIFEST);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        serde_json::from_str(&text)
            .with_context(|| format!("{} is no manifest of a build", path.display()))
    }
}

/// Whether all files of a folder are as its manifest says.
pub(crate) fn is_intact(folder: &Path) -> bool {
    Manifest::read(folder).is_ok_and(|manifest| manifest.differences(folder).is_empty())
}

/// Writes `SHA256SUMS` for all files of a folder.
pub(crate) fn write_checksums(folder: &Path) -> Result<()> {
    let mut list = String::new();
    for name in names(folder)?.iter().filter(|name| *name != CHECKSUMS) {
        let bytes = fs::read(folder.join(name)).with_context(|| name.clone())?;
        writeln!(list, "{}  {name}", hex(&Sha256::digest(bytes)))?;
    }
    fs::write(folder.join(CHECKSUMS), list).context(CHECKSUMS)
}

/// The names of the files of a folder, sorted.
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

/// Whether a name matches a pattern with at most one `*`.
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
    }
}

/// The hash that browsers take in `integrity` attributes, `fetch` and policies.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The size after brotli at its best quality.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 24);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::{hex, integrity, matches};

    #[test]
    fn a_star_stands_for_a_version_or_a_language() {
        assert!(matches("a-*.js", "a-1.0.js"));
        assert!(!matches("a-*.js", "a-1.0.json"));
        assert!(!matches("a-*-a", "a-a"));
        assert!(matches("a.js", "a.js"));
    }

    #[test]
    fn the_integrity_hash_is_what_browsers_compute() {
        // The example of the Subresource Integrity recommendation.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn the_checksum_is_what_sha256sum_computes() {
        // The example of FIPS 180-2.
        assert_eq!(
            hex(&Sha256::digest(b"abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}

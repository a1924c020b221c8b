//! Is a published copy what the build made?

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::integrity::integrity;
use crate::manifest::{self, Manifest};

/// Compares every file of a folder with the manifest beside it.
pub(crate) fn print(folder: &Path) -> Result<()> {
    let manifest = Manifest::read(folder)?;
    let wrong = differences(folder, &manifest);
    for line in &wrong {
        println!("{line}");
    }
    if !wrong.is_empty() {
        bail!(
            "{} of {} files are not as the build made them; upload these again",
            wrong.len(),
            manifest.files.len()
        );
    }
    let others = manifest::names(folder)?
        .iter()
        .filter(|name| *name != manifest::NAME && !manifest.files.contains_key(*name))
        .count();
    println!(
        "All {} files of {} (data {}) are as the build made them; {others} others are not part of it.",
        manifest.files.len(),
        manifest.version,
        manifest.corpus
    );
    Ok(())
}

fn differences(folder: &Path, manifest: &Manifest) -> Vec<String> {
    manifest
        .files
        .iter()
        .filter_map(|(name, file)| match fs::read(folder.join(name)) {
            Err(_) => Some(format!("{name} is missing")),
            Ok(bytes) if bytes.len() != file.bytes => Some(format!(
                "{name} has {} bytes, not {}",
                bytes.len(),
                file.bytes
            )),
            Ok(bytes) if integrity(&bytes) != file.integrity => {
                Some(format!("{name} has been changed"))
            }
            Ok(_) => None,
        })
        .collect()
}

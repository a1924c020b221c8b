//! Is what is published what was built?

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::manifest::{CHECKSUMS, File, MANIFEST, Manifest, integrity};

/// Says what differs between a folder and the manifest beside its files; or the
/// manifest of a build of this very checkout, which nobody who changed the
/// folder could change with it.
pub(crate) fn print(folder: &Path, own: bool) -> Result<()> {
    let manifest = match own {
        false => Manifest::read(folder)?,
        true => {
            build::build()?;
            Manifest::read(&build::dist())?
        }
    };
    let mut wrong = differences(folder, &manifest);
    if own {
        for name in [MANIFEST, CHECKSUMS] {
            let built = fs::read(build::dist().join(name)).with_context(|| name.to_owned())?;
            wrong.extend(difference(folder, name, &File::of(&built)?));
        }
    }
    for line in &wrong {
        println!("{line}");
    }
    let strangers = strangers(folder, &manifest)?;
    if !strangers.is_empty() {
        println!("Not part of the build: {}", strangers.join(", "));
    }
    if !wrong.is_empty() {
        bail!(
            "{} of {} files are not as the build made them; upload these again",
            wrong.len(),
            manifest.files.len()
        );
    }
    println!(
        "All {} files of {} (data {}) are as the build made them; {} others are not part of it.",
        manifest.files.len(),
        manifest.version,
        manifest.corpus,
        strangers.len()
    );
    Ok(())
}

/// Whether all files of a folder are as its manifest says.
pub(crate) fn is_intact(folder: &Path) -> bool {
    Manifest::read(folder).is_ok_and(|manifest| differences(folder, &manifest).is_empty())
}

fn differences(folder: &Path, manifest: &Manifest) -> Vec<String> {
    manifest
        .files
        .iter()
        .filter_map(|(name, file)| difference(folder, name, file))
        .collect()
}

/// What is wrong with one file of the build.
fn difference(folder: &Path, name: &str, file: &File) -> Option<String> {
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
        Ok(found) if !found.is_file() => return Some(format!("{name} is a folder, and no file")),
        Ok(_) => {}
    }
    match fs::read(path) {
        Err(error) => Some(format!("{name} cannot be read ({error})")),
        Ok(bytes) if bytes.len() != file.bytes => Some(format!(
            "{name} has {} bytes, not {}",
            bytes.len(),
            file.bytes
        )),
        Ok(bytes) if integrity(&bytes) != file.integrity => {
            Some(format!("{name} has been changed"))
        }
        Ok(_) => None,
    }
}

/// What stands in the folder beside the build: the site's own, or somebody else's.
fn strangers(folder: &Path, manifest: &Manifest) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let names: BTreeSet<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| ![MANIFEST, CHECKSUMS].contains(&name.as_str()))
        .filter(|name| !manifest.files.contains_key(name))
        .collect();
    Ok(names.into_iter().collect())
}

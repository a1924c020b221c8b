//! Is what is published what was built?

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::build;
use crate::manifest::{CHECKSUMS, File, MANIFEST, Manifest};
use crate::project::dist;

/// Says what differs between a folder and the manifest beside its files; or the
/// manifest of a build of this very checkout, which nobody who changed the
/// folder could change with it.
pub(crate) fn print(folder: &Path, own: bool) -> Result<()> {
    let manifest = match own {
        false => Manifest::read(folder)?,
        true => {
            build()?;
            Manifest::read(&dist())?
        }
    };
    let mut wrong = manifest.differences(folder);
    if own {
        for name in [MANIFEST, CHECKSUMS] {
            let built = fs::read(dist().join(name)).with_context(|| name.to_owned())?;
            wrong.extend(File::of(&built)?.difference(folder, name));
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

//! How does a release come about? As files in `release/`, made from `dist/`.

use std::fs;

use anyhow::{Context, Result};

use crate::build::{build, dist};
use crate::manifest::{self, CHECKSUMS};
use crate::root;
use crate::run::{command, run, step};

/// Writes the npm package, the bill of materials and the checksums of both.
pub(crate) fn release() -> Result<()> {
    build()?;
    let release = root().join("release");
    if release.exists() {
        fs::remove_dir_all(&release).context("release/ cannot be emptied")?;
    }
    fs::create_dir_all(&release)?;
    step("packing the npm package");
    let mut pack = command("npm", &["pack", "--silent", "--pack-destination"]);
    run(pack.arg(&release).arg(dist()))?;
    manifest::write_checksums(&release)?;
    for name in manifest::names(&release)? {
        println!("release/{name}");
    }
    println!("`cd release && sha256sum --check {CHECKSUMS}` checks a copy.");
    Ok(())
}

//! How does a release come about? As files in `release/`, made from `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::build::build;
use crate::manifest::{self, CHECKSUMS};
use crate::project::{NAME, VERSION, dist, root};
use crate::run::{command, run, step};
use crate::setup;
use crate::wordpress;

/// The members of the workspace, into whose folders `cargo cyclonedx` writes, too.
const MEMBERS: [&str; 3] = ["corpus", "fuzz/properties", "xtask"];

/// Writes the npm package, the plugin for WordPress, the bills of materials and the checksums of all.
pub(crate) fn release() -> Result<()> {
    build()?;
    let release = root().join("release");
    if release.exists() {
        fs::remove_dir_all(&release).context("release/ cannot be emptied")?;
    }
    fs::create_dir_all(&release)?;
    step("packing the npm package");
    pack(&release)?;
    step("packing the plugin for WordPress");
    wordpress::pack(&release)?;
    step("writing the bills of materials");
    let bill = cargo_bill()?;
    write_bill(&release.join(format!("{NAME}.cargo.cdx.json")), &bill)?;
    let bill = npm_bill()?;
    write_bill(&release.join(format!("{NAME}.npm.cdx.json")), &bill)?;
    manifest::write_checksums(&release)?;
    for name in manifest::names(&release)? {
        println!("release/{name}");
    }
    println!("`cd release && sha256sum --check {CHECKSUMS}` checks a copy.");
    Ok(())
}

/// Packs the npm package into a folder; the path of the tarball.
pub(crate) fn pack(folder: &Path) -> Result<PathBuf> {
    let mut pack = command("npm", &["pack", "--silent", "--pack-destination"]);
    run(pack.arg(folder).arg(dist()))?;
    Ok(folder.join(format!("{NAME}-{VERSION}.tgz")))
}

/// The crates that are compiled into the wasm, by `cargo cyclonedx`.
fn cargo_bill() -> Result<String> {
    const FILE: &str = "target-bill";
    let program = setup::cargo_cyclonedx()?;
    let mut cyclonedx = command(&program.to_string_lossy(), &["cyclonedx", "--quiet"]);
    cyclonedx.args([
        "--format",
        "json",
        "--spec-version",
        "1.5",
        "--no-build-deps",
    ]);
    cyclonedx.args(["--target", setup::TARGET, "--override-filename", FILE]);
    run(&mut cyclonedx)?;
    let file = format!("{FILE}.json");
    let bill = fs::read_to_string(root().join(&file)).context("cargo cyclonedx wrote nothing")?;
    for member in MEMBERS.iter().chain(&["."]) {
        fs::remove_file(root().join(member).join(&file)).ok();
    }
    // Where it was built is nobody's business.
    Ok(bill.replace(&root().display().to_string(), ""))
}

/// The npm packages that are bundled into the scripts, by npm.
fn npm_bill() -> Result<String> {
    let arguments = ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"];
    let output = command("npm", &arguments).output().context("npm sbom")?;
    Ok(String::from_utf8(output.stdout)?)
}

/// Writes a bill without its time and its random number: the same commit gives the
/// same bytes.
fn write_bill(path: &Path, bill: &str) -> Result<()> {
    let mut bill: Value = serde_json::from_str(bill).context("no bill of materials")?;
    if let Some(bill) = bill.as_object_mut() {
        bill.shift_remove("serialNumber");
    }
    if let Some(metadata) = bill["metadata"].as_object_mut() {
        metadata.shift_remove("timestamp");
    }
    // npm takes the folder's.
    bill["metadata"]["component"]["name"] = NAME.into();
    let text = serde_json::to_string_pretty(&bill)? + "\n";
    fs::write(path, text).with_context(|| path.display().to_string())
}

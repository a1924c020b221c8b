//! How does a release come about? As files in `release/`, made from `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::base::Base;
use crate::build::{SITEMAP, build, build_frozen, write_pages_for};
use crate::manifest::{self, CHECKSUMS, MANIFEST, Manifest};
use crate::project::{NAME, VERSION, dist, root};
use crate::run::{command, run, step};
use crate::serve::serve_tests;
use crate::setup;
use crate::wordpress;

/// The members of the workspace, into whose folders `cargo cyclonedx` writes, too.
const MEMBERS: [&str; 3] = ["corpus", "fuzz/properties", "xtask"];

/// Files of `dist/` that only a program reads.
const FOR_NPM: [&str; 4] = [
    "README.md",
    "custom-elements.json",
    "package.json",
    "types-only.js",
];

/// Writes the npm package, the plugin for WordPress, the files for a static host, the bills of
/// materials and the checksums of all.
pub(crate) fn release(base: Option<&Base>) -> Result<()> {
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
    step("copying what a static host needs");
    site(&release.join("site"), base)?;
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

/// Writes what a static host needs, and nothing else, into a folder.
pub(crate) fn site_alone(folder: &Path, base: Option<&Base>) -> Result<()> {
    let is_used = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if is_used {
        bail!("{} is not empty; name another folder", folder.display());
    }
    build()?;
    site(folder, base)
}

/// Writes what a static host needs into a folder: the files of `dist/` that a browser asks for,
/// and what common hosts read beside them. With a base the pages name their addresses.
fn site(folder: &Path, base: Option<&Base>) -> Result<()> {
    fs::create_dir_all(folder)?;
    copy(&dist(), folder)?;
    if let Some(base) = base {
        write_pages_for(folder, base)?;
    }
    // Of these files alone, so that whoever has a copy can check it.
    for name in [MANIFEST, CHECKSUMS] {
        fs::remove_file(folder.join(name)).context(name)?;
    }
    Manifest::write(folder, &Manifest::read(&dist())?.corpus)?;
    copy(&root().join("integrations/hosting"), folder)?;
    if let Some(base) = base {
        let robots = folder.join("robots.txt");
        let rules = fs::read_to_string(&robots)?.replace(": /", &format!(": {}", base.path()));
        let sitemap = base.address(SITEMAP);
        fs::write(&robots, format!("{rules}Sitemap: {sitemap}\n"))?;
    }
    Ok(())
}

/// Copies the files that are not for a program alone.
fn copy(source: &Path, folder: &Path) -> Result<()> {
    for name in manifest::names(source)? {
        if !name.ends_with(".d.ts") && !FOR_NPM.contains(&&*name) {
            fs::copy(source.join(&name), folder.join(&name)).context(name)?;
        }
    }
    Ok(())
}

/// Tries `site/` on servers of Debian, in Chromium.
pub(crate) fn test_hosting() -> Result<()> {
    setup::build_tools()?;
    setup::browsers()?;
    setup::web_servers()?;
    build()?;
    let folder = root().join("target/hosting");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    site(&folder, None)?;
    let server = serve_tests(&build_frozen()?)?;
    let mut node = command(
        "node",
        &["--test", "--test-reporter=spec", "tests/hosting/"],
    );
    node.env("AFTERCARE_BROWSER", "chromium")
        .env("AFTERCARE_URL", format!("http://{}", server.address))
        .env("AFTERCARE_SITE", folder);
    run(&mut node).context("tests/hosting")
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

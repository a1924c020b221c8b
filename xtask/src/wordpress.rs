//! What does a clinic with WordPress upload? A zip of `integrations/wordpress/` with the
//! script in it.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::build::build;
use crate::project::{NAME, VERSION, dist, root};
use crate::run::{command, run, step};
use crate::setup;

/// What is in the plugin beside its own files.
const OF_DIST: [&str; 4] = [
    "aftercare-consensus.iife.js",
    "aftercare-consensus.es.js",
    "LICENSE-MIT",
    "CHANGELOG.md",
];

/// Where the plugin's version stands.
const VERSIONS: [(&str, &str); 3] = [
    ("aftercare-consensus.php", " * Version:           "),
    (
        "aftercare-consensus.php",
        "'AFTERCARE_CONSENSUS_VERSION', '",
    ),
    ("readme.txt", "Stable tag: "),
];

/// Writes the plugin's zip into a folder; its path. The same commit gives the same bytes.
pub(crate) fn pack(folder: &Path) -> Result<PathBuf> {
    setup::gettext()?;
    let source = root().join("integrations/wordpress");
    for (file, before) in VERSIONS {
        let text = fs::read_to_string(source.join(file)).context(file)?;
        if !text.contains(&format!("{before}{VERSION}")) {
            bail!("{file} of the plugin is not of version {VERSION}");
        }
    }
    let mut files = Vec::new();
    collect(&source, &source, &mut files)?;
    for name in OF_DIST {
        files.push((name.to_owned(), fs::read(dist().join(name)).context(name)?));
    }
    files.sort();

    let path = folder.join(format!("{NAME}-wordpress.zip"));
    let mut zip = ZipWriter::new(File::create(&path)?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in files {
        zip.start_file(format!("{NAME}/{name}"), options)?;
        zip.write_all(&bytes)?;
    }
    zip.finish()?;
    Ok(path)
}

/// The files below a folder, by their paths in it, in a plugin's form.
fn collect(top: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            collect(top, &path, files)?;
            continue;
        }
        let name = path.strip_prefix(top)?.to_string_lossy().into_owned();
        match name.strip_suffix(".po") {
            None => files.push((name, fs::read(&path)?)),
            Some(name) => files.push((format!("{name}.mo"), translations(&path)?)),
        }
    }
    Ok(())
}

/// Translations as WordPress reads them.
fn translations(path: &Path) -> Result<Vec<u8>> {
    let output = command("msgfmt", &["--check-format", "--output-file=-"])
        .arg(path)
        .output()
        .context("msgfmt")?;
    if !output.status.success() {
        bail!("msgfmt: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}

/// Installs the zip into a WordPress of Debian's, as a user would, and tries it in Chromium.
pub(crate) fn test() -> Result<()> {
    setup::build_tools()?;
    setup::browsers()?;
    setup::wordpress()?;
    build()?;
    let folder = root().join("target/wordpress");
    fs::create_dir_all(&folder)?;
    let zip = pack(&folder)?;
    step("the plugin in a WordPress");
    let mut node = command(
        "node",
        &["--test", "--test-reporter=spec", "tests/wordpress/"],
    );
    node.env("AFTERCARE_BROWSER", "chromium")
        .env("AFTERCARE_URL", "http://127.0.0.1:9")
        .env("AFTERCARE_PLUGIN", zip);
    run(&mut node).context("tests/wordpress")
}

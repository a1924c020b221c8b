//! How do scripts and style sheets become single files? By esbuild.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::run::{command, run};

/// The form of a bundle.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    /// A classic script.
    Iife,
    /// An ES module.
    Esm,
}

/// Bundles a file of `www/` with all that it imports; `generated/…` is of that folder.
pub(crate) fn script(entry: &str, format: Format, generated: &Path, out: &Path) -> Result<()> {
    let mut esbuild = esbuild(entry, out);
    // ASCII alone: a page's charset cannot change it.
    esbuild.args(["--charset=ascii", "--target=es2022"]);
    esbuild.arg(match format {
        Format::Iife => "--format=iife",
        Format::Esm => "--format=esm",
    });
    esbuild.arg(format!("--alias:generated={}", generated.display()));
    // What the package loads beside itself.
    esbuild.args([
        "--external:./aftercare-consensus.js",
        "--legal-comments=none",
    ]);
    run(&mut esbuild)
}

/// Bundles and minifies a style sheet of `www/`.
pub(crate) fn style(entry: &str, out: &Path) -> Result<()> {
    run(&mut esbuild(entry, out))
}

// Called by its link, since its install may put a native program in its script's place.
fn esbuild(entry: &str, out: &Path) -> Command {
    let mut esbuild = command("node_modules/.bin/esbuild", &["--log-level=warning"]);
    esbuild.args(["--bundle", "--minify"]);
    esbuild.arg(format!("www/{entry}"));
    esbuild.arg(format!("--outfile={}", out.display()));
    esbuild
}

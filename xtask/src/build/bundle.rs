//! How do scripts and style sheets become single files? By esbuild.

use std::fs;
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
    esbuild.arg("--charset=ascii");
    esbuild.args(match format {
        // Other minifiers come after this one: Closure reads no private names, and JSMin
        // takes spaces out of template literals.
        Format::Iife => [
            "--format=iife",
            "--target=es2021",
            "--supported:template-literal=false",
        ]
        .as_slice(),
        Format::Esm => &["--format=esm", "--target=es2022"],
    });
    esbuild.arg(format!("--alias:generated={}", generated.display()));
    esbuild.args(["--bundle", "--legal-comments=none"]);
    run(&mut esbuild)
}

/// Compiles a module of `www/` alone, whose one import is another bundle.
pub(crate) fn module(entry: &str, import: (&str, &str), out: &Path) -> Result<()> {
    run(esbuild(entry, out).arg("--format=esm"))?;
    let script = fs::read_to_string(out)?.replace(import.0, import.1);
    fs::write(out, script)?;
    Ok(())
}

/// Bundles and minifies a style sheet of `www/`.
pub(crate) fn style(entry: &str, out: &Path) -> Result<()> {
    run(esbuild(entry, out).arg("--bundle"))
}

// Called by its link, since its install may put a native program in its script's place.
fn esbuild(entry: &str, out: &Path) -> Command {
    let mut esbuild = command("node_modules/.bin/esbuild", &["--log-level=warning"]);
    esbuild.args(["--minify", &format!("www/{entry}")]);
    esbuild.arg(format!("--outfile={}", out.display()));
    esbuild
}

//! Does everything hold?

use std::path::Path;

use anyhow::{Context, Result};

use crate::build::{build, build_frozen};
use crate::run::{command, run, step};
use crate::serve::serve_tests;
use crate::setup::{self, TARGET, build_tools};

/// Every check and test; `quick` leaves the browsers out.
pub(crate) fn test(quick: bool) -> Result<()> {
    build_tools()?;
    if !quick {
        setup::browsers()?;
    }
    step("Rust: format and lints, native and wasm32");
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&[
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ])?;
    cargo(&[
        "clippy", "--locked", "--lib", "--target", TARGET, "--", "-D", "warnings",
    ])?;
    step("Rust: tests and examples");
    cargo(&["test", "--locked", "--workspace"])?;
    build()?;
    step("JavaScript, CSS, HTML: types, lints, format");
    for script in ["types", "lint", "lint:css", "lint:html", "format:check"] {
        run(&mut command("npm", &["run", "--silent", script]))?;
    }
    let frozen = build_frozen()?;
    step("the golden cases, the boundary, the pages and the commands, in Node");
    let mut node = command("node", &["--test", "--test-reporter=spec", "tests/node/"]);
    node.env("AFTERCARE_FROZEN", &frozen);
    run(node.env("AFTERCARE_XTASK", std::env::current_exe()?))?;
    if quick {
        step("all well, without the browsers");
        return Ok(());
    }
    in_browsers(&frozen)?;
    step("all well");
    Ok(())
}

/// The page and the boundary in a browser.
pub(crate) fn browsers() -> Result<()> {
    build_tools()?;
    setup::browsers()?;
    build()?;
    in_browsers(&build_frozen()?)
}

fn in_browsers(frozen: &Path) -> Result<()> {
    step("the page and the boundary in a browser");
    let server = serve_tests(frozen)?;
    browser("tests/browser/", &server.address.to_string())
}

/// Renews the picture in the README.
pub(crate) fn screenshot() -> Result<()> {
    setup::browsers()?;
    build()?;
    let server = serve_tests(&crate::build::dist())?;
    let mut node = command("node", &["tests/browser/screenshot.js"]);
    run(node.env("AFTERCARE_URL", format!("http://{}", server.address)))
}

fn browser(tests: &str, address: &str) -> Result<()> {
    let files = std::fs::read_dir(crate::root().join(tests)).context(tests.to_owned())?;
    let mut names: Vec<String> = files
        .flatten()
        .map(|entry| format!("{tests}{}", entry.file_name().to_string_lossy()))
        .filter(|name| name.ends_with(".test.js"))
        .collect();
    names.sort();
    // One browser at a time: two cores, and times that mean something.
    let mut node = command(
        "node",
        &["--test", "--test-reporter=spec", "--test-concurrency=1"],
    );
    run(node
        .args(&names)
        .env("AFTERCARE_URL", format!("http://{address}")))
}

fn cargo(arguments: &[&str]) -> Result<()> {
    run(&mut command("cargo", arguments))
}

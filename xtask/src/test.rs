//! Does everything hold?

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::build::{build, build_frozen};
use crate::reproduce;
use crate::run::{command, run, step};
use crate::serve::serve_tests;
use crate::setup::{self, TARGET, build_tools};

/// The browsers of the suite, as `AFTERCARE_BROWSER` names them.
const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

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
    step("TypeScript, CSS, HTML: types, lints, format");
    for script in ["types", "lint"] {
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
    reproduce::check()?;
    in_browsers(&frozen, &[])?;
    step("all well");
    Ok(())
}

/// The page and the boundary in a browser.
pub(crate) fn browsers(only: &[String]) -> Result<()> {
    build_tools()?;
    setup::browsers()?;
    build()?;
    in_browsers(&build_frozen()?, only)
}

/// One file of the browsers' suite, at length: how often stands in a variable
/// that the file reads.
pub(crate) fn at_length(file: &str, variable: &str, count: u32) -> Result<()> {
    build_tools()?;
    setup::browsers()?;
    build()?;
    let server = serve_tests(&crate::build::dist())?;
    let address = server.address.to_string();
    for name in browsers_asked() {
        step(&format!("{file} in {name}, {count} times"));
        let begun = Instant::now();
        let mut node = suite(name.as_str(), &address);
        node.arg(format!("{TESTS}/{file}.test.js"));
        run(node.env(variable, count.to_string()))?;
        step(&format!("{name} took {} s", begun.elapsed().as_secs()));
    }
    Ok(())
}

/// All of the suite's, or the one that `AFTERCARE_BROWSER` names.
fn browsers_asked() -> Vec<String> {
    match std::env::var("AFTERCARE_BROWSER") {
        Ok(chosen) => vec![chosen],
        Err(_) => BROWSERS.map(str::to_owned).to_vec(),
    }
}

/// The suite once in each browser, or in the one that `AFTERCARE_BROWSER` names.
fn in_browsers(frozen: &Path, only: &[String]) -> Result<()> {
    let server = serve_tests(frozen)?;
    let address = server.address.to_string();
    let mut failed = Vec::new();
    for name in browsers_asked() {
        step(&format!("the page and the boundary in a browser: {name}"));
        let begun = Instant::now();
        if let Err(error) = browser(&name, &address, only) {
            failed.push(format!("{name}: {error:#}"));
        }
        step(&format!("{name} took {} s", begun.elapsed().as_secs()));
    }
    match failed.is_empty() {
        true => Ok(()),
        false => bail!("{}", failed.join("; ")),
    }
}

/// Renews the picture in the README.
pub(crate) fn screenshot() -> Result<()> {
    setup::browsers()?;
    build()?;
    let server = serve_tests(&crate::build::dist())?;
    let mut node = command("node", &["tests/browser/screenshot.js"]);
    run(node.env("AFTERCARE_URL", format!("http://{}", server.address)))
}

/// Renews the pictures and the trees that are kept for review.
pub(crate) fn screenshots() -> Result<()> {
    setup::browsers()?;
    build()?;
    let server = serve_tests(&build_frozen()?)?;
    let mut node = command("node", &["tests/browser/screenshots.js"]);
    node.env("AFTERCARE_BROWSER", "chromium");
    run(node.env("AFTERCARE_URL", format!("http://{}", server.address)))
}

/// Where the suite is.
const TESTS: &str = "tests/browser";

/// The suite in one browser; `only` the files of some names, where there are any.
fn browser(name: &str, address: &str, only: &[String]) -> Result<()> {
    let files = std::fs::read_dir(crate::root().join(TESTS)).context(TESTS)?;
    let mut names: Vec<String> = files
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| match name.strip_suffix(".test.js") {
            None => false,
            Some(stem) => only.is_empty() || only.iter().any(|asked| asked == stem),
        })
        .map(|name| format!("{TESTS}/{name}"))
        .collect();
    names.sort();
    if names.is_empty() {
        bail!("no file of {TESTS} is called {}", only.join(", "));
    }
    run(suite(name, address).args(&names))
}

/// What runs files of the suite in a browser.
fn suite(name: &str, address: &str) -> Command {
    // One file at a time: two cores, and times that mean something.
    let mut node = command(
        "node",
        &[
            "--test",
            "--test-reporter=./tests/browser/reporter.js",
            "--test-concurrency=1",
        ],
    );
    node.env("AFTERCARE_BROWSER", name)
        .env("AFTERCARE_URL", format!("http://{address}"));
    node
}

fn cargo(arguments: &[&str]) -> Result<()> {
    run(&mut command("cargo", arguments))
}

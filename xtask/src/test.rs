//! Does everything hold?

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::apps::{FAST, apps};
use crate::build::{build, build_frozen};
use crate::project::root;
use crate::run::{command, run, step};
use crate::serve::serve_tests;
use crate::setup::{self, TARGET, build_tools};

/// The browsers of the suite, as `AFTERCARE_BROWSER` names them.
const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Where the browsers' suite is.
const SUITE: &str = "tests/browser";

/// Files of the suite that run at length with `--soak`, the variable by which each
/// reads its number of rounds, and that number.
const SOAK: [(&str, &str, u32); 2] = [
    ("soak", "AFTERCARE_SOAK", 10_000),
    ("fuzz", "AFTERCARE_FUZZ", 100_000),
];

/// Every check and test; `quick` leaves the browsers out.
pub(crate) fn test(quick: bool) -> Result<()> {
    build_tools()?;
    if !quick {
        setup::browsers()?;
    }
    step("Rust: format and lints, native and wasm32");
    cargo(&["fmt", "--all", "--check"])?;
    let deny = ["--", "-D", "warnings"];
    cargo(
        &[
            &["clippy", "--locked", "--workspace", "--all-targets"],
            &deny[..],
        ]
        .concat(),
    )?;
    cargo(
        &[
            &["clippy", "--locked", "--lib", "--target", TARGET],
            &deny[..],
        ]
        .concat(),
    )?;
    step("Rust: tests and examples");
    cargo(&["test", "--locked", "--workspace"])?;
    build()?;
    step("TypeScript, CSS, JSON, HTML: types, lints, format");
    for script in ["types", "lint"] {
        run(&mut command("npm", &["run", "--silent", script]))?;
    }
    let frozen = build_frozen()?;
    step("the golden cases, the components, the pages and the commands, in Node");
    let mut node = command("node", &["--test", "--test-reporter=spec", "tests/node/"]);
    node.env("AFTERCARE_FROZEN", &frozen);
    run(node.env("AFTERCARE_XTASK", std::env::current_exe()?))?;
    run(&mut command("node", &["tests/components/run.js"]))?;
    if quick {
        step("all well, without the browsers");
        return Ok(());
    }
    step("the same bytes in another folder");
    let mut reproduce = command("xtask/reproduce.sh", &[]);
    run(reproduce.env("AFTERCARE_XTASK", std::env::current_exe()?))?;
    in_browsers(&frozen, &[])?;
    apps(&FAST)?;
    step("all well");
    Ok(())
}

/// The browsers' suite alone, or the files of it with some names.
pub(crate) fn browsers(only: &[String]) -> Result<()> {
    build_tools()?;
    setup::browsers()?;
    build()?;
    in_browsers(&build_frozen()?, only)
}

/// The files of the suite that can run at length, in each browser.
pub(crate) fn soak() -> Result<()> {
    build_tools()?;
    setup::browsers()?;
    build()?;
    let server = serve_tests(&build_frozen()?)?;
    let address = server.address.to_string();
    for browser in asked_browsers() {
        for (file, variable, rounds) in SOAK {
            timed(&format!("{file} in {browser}, {rounds} times"), || {
                let mut node = suite(&browser, &address);
                node.arg(format!("{SUITE}/{file}.test.js"));
                run(node.env(variable, rounds.to_string()))
            })?;
        }
    }
    Ok(())
}

/// Renews the pictures and the accessibility trees that are kept for review, and the
/// picture in the README.
pub(crate) fn screenshots() -> Result<()> {
    build_tools()?;
    setup::browsers()?;
    build()?;
    let server = serve_tests(&build_frozen()?)?;
    for script in ["screenshots.js", "screenshot.js"] {
        let mut node = command("node", &[&format!("{SUITE}/{script}")]);
        node.env("AFTERCARE_BROWSER", "chromium");
        run(node.env("AFTERCARE_URL", format!("http://{}", server.address)))?;
    }
    Ok(())
}

/// The suite in each browser. A file that fails is run once more, since the drivers lose
/// a request now and then; one that passes only then is named at the end as flaky.
fn in_browsers(frozen: &Path, only: &[String]) -> Result<()> {
    let server = serve_tests(frozen)?;
    let address = server.address.to_string();
    let files = suite_files(only)?;
    let (mut failed, mut flaky) = (Vec::new(), Vec::new());
    for browser in asked_browsers() {
        let failures = root().join("target").join(format!("failed-{browser}"));
        let in_browser = |files: &[String]| {
            // That of a run before this one says nothing.
            let _ = std::fs::remove_file(&failures);
            let mut node = suite(&browser, &address);
            run(node.args(files).env("AFTERCARE_FAILED", &failures))
        };
        let outcome = timed(&format!("the page and the element in {browser}"), || {
            let Err(error) = in_browser(&files) else {
                return Ok(());
            };
            let list = std::fs::read_to_string(&failures).unwrap_or_default();
            let again: Vec<String> = list.lines().map(str::to_owned).collect();
            if again.is_empty() {
                return Err(error);
            }
            step(&format!("once more in {browser}: {}", again.join(", ")));
            in_browser(&again)?;
            flaky.push(format!("{browser}: {}", again.join(", ")));
            Ok(())
        });
        if let Err(error) = outcome {
            failed.push(format!("{browser}: {error:#}"));
        }
    }
    for files in &flaky {
        step(&format!("flaky, passed only the second time: {files}"));
    }
    match failed.is_empty() {
        true => Ok(()),
        false => bail!("{}", failed.join("; ")),
    }
}

/// All browsers, or the one that `AFTERCARE_BROWSER` names.
fn asked_browsers() -> Vec<String> {
    match std::env::var("AFTERCARE_BROWSER") {
        Ok(chosen) => vec![chosen],
        Err(_) => BROWSERS.map(str::to_owned).to_vec(),
    }
}

/// The files of the suite, or those of some names.
fn suite_files(only: &[String]) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(root().join(SUITE)).context(SUITE)?;
    let mut files: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| match name.strip_suffix(".test.js") {
            None => false,
            Some(stem) => only.is_empty() || only.iter().any(|asked| asked == stem),
        })
        .map(|name| format!("{SUITE}/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("no file of {SUITE} is called {}", only.join(", "));
    }
    Ok(files)
}

/// What runs files of the suite in a browser.
fn suite(browser: &str, address: &str) -> Command {
    // One file at a time: two cores, and times that mean something.
    let mut node = command(
        "node",
        &[
            "--test",
            "--test-reporter=./tests/browser/reporter.js",
            "--test-concurrency=1",
        ],
    );
    node.env("AFTERCARE_BROWSER", browser)
        .env("AFTERCARE_URL", format!("http://{address}"));
    node
}

fn timed(what: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    step(what);
    let begun = Instant::now();
    let outcome = work();
    step(&format!("{what}: {} s", begun.elapsed().as_secs()));
    outcome
}

fn cargo(arguments: &[&str]) -> Result<()> {
    run(&mut command("cargo", arguments))
}

//! Is there a test for everything that the core does?

use std::fs;

use anyhow::{Context, Result, bail};

use crate::root;
use crate::run::{run_accepting, step};
use crate::setup::{cargo_with_tools, install};

/// The version of the mutants' driver.
const CARGO_MUTANTS: &str = "27.1.0";

/// Its exit code where no test sees some change.
const MISSED: i32 = 2;

/// The same where one runs for ever with some change, which is seen, too.
const TIMED_OUT: i32 = 3;

/// The core's files whose tests are tried first: they are what a status is made by.
const POLICY: [&str; 14] = [
    "tally",
    "status",
    "age",
    "position",
    "pairs",
    "side",
    "timeline",
    "timelines",
    "guidance",
    "count",
    "protocol",
    "query",
    "time",
    "settings",
];

/// Changes the code in one place at a time, and fails where no test sees it: in
/// the files that make a status, or in those of some names, or in all of the core.
pub(crate) fn print(all: bool, only: &[String]) -> Result<()> {
    install("cargo-mutants", CARGO_MUTANTS, "which changes code")?;
    step("one change of the code after the other (hours for all of the core)");
    let out = root().join("target");
    let mut cargo = cargo_with_tools(None)?;
    cargo.args(["mutants", "--no-shuffle", "--output"]);
    cargo.arg(&out);
    let named = only.iter().map(String::as_str);
    let files: Vec<&str> = match (all, only.is_empty()) {
        (true, _) => vec!["*", "view/*"],
        (false, true) => POLICY.to_vec(),
        (false, false) => named.collect(),
    };
    for file in files {
        cargo.arg(format!("--file=src/{file}.rs"));
    }
    // Nothing is debugged, a fault that is always there needs few cases, and tests that
    // run again for each change are worth a little optimising.
    cargo
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_TEST_OPT_LEVEL", "1")
        .env("PROPTEST_CASES", "12");
    run_accepting(cargo.args(["--", "--lib", "--tests"]), &[MISSED, TIMED_OUT])?;
    // Its code for a change that one ran for ever with hides one that was missed.
    let missed = out.join("mutants.out/missed.txt");
    let missed = fs::read_to_string(&missed).with_context(|| missed.display().to_string())?;
    if !missed.is_empty() {
        bail!(
            "these changes are seen by no test; write the test, or say in .cargo/mutants.toml \
             why nobody could see them:\n{missed}"
        );
    }
    Ok(())
}

//! Which lines and branches of the core does no test reach?

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::root;
use crate::run::{run, step};
use crate::setup::{cargo_with_tools, install, nightly};

/// The version of what counts.
const CARGO_LLVM_COV: &str = "0.9.1";

/// What makes a status: nothing in these files may be unreached.
const POLICY: [&str; 12] = [
    "age",
    "count",
    "guidance",
    "pairs",
    "position",
    "protocol",
    "query",
    "side",
    "status",
    "tally",
    "timeline",
    "timelines",
];

/// The part of the report that is read here.
#[derive(Deserialize)]
struct Report {
    data: Vec<Data>,
}

#[derive(Deserialize)]
struct Data {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    filename: String,
    summary: Summary,
}

#[derive(Deserialize)]
struct Summary {
    lines: Counts,
    branches: Counts,
}

#[derive(Deserialize, Default, Clone, Copy)]
struct Counts {
    count: u64,
    covered: u64,
}

/// Prints the lines and, by a nightly toolchain, the branches of each file of the core; fails where policy has one that no test reaches.
pub(crate) fn print() -> Result<()> {
    install(
        "cargo-llvm-cov",
        CARGO_LLVM_COV,
        "which counts what tests reach",
    )?;
    nightly()?;
    step("counting lines and branches");
    let report = root().join("target/coverage.json");
    let mut cargo = cargo_with_tools(Some("nightly"))?;
    cargo.args([
        "llvm-cov",
        "--package=aftercare-consensus",
        "--lib",
        "--tests",
        "--locked",
        "--branch",
    ]);
    // What counts belongs to the toolchain, and may be added to it without asking.
    cargo
        .env("CARGO_LLVM_COV_SETUP", "yes")
        .args(["--json", "--summary-only", "--output-path"])
        .arg(&report);
    cargo.env("PROPTEST_CASES", "32");
    run(&mut cargo)?;
    let text = std::fs::read(&report).context("target/coverage.json")?;
    let report: Report = serde_json::from_slice(&text).context("target/coverage.json")?;
    let files = core(&report);
    let mut total = (Counts::default(), Counts::default());
    println!("{:24}{:>16}{:>16}", "src/", "lines", "branches");
    for (name, (lines, branches)) in &files {
        println!("{name:24}{:>16}{:>16}", shown(*lines), shown(*branches));
        total.0 = plus(total.0, *lines);
        total.1 = plus(total.1, *branches);
    }
    println!("{:24}{:>16}{:>16}", "all", shown(total.0), shown(total.1));
    let unreached: Vec<String> = POLICY
        .into_iter()
        .filter(|name| {
            files
                .get(&format!("{name}.rs"))
                .is_none_or(|(lines, branches)| {
                    lines.covered < lines.count || branches.covered < branches.count
                })
        })
        .map(|name| format!("src/{name}.rs"))
        .collect();
    match unreached.is_empty() {
        true => Ok(()),
        false => bail!(
            "no test reaches some line or branch of {}; `cargo llvm-cov --package \
             aftercare-consensus --lib --tests --html` shows which",
            unreached.join(", ")
        ),
    }
}

/// The core's files by their names, without what is only for tests or the browser.
fn core(report: &Report) -> BTreeMap<String, (Counts, Counts)> {
    let source = root().join("src");
    let files = report.data.iter().flat_map(|data| &data.files);
    files
        .filter_map(|file| {
            let name = std::path::Path::new(&file.filename).strip_prefix(&source);
            let name = name.ok()?.to_string_lossy().into_owned();
            let summary = &file.summary;
            (!name.ends_with("tests.rs")).then_some((name, (summary.lines, summary.branches)))
        })
        .collect()
}

fn plus(one: Counts, other: Counts) -> Counts {
    Counts {
        count: one.count + other.count,
        covered: one.covered + other.covered,
    }
}

fn shown(Counts { count, covered }: Counts) -> String {
    match count {
        0 => "-".to_owned(),
        _ => format!("{covered}/{count}"),
    }
}

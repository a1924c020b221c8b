//! What is committed of what the data and the source come to, and what did a change do?

use std::fs;

use aftercare_consensus::{CORPUS, Elapsed, Minutes, Options, TreatedAt, guidance};
use anyhow::{Context, Result, anyhow};

use crate::build::build;
use crate::project::root;
use crate::run::{command, run, show_changes, step};

/// Renews what is generated and committed, and shows the difference to what was.
pub(crate) fn renew() -> Result<()> {
    step("renewing the statuses of the live data in tests/snapshots/");
    let mut test = command(
        "cargo",
        &["test", "--quiet", "--locked", "--test", "snapshot"],
    );
    run(test.env("UPDATE_EXPECT", "1"))?;
    step("renewing the example in README.md");
    example()?;
    build()?;
    step("renewing the tables of docs/element.md and the public API in tests/snapshots/");
    run(&mut command("node", &["xtask/api/renew.js"]))?;
    show_changes(&["tests/snapshots", "README.md", "docs/element.md"])
}

/// The example's answer is of the live data, so it changes with them; a test in
/// tests/node/ compares it with what the wasm says.
fn example() -> Result<()> {
    let path = root().join("README.md");
    let text = fs::read_to_string(&path)?;
    let (before, rest) = text
        .split_once("```json\n")
        .context("README.md has no example")?;
    let (_, after) = rest
        .split_once("```")
        .context("the example in README.md does not end")?;
    let treatment = text
        .split("guidance(\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let treatment = treatment.context("the example in README.md asks about no treatment")?;
    let options = Options {
        treated_at: TreatedAt::parse("17:00").map_err(|error| anyhow!(error))?,
        ..Options::default()
    };
    let elapsed = Elapsed::from_minutes(Minutes(14 * 60));
    let card = guidance(&CORPUS, treatment, elapsed, &options).map_err(|error| anyhow!(error))?;
    let card = serde_json::to_value(card)?;
    let fields = ["status", "summary", "fineFrom", "nextChange"]
        .map(|field| format!("  \"{field}\": {}", card[field]));
    let example = format!("{{\n{}\n}}\n", fields.join(",\n"));
    fs::write(path, format!("{before}```json\n{example}```{after}"))?;
    Ok(())
}

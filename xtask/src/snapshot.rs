//! What do the live data come to, and what did a change of them do?

use std::fs;

use aftercare_consensus::{
    CORPUS, ClockTime, Elapsed, Minutes, Options, TreatedAt, guidance, json,
};
use anyhow::{Context, Result, anyhow};

use crate::root;
use crate::run::{command, run, show_changes, step};

/// Renews the snapshot of statuses and shows the difference to what is
/// committed.
pub(crate) fn renew() -> Result<()> {
    step("renewing tests/snapshots/");
    let mut test = command(
        "cargo",
        &["test", "--quiet", "--locked", "--test", "snapshot"],
    );
    run(test.env("UPDATE_EXPECT", "1"))?;
    step("renewing the example in README.md");
    readme()?;
    show_changes(&["tests/snapshots", "README.md"])
}

/// The example's answer is of the live data, so it changes with them; a test in
/// tests/node/ holds it to what the wasm says.
fn readme() -> Result<()> {
    let path = root().join("README.md");
    let text = fs::read_to_string(&path)?;
    let (before, rest) = text
        .split_once("```json\n")
        .context("README.md has no example")?;
    let (_, after) = rest
        .split_once("```")
        .context("the example in README.md does not end")?;
    let elapsed = Elapsed::from_minutes(Minutes(14 * 60));
    let options = Options {
        treated_at: TreatedAt::Clock(ClockTime::parse("17:00").map_err(|error| anyhow!(error))?),
        ..Options::default()
    };
    let treatment = text
        .split("guidance(\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let treatment = treatment.context("the example in README.md asks about no treatment")?;
    let card = guidance(&CORPUS, treatment, elapsed, &options).map_err(|error| anyhow!(error))?;
    let example = format!(
        "{{\n  \"status\": {},\n  \"summary\": {},\n  \"fineFrom\": {},\n  \"nextChange\": {}\n}}\n",
        json::to_string(&card.status),
        json::to_string(&card.summary),
        json::to_string(&card.fine_from),
        json::to_string(&card.next_change),
    );
    fs::write(path, format!("{before}```json\n{example}```{after}"))?;
    Ok(())
}

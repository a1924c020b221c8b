//! How fast is the widget beside the same card in plain JavaScript, Preact, Lit
//! and React? The measuring itself is in `benches/`; here is what it needs.

use std::fs;

use anyhow::{Context, Result};
use clap::Args;

use crate::run::{command, run, step};
use crate::{build, peers, root, setup};

/// What is measured, and whether it is kept.
#[derive(Args)]
pub(crate) struct Bench {
    /// How often everything is measured; medians of fewer than 15 are for a look only.
    #[arg(long, default_value_t = 15)]
    runs: u32,
    /// Only the measurements of these names, such as `first` or `page`.
    #[arg(long)]
    only: Vec<String>,
    /// Writes what was measured to benches/results/, for the README.
    #[arg(long)]
    save: bool,
}

/// Builds the widget and its peers, compares their cards, and measures them.
pub(crate) fn bench(bench: &Bench) -> Result<()> {
    setup::chromium()?;
    build::build()?;
    let work = peers()?;
    step("comparing the peers' cards with the widget's");
    let mut same = command(
        "node",
        &["--test", "--test-reporter=spec", "benches/same.test.js"],
    );
    run(same.env("AFTERCARE_PEERS", &work))?;
    step("measuring; leave the machine alone meanwhile");
    let mut node = command("node", &["benches/run.js"]);
    node.env("AFTERCARE_PEERS", &work);
    node.arg(format!("--runs={}", bench.runs));
    for name in &bench.only {
        node.arg(format!("--only={name}"));
    }
    if bench.save {
        node.arg("--save");
    }
    run(&mut node)
}

/// The peers, built from the data as they are now; the folder where they are.
fn peers() -> Result<std::path::PathBuf> {
    setup::packages_of("benches")?;
    step("building the peers");
    let work = root().join("target/bench");
    fs::create_dir_all(&work)?;
    let corpus = work.join("corpus.json");
    let data = aftercare_loader::load(&root().join("data"))?;
    fs::write(&corpus, peers::corpus(&data)?).context("corpus.json")?;
    let out = work.join("peers");
    run(&mut command(
        "npm",
        &["run", "--silent", "--prefix", "benches", "types"],
    ))?;
    run(command("node", &["benches/build.js"]).arg(corpus).arg(&out))?;
    Ok(out)
}

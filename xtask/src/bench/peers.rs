//! Measures the widget and the same card in plain JavaScript, Preact, Lit and React. The
//! measuring itself is in `benches/`; this builds what it needs.

use anyhow::Result;
use clap::Args;

use super::corpus;
use crate::project::root;
use crate::run::{command, run as start, step};
use crate::{build, setup};

/// What is measured, and whether it is kept.
#[derive(Args)]
pub(crate) struct Peers {
    /// How often everything is measured; medians of fewer than 15 are for a look only.
    #[arg(long, default_value_t = 15)]
    runs: u32,
    /// Only the measurements of these names, such as `first` or `page`.
    #[arg(long)]
    only: Vec<String>,
    /// Writes benches/results/peers.{json,md}, and the table of docs/performance.md.
    #[arg(long)]
    save: bool,
}

/// Builds the widget and its peers, compares their cards, and measures them.
pub(super) fn run(peers: &Peers) -> Result<()> {
    setup::chromium()?;
    build::build()?;
    build_peers()?;
    step("comparing the peers' cards with the widget's");
    start(&mut command(
        "node",
        &["--test", "--test-reporter=spec", "benches/same.test.js"],
    ))?;
    step("measuring; leave the machine alone meanwhile");
    let mut node = command("node", &["benches/run.js"]);
    node.arg(format!("--runs={}", peers.runs));
    for name in &peers.only {
        node.arg(format!("--only={name}"));
    }
    if peers.save {
        node.arg("--save");
    }
    start(&mut node)
}

/// Builds the peers from the data as they are now, where `benches/lib/subjects.js` has them.
fn build_peers() -> Result<()> {
    setup::packages_of("benches")?;
    step("building the peers");
    let out = root().join("target/bench/peers");
    start(&mut command(
        "npm",
        &["run", "--silent", "--prefix", "benches", "types"],
    ))?;
    let mut node = command("node", &["benches/build.js"]);
    start(node.arg(corpus::write()?).arg(&out))
}

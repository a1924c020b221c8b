//! What does one call cost?

use anyhow::Result;
use clap::Args;

/// What to measure, and whether to keep it.
#[derive(Args)]
pub(crate) struct Calls {
    /// Writes benches/results/calls.{json,md}.
    #[arg(long)]
    save: bool,
}

pub(super) fn run(_calls: &Calls) -> Result<()> {
    Ok(())
}

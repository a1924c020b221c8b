//! What does a timeline cost as its answers grow?

use anyhow::Result;
use clap::Args;

/// What to measure, and whether to keep it.
#[derive(Args)]
pub(crate) struct Growth {
    /// Writes benches/results/growth.{json,md}.
    #[arg(long)]
    save: bool,
}

pub(super) fn run(_growth: &Growth) -> Result<()> {
    Ok(())
}

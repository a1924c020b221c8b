//! What do others rely on, and did a change of the source change it?

use anyhow::Result;

use crate::build::build;
use crate::run::{command, run, show_changes, step};

/// Renews what is generated from the source of the public surface, and shows
/// the difference to what is committed.
pub(crate) fn renew() -> Result<()> {
    build()?;
    step("renewing the tables of docs/element.md and tests/snapshots/api.txt");
    run(&mut command("node", &["xtask/api/renew.js"]))?;
    show_changes(&["docs/element.md", "tests/snapshots/api.txt"])
}

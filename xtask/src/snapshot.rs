//! What do the live data come to, and what did a change of them do?

use anyhow::Result;

use crate::run::{command, run, step};

/// Renews the snapshot of statuses and shows the difference to what is
/// committed.
pub(crate) fn renew() -> Result<()> {
    step("renewing tests/snapshots/");
    let mut test = command(
        "cargo",
        &["test", "--quiet", "--locked", "--test", "snapshot"],
    );
    run(test.env("UPDATE_EXPECT", "1"))?;
    run(&mut command(
        "git",
        &[
            "--no-pager",
            "diff",
            "--stat",
            "--patch",
            "--",
            "tests/snapshots",
        ],
    ))
}

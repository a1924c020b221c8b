//! Does the npm package build and run in the projects that others make? Each folder of
//! `tests/apps/` is one, as its own starter makes it, with locked versions.

use std::fs;

use anyhow::{Context, Result};

use crate::build::build;
use crate::project::root;
use crate::release::pack;
use crate::run::{command, run, step};
use crate::setup;

/// Those that every test run tries: Node, the bundler that most sites have, and React.
pub(crate) const FAST: [&str; 4] = ["node-esm", "node-cjs", "webpack", "vite-react"];

/// Packs the package, installs it into each project's copy in `target/apps/`, checks types,
/// builds, and looks at the page in Chromium; all projects where none is named.
pub(crate) fn apps(names: &[&str]) -> Result<()> {
    setup::build_tools()?;
    setup::browsers()?;
    build()?;
    let folder = root().join("target/apps");
    fs::create_dir_all(&folder)?;
    let tarball = pack(&folder)?;
    step("the package in projects of others");
    let mut node = command("node", &["tests/apps/run.js"]);
    node.env("AFTERCARE_BROWSER", "chromium");
    run(node.arg(tarball).args(names)).context("tests/apps")
}

//! How is another program run, and its step told?

use std::process::{Command, Stdio};

use anstyle::Style;
use anyhow::{Context, Result, bail};

use crate::project::root;

/// Says what is done now, on the error stream, so that output stays clean.
pub(crate) fn step(text: &str) {
    let bold = Style::new().bold();
    anstream::eprintln!("{bold}==> {text}{bold:#}");
}

/// A program with its arguments, run in the project's folder.
pub(crate) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Runs it, its output shown.
///
/// # Errors
/// Where it cannot start, or does not end well.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("`{shown}` cannot start; is it installed and on the PATH?"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Shows how files differ from what is committed.
///
/// # Errors
/// Where git cannot start, or does not end well.
pub(crate) fn show_changes(paths: &[&str]) -> Result<()> {
    let mut git = command("git", &["--no-pager", "diff", "--stat", "--patch", "--"]);
    run(git.args(paths))
}

fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

//! The machine, the commit and the time of a measurement.

use std::process::Command;

use anyhow::Result;
use serde::Serialize;
use time::OffsetDateTime;

use crate::project::root;

/// Stands beside every result that is kept.
#[derive(Serialize)]
pub(super) struct Machine {
    date: String,
    commit: String,
    processor: String,
    cores: usize,
    system: String,
    rust: String,
    node: String,
    /// How many programs wanted to run in the last minutes: more than cores means
    /// that others were at work.
    load: String,
}

impl Machine {
    /// This one, now.
    pub(super) fn here() -> Result<Self> {
        let now = OffsetDateTime::now_utc();
        let unknown = || "unknown".to_owned();
        Ok(Self {
            date: now.date().to_string(),
            commit: first_line("git", &["rev-parse", "--short", "HEAD"]).unwrap_or_else(unknown),
            processor: field("/proc/cpuinfo", "model name", ':').unwrap_or_else(unknown),
            cores: std::thread::available_parallelism()?.get(),
            system: field("/etc/os-release", "PRETTY_NAME", '=').unwrap_or_else(unknown),
            rust: first_line("rustc", &["--version"]).unwrap_or_else(unknown),
            node: first_line("node", &["--version"]).unwrap_or_else(unknown),
            load: load().unwrap_or_else(unknown),
        })
    }

    /// In one line.
    pub(super) fn sentence(&self) -> String {
        format!(
            "Measured on {} at {}: {}, {} cores, load {}, {}; {}, Node {}.",
            self.date,
            self.commit,
            self.processor,
            self.cores,
            self.load,
            self.system,
            self.rust,
            self.node
        )
    }
}

fn first_line(program: &str, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    let output = command.args(arguments).current_dir(root()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines().next().map(str::to_owned)
}

fn load() -> Option<String> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    text.split(' ').nth(1).map(str::to_owned)
}

/// The value of the first line of a file that begins so.
fn field(file: &str, name: &str, sign: char) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    let (_, value) = line.split_once(sign)?;
    Some(value.trim().trim_matches('"').to_owned())
}

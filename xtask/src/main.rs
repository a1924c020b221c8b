//! The project's commands: `cargo xtask …`.

mod api;
mod ask;
mod audit;
mod bare;
mod bench;
mod budget;
mod build;
mod bundle;
mod coverage;
mod details;
mod encoding;
mod fuzz;
mod hosts;
mod icons;
mod inside;
mod install;
mod integrity;
mod languages;
mod manifest;
mod mutants;
mod offline;
mod package;
mod page;
mod pseudo;
mod reproduce;
mod run;
mod sbom;
mod serve;
mod setup;

mod snapshot;
mod snip;
mod sources;
mod sums;
mod supply;
mod table;
mod test;
mod verify;
mod weigh;
mod worker;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The commands of aftercare-consensus.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds what is out of date and serves the page on this machine.
    Serve {
        /// The port; 0 takes a free one.
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Runs every check and test; installs what it needs on Debian as root.
    Test {
        /// Leaves the browsers out.
        #[arg(long)]
        quick: bool,
        /// Runs the browsers alone.
        #[arg(long, conflicts_with = "quick")]
        browsers: bool,
        /// Of the browsers' suite only the files of these names, such as `element`.
        #[arg(long, requires = "browsers")]
        only: Vec<String>,
    },
    /// Builds dist/ and prints what each file weighs, and its integrity hash.
    Build,
    /// Compares a published copy with the manifest.json beside it.
    Verify {
        /// The folder; dist/ where it is not given.
        folder: Option<PathBuf>,
        /// Builds this checkout and compares with that: a manifest can be changed
        /// with the files beside it.
        #[arg(long)]
        build: bool,
    },
    /// Builds the last commit twice, on two different machines as far as a build
    /// can tell, and compares every byte.
    Reproduce {
        /// Builds the working tree once more in another folder, as the gate does.
        #[arg(long)]
        quick: bool,
    },
    /// Checks where all that is built with comes from, and under which licences.
    Supply {
        /// Asks for known weaknesses instead, which needs GitHub and npm's registry.
        #[arg(long)]
        advisories: bool,
    },
    /// Tries whatever breaks it: each fuzz target for some time, on a nightly
    /// toolchain that it installs.
    Fuzz {
        /// In the browsers instead: 100,000 calls and changes in one page of each.
        #[arg(long)]
        browsers: bool,
        /// How long each target is tried.
        #[arg(long, default_value_t = 60)]
        seconds: u32,
        /// Only the targets of these names, such as `loader`.
        #[arg(long)]
        only: Vec<String>,
        /// Keeps the least of what was found that reaches as much in fuzz/corpus/.
        #[arg(long)]
        keep: bool,
    },
    /// Puts the element on a page and takes it off again 10,000 times, in each browser.
    Soak,
    /// Changes the code of the core in one place at a time, and fails where no
    /// test sees it.
    Mutants {
        /// All of the core; the files that make a status where it is not given.
        #[arg(long)]
        all: bool,
        /// Only the files of these names, such as `tally`.
        #[arg(long)]
        only: Vec<String>,
    },
    /// Counts the lines and branches of the core that tests reach; policy has none
    /// that they do not.
    Coverage,
    /// Prints the card for a treatment and the hours since it.
    Ask(ask::Ask),
    /// Counts the data by panel, kind, activity and rule, and names outliers,
    /// likely duplicates and answers that decide a status alone.
    Audit,
    /// Measures the widget beside the same card in plain JavaScript, Preact, Lit and
    /// React, in Chromium, and fails where it has become slower beside them; or, with a
    /// name, the engine.
    #[command(args_conflicts_with_subcommands = true)]
    Bench(bench::Bench),
    /// Renews the snapshot of the live data's statuses and shows what changed.
    Snapshot,
    /// Renews the tables of the README and the list of the public surface, and
    /// shows what changed.
    Api,
    /// Renews docs/page.png, the picture of the page in the README.
    Screenshot,
    /// Renews tests/looks/ and tests/snapshots/tree/: what readers see and hear in
    /// each state, over the frozen corpus.
    Screenshots,
}

fn main() -> ExitCode {
    match carry_out(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The causes in one line; a backtrace helps nobody who runs a command.
            eprintln!("Error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(command: Command) -> Result<()> {
    match command {
        Command::Serve { port } => {
            build::build()?;
            serve::serve_forever(port)
        }
        Command::Test {
            quick: false,
            browsers: true,
            only,
        } => test::browsers(&only),
        Command::Test { quick, .. } => test::test(quick),
        Command::Build => {
            build::build()?;
            weigh::print(&build::dist())
        }
        Command::Verify { folder, build } => {
            verify::print(&folder.unwrap_or_else(build::dist), build)
        }
        Command::Reproduce { quick: false } => reproduce::print(),
        Command::Reproduce { quick: true } => {
            build::build()?;
            reproduce::check()
        }
        Command::Supply { advisories } => supply::print(advisories),
        Command::Fuzz { browsers: true, .. } => test::at_length("fuzz", "AFTERCARE_FUZZ", 100_000),
        Command::Soak => test::at_length("soak", "AFTERCARE_SOAK", 10_000),
        Command::Mutants { all, only } => mutants::print(all, &only),
        Command::Coverage => coverage::print(),
        Command::Fuzz {
            browsers: false,
            seconds,
            only,
            keep,
        } => fuzz::targets(seconds, &only, keep),
        Command::Ask(ask) => ask::print(&ask),
        Command::Audit => audit::print(),
        Command::Bench(bench) => bench::run(&bench),
        Command::Snapshot => snapshot::renew(),
        Command::Api => api::renew(),
        Command::Screenshot => test::screenshot(),
        Command::Screenshots => test::screenshots(),
    }
}

/// The project's folder; or a copy of it, to see that it gives the same files.
fn root() -> PathBuf {
    if let Some(copy) = std::env::var_os(reproduce::COPY) {
        return PathBuf::from(copy);
    }
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map_or_else(|| PathBuf::from("."), PathBuf::from)
}

//! The project's commands: `cargo xtask …`.

mod apps;
mod ask;
mod audit;
mod base;
mod bench;
mod budget;
mod build;
mod hosts;
mod manifest;
mod project;
mod release;
mod review;
mod run;
mod serve;
mod setup;
mod snapshot;
mod test;
mod verify;
mod wordpress;

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
        #[arg(long, conflicts_with = "quick", group = "part")]
        browsers: bool,
        /// Tries the npm package in the projects of tests/apps/ alone.
        #[arg(long, conflicts_with = "quick", group = "part")]
        apps: bool,
        /// Tries the plugin in a WordPress alone.
        #[arg(long, conflicts_with_all = ["quick", "part"])]
        wordpress: bool,
        /// Tries the files for static hosts on nginx and Apache alone.
        #[arg(long, conflicts_with_all = ["quick", "part", "wordpress"])]
        hosting: bool,
        /// Of these only the files or the projects of these names, such as `element` or
        /// `webpack`.
        #[arg(long, requires = "part")]
        only: Vec<String>,
        /// Runs in each browser only what can run at length: elements that come and
        /// go 10,000 times, and 100,000 random calls and changes.
        #[arg(long, conflicts_with_all = ["quick", "part", "wordpress", "hosting"])]
        soak: bool,
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
    /// Makes release/: the npm package, the plugin for WordPress, the files for a static host
    /// and the bills of materials, with checksums.
    Release {
        /// The address of the folder that the files for a static host are for: their pages
        /// then name absolute addresses, and there is a sitemap.
        #[arg(long)]
        base: Option<base::Base>,
        /// Writes the files for a static host alone, into this folder.
        #[arg(long)]
        site: Option<PathBuf>,
    },
    /// Prints the card for a treatment and the hours since it.
    Ask(ask::Ask),
    /// Counts the data by panel, kind, activity and rule, and names outliers,
    /// likely duplicates and answers that decide a status alone.
    Audit,
    /// Writes one page for a doctor or nurse: every sentence that a patient can read, the
    /// rules and the sources; and prints how a review is recorded.
    Review,
    /// Measures the widget beside the same card in plain JavaScript, Preact, Lit and
    /// React, in Chromium, and fails where it has become slower beside them; or, with a
    /// name, the engine.
    #[command(args_conflicts_with_subcommands = true)]
    Bench(bench::Bench),
    /// Renews what is generated from the data and the source and is committed, and
    /// shows what changed: the live data's statuses, the public API, the documents'
    /// tables and example.
    Snapshot,
    /// Renews the pictures and accessibility trees of each state, which are kept for
    /// review, and the picture in the README.
    Screenshots,
}

fn main() -> ExitCode {
    match execute(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The causes in one line; a backtrace helps nobody who runs a command.
            eprintln!("Error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn execute(command: Command) -> Result<()> {
    match command {
        Command::Serve { port } => {
            build::build()?;
            serve::serve_forever(port)
        }
        Command::Test { soak: true, .. } => test::soak(),
        Command::Test {
            wordpress: true, ..
        } => wordpress::test(),
        Command::Test { hosting: true, .. } => release::test_hosting(),
        Command::Test {
            browsers: true,
            only,
            ..
        } => test::browsers(&only),
        Command::Test {
            apps: true, only, ..
        } => apps::apps(&only.iter().map(String::as_str).collect::<Vec<_>>()),
        Command::Test { quick, .. } => test::test(quick),
        Command::Build => {
            build::build()?;
            budget::print(&manifest::Manifest::read(&project::dist())?);
            Ok(())
        }
        Command::Verify { folder, build } => {
            verify::print(&folder.unwrap_or_else(project::dist), build)
        }
        Command::Release { base, site } => match site {
            None => release::release(base.as_ref()),
            Some(folder) => release::site_alone(&folder, base.as_ref()),
        },
        Command::Ask(ask) => ask::print(&ask),
        Command::Audit => audit::print(),
        Command::Review => review::write(),
        Command::Bench(bench) => bench::run(&bench),
        Command::Snapshot => snapshot::renew(),
        Command::Screenshots => test::screenshots(),
    }
}

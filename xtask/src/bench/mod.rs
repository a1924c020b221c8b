//! The benches: the widget and its peers, one call, and growth.

mod calls;
mod corpus;
mod fit;
mod growth;
mod machine;
mod peers;
mod plot;
mod results;

use anyhow::Result;
use clap::{Args, Subcommand};

/// What is measured: the widget beside its peers where no name is given.
#[derive(Args)]
pub(crate) struct Bench {
    #[command(subcommand)]
    engine: Option<Engine>,
    #[command(flatten)]
    peers: peers::Peers,
}

/// What else can be measured; each has its section in `benches/README.md`.
#[derive(Subcommand)]
enum Engine {
    /// One call of `guidance` and of `timeline`: natively, and in three browsers
    /// beside plain JavaScript that builds the same object.
    Calls(calls::Calls),
    /// What a timeline costs as its answers grow from 20 to 1,000,000.
    Growth(growth::Growth),
    /// Prints the shipped corpus as JSON, for the JavaScript of the benches.
    Corpus,
}

/// Takes the measurement.
pub(crate) fn run(bench: &Bench) -> Result<()> {
    match &bench.engine {
        None => peers::run(&bench.peers),
        Some(Engine::Calls(calls)) => calls::run(calls),
        Some(Engine::Growth(growth)) => growth::run(growth),
        Some(Engine::Corpus) => {
            println!("{}", corpus::json()?);
            Ok(())
        }
    }
}

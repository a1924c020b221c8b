//! Which measurements are there?

mod calls;
mod corpus;
mod fit;
mod growth;
mod machine;
mod plot;
mod results;

use anyhow::Result;
use clap::Subcommand;

/// What can be measured; each has its section in `benches/README.md`.
#[derive(Subcommand)]
pub(crate) enum Bench {
    /// One call of `guidance` and of `timeline`: natively, and in three browsers
    /// beside plain JavaScript that builds the same object.
    Calls(calls::Calls),
    /// What a timeline costs as its answers grow from 20 to 1,000,000.
    Growth(growth::Growth),
    /// Prints the shipped corpus as JSON, for the plain JavaScript of `calls`.
    Corpus,
}

/// Takes the measurement.
pub(crate) fn run(bench: &Bench) -> Result<()> {
    match bench {
        Bench::Calls(calls) => calls::run(calls),
        Bench::Growth(growth) => growth::run(growth),
        Bench::Corpus => {
            println!("{}", corpus::corpus()?);
            Ok(())
        }
    }
}

//! What must hold, whatever comes in?
//!
//! One function for each fuzz target of `fuzz/`: it makes a question, a data
//! folder or a file out of any bytes, and panics where something is not as it
//! must be. `tests/replay.rs` gives each of them every input that is kept in
//! `fuzz/corpus/`, on the stable toolchain.

mod answers;
mod choose;
mod corpus_of;
mod edits;
mod law;
mod loader;
mod pack;
mod query;

pub use answers::answers;
pub use loader::loader;
pub use pack::pack;
pub use query::query;

/// Takes any bytes; panics where something is not as it must be.
pub type Trial = fn(&[u8]);

/// The trials by the names of their fuzz targets.
pub const TRIALS: [(&str, Trial); 4] = [
    ("answers", answers),
    ("loader", loader),
    ("pack", pack),
    ("query", query),
];

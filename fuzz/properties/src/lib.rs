//! What must hold, whatever comes in?
//!
//! One function for each fuzz target: it makes a question, a data folder or a
//! language pack out of any bytes, and panics where something is not as it must be.
//! `tests/replay.rs` gives each of them every input that is kept in `fuzz/corpus/`,
//! on the stable toolchain.

mod answers;
mod codebook;
mod edits;
mod input;
mod language_pack;
mod load;
mod query;

pub use answers::answers;
pub use language_pack::language_pack;
pub use load::load;
pub use query::query;

/// Takes any bytes; panics where something is not as it must be.
pub type Property = fn(&[u8]);

/// The properties by the names of their fuzz targets.
pub const PROPERTIES: [(&str, Property); 4] = [
    ("answers", answers),
    ("language_pack", language_pack),
    ("load", load),
    ("query", query),
];

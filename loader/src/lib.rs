//! Reads the folder `data/`, checks every record, and writes the corpus as
//! static Rust tables.
//!
//! `build.rs` of the main crate calls [`load`] and [`tables`]; a bad record
//! stops the build with a [`Problem`] that names the file, the line, the value
//! and the remedy.
//!
//! ```
//! let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
//! let data = aftercare_loader::load(&folder).expect("the shipped data are sound");
//! assert!(data.treatments.iter().any(|treatment| treatment.id == "botox"));
//! ```

mod data;
mod deceit;
mod pack;
mod panels;
mod plural;
mod position;
mod problem;
mod source;
mod tables;
mod treatments;
mod vocabulary;
mod words;

pub use data::{
    Answer, Data, Language, Panel, PanelWords, Position, Source, Time, Treatment, Vocabulary,
    Weakens,
};
pub use pack::pack;
pub use plural::{Relation, relations};
pub use problem::{Problem, Problems};
pub use tables::{glance_tables, tables, word_enums};
pub use words::{KEYS, Key, Shape, UNUSED};

use std::path::Path;

/// Reads and checks the folder `data/`.
///
/// # Errors
/// All problems that were found, in the order in which they were found. A file
/// that cannot be read at all hides what depends on it.
pub fn load(folder: &Path) -> Result<Data, Problems> {
    let mut problems = Problems::new(folder);
    let data = read(folder, &mut problems);
    match data {
        Some(data) if problems.is_empty() => Ok(data),
        _ => Err(problems),
    }
}

fn read(folder: &Path, problems: &mut Problems) -> Option<Data> {
    let corpus = vocabulary::read_corpus(folder, problems);
    let vocabulary = vocabulary::read(folder, problems);
    let treatments = treatments::read(folder, problems);
    let (corpus, vocabulary, treatments) = (corpus?, vocabulary?, treatments?);
    let panels = panels::read(folder, &vocabulary, &treatments, &corpus.retired, problems);
    let languages = words::read(folder, &vocabulary, &panels, problems);
    Some(Data {
        version: corpus.version,
        updated: corpus.updated,
        vocabulary,
        treatments,
        panels,
        languages,
    })
}

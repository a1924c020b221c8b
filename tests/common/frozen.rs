//! The corpus of `tests/frozen/`.

use std::path::Path;
use std::sync::LazyLock;

use aftercare_corpus::{Corpus, load};

/// Where it stands as text.
pub(crate) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frozen");

pub(crate) static CORPUS: LazyLock<Corpus> = LazyLock::new(|| match load(Path::new(FOLDER)) {
    Ok(data) => data.corpus,
    Err(problems) => panic!("{problems}"),
});

//! The corpus of `tests/frozen/`, for the tests within the crate.

use std::path::Path;
use std::sync::LazyLock;

use aftercare_corpus::{Corpus, load};

pub(crate) static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen");
    match load(&folder) {
        Ok(data) => data.corpus,
        Err(problems) => panic!("the frozen corpus is broken:\n{problems}"),
    }
});

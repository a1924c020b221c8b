//! The corpus that is shipped: the folder `data/` as a constant, which the build script
//! writes.

use std as alloc;

use aftercare_corpus::Corpus;

include!(concat!(env!("OUT_DIR"), "/corpus.rs"));

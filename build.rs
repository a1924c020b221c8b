//! Writes the corpus as a constant of the program; a bad record stops the build.

use std::path::{Path, PathBuf};
use std::process::exit;

use aftercare_corpus::{Corpus, load};
use databake::Bake;

fn main() {
    let root = PathBuf::from(env("CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(env("OUT_DIR"));

    // Another folder of the same shape, for tests and for those who keep a
    // corpus of their own.
    println!("cargo::rerun-if-env-changed=AFTERCARE_DATA");
    let folder = std::env::var_os("AFTERCARE_DATA").map_or(root.join("data"), PathBuf::from);
    let mut corpus = read(&folder);
    if env("CARGO_CFG_TARGET_ARCH") == "wasm32" {
        keep_reference_language(&mut corpus);
        drop_rules(&mut corpus);
    }
    let constant = format!(
        "/// The corpus, as the folder `data/` has it.\n\
         pub static CORPUS: Corpus = {};\n",
        corpus.bake(&databake::CrateEnv::default())
    );
    let path = out.join("corpus.rs");
    if let Err(error) = std::fs::write(&path, constant) {
        stop(&format!("cannot write {}: {error}", path.display()));
    }
}

fn read(folder: &Path) -> Corpus {
    println!("cargo::rerun-if-changed={}", folder.display());
    match load(folder) {
        Ok(data) => data.corpus,
        Err(problems) => {
            for problem in problems.iter() {
                println!("cargo::error={problem}");
            }
            exit(1);
        }
    }
}

/// A browser loads the other languages as packs, where a reader wants them.
fn keep_reference_language(corpus: &mut Corpus) {
    let languages = corpus.languages.to_mut();
    let others = languages.split_off(languages.len().min(1));
    corpus.packs = others.iter().map(|words| words.language_name()).collect();
}

/// Which rules of the codebook are behind a position is read on the page of sources alone,
/// which is written when the project is built.
fn drop_rules(corpus: &mut Corpus) {
    for panel in corpus.panels.to_mut() {
        for answer in panel.answers.to_mut() {
            answer.source.rules = Vec::new().into();
        }
    }
}

fn env(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| stop(&format!("{name} is not set: build with cargo")))
}

fn stop(message: &str) -> ! {
    println!("cargo::error={message}");
    exit(1);
}

//! Writes the corpus as static tables; a bad record stops the build.

use std::path::{Path, PathBuf};
use std::process::exit;

use aftercare_loader::{Data, glance_tables, load, tables, word_enums};

fn main() {
    let root = PathBuf::from(env("CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(env("OUT_DIR"));

    // Another folder of the same shape, for tests and for those who keep a
    // corpus of their own.
    println!("cargo::rerun-if-env-changed=AFTERCARE_DATA");
    let shipped = std::env::var_os("AFTERCARE_DATA").map_or(root.join("data"), PathBuf::from);
    let shipped = read(&shipped);
    write(&out, "shipped.rs", &tables(&shipped));
    write(&out, "glance.rs", &glance_tables(&shipped));
    write(&out, "words.rs", &word_enums());

    // The corpus of the golden cases, where the tests are there.
    let frozen = root.join("tests/frozen");
    if frozen.is_dir() {
        write(&out, "frozen.rs", &tables(&read(&frozen)));
    }
}

fn read(folder: &Path) -> Data {
    println!("cargo::rerun-if-changed={}", folder.display());
    load(folder).unwrap_or_else(|problems| {
        for problem in problems.iter() {
            println!("cargo::error={problem}");
        }
        exit(1);
    })
}

fn write(out: &Path, name: &str, text: &str) {
    let path = out.join(name);
    if let Err(error) = std::fs::write(&path, text) {
        println!("cargo::error=cannot write {}: {error}", path.display());
        exit(1);
    }
}

fn env(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        println!("cargo::error={name} is not set: build with cargo");
        exit(1);
    })
}

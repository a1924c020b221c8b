//! Does everything still hold for each input that a fuzzer has found worth keeping?

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use aftercare_fuzz_properties::PROPERTIES;

/// Every file of `fuzz/corpus/<target>/`, given to the property of that name.
#[test]
fn every_kept_input_is_answered_or_refused() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let mut failed = Vec::new();
    for (name, property) in PROPERTIES {
        let folder = root.join(name);
        let inputs = fs::read_dir(&folder).unwrap_or_else(|error| {
            panic!(
                "{} cannot be read ({error}): keep its inputs there",
                folder.display()
            )
        });
        let mut count = 0;
        for input in inputs.flatten() {
            let bytes = fs::read(input.path()).expect("an input can be read");
            count += 1;
            if catch_unwind(|| property(&bytes)).is_err() {
                failed.push(format!("{name}: {}", input.path().display()));
            }
        }
        assert!(count >= 10, "only {count} inputs are kept for {name}");
    }
    assert!(
        failed.is_empty(),
        "what a fuzzer once found breaks something again:\n{}",
        failed.join("\n")
    );
}

/// A fuzz target for each property, lest one is never run.
#[test]
fn each_property_has_a_target() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("fuzz/Cargo.toml");
    for (name, _) in PROPERTIES {
        let target = fs::read_to_string(root.join(format!("fuzz_targets/{name}.rs")));
        let target = target.unwrap_or_else(|error| panic!("no fuzz target {name}: {error}"));
        assert!(target.contains(&format!("aftercare_fuzz_properties::{name}(bytes)")));
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
    }
}

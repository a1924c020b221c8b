//! Adding a treatment, an activity or a panel touches no Rust: no code names one.

use std::fs;
use std::path::{Path, PathBuf};

use aftercare_consensus::CORPUS;

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src/ can be listed").flatten() {
        let path = entry.path();
        if path.ends_with("tests") {
            // A test may ask for what the data have.
        } else if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_rust_names_a_panel_a_treatment_or_an_activity() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "corpus/src", "xtask/src"] {
        rust_files(&root.join(folder), &mut files);
    }
    assert!(files.len() > 20, "the sources were found");
    let ids = CORPUS.treatments.iter().map(|treatment| &*treatment.id);
    let ids = ids.chain(CORPUS.panels.iter().map(|panel| &*panel.id));
    let ids: Vec<&str> = ids
        .chain(CORPUS.activities.iter().map(|id| &**id))
        .collect();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source can be read");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        // Comments may give examples.
        for line in code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            for id in &ids {
                assert!(
                    !line.contains(&format!("\"{id}\"")),
                    "{} names {id:?}: an editor who adds another would have to change code\n{line}",
                    file.display()
                );
            }
        }
    }
}

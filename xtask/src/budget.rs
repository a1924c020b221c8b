//! How much may each file of `dist/` weigh?

use anyhow::{Result, bail};

use crate::manifest::{Manifest, matches};

/// The most bytes after brotli, by name; `*` stands for a version or a language.
///
/// A file that has become smaller gets a smaller budget, and one that has to grow
/// gets a larger one, in a commit that says what its bytes are worth.
const BUDGETS: &[(&str, usize)] = &[
    // What a clinic's page loads.
    ("aftercare-consensus.iife.js", 200_000),
    ("aftercare-consensus-*.iife.js", 200_000),
    ("aftercare-consensus.js", 200_000),
    ("split.js", 40_000),
    ("aftercare-consensus.wasm", 200_000),
    ("define.js", 200),
    // What the reader of another language loads beside it.
    ("aftercare-consensus.*.js", 9_000),
    // The page, and the frame for other sites.
    ("page.js", 200_000),
    ("frame.js", 200_000),
    ("embed.js", 350),
    ("sw.js", 2_300),
    ("page.css", 2_000),
    ("index.html", 2_500),
    ("index.*.html", 2_800),
    ("sources.html", 7_200),
    ("sources.*.html", 7_800),
    ("install.html", 3_800),
    ("embed.html", 350),
    ("manifest*.webmanifest", 400),
    ("icon*", 8_600),
    ("aftercare-offline*.html", 220_000),
    // For developers.
    ("*.d.ts", 8_000),
    ("package.json", 700),
    ("custom-elements.json", 3_200),
    ("README.md", 10_500),
    ("CHANGELOG.md", 8_000),
    ("LICENSE-*", 3_000),
];

/// Prints what each file weighs.
pub(crate) fn print(manifest: &Manifest) {
    let width = manifest.files.keys().map(String::len).max().unwrap_or(0);
    println!(
        "{:<width$} {:>9} {:>9} {:>9}  integrity",
        "file", "bytes", "brotli", "budget"
    );
    for (name, file) in &manifest.files {
        println!(
            "{name:<width$} {:>9} {:>9} {:>9}  {}",
            file.bytes,
            file.brotli,
            budget(name).unwrap_or_default(),
            file.integrity
        );
    }
}

/// Fails where a file is too heavy, or has no budget.
pub(crate) fn check(manifest: &Manifest) -> Result<()> {
    let mut wrong = Vec::new();
    for (name, file) in &manifest.files {
        match budget(name) {
            None => wrong.push(format!("{name} has no budget")),
            Some(budget) if file.brotli > budget => wrong.push(format!(
                "{name} weighs {} bytes after brotli, {} more than its budget of {budget}",
                file.brotli,
                file.brotli - budget
            )),
            Some(_) => {}
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    bail!(
        "{}. Make it smaller, or change BUDGETS in xtask/src/budget.rs and say in the commit \
         what the bytes are worth",
        wrong.join("; ")
    );
}

fn budget(name: &str) -> Option<usize> {
    BUDGETS
        .iter()
        .find(|(pattern, _)| matches(pattern, name))
        .map(|(_, budget)| *budget)
}

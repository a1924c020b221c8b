//! How much may each file of `dist/` weigh?

use anyhow::{Result, bail};

use crate::manifest::{Manifest, matches};

/// The most bytes after brotli, by name; `*` stands for a version or a language.
///
/// What a visitor loads has 2 % to spare: a file that has become smaller gets a smaller
/// budget, and one that has to grow gets a larger one, in a commit that says what its
/// bytes are worth. The design wants at most 64,000 for a script with everything inside;
/// nearly all that is above it is the wasm's code.
const BUDGETS: &[(&str, usize)] = &[
    // What a clinic's page loads.
    ("aftercare-consensus.iife.js", 137_900),
    ("aftercare-consensus-*.iife.js", 137_900),
    ("aftercare-consensus.js", 137_000),
    ("split.js", 34_000),
    ("aftercare-consensus.wasm", 101_100),
    ("define.js", 60),
    // What the reader of another language loads beside it.
    ("aftercare-consensus.*.js", 5_800),
    // The page, and the frame for other sites.
    ("page.js", 139_900),
    ("frame.js", 138_400),
    ("embed.js", 360),
    ("install.js", 840),
    ("card.js", 4_600),
    ("card.css", 1_100),
    ("card.html", 1_590),
    ("sw.js", 2_020),
    ("page.css", 2_400),
    ("prerendered.css", 2_940),
    ("index.html", 2_490),
    ("index.*.html", 2_660),
    ("sources.html", 7_650),
    ("sources.*.html", 8_200),
    ("install.html", 5_560),
    ("embed.html", 290),
    ("manifest*.webmanifest", 345),
    ("icon*", 8_550),
    ("aftercare-offline*.html", 155_200),
    ("paste.html", 138_100),
    // For developers.
    ("*.d.ts", 7_650),
    ("types-only.js", 100),
    ("package.json", 610),
    ("custom-elements.json", 2_800),
    ("README.md", 4_000),
    ("CHANGELOG.md", 4_000),
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

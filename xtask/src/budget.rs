//! How much may each file of `dist/` weigh?

use anyhow::{Result, bail};

use crate::manifest::{Manifest, matches};

/// The most bytes after brotli, by name; `*` stands for a version or a language.
///
/// What a visitor loads has 1 % to spare: a file that has become smaller gets a
/// smaller budget, and one that has to grow gets a larger one, in a commit that
/// says what its bytes are worth.
const BUDGETS: [(&str, usize); 34] = [
    // What a first visitor of the element loads.
    ("aftercare-consensus.iife.js", 75_000),
    ("aftercare-consensus.full.iife.js", 85_000),
    ("aftercare-consensus-*.full.iife.js", 85_000),
    ("aftercare-consensus-*.iife.js", 75_000),
    ("aftercare-consensus.js", 12_000),
    ("aftercare-consensus.wasm", 60_000),
    ("define.js", 211),
    // What a deeper look loads.
    ("aftercare-consensus-details-*.json", 6_000),
    ("aftercare-consensus-details-*.js", 6_000),
    // What the reader of another language loads beside it.
    ("aftercare-consensus-words-*.txt", 5_000),
    ("aftercare-consensus-words-*.js", 5_000),
    ("index.*.html", 4_500),
    ("sources.*.html", 10_000),
    ("manifest.*.webmanifest", 350),
    ("aftercare-offline.*.html", 106_000),
    // The page, and the frame for other sites.
    ("index.html", 4_000),
    ("sources.html", 9_000),
    ("install.html", 3_600),
    ("embed.html", 290),
    ("page.css", 3_000),
    ("page.js", 4_000),
    ("frame.js", 2_000),
    ("embed.js", 325),
    ("sw.js", 2_250),
    ("manifest.webmanifest", 295),
    ("icon.svg", 165),
    ("icon-*.png", 8_550),
    ("aftercare-offline.html", 105_000),
    // For developers.
    ("*.d.ts", 7_000),
    ("package.json", 600),
    ("custom-elements.json", 3_000),
    ("README.md", 10_000),
    ("CHANGELOG.md", 8_000),
    ("LICENSE-*", 3_000),
];

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

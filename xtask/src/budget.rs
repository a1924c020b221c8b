//! How much may each file of `dist/` weigh?

use anyhow::{Result, bail};

use crate::manifest::{Manifest, matches};

/// The most bytes after brotli, by name; `*` stands for a version or a language.
///
/// What a visitor loads has 1 % to spare: a file that has become smaller gets a
/// smaller budget, and one that has to grow gets a larger one, in a commit that
/// says what its bytes are worth.
const BUDGETS: &[(&str, usize)] = &[
    // What a first visitor of the element loads: ten TCP segments, one round trip.
    ("aftercare-consensus.iife.js", 14_600),
    ("aftercare-consensus.full.iife.js", 72_510),
    ("aftercare-consensus-*.full.iife.js", 72_510),
    ("aftercare-consensus-*.iife.js", 14_600),
    // The module's three files together, the same.
    ("aftercare-consensus.js", 10_170),
    ("aftercare-consensus-glance.wasm", 4_370),
    ("define.js", 60),
    // What a program loads beside the module.
    ("aftercare-consensus-apart.js", 2_630),
    // What a deeper look loads.
    ("aftercare-consensus-details-*.txt", 3_465),
    ("aftercare-consensus-details-*.js", 3_970),
    ("aftercare-consensus.wasm", 55_310),
    ("aftercare-consensus-rest-*.wasm", 55_310),
    ("aftercare-consensus-rest-*.js", 56_210),
    // What the reader of another language loads beside it.
    ("aftercare-consensus-words-*.txt", 3_440),
    ("aftercare-consensus-words-*.js", 3_550),
    ("index.*.html", 2_690),
    ("sources.*.html", 7_490),
    ("manifest.*.webmanifest", 350),
    ("aftercare-offline.*.html", 81_990),
    // The page, and the frame for other sites.
    ("index.html", 2_370),
    ("sources.html", 6_930),
    ("install.html", 3_690),
    ("embed.html", 290),
    ("page.css", 1_930),
    ("page.js", 1_996),
    ("frame.js", 935),
    ("embed.js", 313),
    ("sw.js", 2_225),
    ("manifest.webmanifest", 295),
    ("icon.svg", 165),
    ("icon-*.png", 8_550),
    ("aftercare-offline.html", 81_260),
    // For developers.
    ("*.d.ts", 4_530),
    ("package.json", 600),
    ("custom-elements.json", 3_000),
    ("aftercare-consensus.cdx.json", 3_000),
    ("README.md", 10_450),
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

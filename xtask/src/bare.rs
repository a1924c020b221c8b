//! Under which names do a wasm and the scripts know each other?
//!
//! The scripts call a wasm by hand (`www/wire.js`, `www/look.js`), so what wasm-bindgen
//! writes to stand between is left out, and each name is one letter.

use std::path::Path;

use anyhow::{Result, bail};
use walrus::Module;

/// What a script calls.
const CALLED: [&str; 6] = ["call", "due", "look", "memory", "room", "texts"];

/// Leaves of a wasm what is called by hand, each under its first letter, and what it calls as
/// `a`.
pub(crate) fn bare(wasm: &Path) -> Result<()> {
    let mut module = Module::from_file(wasm)?;
    let mut unused = Vec::new();
    for export in module.exports.iter_mut() {
        match CALLED.contains(&export.name.as_str()) {
            true => export.name.truncate(1),
            false => unused.push(export.id()),
        }
    }
    for id in unused {
        module.exports.delete(id);
    }
    walrus::passes::gc::run(&mut module);
    let names = module.imports.iter().map(|import| import.name.as_str());
    let names: Vec<&str> = names.collect();
    if names.len() > 1 {
        bail!(
            "the wasm imports {}; www/wire.js gives it one function",
            names.join(" and ")
        );
    }
    for import in module.imports.iter_mut() {
        import.module = "a".to_owned();
        import.name = "a".to_owned();
    }
    module.emit_wasm_file(wasm)
}

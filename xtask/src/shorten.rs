//! Under which names do the wasm and its glue know each other?
//!
//! wasm-bindgen gives each function that crosses a long name with a hash, which
//! stands in both files and hardly compresses. A letter does.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use walrus::Module;

type Names = BTreeMap<String, String>;

/// Shortens the names in the wasm and in its glue, and takes away the exports
/// that the glue does not use.
pub(crate) fn shorten(wasm: &Path, glue: &Path) -> Result<()> {
    let mut module = Module::from_file(wasm)?;
    let text = fs::read_to_string(glue)?;
    let mut imports = Names::new();
    for import in module.imports.iter_mut() {
        import.name = shortened(&mut imports, &import.name);
    }
    let used: Vec<&str> = pieces(&text)
        .filter(|(_, is_export)| *is_export)
        .map(|(name, _)| name)
        .collect();
    let mut exports = Names::new();
    let mut unused = Vec::new();
    for export in module.exports.iter_mut() {
        match used.contains(&export.name.as_str()) {
            true => export.name = shortened(&mut exports, &export.name),
            false => unused.push(export.id()),
        }
    }
    for id in unused {
        module.exports.delete(id);
    }
    fs::write(glue, renamed(&text, &imports, &exports))?;
    module.emit_wasm_file(wasm)
}

/// Leaves of a wasm that has no glue what is called by hand, each under its first letter.
pub(crate) fn bare(wasm: &Path) -> Result<()> {
    let mut module = Module::from_file(wasm)?;
    let mut unused = Vec::new();
    for export in module.exports.iter_mut() {
        match ["memory", "room", "look"].contains(&export.name.as_str()) {
            true => export.name.truncate(1),
            false => unused.push(export.id()),
        }
    }
    for id in unused {
        module.exports.delete(id);
    }
    walrus::passes::gc::run(&mut module);
    if let Some(import) = module.imports.iter().next() {
        bail!(
            "the wasm of a first look imports {}; it has no glue",
            import.name
        );
    }
    module.emit_wasm_file(wasm)
}

/// The short name of a long one: a letter, or several once these are used up.
fn shortened(names: &mut Names, long: &str) -> String {
    let mut place = names.len();
    let name = names.entry(long.to_owned()).or_insert_with(|| {
        let mut short = String::new();
        loop {
            short.extend(('a'..='z').nth(place % 26));
            place /= 26;
            if place == 0 {
                return short;
            }
        }
    });
    name.clone()
}

/// The glue with the short names.
fn renamed(glue: &str, imports: &Names, exports: &Names) -> String {
    pieces(glue)
        .map(|(piece, is_export)| {
            let names = if is_export { exports } else { imports };
            names.get(piece).map_or(piece, String::as_str)
        })
        .collect()
}

/// The names in a script and what stands between them; with each, whether it is
/// that of an export, as in `wasm.guidance`.
fn pieces(script: &str) -> impl Iterator<Item = (&str, bool)> {
    let of_name = |letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter);
    let mut rest = script;
    let mut before = ["", ""];
    std::iter::from_fn(move || {
        let first = of_name(rest.chars().next()?);
        let end = rest.find(|letter| of_name(letter) != first);
        let (piece, others) = rest.split_at(end.unwrap_or(rest.len()));
        rest = others;
        let is_export = before == ["wasm", "."];
        before = [before[1], piece];
        Some((piece, is_export))
    })
}

#[cfg(test)]
mod tests {
    use super::{Names, renamed, shortened};

    #[test]
    fn names_are_shortened_where_the_two_files_meet_and_nowhere_else() {
        let mut imports = Names::new();
        let mut exports = Names::new();
        shortened(&mut imports, "__wbg_set_1");
        shortened(&mut exports, "guidance");
        shortened(&mut exports, "memory");
        assert_eq!(
            renamed(
                "function guidance() { wasm.guidance(wasm.memory.buffer); } ({ __wbg_set_1: set, x: wasm.y })",
                &imports,
                &exports
            ),
            "function guidance() { wasm.a(wasm.b.buffer); } ({ a: set, x: wasm.y })"
        );
    }

    #[test]
    fn every_name_gets_one_of_its_own() {
        let mut names = Names::new();
        let short: Vec<String> = (0..60)
            .map(|place| shortened(&mut names, &place.to_string()))
            .collect();
        assert_eq!(short.first().map(String::as_str), Some("a"));
        for (place, name) in short.iter().enumerate() {
            assert_eq!(short.iter().position(|other| other == name), Some(place));
        }
        assert_eq!(shortened(&mut names, "59"), short[59]);
    }
}

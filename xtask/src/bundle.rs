//! How do the scripts come about? From the wasm, its glue, the style sheet and
//! the files of `www/`.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use aftercare_loader::Data;
use anyhow::{Context, Result};
use serde_json::json;
use wasm_bindgen_cli_support::Bindgen;

use crate::details::Details;
use crate::encoding::{checksum, encode};
use crate::integrity::integrity;
use crate::languages::Languages;
use crate::run::{command, run, step};
use crate::shorten::shorten;
use crate::snip::snip;
use crate::split::split;

/// What the scripts are made from, in a folder of their own.
pub(crate) struct Bundle {
    work: PathBuf,
    /// The part of the wasm that the first answer needs.
    pub(crate) first: PathBuf,
    /// The rest of it.
    pub(crate) rest: PathBuf,
}

impl Bundle {
    /// Writes what the sources import under names that begin with `built:`.
    pub(crate) fn new(
        work: &Path,
        compiled: &Path,
        details: &Details,
        languages: &Languages,
        data: &Data,
    ) -> Result<Self> {
        fs::create_dir_all(work)?;
        let bundle = Self {
            work: work.to_path_buf(),
            first: work.join("first.wasm"),
            rest: work.join("rest.wasm"),
        };
        for name in ["first", "rest", "element"] {
            let name = format!("{name}.css");
            bundle.style(&name, &work.join(&name))?;
        }
        let whole = bundle.optimise(compiled, data)?;
        bundle.write("first.js", &inline(&fs::read(&bundle.first)?))?;
        bundle.write("whole.js", &inline(&fs::read(whole)?))?;
        bundle.write("facts.js", &bundle.facts(details, languages)?)?;
        bundle.write("details-inside.js", &details.inside()?)?;
        bundle.write("details-imports.js", &details.imports())?;
        bundle.write("words-inside.js", &languages.inside()?)?;
        bundle.write("words-imports.js", &languages.imports())?;
        Ok(bundle)
    }

    /// Writes a file that scripts may import as `built:` and its name without an ending.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<()> {
        fs::write(self.work.join(name), text).with_context(|| name.to_owned())
    }

    /// The glue of wasm-bindgen, and the wasm as small as it gets: in two parts, and in
    /// one, whose path this gives.
    fn optimise(&self, compiled: &Path, data: &Data) -> Result<PathBuf> {
        step("writing the glue (wasm-bindgen)");
        let folder = self.work.join("glue");
        Bindgen::new()
            .input_path(compiled)
            .out_name("glue")
            .web(true)?
            .typescript(false)
            .omit_default_module_path(true)
            // Until the optimiser strips them.
            .remove_name_section(false)
            .remove_producers_section(true)
            .generate(&folder)?;
        let bound = folder.join("glue_bg.wasm");
        let glue = folder.join("glue.js");
        snip(&bound)?;
        shorten(&bound, &glue)?;
        let mut script = fs::OpenOptions::new().append(true).open(glue)?;
        script.write_all(JOIN.as_bytes())?;
        let parts = [folder.join("first.wasm"), folder.join("rest.wasm")];
        let words = data.languages.first().context("there is no language")?;
        split(
            &bound,
            [&parts[0], &parts[1]],
            &aftercare_loader::rest(words),
            fs::read(self.work.join("rest.css"))?,
        )?;
        step("optimising (wasm-opt -Oz)");
        let whole = self.work.join("whole.wasm");
        for (from, to) in [
            (&parts[0], &self.first),
            (&parts[1], &self.rest),
            (&bound, &whole),
        ] {
            shrink(from, to)?;
        }
        Ok(whole)
    }

    /// What the scripts know about their build.
    fn facts(&self, details: &Details, languages: &Languages) -> Result<String> {
        let rest = fs::read(&self.rest)?;
        let mut script = format!(
            "export const restSize = {};\nexport const restChecksum = {};\n",
            rest.len(),
            checksum(&rest)
        );
        for (name, value) in [
            ("build", json!(details.build())),
            ("integrity", json!(integrity(&fs::read(&self.first)?))),
            ("restIntegrity", json!(integrity(&rest))),
            ("restName", json!(rest_name(details))),
            ("detailsName", json!(details.name())),
            ("detailsSums", json!(details.sums()?)),
            ("wordsName", json!(languages.name())),
            ("wordsSums", json!(languages.sums())),
        ] {
            writeln!(script, "export const {name} = {value};")?;
        }
        Ok(script)
    }

    /// The second part of the wasm for the classic script: to be fetched, and as a script.
    pub(crate) fn write_rest(&self, dist: &Path, details: &Details) -> Result<()> {
        let name = rest_name(details);
        let rest = fs::read(&self.rest)?;
        let script = format!(
            "document.currentScript.dispatchEvent(new CustomEvent(\"rest\",{{detail:\"{}\"}}))\n",
            encode(&rest)
        );
        fs::write(dist.join(format!("{name}.js")), script)?;
        fs::write(dist.join(format!("{name}.wasm")), rest)?;
        Ok(())
    }

    /// Where scripts go that are only part of another file.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        self.work.join(name)
    }

    /// A style sheet of `www/`, minified.
    pub(crate) fn style(&self, name: &str, out: &Path) -> Result<()> {
        let mut style = esbuild();
        style
            .arg(format!("www/{name}"))
            .args(["--bundle", "--minify"]);
        run(style.arg(format!("--outfile={}", out.display())))
    }

    /// One entry of `www/`, with all that it imports.
    pub(crate) fn script(&self, entry: &str, format: &str, out: &Path) -> Result<()> {
        let mut bundle = esbuild();
        bundle.arg(format!("www/{entry}"));
        // ASCII alone: a page's charset cannot change it.
        bundle.args(["--bundle", "--minify", "--charset=ascii", "--target=es2022"]);
        bundle.arg(format!("--format={format}"));
        bundle.args(["--loader:.txt=text", "--loader:.css=text"]);
        // The glue has warnings for callers that are not ours.
        bundle.arg("--drop:console");
        bundle.arg("--external:./aftercare-consensus*");
        for (name, file) in [
            ("glue", "glue/glue.js"),
            ("first", "first.js"),
            ("whole", "whole.js"),
            ("first-style", "first.css"),
            ("whole-style", "element.css"),
            ("facts", "facts.js"),
            ("names", "names.js"),
            ("details-inside", "details-inside.js"),
            ("details-imports", "details-imports.js"),
            ("words-inside", "words-inside.js"),
            ("words-imports", "words-imports.js"),
            ("precache", "precache.js"),
        ] {
            let path = self.work.join(file);
            bundle.arg(format!("--alias:built:{name}={}", path.display()));
        }
        bundle.arg(format!("--outfile={}", out.display()));
        run(&mut bundle)?;
        fs::write(out, printable(&fs::read_to_string(out)?))?;
        Ok(())
    }
}

/// The optimiser's pass over one module.
fn shrink(from: &Path, to: &Path) -> Result<()> {
    // The features that Rust's target uses by default; all browsers of the
    // last four years have them.
    let features = [
        "--enable-bulk-memory",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
    ];
    let mut optimise = command("node", &["node_modules/binaryen/bin/wasm-opt", "-Oz"]);
    optimise.args(features).args([
        // Functions of their own, with few variables each, are larger but
        // compress better than large ones.
        "--one-caller-inline-max-function-size=20",
        "--local-cse",
        "-Oz",
        "--reorder-locals",
        // Rust keeps nothing at the lowest addresses but the end of its stack.
        "--low-memory-unused",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ]);
    run(optimise.arg(from).arg("-o").arg(to))
}

/// How the files of the second part begin: a script never meets those of another build.
fn rest_name(details: &Details) -> String {
    details.name().replace("-details-", "-rest-")
}

/// What the glue lacks: it gives the second part of the wasm what the first one shares.
const JOIN: &str = "
export function join(module) {
    return new WebAssembly.Instance(module, { ...__wbg_get_imports(), first: wasm });
}
";

/// The wasm within a script.
fn inline(wasm: &[u8]) -> String {
    format!(
        "export default {{ text: \"{}\", size: {}, checksum: {} }};\n",
        encode(wasm),
        wasm.len(),
        checksum(wasm)
    )
}

/// A script without control characters, which a page into which it is pasted may
/// lose. In a script they stand within texts alone, where they can be escaped.
fn printable(script: &str) -> String {
    let mut text = String::with_capacity(script.len());
    for letter in script.chars() {
        match letter {
            '\n' | '\t' => text.push(letter),
            _ if letter.is_ascii_control() => {
                let _ = write!(text, "\\x{:02x}", u32::from(letter));
            }
            _ => text.push(letter),
        }
    }
    text
}

// Called by its link, since its install may put a native program in its script's place.
fn esbuild() -> Command {
    command("node_modules/.bin/esbuild", &["--log-level=warning"])
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn a_control_character_is_written_as_an_escape() {
        assert_eq!(printable("a=\"\u{1}b\u{7f}\"\n"), "a=\"\\x01b\\x7f\"\n");
    }
}

//! How do the scripts come about? From both wasms, the style sheet and the files of
//! `www/`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use aftercare_consensus::{Blank, STALE_AFTER_MONTHS, STEPS};
use anyhow::{Context, Result};
use serde_json::json;
use wasm_bindgen_cli_support::Bindgen;

use crate::bare::bare;
use crate::build::Compiled;
use crate::details::Details;
use crate::encoding::{checksum, encode};
use crate::integrity::short_integrity;
use crate::languages::Languages;
use crate::run::{command, run, step};
use crate::snip::snip;

/// Properties that no browser, page or program has or reads by these names: in a script
/// they get shorter ones.
const INTERNAL: [&str; 10] = [
    "checksum",
    "due",
    "gone",
    "isFirst",
    "look",
    "restStyle",
    "stays",
    "texts",
    "unmount",
    "warning",
];

/// What the scripts are made from, in a folder of their own.
pub(crate) struct Bundle {
    work: PathBuf,
    /// The wasm of a first look.
    pub(crate) glance: PathBuf,
    /// The wasm of everything.
    pub(crate) whole: PathBuf,
    /// The same with the style sheet of what stands under the answer inside.
    pub(crate) rest: PathBuf,
}

impl Bundle {
    /// Writes what the sources import under names that begin with `built:`.
    pub(crate) fn new(
        work: &Path,
        compiled: &Compiled,
        details: &Details,
        languages: &Languages,
    ) -> Result<Self> {
        fs::create_dir_all(work)?;
        let bundle = Self {
            work: work.to_path_buf(),
            glance: work.join("glance.wasm"),
            whole: work.join("whole.wasm"),
            rest: work.join("rest.wasm"),
        };
        for name in ["first", "rest", "element"] {
            let name = format!("{name}.css");
            bundle.style(&name, &work.join(&name))?;
        }
        let sums = json!({ "details": details.sums()?, "words": languages.sums() });
        bundle.optimise(compiled, &sums.to_string())?;
        bundle.write("glance.js", &inline(&fs::read(&bundle.glance)?))?;
        bundle.write("whole.js", &inline(&fs::read(&bundle.whole)?))?;
        bundle.write("blank.js", &blank()?)?;
        bundle.write("facts.js", &bundle.facts(details)?)?;
        bundle.write(
            "apart.js",
            "export default () => import(\"./aftercare-consensus-apart.js\");\n",
        )?;
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

    /// Both wasms, as small as they get; what the scripts know once the whole has come is in
    /// that: the hashes of the texts beside it, and the style sheet.
    fn optimise(&self, compiled: &Compiled, sums: &str) -> Result<()> {
        step("binding (wasm-bindgen)");
        let whole = self.bind(&compiled.whole, "whole")?;
        snip(&whole)?;
        bare(&whole)?;
        // Nothing in it can panic, so there is nothing to snip.
        let glance = self.bind(&compiled.glance, "look")?;
        bare(&glance)?;
        step("optimising (wasm-opt -Oz)");
        shrink(&whole, &self.whole)?;
        shrink(&glance, &self.glance)?;
        let mut rest = fs::read(&self.whole)?;
        let style = fs::read_to_string(self.work.join("rest.css"))?;
        let known = format!("{sums}\n{}", style.trim_end());
        rest.extend(custom_section("rest", known.as_bytes()));
        fs::write(&self.rest, rest)?;
        Ok(())
    }

    /// What wasm-bindgen makes of a wasm, in a folder of its own: the path of the wasm, which
    /// keeps its names until the optimiser strips them.
    fn bind(&self, compiled: &Path, name: &str) -> Result<PathBuf> {
        let folder = self.work.join(name);
        Bindgen::new()
            .input_path(compiled)
            .out_name(name)
            .web(true)?
            .typescript(false)
            .omit_default_module_path(true)
            .remove_name_section(false)
            .remove_producers_section(true)
            .generate(&folder)?;
        Ok(folder.join(format!("{name}_bg.wasm")))
    }

    /// What the scripts know about their build.
    fn facts(&self, details: &Details) -> Result<String> {
        let rest = fs::read(&self.rest)?;
        let mut script = format!(
            "export const restSize = {};\nexport const restChecksum = {};\n",
            rest.len(),
            checksum(&rest)
        );
        for (name, value) in [
            ("build", json!(details.build())),
            (
                "glanceIntegrity",
                json!(short_integrity(&fs::read(&self.glance)?)),
            ),
            ("integrity", json!(short_integrity(&rest))),
            ("restName", json!(rest_name(details))),
        ] {
            writeln!(script, "export const {name} = {value};")?;
        }
        Ok(script)
    }

    /// Everything for the classic script: to be fetched, and as a script.
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
        bundle.arg(format!("--mangle-props=^({})$", INTERNAL.join("|")));
        bundle.arg("--external:./aftercare-consensus*");
        for (name, file) in [
            ("glance", "glance.js"),
            ("blank", "blank.js"),
            ("whole", "whole.js"),
            ("first-style", "first.css"),
            ("whole-style", "element.css"),
            ("facts", "facts.js"),
            ("names", "names.js"),
            ("apart", "apart.js"),
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
        // What esbuild minifies, this makes smaller by another 2 %.
        let mut shrink = command("node", &["node_modules/terser/bin/terser"]);
        shrink.arg(out).args(["--compress", "passes=3", "--mangle"]);
        shrink.args(["--ecma", "2020", "--format", "ascii_only"]);
        if format == "esm" {
            shrink.arg("--module");
        }
        run(shrink.arg("--output").arg(out))?;
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

/// A section that nobody runs, as it stands in a wasm.
fn custom_section(name: &str, content: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    put_length(&mut body, name.len());
    body.extend(name.as_bytes());
    body.extend(content);
    let mut section = vec![0];
    put_length(&mut section, body.len());
    section.extend(body);
    section
}

/// Seven bits a byte, the lowest first.
fn put_length(bytes: &mut Vec<u8>, length: usize) {
    let low = (length & 0x7f) as u8;
    match length >> 7 {
        0 => bytes.push(low),
        rest => {
            bytes.push(low | 0x80);
            put_length(bytes, rest);
        }
    }
}

/// The blank of a first look as a script.
fn blank() -> Result<String> {
    let corpus = aftercare_consensus::CORPUS;
    let blank = Blank::new(&corpus)?;
    let (year, month) = corpus.updated.split_once('-').context("no month")?;
    let months = year.parse::<u32>()? * 12 + month.parse::<u32>()?;
    let mut script = String::new();
    for (name, value) in [
        (
            "anyTreatment",
            json!(corpus.treatments.first().map(|names| names.id)),
        ),
        ("blank", json!(blank.markup)),
        ("steps", json!(STEPS)),
        ("staleAfter", json!(months + STALE_AFTER_MONTHS)),
    ] {
        writeln!(script, "export const {name} = {value};")?;
    }
    Ok(script)
}

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

//! How does `dist/` come about?

use std::fs;
use std::path::{Path, PathBuf};

use aftercare_consensus::{CORPUS, SOURCES, details, json};
use anyhow::{Context, Result, anyhow};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::run::{command, run, step};
use crate::setup::{TARGET, build_tools};
use crate::shorten::shorten;
use crate::snip::snip;
use crate::{page, root};

/// The name of every file that a site loads.
const NAME: &str = "aftercare-consensus";

/// Where the finished files are.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds `dist/` where it is out of date.
pub(crate) fn build() -> Result<()> {
    build_tools()?;
    let wasm = compile(None)?;
    let stamp = root().join("target/web/stamp");
    let inputs = fingerprint(&wasm)?;
    if dist().is_dir() && fs::read(&stamp).is_ok_and(|stamp| stamp == inputs) {
        step("dist/ is up to date");
        return Ok(());
    }
    let work = root().join("target/web");
    let bundle = Bundle::new(&work, &wasm)?;
    let dist = dist();
    if stamp.exists() {
        // A build that is broken off must not look finished.
        fs::remove_file(&stamp)?;
    }
    if dist.exists() {
        fs::remove_dir_all(&dist).context("dist/ cannot be emptied")?;
    }
    fs::create_dir_all(&dist)?;
    step("bundling the scripts");
    bundle.script("classic.js", "iife", &dist.join(format!("{NAME}.iife.js")))?;
    bundle.script("module.js", "esm", &dist.join(format!("{NAME}.js")))?;
    fs::copy(&bundle.wasm, dist.join(format!("{NAME}.wasm")))?;
    types(&dist)?;
    for words in CORPUS.languages {
        let entries = details(&CORPUS, &SOURCES, Some(words.id)).map_err(|error| anyhow!(error))?;
        let path = dist.join(format!("{NAME}.details.{}.json", words.id));
        fs::write(path, json::to_string(&entries))?;
    }
    step("writing the page");
    page::write(&dist)?;
    fs::write(stamp, inputs)?;
    Ok(())
}

/// The widget over another data folder, as a module for Node and browsers, for
/// the golden cases.
pub(crate) fn build_frozen() -> Result<PathBuf> {
    let wasm = compile(Some("tests/frozen"))?;
    let work = root().join("target/web-frozen");
    let bundle = Bundle::new(&work, &wasm)?;
    let out = work.join("dist");
    fs::create_dir_all(&out)?;
    bundle.script("module.js", "esm", &out.join(format!("{NAME}.js")))?;
    fs::copy(&bundle.wasm, out.join(format!("{NAME}.wasm")))?;
    Ok(out)
}

/// Compiles the wasm; the path of what cargo wrote.
fn compile(data: Option<&str>) -> Result<PathBuf> {
    step(match data {
        None => "compiling the widget to WebAssembly",
        Some(_) => "compiling the widget over the frozen corpus",
    });
    // A folder of its own for each corpus, or each build would undo the other's.
    let target = root().join(match data {
        None => "target",
        Some(_) => "target/frozen",
    });
    let mut cargo = command(
        "cargo",
        &[
            "build",
            "--package",
            NAME,
            "--lib",
            "--target",
            TARGET,
            "--profile",
            "wasm",
            "--locked",
        ],
    );
    cargo.arg("--target-dir").arg(&target);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", without_paths()?);
    match data {
        // What is built here is this project's own corpus, whatever the shell has set.
        None => cargo.env_remove("AFTERCARE_DATA"),
        Some(data) => cargo.env("AFTERCARE_DATA", root().join(data)),
    };
    run(&mut cargo)?;
    Ok(target
        .join(TARGET)
        .join("wasm")
        .join("aftercare_consensus.wasm"))
}

/// Compiler flags that keep this machine's folders out of the wasm, so that the
/// same commit gives the same bytes in any folder.
fn without_paths() -> Result<String> {
    let sysroot = command("rustc", &["--print", "sysroot"]).output()?.stdout;
    let sysroot = String::from_utf8(sysroot)?;
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo = std::env::var("CARGO_HOME").unwrap_or(format!("{home}/.cargo"));
    let flags = [
        (root().display().to_string(), "."),
        (cargo, "cargo"),
        (sysroot.trim().to_owned(), "rust"),
    ];
    let flags = flags.map(|(from, to)| format!("--remap-path-prefix={from}={to}"));
    // What separates flags, since a folder's name may hold spaces.
    Ok(flags.join("\x1f"))
}

/// What the scripts are made from: the glue, the wasm and the style sheet.
struct Bundle {
    work: PathBuf,
    wasm: PathBuf,
}

impl Bundle {
    fn new(work: &Path, compiled: &Path) -> Result<Self> {
        fs::create_dir_all(work)?;
        step("writing the glue (wasm-bindgen)");
        let glue = work.join("glue");
        Bindgen::new()
            .input_path(compiled)
            .out_name("glue")
            .web(true)?
            .typescript(false)
            .omit_default_module_path(true)
            // Until the optimiser strips them.
            .remove_name_section(false)
            .remove_producers_section(true)
            .generate(&glue)?;
        let bound = glue.join("glue_bg.wasm");
        snip(&bound)?;
        shorten(&bound, &glue.join("glue.js"))?;
        step("optimising (wasm-opt -Oz)");
        let wasm = work.join("optimised.wasm");
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
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ]);
        optimise.arg(bound).arg("-o").arg(&wasm);
        run(&mut optimise)?;
        let digits: String = fs::read(&wasm)?
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        fs::write(work.join("wasm.txt"), digits)?;
        let mut style = esbuild();
        style.arg("www/element.css").arg("--minify");
        style.arg(format!("--outfile={}", work.join("style.css").display()));
        run(&mut style)?;
        Ok(Self {
            work: work.to_path_buf(),
            wasm,
        })
    }

    /// One entry of `www/`, with all that it imports.
    fn script(&self, entry: &str, format: &str, out: &Path) -> Result<()> {
        let mut bundle = esbuild();
        bundle.arg(format!("www/{entry}"));
        bundle.args(["--bundle", "--minify", "--charset=utf8", "--target=es2022"]);
        bundle.arg(format!("--format={format}"));
        bundle.args(["--loader:.txt=text", "--loader:.css=text"]);
        for (name, file) in [
            ("built:glue", "glue/glue.js"),
            ("built:wasm", "wasm.txt"),
            ("built:style", "style.css"),
        ] {
            bundle.arg(format!("--alias:{name}={}", self.work.join(file).display()));
        }
        bundle.arg(format!("--outfile={}", out.display()));
        run(&mut bundle)
    }
}

// Called by its link, since its install may put a native program in its script's place.
fn esbuild() -> std::process::Command {
    command("node_modules/.bin/esbuild", &["--log-level=warning"])
}

/// The types, in one file.
fn types(dist: &Path) -> Result<()> {
    let types = fs::read_to_string(root().join("www/types.d.ts"))?;
    let module = fs::read_to_string(root().join("www/module.d.ts"))?;
    let own = module
        .lines()
        .filter(|line| !line.contains("./types.js"))
        .collect::<Vec<_>>()
        .join("\n");
    fs::write(
        dist.join(format!("{NAME}.d.ts")),
        format!("{types}{}\n", own.trim_end()),
    )?;
    Ok(())
}

/// Everything that `dist/` depends on, as a hash.
fn fingerprint(wasm: &Path) -> Result<Vec<u8>> {
    let mut hash = Sha256::new();
    hash.update(fs::read(wasm)?);
    hash.update(fs::read(root().join("package-lock.json"))?);
    hash.update(fs::read(std::env::current_exe()?)?);
    let mut files = Vec::new();
    for folder in ["data", "www"] {
        collect(&root().join(folder), &mut files)?;
    }
    files.sort();
    for file in files {
        hash.update(file.to_string_lossy().as_bytes());
        hash.update(fs::read(file)?);
    }
    Ok(hash.finalize().to_vec())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => collect(&path, files)?,
            false => files.push(path),
        }
    }
    Ok(())
}

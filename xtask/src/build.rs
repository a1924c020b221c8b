//! How does `dist/` come about?

use std::fs;
use std::path::{Path, PathBuf};

use aftercare_consensus::CORPUS;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::bundle::Bundle;
use crate::details::Details;
use crate::languages::Languages;
use crate::manifest::Manifest;
use crate::run::{command, run, step};
use crate::setup::{TARGET, build_tools};
use crate::{budget, package, page, pseudo, root, sbom, sums};

/// How the name of every file begins that a site loads.
pub(crate) const NAME: &str = "aftercare-consensus";

/// Where the finished files are.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds `dist/` where it is out of date.
pub(crate) fn build() -> Result<()> {
    build_tools()?;
    let compiled = Compiled::new(None)?;
    let stamp = root().join("target/web/stamp");
    let inputs = fingerprint(&compiled)?;
    if dist().is_dir() && fs::read(&stamp).is_ok_and(|stamp| stamp == inputs) {
        step("dist/ is up to date");
        return Ok(());
    }
    let data = aftercare_loader::load(&root().join("data"))?;
    let details = Details::shipped()?;
    let languages = Languages::of(&data);
    let bundle = Bundle::new(&root().join("target/web"), &compiled, &details, &languages)?;
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
    for (entry, kind) in [("classic.js", "iife.js"), ("full.js", "full.iife.js")] {
        let script = dist.join(format!("{NAME}.{kind}"));
        bundle.script(entry, "iife", &script)?;
        // For a site that pins a version.
        let version = env!("CARGO_PKG_VERSION");
        fs::copy(script, dist.join(format!("{NAME}-{version}.{kind}")))?;
    }
    package::write(&dist, &bundle)?;
    bundle.write_rest(&dist, &details)?;
    details.write(&dist)?;
    languages.write(&dist)?;
    step("writing the page");
    page::write(&dist, &bundle, &data)?;
    sbom::write(&dist)?;
    step("weighing");
    budget::check(&Manifest::write(&dist, CORPUS.version)?)?;
    sums::write(&dist)?;
    fs::write(stamp, inputs)?;
    Ok(())
}

/// The widget over another data folder, as a module for Node and browsers, for
/// the golden cases.
pub(crate) fn build_frozen() -> Result<PathBuf> {
    let compiled = Compiled::new(Some("tests/frozen"))?;
    let work = root().join("target/web-frozen");
    let data = aftercare_loader::load(&root().join("tests/frozen"))?;
    let languages = Languages::of(&data);
    let bundle = Bundle::new(&work, &compiled, &Details::none(), &languages)?;
    let out = work.join("dist");
    fs::create_dir_all(&out)?;
    package::module(&out, &bundle)?;
    languages.write(&out)?;
    // The element, for pictures that new data never change.
    bundle.script("full.js", "iife", &out.join(format!("{NAME}.full.iife.js")))?;
    pseudo::write()?;
    Ok(out)
}

/// What cargo has compiled.
pub(crate) struct Compiled {
    /// Everything.
    pub(crate) whole: PathBuf,
    /// A first look at an answer.
    pub(crate) glance: PathBuf,
}

impl Compiled {
    /// Compiles both over the shipped corpus, or that of another folder.
    fn new(data: Option<&str>) -> Result<Self> {
        step(match data {
            None => "compiling the widget to WebAssembly",
            Some(_) => "compiling the widget over the frozen corpus",
        });
        Ok(Self {
            glance: compile(data, "glance", &["--features", "glance"])?,
            whole: compile(data, "wasm", &[])?,
        })
    }
}

/// Compiles one wasm by a profile of its own; its path.
fn compile(data: Option<&str>, profile: &str, features: &[&str]) -> Result<PathBuf> {
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
            profile,
            "--locked",
        ],
    );
    cargo.args(features).arg("--target-dir").arg(&target);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", without_paths()?);
    match data {
        // What is built here is this project's own corpus, whatever the shell has set.
        None => cargo.env_remove("AFTERCARE_DATA"),
        Some(data) => cargo.env("AFTERCARE_DATA", root().join(data)),
    };
    run(&mut cargo)?;
    let folder = target.join(TARGET).join(profile);
    Ok(folder.join("aftercare_consensus.wasm"))
}

/// Compiler flags that keep this machine's folders out of the wasm, so that the
/// same commit gives the same bytes in any folder.
fn without_paths() -> Result<String> {
    let sysroot = command("rustc", &["--print", "sysroot"]).output()?.stdout;
    let sysroot = String::from_utf8(sysroot)?;
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo = std::env::var("CARGO_HOME").unwrap_or(format!("{home}/.cargo"));
    let mut paths = vec![
        (root().display().to_string(), "."),
        (cargo.clone(), "cargo"),
        (sysroot.trim().to_owned(), "rust"),
    ];
    // A folder for each registry, named after its address. The last flag wins.
    let registries = fs::read_dir(Path::new(&cargo).join("registry/src"));
    for registry in registries.into_iter().flatten().flatten() {
        paths.push((registry.path().display().to_string(), "crates"));
    }
    paths.sort();
    let mut flags: Vec<String> = paths
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={from}={to}"))
        .collect();
    // The linker's megabyte of stack is memory that each page would hold; nothing here
    // recurses over what it is given. A card uses an eighth of this (`soak.test.js`).
    flags.push("-Clink-arg=-zstack-size=32768".to_owned());
    // What separates flags, since a folder's name may hold spaces.
    Ok(flags.join("\x1f"))
}

/// Everything that `dist/` depends on, as a hash.
fn fingerprint(compiled: &Compiled) -> Result<Vec<u8>> {
    let mut hash = Sha256::new();
    hash.update(fs::read(&compiled.whole)?);
    hash.update(fs::read(&compiled.glance)?);
    for name in ["Cargo.lock", "package-lock.json"]
        .iter()
        .chain(&package::COPIED)
    {
        hash.update(fs::read(root().join(name))?);
    }
    hash.update(fs::read(std::env::current_exe()?)?);
    let mut files = Vec::new();
    for folder in ["data", "www", "xtask/api"] {
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

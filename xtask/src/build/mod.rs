//! How does `dist/` come about? Cargo, wasm-bindgen, wasm-opt, esbuild, and the pages.
//!
//! From the corpus and the sources of `www/` come first the generated sources in
//! `target/www/generated/`, then the scripts, the package and the pages in `dist/`.

mod answers;
mod bundle;
mod compile;
mod generated;
mod icons;
mod offline;
mod package;
mod pages;
mod paste;
mod prerender;
mod pseudolocale;
mod service_worker;
mod table;
mod templates;
mod wasm_text;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use aftercare_corpus::Data;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

pub(crate) use self::answers::panels;
pub(crate) use self::pages::SITEMAP;
pub(crate) use self::templates::{PageWords, Templates};

use self::bundle::Format;
use self::compile::compile;
use self::generated::Generated;
use crate::base::Base;
use crate::budget;
use crate::manifest::{Manifest, is_intact};
use crate::project::{NAME, VERSION, dist, root};
use crate::run::step;
use crate::setup::build_tools;

/// Builds `dist/` where it is out of date.
pub(crate) fn build() -> Result<()> {
    build_tools()?;
    let work = work();
    let _lock = lock(&work)?;
    let compiled = compile(None)?;
    let stamp = work.join("stamp");
    let inputs = fingerprint(&compiled)?;
    let is_current = fs::read(&stamp).is_ok_and(|stamp| stamp == inputs);
    if is_current && is_intact(&dist()) {
        step("dist/ is up to date");
        return Ok(());
    }
    if stamp.exists() {
        // A build that is interrupted must not look finished.
        fs::remove_file(&stamp)?;
    }
    let data = aftercare_corpus::load(&root().join("data"))?;
    let generated = Generated::write(work.join("generated"), &compiled, &data)?;
    let dist = dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).context("dist/ cannot be emptied")?;
    }
    fs::create_dir_all(&dist)?;
    scripts(&dist, &generated, &data)?;
    // For a site that pins a version.
    fs::copy(
        dist.join(format!("{NAME}.iife.js")),
        dist.join(format!("{NAME}-{VERSION}.iife.js")),
    )?;
    step("writing the package and the pages");
    package::write(&dist)?;
    pages::write(&dist, &generated, &data, None)?;
    let manifest = Manifest::write(&dist, &data.corpus.version)?;
    budget::check(&manifest)?;
    fs::write(stamp, inputs)?;
    Ok(())
}

/// Writes the pages of the build anew into a copy of `dist/`, with their addresses on a site.
pub(crate) fn write_pages_for(folder: &Path, base: &Base) -> Result<()> {
    let work = work();
    let _lock = lock(&work)?;
    let data = aftercare_corpus::load(&root().join("data"))?;
    let folder_of_build = work.join("generated");
    pages::write(
        folder,
        &Generated {
            folder: folder_of_build,
        },
        &data,
        Some(base),
    )
}

/// Where a build keeps what comes before `dist/`.
fn work() -> PathBuf {
    root().join("target/www")
}

/// Two commands at once must not write the same files.
fn lock(work: &Path) -> Result<File> {
    fs::create_dir_all(work)?;
    let lock = File::create(work.join("lock"))?;
    lock.lock()?;
    Ok(lock)
}

/// The scripts over the frozen corpus of the tests; their folder.
pub(crate) fn build_frozen() -> Result<PathBuf> {
    let folder = root().join("tests/frozen");
    let compiled = compile(Some("tests/frozen"))?;
    let work = root().join("target/www-frozen");
    let data = aftercare_corpus::load(&folder)?;
    let generated = Generated::write(work.join("generated"), &compiled, &data)?;
    let out = work.join("dist");
    fs::create_dir_all(&out)?;
    scripts(&out, &generated, &data)?;
    pseudolocale::write(&generated)?;
    Ok(out)
}

/// The classic script, the modules and the language packs.
fn scripts(out: &Path, generated: &Generated, data: &Data) -> Result<()> {
    step("bundling the scripts (esbuild)");
    for (entry, format, name) in [
        ("classic", Format::Iife, format!("{NAME}.iife.js")),
        ("module", Format::Esm, format!("{NAME}.js")),
        ("split", Format::Esm, "split.js".to_owned()),
    ] {
        let entry = format!("entries/{entry}.ts");
        bundle::script(&entry, format, &generated.folder, &out.join(name))?;
    }
    let import = ("./module", "./aftercare-consensus.js");
    bundle::module("entries/define.ts", import, &out.join("define.js"))?;
    fs::copy(generated.wasm(), out.join(format!("{NAME}.wasm")))?;
    // The first language is inside the wasm.
    for words in data.corpus.languages.iter().skip(1) {
        generated.language_pack(data, &words.id)?;
        let name = out.join(format!("{NAME}.{}.js", words.id));
        bundle::script(
            "entries/language.ts",
            Format::Iife,
            &generated.folder,
            &name,
        )?;
    }
    Ok(())
}

/// Everything that `dist/` depends on, as a hash.
fn fingerprint(compiled: &Path) -> Result<Vec<u8>> {
    let mut files = vec![
        compiled.to_path_buf(),
        std::env::current_exe()?,
        root().join("package-lock.json"),
        root().join("tsconfig.json"),
    ];
    files.extend(package::COPIED.map(|name| root().join(name)));
    for folder in ["data", "www", "xtask/api"] {
        collect(&root().join(folder), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.to_string_lossy().as_bytes());
        hash.update(fs::read(&file).with_context(|| file.display().to_string())?);
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

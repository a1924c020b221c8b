//! How does the Rust core become a wasm and its glue? By cargo, wasm-bindgen and wasm-opt.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::project::{NAME, root};
use crate::run::{command, run, step};
use crate::setup::TARGET;

/// What the optimizer makes, beside the glue, in the folder of the generated files.
pub(crate) const WASM: &str = "core.wasm";

/// Compiles the core over the shipped corpus, or over that of another folder; the
/// path of cargo's wasm.
pub(crate) fn compile(data: Option<&str>) -> Result<PathBuf> {
    step(match data {
        None => "compiling the core to WebAssembly",
        Some(_) => "compiling the core over the frozen corpus",
    });
    // A target folder for each corpus, or each build would undo the other's.
    let target = root().join(match data {
        None => "target",
        Some(_) => "target/frozen",
    });
    let mut cargo = command("cargo", &["build", "--locked", "--lib", "--package", NAME]);
    cargo.args(["--target", TARGET, "--profile", "wasm", "--target-dir"]);
    cargo.arg(&target);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", rustc_flags()?);
    match data {
        None => cargo.env_remove("AFTERCARE_DATA"),
        Some(data) => cargo.env("AFTERCARE_DATA", root().join(data)),
    };
    run(&mut cargo)?;
    Ok(target.join(TARGET).join("wasm/aftercare_consensus.wasm"))
}

/// Writes `wasm.js`, `wasm.d.ts` and the optimized wasm into a folder.
pub(crate) fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    step("binding (wasm-bindgen) and optimizing (wasm-opt -Os)");
    Bindgen::new()
        .input_path(compiled)
        .out_name("wasm")
        .web(true)?
        .typescript(true)
        // Each browser that runs this wasm has it.
        .encode_into(EncodeInto::Always)
        .omit_default_module_path(true)
        .generate(folder)?;
    let bound = folder.join("wasm_bg.wasm");
    let mut optimize = command("node", &["node_modules/binaryen/bin/wasm-opt", "-Os"]);
    // What Rust's target uses by default; all browsers of the last four years have them.
    for feature in [
        "bulk-memory",
        "multivalue",
        "mutable-globals",
        "nontrapping-float-to-int",
        "reference-types",
        "sign-ext",
    ] {
        optimize.arg(format!("--enable-{feature}"));
    }
    // Functions that are called once or are alike stay functions, what is computed twice
    // stays so, loads and stores are all of one alignment (a hint that no browser needs),
    // and data stay in one piece: so brotli finds more that is alike. What -Oz makes is
    // smaller, and more after brotli.
    optimize.args([
        "--one-caller-inline-max-function-size=0",
        "--dealign",
        "--skip-pass=local-cse",
        "--skip-pass=simplify-locals",
        "--skip-pass=memory-packing",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ]);
    run(optimize.arg(&bound).arg("-o").arg(folder.join(WASM)))?;
    for other in ["wasm_bg.wasm", "wasm_bg.wasm.d.ts"] {
        fs::remove_file(folder.join(other)).with_context(|| other.to_owned())?;
    }
    Ok(())
}

/// Compiler flags: a small stack, and none of this machine's folders in the wasm, so that
/// the same commit gives the same bytes in any folder.
fn rustc_flags() -> Result<String> {
    let sysroot = command("rustc", &["--print", "sysroot"]).output()?.stdout;
    let sysroot = String::from_utf8(sysroot)?;
    let version = command("rustc", &["--verbose", "--version"])
        .output()?
        .stdout;
    let version = String::from_utf8(version)?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .context("rustc names no commit")?;
    // Where the component rust-src is installed, rustc names std's files in its folder.
    let std_source = format!("{}/lib/rustlib/src/rust", sysroot.trim());
    let std_name = format!("/rustc/{commit}");
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo = std::env::var("CARGO_HOME").unwrap_or(format!("{home}/.cargo"));
    let mut paths = vec![
        (root().display().to_string(), "."),
        (cargo.clone(), "cargo"),
        (sysroot.trim().to_owned(), "rust"),
        (std_source, &std_name),
    ];
    // A folder for each registry, named after its address. The last flag wins.
    let registries = fs::read_dir(Path::new(&cargo).join("registry/src"));
    for registry in registries.into_iter().flatten().flatten() {
        paths.push((registry.path().display().to_string(), "crates"));
    }
    paths.sort();
    let remapped = paths
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={from}={to}"));
    // A stack of 32 KiB in place of 1 MiB: each page holds it, and since it comes first in
    // memory, each address behind it is a byte shorter. A test holds that a quarter is enough.
    let flags: Vec<String> = remapped
        .chain(["-Clink-arg=-zstack-size=32768".to_owned()])
        .collect();
    // What separates flags, since a folder's name may hold spaces.
    Ok(flags.join("\x1f"))
}

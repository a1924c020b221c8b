//! Does anything at all break it, when a machine looks for it?

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::root;
use crate::run::{run, step};
use crate::setup::{cargo_with_tools, install, nightly};

/// The version of the fuzzers' driver.
const CARGO_FUZZ: &str = "0.13.2";

/// The targets, and after how many inputs each begins anew: words that were read
/// stay for good, as they do in a browser, and so fill the memory in the end.
const TARGETS: [(&str, Option<u32>); 4] = [
    ("query", None),
    ("answers", None),
    ("loader", Some(30_000)),
    ("pack", Some(30_000)),
];

/// Fuzzes each target for so many seconds, or those that are named.
pub(crate) fn targets(seconds: u32, only: &[String], keep: bool) -> Result<()> {
    install("cargo-fuzz", CARGO_FUZZ, "which runs fuzzers")?;
    nightly()?;
    let mut chosen = TARGETS.to_vec();
    chosen.retain(|(name, _)| only.is_empty() || only.iter().any(|asked| asked == name));
    if chosen.is_empty() {
        let known = TARGETS.map(|(name, _)| name).join(", ");
        bail!(
            "no fuzz target is called {}; known are: {known}",
            only.join(", ")
        );
    }
    for (name, inputs) in chosen {
        target(name, inputs, Duration::from_secs(seconds.into()))?;
        if keep {
            minimise(name)?;
        }
    }
    Ok(())
}

fn target(name: &str, inputs: Option<u32>, time: Duration) -> Result<()> {
    step(&format!("fuzzing {name} for {} s", time.as_secs()));
    let found = found(name)?;
    let begun = Instant::now();
    while let Some(left) = time.checked_sub(begun.elapsed()) {
        let mut cargo = cargo_with_tools(Some("nightly"))?;
        // Safe Rust alone: what an address sanitizer would look for is not there,
        // and without one it tries several times as much.
        cargo.args(["fuzz", "run", "--sanitizer", "none", "--target-dir"]);
        cargo.arg(root().join("target/fuzz")).arg(name).arg(&found);
        cargo.arg(root().join("fuzz/corpus").join(name));
        cargo.args([
            "--",
            "-max_len=2048",
            "-timeout=20",
            "-rss_limit_mb=6144",
            "-verbosity=0",
        ]);
        cargo.args(["-print_final_stats=1"]);
        cargo.arg(format!("-max_total_time={}", left.as_secs().max(1)));
        if let Some(inputs) = inputs {
            cargo.arg(format!("-runs={inputs}"));
        }
        run(&mut cargo).with_context(|| {
            format!(
                "{name} breaks on an input in fuzz/artifacts/{name}/; mend the cause and \
                 keep the input in fuzz/corpus/{name}/, where every test run tries it again"
            )
        })?;
    }
    Ok(())
}

/// What this machine has found so far.
fn found(name: &str) -> Result<PathBuf> {
    let folder = root().join("target/fuzz-corpus").join(name);
    fs::create_dir_all(&folder).with_context(|| folder.to_string_lossy().into_owned())?;
    Ok(folder)
}

/// Of all that is kept and was found, the smallest set that reaches as much
/// becomes what is kept.
fn minimise(name: &str) -> Result<()> {
    step(&format!("keeping the least of {name} that reaches as much"));
    let (found, kept) = (found(name)?, root().join("fuzz/corpus").join(name));
    for entry in fs::read_dir(&kept)?.flatten() {
        fs::copy(entry.path(), found.join(entry.file_name()))?;
    }
    let mut cargo = cargo_with_tools(Some("nightly"))?;
    cargo.args(["fuzz", "cmin", "--sanitizer", "none", "--target-dir"]);
    cargo.arg(root().join("target/fuzz")).arg(name).arg(&found);
    run(cargo.args(["--", "-max_len=2048", "-rss_limit_mb=6144"]))?;
    fs::remove_dir_all(&kept)?;
    fs::create_dir_all(&kept)?;
    for entry in fs::read_dir(&found)?.flatten() {
        fs::copy(entry.path(), kept.join(entry.file_name()))?;
    }
    Ok(())
}

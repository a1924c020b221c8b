//! Does the same commit give the same bytes, whoever builds it and where?

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::build::dist;
use crate::run::{command, run, step};
use crate::{manifest, root};

/// Names another folder in the place of the project's own, for `check`.
pub(crate) const COPY: &str = "AFTERCARE_COPY";

/// What a build makes, and what it only looks up.
const MADE: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// Another length, and signs that a shell or a compiler may trip over.
const ELSEWHERE: &str = "a folder of somebody else's/with a name that is much longer";

/// What else may differ between two machines. Turkish has letters of its own for
/// "i", and its clock is not ours.
const OTHERWISE: [(&str, &str); 3] = [
    ("LC_ALL", "tr_TR.UTF-8"),
    ("TZ", "Pacific/Kiritimati"),
    ("SOURCE_DATE_EPOCH", "86400"),
];

/// Builds the last commit twice from nothing: here, and in another folder with
/// other caches, zone, locale and umask, some minutes later.
pub(crate) fn print() -> Result<()> {
    let folders = TempDir::new()?;
    let (here, there) = (folders.path().join("a"), folders.path().join(ELSEWHERE));
    for clone in [&here, &there] {
        let from = root();
        let mut git = command("git", &["clone", "--quiet"]);
        run(git.arg(from).arg(clone))?;
    }
    step("building the last commit in one folder, from nothing");
    run(&mut build_in(&here, "cargo"))?;
    step("building it in another, as somebody else would");
    // Cargo's caches in another place, with what has been downloaded.
    let cargo = folders.path().join("caches of somebody else");
    let (registry, own) = ("registry", cargo_home());
    copy(&own.join(registry), &cargo.join(registry), &[])?;
    let mut build = build_in(&there, "sh");
    // What npm needs it has from the first build.
    build
        .envs([
            ("CARGO_NET_OFFLINE", "true"),
            ("npm_config_offline", "true"),
        ])
        .env("RUSTUP_HOME", rustup_home())
        .env("CARGO_HOME", cargo);
    run(&mut build)?;
    told(&here.join("dist"), &there.join("dist"))
}

/// The short way, for the gate: a copy of the working tree, built by this very
/// program, with the same caches. It compiles the wasm a second time.
pub(crate) fn check() -> Result<()> {
    step("building it all again in another folder");
    let folder = TempDir::new()?;
    let there = folder.path().join(ELSEWHERE);
    copy(&root(), &there, &MADE)?;
    #[cfg(unix)]
    std::os::unix::fs::symlink(root().join("node_modules"), there.join("node_modules"))?;
    let mut build = Command::new(std::env::current_exe()?);
    build.arg("build").current_dir(&there).stdout(Stdio::null());
    run(build.envs(OTHERWISE).env(COPY, &there))?;
    told(&dist(), &there.join("dist"))
}

/// `cargo xtask build` in a clone.
fn build_in(clone: &Path, program: &str) -> Command {
    let mut build = Command::new(program);
    build.current_dir(clone).env_remove(COPY);
    build.env_remove("CARGO_TARGET_DIR").stdout(Stdio::null());
    match program {
        "cargo" => build.args(["xtask", "build"]),
        _ => build
            .args(["-c", "umask 077 && exec cargo xtask build"])
            .envs(OTHERWISE),
    };
    build
}

/// Says that two folders are the same, or in what they are not.
fn told(one: &Path, other: &Path) -> Result<()> {
    let (files, wrong) = differences(one, other)?;
    if !wrong.is_empty() {
        bail!(
            "the same commit gave other bytes in another folder: {}. Find what of the machine \
             got into the file; `without_paths` in xtask/src/build.rs keeps folders out of the wasm",
            wrong.join("; ")
        );
    }
    println!("All {files} files of dist/ are the same, byte for byte, in both folders.");
    Ok(())
}

/// How many files there are, and where they differ.
fn differences(one: &Path, other: &Path) -> Result<(usize, Vec<String>)> {
    let names: BTreeSet<String> = manifest::names(one)?
        .into_iter()
        .chain(manifest::names(other)?)
        .collect();
    let mut wrong = Vec::new();
    for name in &names {
        match (fs::read(one.join(name)), fs::read(other.join(name))) {
            (Ok(one), Ok(other)) => wrong.extend(difference(name, &one, &other)),
            (Ok(_), Err(_)) => wrong.push(format!("{name} is in the first alone")),
            _ => wrong.push(format!("{name} is in the second alone")),
        }
    }
    Ok((names.len(), wrong))
}

fn difference(name: &str, one: &[u8], other: &[u8]) -> Option<String> {
    if one == other {
        return None;
    }
    let same = one
        .iter()
        .zip(other)
        .take_while(|(one, other)| one == other);
    Some(format!(
        "{name} differs from byte {} on ({} and {} bytes)",
        same.count(),
        one.len(),
        other.len()
    ))
}

/// Copies a folder without some of what stands in it.
fn copy(from: &Path, to: &Path, without: &[&str]) -> Result<()> {
    fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let name = entry?.file_name();
        if without.iter().any(|other| name.to_str() == Some(other)) {
            continue;
        }
        let (from, to) = (from.join(&name), to.join(&name));
        match from.is_dir() {
            true => copy(&from, &to, &[])?,
            false => {
                fs::copy(&from, &to).with_context(|| from.display().to_string())?;
            }
        }
    }
    Ok(())
}

fn cargo_home() -> PathBuf {
    home("CARGO_HOME", ".cargo")
}

fn rustup_home() -> PathBuf {
    home("RUSTUP_HOME", ".rustup")
}

/// What a variable names, or a folder in the user's own.
fn home(variable: &str, folder: &str) -> PathBuf {
    let user = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default());
    std::env::var_os(variable).map_or_else(|| user().join(folder), PathBuf::from)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{copy, differences};

    #[test]
    fn a_byte_that_differs_and_a_file_too_many_are_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        for (at, text) in [(&one, "same"), (&other, "samE")] {
            fs::create_dir(at).expect("a folder");
            fs::write(at.join("a.js"), text).expect("a file");
            fs::write(at.join("b.js"), "b").expect("a file");
        }
        fs::write(other.join("c.js"), "c").expect("a file");
        let (files, wrong) = differences(&one, &other).expect("both can be read");
        assert_eq!(files, 3);
        assert_eq!(
            wrong,
            [
                "a.js differs from byte 3 on (4 and 4 bytes)",
                "c.js is in the second alone"
            ]
        );
    }

    #[test]
    fn a_copy_is_without_what_a_build_makes_but_only_at_the_top() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        for name in ["dist", "www/dist"] {
            fs::create_dir_all(from.join(name)).expect("a folder");
            fs::write(from.join(name).join("a.js"), "a").expect("a file");
        }
        copy(&from, &to, &["dist"]).expect("it can be copied");
        assert!(!to.join("dist").exists());
        assert!(to.join("www/dist/a.js").is_file());
    }
}

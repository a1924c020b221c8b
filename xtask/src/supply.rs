//! Where does all that is built with come from, and under which licences?

use std::fs;

use anyhow::{Context, Result, bail};
use cargo_metadata::MetadataCommand;
use serde::Deserialize;
use spdx::{Expression, LicenseReq, Licensee, ParseMode};

use crate::run::{command, run, step};
use crate::{inside, root, setup};

/// The one place that crates come from, as `Cargo.lock` and `deny.toml` write it.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The lock files: of the project, and of the fuzzers, which need another compiler.
const LOCKS: [&str; 2] = ["Cargo.lock", "fuzz/Cargo.lock"];

/// How the names of our own crates begin.
const OURS: [&str; 2] = ["aftercare-", "xtask"];

/// The list of licences, and what else `cargo deny` is told.
const LIST: &str = "deny.toml";

/// Everything that can be known here; or what is known to be weak.
pub(crate) fn print(advisories: bool) -> Result<()> {
    let deny = setup::cargo_deny()?;
    let deny = deny.to_string_lossy();
    if advisories {
        step("known weaknesses of crates (from GitHub) and of npm packages");
        run(&mut command(
            &deny,
            &["--locked", "--workspace", "check", "advisories"],
        ))?;
        return run(&mut command("npm", &["audit"]));
    }
    step("licences, sources and duplicates (cargo deny)");
    run(&mut command(
        &deny,
        &[
            "--locked",
            "--workspace",
            "check",
            "licenses",
            "bans",
            "sources",
        ],
    ))?;
    let wrong = problems()?;
    if !wrong.is_empty() {
        bail!("{}", wrong.join("; "));
    }
    println!("{}", inside_table()?);
    Ok(())
}

/// The crates inside the wasm, a line each.
fn inside_table() -> Result<String> {
    let crates = inside::crates()?;
    let lines = crates
        .iter()
        .map(|own| format!("{} {} ({})", own.name, own.version, own.licence));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

/// What a build needs no `cargo deny` to see, in seconds: a crate of another
/// place than crates.io, one without a hash, one under a licence that is not on
/// the list.
fn problems() -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    let mut locked = Vec::new();
    for path in LOCKS {
        locked.extend(inside::locked_in(path)?);
    }
    for locked in locked {
        let (name, version) = (&locked.name, &locked.version);
        match locked.source.as_deref() {
            None if OURS.iter().any(|own| name.starts_with(own)) => {}
            Some(CRATES_IO) if locked.checksum.is_some() => {}
            Some(CRATES_IO) => wrong.push(format!("{name} {version} has no hash in Cargo.lock")),
            other => wrong.push(format!(
                "{name} {version} comes from {}, and not from crates.io",
                other.unwrap_or("a folder")
            )),
        }
    }
    let text = fs::read_to_string(root().join(LIST)).context(LIST)?;
    let list: Deny = toml::from_str(&text).context(LIST)?;
    let allowed = list
        .licenses
        .allow
        .iter()
        .map(|name| Licensee::parse(name).with_context(|| format!("{name} in {LIST}")))
        .collect::<Result<Vec<_>>>()?;
    let metadata = MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .other_options(["--locked".to_owned()])
        .exec()?;
    for package in &metadata.packages {
        let licence = package.license.as_deref().unwrap_or("none");
        if !is_allowed(licence, &allowed) {
            wrong.push(format!(
                "{} {} is under {licence}, which {LIST} does not allow; take another crate, or \
                 read the licence and add it to the list",
                package.name, package.version
            ));
        }
    }
    Ok(wrong)
}

/// Whether the licences of the list are enough to use it.
fn is_allowed(licence: &str, allowed: &[Licensee]) -> bool {
    let satisfied = |asked: &LicenseReq| allowed.iter().any(|own| own.satisfies(asked));
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|terms| terms.evaluate(satisfied))
}

#[cfg(test)]
mod tests {
    use spdx::Licensee;

    use super::{is_allowed, problems};

    #[test]
    fn every_crate_is_locked_comes_from_crates_io_and_is_under_a_licence_of_the_list() {
        let wrong = problems().expect("cargo knows the crates");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn one_licence_of_two_is_enough_where_a_crate_leaves_the_choice_and_only_there() {
        let list = [Licensee::parse("MIT").expect("a licence")];
        assert!(is_allowed("MIT OR GPL-3.0-only", &list));
        assert!(is_allowed("MIT/Apache-2.0", &list));
        for refused in ["MIT AND GPL-3.0-only", "GPL-3.0-only", "none", ""] {
            assert!(!is_allowed(refused, &list), "{refused:?} is allowed");
        }
    }
}

//! Which crates are inside the wasm? As cargo itself resolves the build.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::build::NAME;
use crate::root;
use crate::run::command;
use crate::setup::TARGET;

/// A crate whose code is compiled into the wasm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Crate {
    pub(crate) name: String,
    pub(crate) version: String,
    /// As SPDX writes it.
    pub(crate) licence: String,
    pub(crate) repository: String,
    pub(crate) features: Vec<String>,
    /// The names of the crates that it calls.
    pub(crate) calls: Vec<String>,
    /// The hash of what the registry gave out, as the lock has it; none for our own.
    pub(crate) sha256: Option<String>,
}

/// What separates the columns; no name, licence or address holds one.
const COLUMNS: &str = "|{p}|{l}|{r}|{f}";

/// Every crate that the wasm is compiled from, by name, our own first. Macros
/// and build scripts run while it is built, and are not in it.
pub(crate) fn crates() -> Result<Vec<Crate>> {
    let tree = command(
        "cargo",
        &[
            "tree",
            "--locked",
            "--package",
            NAME,
            "--target",
            TARGET,
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "depth",
            "--no-dedupe",
            "--format",
            COLUMNS,
        ],
    )
    .output()
    .context("`cargo tree` cannot start")?;
    ensure!(
        tree.status.success(),
        "`cargo tree` failed: {}",
        String::from_utf8_lossy(&tree.stderr).trim()
    );
    let mut crates = read(&String::from_utf8(tree.stdout)?)?;
    let locked = locked()?;
    for own in &mut crates {
        own.sha256 = locked
            .iter()
            .find(|locked| locked.name == own.name && locked.version == own.version)
            .and_then(|locked| locked.checksum.clone());
    }
    Ok(crates)
}

/// The lines of `cargo tree`: how deep a crate stands, and its columns.
fn read(tree: &str) -> Result<Vec<Crate>> {
    let mut crates: BTreeMap<String, Crate> = BTreeMap::new();
    let mut above: Vec<String> = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let mut columns = line.splitn(5, '|');
        let mut column = || {
            columns
                .next()
                .with_context(|| format!("`cargo tree` says {line:?}"))
        };
        let depth: usize = column()?.parse()?;
        let package = column()?;
        let (name, version) = package
            .split_once(" v")
            .with_context(|| format!("`cargo tree` names {package:?}"))?;
        // Behind the version stands the folder of a crate of our own.
        let version = version.split(' ').next().unwrap_or(version);
        // As some wrote it before SPDX had a word for it.
        let licence = column()?.replace('/', " OR ");
        let repository = column()?.to_owned();
        let features = column()?
            .split(',')
            .map(str::trim)
            .filter(|feature| !feature.is_empty())
            .map(str::to_owned)
            .collect();
        above.truncate(depth);
        if let Some(caller) = above.last().and_then(|caller| crates.get_mut(caller))
            && !caller.calls.iter().any(|called| called == name)
        {
            caller.calls.push(name.to_owned());
            caller.calls.sort();
        }
        above.push(name.to_owned());
        let known = crates.entry(name.to_owned()).or_insert_with(|| Crate {
            name: name.to_owned(),
            version: version.to_owned(),
            licence,
            repository,
            features,
            calls: Vec::new(),
            sha256: None,
        });
        ensure!(
            known.version == version,
            "two versions of {name} are inside the wasm, {} and {version}: a phone pays for both; \
             `cargo tree --duplicates` shows who asks for which",
            known.version
        );
    }
    let mut crates: Vec<Crate> = crates.into_values().collect();
    crates.sort_by_key(|own| own.name != NAME);
    ensure!(
        crates.first().is_some_and(|own| own.name == NAME),
        "`cargo tree` names no {NAME}"
    );
    Ok(crates)
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

/// What `Cargo.lock` says of one crate, of those that run only on this machine too.
#[derive(Deserialize)]
pub(crate) struct Locked {
    pub(crate) name: String,
    pub(crate) version: String,
    /// The registry that it comes from; none for our own.
    pub(crate) source: Option<String>,
    /// The SHA-256 of what the registry gave out.
    pub(crate) checksum: Option<String>,
}

/// Everything in `Cargo.lock`.
pub(crate) fn locked() -> Result<Vec<Locked>> {
    locked_in("Cargo.lock")
}

/// Everything in a lock file.
pub(crate) fn locked_in(path: &'static str) -> Result<Vec<Locked>> {
    let text = fs::read_to_string(root().join(path)).context(path)?;
    let Lock { package } = toml::from_str(&text).context(path)?;
    Ok(package)
}

#[cfg(test)]
mod tests {
    use super::{crates, read};

    #[test]
    fn a_crate_is_listed_once_with_all_that_it_calls() {
        let tree = "0|aftercare-consensus v1.0.0 (/home)|MIT||\n\
                    1|b v2.0.0|MIT/Apache-2.0|https://b.example|one,two\n\
                    2|c v3.0.0|MIT||\n\
                    1|c v3.0.0|MIT||\n";
        let crates = read(tree).expect("the lines of a tree");
        let names: Vec<&str> = crates.iter().map(|own| own.name.as_str()).collect();
        assert_eq!(names, ["aftercare-consensus", "b", "c"]);
        assert_eq!(crates[0].calls, ["b", "c"]);
        assert_eq!(crates[1].calls, ["c"]);
        assert_eq!(crates[1].licence, "MIT OR Apache-2.0");
        assert_eq!(crates[1].features, ["one", "two"]);
    }

    #[test]
    fn two_versions_of_one_crate_are_refused() {
        let tree = "0|aftercare-consensus v1.0.0|MIT||\n1|b v1.0.0|MIT||\n1|b v2.0.0|MIT||\n";
        let said = read(tree).expect_err("a phone would pay twice").to_string();
        assert!(said.contains("two versions of b"), "{said}");
    }

    #[test]
    fn what_only_builds_the_wasm_is_not_inside() {
        let crates = crates().expect("cargo resolves this project");
        let has = |name: &str| crates.iter().any(|own| own.name == name);
        assert!(has("wasm-bindgen"));
        for outside in [
            "syn",
            "aftercare-loader",
            "toml",
            "serde_derive",
            "serde_json",
        ] {
            assert!(!has(outside), "{outside} is said to be inside the wasm");
        }
        for own in &crates[1..] {
            assert!(own.sha256.is_some(), "{} has no hash in the lock", own.name);
        }
    }
}

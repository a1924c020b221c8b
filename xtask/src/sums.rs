//! How does somebody without Rust see that a copy is whole? By a list that
//! `sha256sum --check` reads, which every Linux server has.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::manifest;

/// The list's own name. It lists every file but itself, the manifest too.
pub(crate) const NAME: &str = "SHA256SUMS";

/// Lists a folder that has its manifest already, and writes the list into it.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let list = list(dist)?;
    fs::write(dist.join(NAME), list).context(NAME)
}

/// The list as it should be: a hash and a name a line, in the order of the names.
fn list(folder: &Path) -> Result<String> {
    let mut list = String::new();
    for name in manifest::names(folder)?.iter().filter(|name| *name != NAME) {
        let bytes = fs::read(folder.join(name)).with_context(|| name.clone())?;
        writeln!(list, "{}  {name}", sha256(&bytes))?;
    }
    Ok(list)
}

/// In the digits that such lists have.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::sha256;

    #[test]
    fn it_is_what_sha256sum_computes() {
        // The example of FIPS 180-2.
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}

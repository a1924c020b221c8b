//! How does the npm package come about?

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::{VERSION, root};
use crate::run::{command, run, step};

/// What the package takes from the project as it is.
pub(crate) const COPIED: [&str; 3] = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// What is written for the package alone, beside its `package.json`.
const OWN: [&str; 6] = [
    "README.md",
    "aftercare-consensus.wasm.d.ts",
    "react.d.ts",
    "svelte.d.ts",
    "types-only.js",
    "vue.d.ts",
];

/// Writes what the package has beside its scripts.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let package = read("www/npm/package.json")?.replace("\"0.0.0\"", &format!("\"{VERSION}\""));
    fs::write(dist.join("package.json"), package)?;
    step("writing the declarations (tsc, Rolldown)");
    run(&mut command(
        "node_modules/.bin/tsc",
        &["--project", "xtask/api"],
    ))?;
    run(command("node", &["xtask/api/declarations.js"]).arg(dist))?;
    let manifest = dist.join("custom-elements.json");
    run(command("node", &["xtask/api/write-manifest.js"]).arg(manifest))?;
    for name in OWN {
        fs::write(dist.join(name), read(&format!("www/npm/{name}"))?)?;
    }
    for name in COPIED {
        fs::write(dist.join(name), without_dead_links(&read(name)?))?;
    }
    Ok(())
}

/// A text in Markdown whose links to files that are not in the package are plain words; a
/// picture goes.
fn without_dead_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let Some((target, behind)) = after.split_once(')') else {
            break;
        };
        rest = behind;
        let (file, _) = target.split_once('#').unwrap_or((target, ""));
        let is_alive = file.is_empty() || file.contains(':') || COPIED.contains(&file);
        match before.rsplit_once('[').filter(|_| !is_alive) {
            Some((earlier, words)) => match earlier.strip_suffix('!') {
                Some(earlier) => out += earlier,
                None => out.extend([earlier, words]),
            },
            None => out.extend([before, "](", target, ")"]),
        }
    }
    out + rest
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| path.to_owned())
}

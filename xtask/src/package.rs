//! How does the npm package come about?

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::NAME;
use crate::bundle::Bundle;
use crate::root;
use crate::run::{command, run};

/// What the package takes from the project as it is.
pub(crate) const COPIED: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Writes all of it into `dist`.
pub(crate) fn write(dist: &Path, bundle: &Bundle) -> Result<()> {
    module(dist, bundle)?;
    // A page waits for it, so it has no room for comments.
    let define = dist.join("define.js");
    fs::write(&define, published("define.js")?)?;
    let mut terser = command("node", &["node_modules/terser/bin/terser", "--module"]);
    terser.arg(&define).arg("--compress");
    run(terser.arg("--output").arg(&define))?;
    fs::write(dist.join("define.d.ts"), published("define-types.d.ts")?)?;
    fs::write(dist.join(format!("{NAME}.d.ts")), types()?)?;
    // The classic scripts define the element and a global.
    let script = published("define-types.d.ts")? + &published("global.d.ts")?;
    for name in ["iife", "full.iife"] {
        fs::write(dist.join(format!("{NAME}.{name}.d.ts")), &script)?;
    }
    let package = read("www/npm.json")?.replace("{{version}}", env!("CARGO_PKG_VERSION"));
    fs::write(dist.join("package.json"), package)?;
    let manifest = dist.join("custom-elements.json");
    run(command("node", &["xtask/api/write-manifest.js"]).arg(manifest))?;
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

/// The module and the wasm beside it: all that its users need.
pub(crate) fn module(out: &Path, bundle: &Bundle) -> Result<()> {
    bundle.script("module.js", "esm", &out.join(format!("{NAME}.js")))?;
    bundle.script("apart.js", "esm", &out.join(format!("{NAME}-apart.js")))?;
    fs::copy(&bundle.rest, out.join(format!("{NAME}.wasm")))?;
    fs::copy(&bundle.glance, out.join(format!("{NAME}-glance.wasm")))?;
    Ok(())
}

/// A file of `www/` under the names that the package has.
fn published(name: &str) -> Result<String> {
    let text = read(&format!("www/{name}"))?;
    Ok(text.replace("./module.js", &format!("./{NAME}.js")))
}

/// The types of the module, in one file.
fn types() -> Result<String> {
    let mut types = String::new();
    for name in ["types.d.ts", "element-types.d.ts", "module.d.ts"] {
        let text = read(&format!("www/{name}"))?;
        for line in text.lines().filter(|line| !line.contains(" from \"./")) {
            types += line;
            types += "\n";
        }
    }
    Ok(types)
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| path.to_owned())
}

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
    fs::write(dist.join("define.js"), published("define.js")?)?;
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
        fs::copy(root().join(name), dist.join(name)).with_context(|| name.to_owned())?;
    }
    Ok(())
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

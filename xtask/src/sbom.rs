//! What are the files of `dist/` made of? A bill of materials that other tools read.
//!
//! It holds no time and no random number: the same commit gives the same bytes.

use std::fs;
use std::path::Path;

use aftercare_consensus::CORPUS;
use anyhow::{Context, Result, bail};
use cyclonedx_bom::models::component::{Classification, Scope};
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::external_reference::{
    ExternalReference, ExternalReferenceType, ExternalReferences,
};
use cyclonedx_bom::models::hash::{Hash, HashAlgorithm, HashValue, Hashes};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::models::property::{Properties, Property};
use cyclonedx_bom::models::tool::Tools;
use cyclonedx_bom::prelude::{
    Bom, Component, Components, Metadata, Purl, SpecVersion, Uri, Validate,
};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::build::NAME;
use crate::inside::{self, Crate};
use crate::manifest::{self, matches};
use crate::root;
use crate::run::command;

/// The file in `dist/`.
pub(crate) const FILE: &str = "aftercare-consensus.cdx.json";

/// The files that hold a wasm, and with it code of others.
const CODE: [&str; 4] = [
    "*.wasm",
    "*.iife.js",
    "aftercare-consensus-rest-*.js",
    "aftercare-offline*.html",
];

/// The licence of what is ours, and of Rust's own library.
const OURS: &str = "MIT OR Apache-2.0";

/// The npm packages that write or shape code which is shipped, with their licences.
const TOOLS: [(&str, &str); 3] = [
    ("binaryen", "Apache-2.0"),
    ("esbuild", "MIT"),
    ("terser", "BSD-2-Clause"),
];

/// Writes it into `dist`, from the files that are there.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let crates = inside::crates()?;
    let (rust, corpus) = (rust()?, corpus());
    let compiled = [crates.first().map(reference), id(&rust), id(&corpus)];
    let mut components = Vec::new();
    let mut dependencies = Vec::new();
    for name in manifest::names(dist)? {
        if !CODE.iter().any(|pattern| matches(pattern, &name)) {
            continue;
        }
        let bytes = fs::read(dist.join(&name)).with_context(|| name.clone())?;
        let id = format!("file:{name}");
        let mut file = Component::new(Classification::File, &name, version(), Some(id.clone()));
        file.hashes = Some(sha256(&Sha256::digest(&bytes)));
        file.licenses = Some(licence(OURS));
        components.push(file);
        let parts = compiled.iter().flatten().cloned();
        dependencies.push(depends(id, parts.collect()));
    }
    for own in &crates {
        components.push(library_of(own)?);
        let called: Vec<String> = crates
            .iter()
            .filter(|other| own.calls.contains(&other.name))
            .map(reference)
            .collect();
        dependencies.push(depends(reference(own), called));
    }
    components.extend([rust, corpus]);
    let bom = Bom {
        spec_version: SpecVersion::V1_5,
        version: 1,
        serial_number: None,
        metadata: Some(Metadata {
            component: Some(product()),
            tools: Some(Tools::Object {
                services: None,
                components: Some(Components(tools()?)),
            }),
            ..Metadata::default()
        }),
        components: Some(Components(components)),
        dependencies: Some(Dependencies(dependencies)),
        services: None,
        external_references: None,
        compositions: None,
        properties: None,
        vulnerabilities: None,
        signature: None,
        annotations: None,
        formulation: None,
    };
    let found = bom.validate();
    if !found.passed() {
        bail!("the bill of materials is not sound: {found:?}");
    }
    let mut json = Vec::new();
    bom.output_as_json_v1_5(&mut json)?;
    json.push(b'\n');
    fs::write(dist.join(FILE), json).context(FILE)
}

fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The whole package, which is what the bill is of.
fn product() -> Component {
    let id = Some(NAME.to_owned());
    let mut product = Component::new(Classification::Library, NAME, version(), id);
    product.licenses = Some(licence(OURS));
    product
}

/// A crate that is compiled into the wasm.
fn library_of(own: &Crate) -> Result<Component> {
    let mut library = Component::new(
        Classification::Library,
        &own.name,
        &own.version,
        Some(reference(own)),
    );
    library.scope = Some(Scope::Required);
    library.licenses = Some(licence(&own.licence));
    if let Some(sum) = &own.sha256 {
        library.purl = Some(purl("cargo", &own.name, &own.version)?);
        library.hashes = Some(Hashes(vec![hash(sum.clone())]));
    }
    if !own.repository.is_empty() {
        let address = Uri::try_from(own.repository.clone())?;
        let reference = ExternalReference::new(ExternalReferenceType::Vcs, address);
        library.external_references = Some(ExternalReferences(vec![reference]));
    }
    if !own.features.is_empty() {
        library.properties = Some(property("cargo:features", &own.features.join(" ")));
    }
    Ok(library)
}

/// What others in the bill call a component.
fn id(component: &Component) -> Option<String> {
    component.bom_ref.clone()
}

fn reference(own: &Crate) -> String {
    format!("cargo:{}@{}", own.name, own.version)
}

/// The parts of Rust's own library that the wasm calls.
fn rust() -> Result<Component> {
    let (name, version) = ("Rust standard library", rustc()?);
    let id = Some(format!("rust:std@{version}"));
    let mut library = Component::new(Classification::Library, name, &version, id);
    library.scope = Some(Scope::Required);
    library.licenses = Some(licence(OURS));
    let address = Uri::try_from("https://github.com/rust-lang/rust".to_owned())?;
    let source = ExternalReference::new(ExternalReferenceType::Vcs, address);
    library.external_references = Some(ExternalReferences(vec![source]));
    Ok(library)
}

/// Such as "1.95.0".
fn rustc() -> Result<String> {
    let said = command("rustc", &["--version"]).output().context("rustc")?;
    let said = String::from_utf8(said.stdout)?;
    let version = said.split(' ').nth(1).context("rustc tells no version")?;
    Ok(version.to_owned())
}

/// The answers of doctors and instructions.
fn corpus() -> Component {
    let id = Some(format!("data:corpus@{}", CORPUS.version));
    let mut data = Component::new(Classification::Data, "corpus", CORPUS.version, id);
    data.licenses = Some(licence(OURS));
    data.properties = Some(property("aftercare-consensus:updated", CORPUS.updated));
    data
}

/// What shaped the code on its way, and is not in it.
fn tools() -> Result<Vec<Component>> {
    let lock = fs::read_to_string(root().join("package-lock.json")).context("package-lock.json")?;
    let lock: Value = serde_json::from_str(&lock).context("package-lock.json")?;
    let id = Some(format!("rust:rustc@{}", rustc()?));
    let mut compiler = Component::new(Classification::Application, "rustc", &rustc()?, id);
    compiler.licenses = Some(licence(OURS));
    let mut tools = vec![compiler];
    for (name, terms) in TOOLS {
        let version = lock["packages"][format!("node_modules/{name}")]["version"]
            .as_str()
            .with_context(|| format!("package-lock.json has no {name}"))?;
        let id = Some(format!("npm:{name}@{version}"));
        let mut tool = Component::new(Classification::Application, name, version, id);
        tool.licenses = Some(licence(terms));
        tool.purl = Some(purl("npm", name, version)?);
        tools.push(tool);
    }
    Ok(tools)
}

fn purl(kind: &str, name: &str, version: &str) -> Result<Purl> {
    Ok(Purl::new(kind, name, version)?)
}

fn licence(expression: &str) -> Licenses {
    Licenses(vec![LicenseChoice::expression(expression)])
}

fn property(name: &str, value: &str) -> Properties {
    Properties(vec![Property::new(name, value)])
}

fn sha256(digest: &[u8]) -> Hashes {
    let digits = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Hashes(vec![hash(digits)])
}

fn hash(digits: String) -> Hash {
    Hash {
        alg: HashAlgorithm::SHA_256,
        content: HashValue(digits),
    }
}

fn depends(dependency_ref: String, dependencies: Vec<String>) -> Dependency {
    Dependency {
        dependency_ref,
        dependencies,
    }
}

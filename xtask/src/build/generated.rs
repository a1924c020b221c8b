//! What do the sources of `www/` import as `generated/…`? What only a build knows:
//! the glue and the wasm, the labels, the style sheet, the versions.

use std::fs;
use std::path::{Path, PathBuf};

use aftercare_corpus::{Data, LanguagePack};
use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::bundle;
use super::compile::{WASM, bind};
use super::wasm_text::encode;
use crate::manifest::integrity;
use crate::project::VERSION;

/// The folder of the generated files.
pub(crate) struct Generated {
    pub(crate) folder: PathBuf,
}

impl Generated {
    /// Writes all that every bundle may import.
    pub(crate) fn write(folder: PathBuf, compiled: &Path, data: &Data) -> Result<Self> {
        fs::create_dir_all(&folder)?;
        let generated = Self { folder };
        bind(compiled, &generated.folder)?;
        let wasm = fs::read(generated.wasm())?;
        generated.constants("wasm-text.ts", &[("wasmText", json!(encode(&wasm)))])?;
        let style = generated.folder.join("style.css");
        bundle::style("style/index.css", &style)?;
        let style = fs::read_to_string(style)?;
        generated.constants("style.ts", &[("style", json!(style.trim()))])?;
        let labels = data.labels.first().context("there is no language")?;
        generated.constants("labels.ts", &[("labels", json!(labels))])?;
        let build = LanguagePack::version_for(VERSION, &data.corpus);
        generated.constants(
            "facts.ts",
            &[
                ("version", json!(VERSION)),
                ("build", json!(build)),
                ("wasmIntegrity", json!(integrity(&wasm))),
            ],
        )?;
        Ok(generated)
    }

    /// The optimized wasm.
    pub(crate) fn wasm(&self) -> PathBuf {
        self.folder.join(WASM)
    }

    /// Writes the pack that the bundle of a language imports.
    pub(crate) fn language_pack(&self, data: &Data, lang: &str) -> Result<()> {
        let pack = data.language_pack(lang, VERSION);
        let pack = pack.with_context(|| format!("there are no words for {lang}"))?;
        self.constants("language-pack.ts", &[("pack", json!(pack))])
    }

    /// Writes a file of exported constants.
    pub(crate) fn constants(&self, name: &str, constants: &[(&str, Value)]) -> Result<()> {
        let lines = constants
            .iter()
            .map(|(name, value)| format!("export const {name} = {value};\n"));
        let text: String = lines.collect();
        fs::write(self.folder.join(name), text).with_context(|| name.to_owned())
    }
}

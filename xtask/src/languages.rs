//! Where do the words of other languages than English go? Into files of their
//! own, which only their readers load, and into the scripts that hold everything.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use aftercare_loader::{Data, pack};
use anyhow::Result;

use crate::integrity::short_integrity;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The words as the wasm takes them, by language.
pub(crate) struct Languages {
    corpus: String,
    packs: Vec<(String, String)>,
}

impl Languages {
    /// Those of a data folder.
    pub(crate) fn of(data: &Data) -> Self {
        let others = data.languages.iter().filter(|words| !words.is_reference);
        Self {
            corpus: data.version.clone(),
            packs: others
                .map(|words| (words.id.clone(), pack(data, words, VERSION)))
                .collect(),
        }
    }

    /// How the files' names begin: a script never meets those of another build.
    pub(crate) fn name(&self) -> String {
        format!("aftercare-consensus-words-{VERSION}-{}", self.corpus)
    }

    /// The hash of the file of each, which the classic script takes.
    pub(crate) fn sums(&self) -> BTreeMap<String, String> {
        let packs = self.packs.iter();
        packs
            .map(|(lang, words)| (lang.clone(), short_integrity(words.as_bytes())))
            .collect()
    }

    /// A file for the classic script, and the same as a module, so that bundlers
    /// and Node find it.
    pub(crate) fn write(&self, dist: &Path) -> Result<()> {
        let name = self.name();
        for (lang, words) in &self.packs {
            fs::write(dist.join(format!("{name}.{lang}.txt")), words)?;
            let module = format!("export default {};\n", text(words)?);
            fs::write(dist.join(format!("{name}.{lang}.js")), module)?;
        }
        Ok(())
    }

    /// All words as a script.
    pub(crate) fn inside(&self) -> Result<String> {
        let mut script = "export default {\n".to_owned();
        for (lang, words) in &self.packs {
            writeln!(script, "{}: {},", text(lang)?, text(words)?)?;
        }
        Ok(script + "};\n")
    }

    /// A script that imports the words of a language when it is asked to.
    pub(crate) fn imports(&self) -> String {
        let name = self.name();
        let mut script = "export default {\n".to_owned();
        for (lang, _) in &self.packs {
            let _ = writeln!(script, "\"{lang}\": () => import(\"./{name}.{lang}.js\"),");
        }
        script + "};\n"
    }
}

fn text(text: &str) -> Result<String> {
    Ok(serde_json::to_string(text)?)
}

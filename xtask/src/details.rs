//! Where do the texts of the answers go? Into files of their own, which only a
//! deeper look loads, and into the scripts that hold everything.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use aftercare_consensus::{CORPUS, SOURCES, details, json};
use anyhow::{Result, anyhow};

use crate::integrity::short_integrity;

/// The texts, by language, and the build that they belong to.
pub(crate) struct Details {
    corpus: String,
    /// A language and its texts as JSON.
    texts: Vec<(String, String)>,
}

impl Details {
    /// Those of the corpus that is shipped.
    pub(crate) fn shipped() -> Result<Self> {
        let texts = CORPUS.languages.iter().map(|words| {
            let entries =
                details(&CORPUS, &SOURCES, Some(words.id)).map_err(|error| anyhow!(error))?;
            Ok((words.id.to_owned(), json::to_string(&entries)))
        });
        Ok(Self {
            corpus: CORPUS.version.to_owned(),
            texts: texts.collect::<Result<_>>()?,
        })
    }

    /// None: for a build that is not shipped.
    pub(crate) fn none() -> Self {
        Self {
            corpus: "frozen".to_owned(),
            texts: Vec::new(),
        }
    }

    /// What tells one build from another: the version of the package and of its data.
    pub(crate) fn build(&self) -> String {
        format!("{}+{}", env!("CARGO_PKG_VERSION"), self.corpus)
    }

    /// How the files' names begin: a script never meets those of another build.
    pub(crate) fn name(&self) -> String {
        format!(
            "aftercare-consensus-details-{}-{}",
            env!("CARGO_PKG_VERSION"),
            self.corpus
        )
    }

    /// The name of each file and what it holds: JSON for the classic script, and
    /// the same as a module, so that bundlers and Node find it.
    pub(crate) fn files(&self) -> Result<Vec<(String, String)>> {
        let build = serde_json::to_string(&self.build())?;
        let name = self.name();
        Ok(self
            .texts
            .iter()
            .flat_map(|(lang, texts)| {
                [
                    (
                        format!("{name}.{lang}.json"),
                        format!("{{\"build\":{build},\"details\":{texts}}}\n"),
                    ),
                    (
                        format!("{name}.{lang}.js"),
                        format!("export const build = {build};\nexport default {texts};\n"),
                    ),
                ]
            })
            .collect())
    }

    /// The hash of the JSON of each language, which the classic script takes.
    pub(crate) fn sums(&self) -> Result<BTreeMap<String, String>> {
        let files = self.files()?;
        let json = files.iter().filter(|(name, _)| name.ends_with(".json"));
        // In the order of the languages, as `files` has them.
        let languages = self.texts.iter().map(|(lang, _)| lang.clone());
        Ok(languages
            .zip(json.map(|(_, text)| short_integrity(text.as_bytes())))
            .collect())
    }

    pub(crate) fn write(&self, dist: &Path) -> Result<()> {
        for (name, text) in self.files()? {
            fs::write(dist.join(name), text)?;
        }
        Ok(())
    }

    /// All texts as a script.
    pub(crate) fn inside(&self) -> Result<String> {
        let mut script = "export default {\n".to_owned();
        for (lang, texts) in &self.texts {
            writeln!(script, "{}: {texts},", serde_json::to_string(lang)?)?;
        }
        Ok(script + "};\n")
    }

    /// A script that imports the texts of a language when it is asked to.
    pub(crate) fn imports(&self) -> String {
        let name = self.name();
        let mut script = "export default {\n".to_owned();
        for (lang, _) in &self.texts {
            let _ = writeln!(script, "\"{lang}\": () => import(\"./{name}.{lang}.js\"),");
        }
        script + "};\n"
    }
}

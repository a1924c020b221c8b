//! Where do the texts of the answers go? Into files of their own, which only a
//! deeper look loads, and into the scripts that hold everything.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use aftercare_consensus::{CORPUS, Detail, SOURCES, details, json};
use anyhow::{Result, anyhow};

use crate::integrity::short_integrity;

/// The texts, by language, and the build that they belong to.
pub(crate) struct Details {
    corpus: String,
    /// A language, and its texts as JSON and packed.
    texts: Vec<(String, String, String)>,
}

impl Details {
    /// Those of the corpus that is shipped.
    pub(crate) fn shipped() -> Result<Self> {
        let texts = CORPUS.languages.iter().map(|words| {
            let entries =
                details(&CORPUS, &SOURCES, Some(words.id)).map_err(|error| anyhow!(error))?;
            Ok((
                words.id.to_owned(),
                json::to_string(&entries),
                packed(&entries),
            ))
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

    /// The name of each file and what it holds: packed for the classic script, and
    /// as a module, so that bundlers and Node find it.
    pub(crate) fn files(&self) -> Result<Vec<(String, String)>> {
        let build = serde_json::to_string(&self.build())?;
        let name = self.name();
        Ok(self
            .texts
            .iter()
            .flat_map(|(lang, texts, packed)| {
                [
                    (format!("{name}.{lang}.txt"), packed.clone()),
                    (
                        format!("{name}.{lang}.js"),
                        format!("export const build = {build};\nexport default {texts};\n"),
                    ),
                ]
            })
            .collect())
    }

    /// The hash of what the classic script takes, by language.
    pub(crate) fn sums(&self) -> Result<BTreeMap<String, String>> {
        let files = self.files()?;
        let packed = files.iter().filter(|(name, _)| name.ends_with(".txt"));
        // In the order of the languages, as `files` has them.
        let languages = self.texts.iter().map(|(lang, ..)| lang.clone());
        Ok(languages
            .zip(packed.map(|(_, text)| short_integrity(text.as_bytes())))
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
        for (lang, texts, _) in &self.texts {
            writeln!(script, "{}: {texts},", serde_json::to_string(lang)?)?;
        }
        Ok(script + "};\n")
    }

    /// A script that imports the texts of a language when it is asked to.
    pub(crate) fn imports(&self) -> String {
        let name = self.name();
        let mut script = "export default {\n".to_owned();
        for (lang, ..) in &self.texts {
            let _ = writeln!(script, "\"{lang}\": () => import(\"./{name}.{lang}.js\"),");
        }
        script + "};\n"
    }
}

/// The texts in one, as the wasm takes them (`src/web/whole/details.rs`): U+0001 after
/// each field, U+0002 after an answer. `www/pack-details.js` does the same.
fn packed(entries: &[Detail<'_>]) -> String {
    let mut packed = String::new();
    for entry in entries {
        let source = &entry.source;
        let number = source.number.map(|number| number.to_string());
        let fields = [
            Some(entry.id),
            Some(entry.summary),
            Some(entry.kind),
            entry.specialty,
            entry.place,
            Some(source.title),
            source.address,
            number.as_deref(),
        ];
        let fields = fields.iter().map(|field| field.unwrap_or_default());
        for field in fields.chain(entry.reasons.iter().copied()) {
            packed.push_str(field);
            packed.push('\u{1}');
        }
        packed.push('\u{2}');
    }
    packed
}

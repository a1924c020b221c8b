//! How do the pages come about? Templates of `www/` with the words and the answers
//! of the data, so that they are useful without JavaScript.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use aftercare_consensus::{STALE_AFTER_MONTHS, checked};
use aftercare_corpus::{Data, LanguagePack};
use anyhow::{Context, Result};
use minijinja::{Value, context};

use super::bundle::{self, Format};
use super::generated::Generated;
use super::service_worker::{self, LanguagePages};
use super::templates::{PageWords, Templates};
use super::{answers, icons, offline, paste, prerender, table};
use crate::base::Base;
use crate::manifest::integrity;
use crate::project::{NAME, VERSION, root};

/// Files of the page that are copied as they are.
const COPIED: [&str; 3] = ["page.css", "card.css", "icon.svg"];

/// The pages of each language, which the service worker caches.
const PAGES: [&str; 2] = ["index.html", "sources.html"];

/// The pages for whoever looks after a website, and the frame: in the reference
/// language alone.
const REFERENCE_PAGES: [&str; 3] = ["install.html", "card.html", "embed.html"];

/// The list of the pages for search engines.
pub(crate) const SITEMAP: &str = "sitemap.xml";

/// Writes the pages and all that belongs to them; with a base they name their addresses.
pub(crate) fn write(
    dist: &Path,
    generated: &Generated,
    data: &Data,
    base: Option<&Base>,
) -> Result<()> {
    for name in COPIED {
        fs::copy(root().join("www").join(name), dist.join(name))
            .with_context(|| name.to_owned())?;
    }
    icons::write(dist)?;
    for name in [
        "page/page",
        "page/install",
        "page/card",
        "embed/frame",
        "embed/embed",
    ] {
        let (_, file) = name.split_once('/').unwrap_or_default();
        let out = dist.join(format!("{file}.js"));
        bundle::script(&format!("{name}.ts"), Format::Iife, &generated.folder, &out)?;
    }
    let templates = Templates::new()?;
    let mut editions = Vec::new();
    for place in 0..data.corpus.languages.len() {
        editions.push(Edition::new(data, place, base)?);
    }
    for edition in &editions {
        let name = edition.file("manifest.webmanifest");
        let text = templates.render("manifest.webmanifest", &edition.values)?;
        fs::write(dist.join(name), text)?;
    }
    let langs: Vec<String> = editions
        .iter()
        .map(|edition| edition.lang.clone())
        .collect();
    let forms = prerender::forms(dist, generated, &langs)?;
    // What marks the pages of a build comes from all that the build holds.
    let mut drafts = Vec::new();
    for (edition, form) in editions.iter().zip(&forms) {
        for name in PAGES {
            drafts.push(edition.page(&templates, name, "", Some(form))?);
        }
    }
    let stamp = service_worker::stamp(dist, &drafts)?;
    let parts = offline::Parts::new(dist, generated)?;
    for (edition, form) in editions.iter().zip(&forms) {
        for name in PAGES {
            let page = edition.page(&templates, name, &stamp, Some(form))?;
            fs::write(dist.join(edition.file(name)), page)?;
        }
        if edition.is_reference {
            let pinned = format!("{NAME}-{VERSION}.iife.js");
            let script = fs::read(dist.join(&pinned)).with_context(|| pinned.clone())?;
            let inner = edition.values.get_attr("install_inner")?.to_string();
            let length = paste::write(dist, &inner)?;
            let values = context! {
                pin_file => pinned,
                pin_integrity => integrity(&script),
                cards => editions.iter().map(|edition| edition.values.clone()).collect::<Vec<_>>(),
                paste_length => format!("{},{:03}", length / 1000, length % 1000),
                ..edition.values.clone()
            };
            for name in REFERENCE_PAGES {
                let values = context! { canonical => edition.canonical(name), ..values.clone() };
                fs::write(dist.join(name), templates.render(name, &values)?)?;
            }
        }
        // In one file, the script is there with the page.
        let [index, sources] = PAGES.map(|name| edition.page(&templates, name, &stamp, None));
        let sources_file = edition.file("sources.html");
        let pack = match edition.is_reference {
            true => String::new(),
            false => fs::read_to_string(dist.join(format!("{NAME}.{}.js", edition.lang)))?,
        };
        let page = parts.render(
            &templates,
            &context! { canonical => edition.canonical("index.html"), ..edition.values.clone() },
            &pack,
            &index?,
            &sources?,
            &sources_file,
        )?;
        fs::write(dist.join(edition.file("aftercare-offline.html")), page)?;
    }
    let lists: Vec<LanguagePages> = editions
        .iter()
        .map(|edition| LanguagePages {
            lang: edition.lang.clone(),
            is_reference: edition.is_reference,
            pages: PAGES.map(|name| edition.file(name)).to_vec(),
        })
        .collect();
    service_worker::write(dist, generated, &lists, &stamp)?;
    if base.is_some() {
        let pages = editions.iter().flat_map(|edition| {
            let page = |name| context! { canonical => edition.canonical(name), pages => edition.pages(name) };
            PAGES.map(page)
        });
        let pages: Vec<Value> = pages.collect();
        fs::write(
            dist.join(SITEMAP),
            templates.render(SITEMAP, &context! { pages })?,
        )?;
    }
    Ok(())
}

/// Writes the pages of one language alone, for tests.
pub(crate) fn write_language(folder: &Path, data: &Data, place: usize) -> Result<()> {
    let templates = Templates::new()?;
    let edition = Edition::new(data, place, None)?;
    for name in PAGES {
        let page = edition.page(&templates, name, "", None)?;
        fs::write(folder.join(edition.file(name)), page)?;
    }
    Ok(())
}

/// The pages in one language.
struct Edition<'b> {
    lang: String,
    is_reference: bool,
    /// Where the pages will be, where that is known.
    base: Option<&'b Base>,
    /// Each language and its name.
    languages: Vec<(String, String)>,
    /// Everything that a template may name.
    values: Value,
}

impl<'b> Edition<'b> {
    fn new(data: &Data, place: usize, base: Option<&'b Base>) -> Result<Self> {
        let words = &data.corpus.languages[place];
        let page = PageWords {
            words: &data.pages[place],
        };
        let lang = words.id.to_string();
        let help = &words.core.help;
        let is_reference = place == 0;
        let file = |name| localized(name, &lang, is_reference);
        let months = STALE_AFTER_MONTHS.to_string();
        let mut known: Vec<(&str, &str)> = vec![
            ("version", &data.corpus.version),
            ("updated", &data.corpus.updated),
            ("n", &months),
        ];
        let lenient = table::lenient(&data.corpus, words)?;
        let counts = lenient.iter().map(|(panel, count)| (&**panel, &**count));
        known.extend(counts);
        let texts: BTreeMap<String, String> = page
            .words
            .keys()
            .map(|key| (key.replace('-', "_"), page.fill(key, &known)))
            .collect();
        let start = match is_reference {
            true => "./".to_owned(),
            false => format!("./{}", file("index.html")),
        };
        let values = context! {
            lang => lang,
            start => start,
            foreign => !is_reference,
            own_name => words.name,
            alarm => help.alarm,
            alarm_call => help.alarm_call.fill(&[("number", &help.emergency_number)]),
            checked => checked(words, &|month| month.to_owned()),
            build => LanguagePack::version_for(VERSION, &data.corpus),
            corpus_version => data.corpus.version,
            corpus_updated => data.corpus.updated,
            index_file => file("index.html"),
            sources_file => file("sources.html"),
            offline_file => file("aftercare-offline.html"),
            manifest_file => file("manifest.webmanifest"),
            table => Value::from_serialize(table::table(&data.corpus, words, &page)?),
            panels => Value::from_serialize(answers::panels(&data.corpus, words, &page)),
            ..Value::from_serialize(texts)
        };
        let languages = data.corpus.languages.iter();
        Ok(Self {
            lang,
            is_reference,
            base,
            languages: languages
                .map(|words| (words.id.to_string(), words.name.to_string()))
                .collect(),
            values,
        })
    }

    /// The name of a file in this language.
    fn file(&self, name: &str) -> String {
        localized(name, &self.lang, self.is_reference)
    }

    /// The absolute address of a page of this language, where it is known.
    fn canonical(&self, name: &str) -> Option<String> {
        self.base.map(|base| base.address(&self.file(name)))
    }

    /// A page in each language: its file, and its address for search engines.
    fn pages(&self, name: &str) -> Vec<Value> {
        let languages = self.languages.iter().enumerate();
        let page = |(place, (lang, own_name)): (usize, &(String, String))| {
            let file = localized(name, lang, place == 0);
            let address = self
                .base
                .map_or_else(|| file.clone(), |base| base.address(&file));
            context! { lang, name => own_name, file, address }
        };
        languages.map(page).collect()
    }

    /// A page, with the form as it is before any script, where that is given.
    fn page(
        &self,
        templates: &Templates,
        name: &str,
        stamp: &str,
        form: Option<&String>,
    ) -> Result<String> {
        let (pages, canonical) = (self.pages(name), self.canonical(name));
        let form = form.cloned().map(Value::from_safe_string);
        let values = context! { stamp, form, pages, canonical, ..self.values.clone() };
        templates.page(name, &values)
    }
}

/// The name of a file in a language: the reference needs no mark.
fn localized(name: &str, lang: &str, is_reference: bool) -> String {
    match (is_reference, name.split_once('.')) {
        (false, Some((stem, ending))) => format!("{stem}.{lang}.{ending}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Edition, PAGES, Templates};
    use crate::project::root;

    #[test]
    fn the_pages_render_in_every_language() {
        let data = aftercare_corpus::load(&root().join("data")).expect("the data are sound");
        let templates = Templates::new().expect("the templates can be read");
        for place in 0..data.corpus.languages.len() {
            let edition = Edition::new(&data, place, None).expect("the words are complete");
            for name in PAGES {
                let page = edition.page(&templates, name, "stamp", None);
                let page = page.expect("the template has all of its words");
                assert!(page.ends_with("</html>\n"), "{page}");
                assert!(page.contains("B02") == (name == "sources.html"));
                assert!(!page.contains("{{"));
            }
        }
    }
}

//! `words/<lang>.toml`: every sentence, with its placeholders.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::plural::{CATEGORIES, Relation, relations};
use crate::source::{SourceFile, accepted, stem, toml_files};
use crate::vocabulary::is_id;
use crate::{Language, Panel, PanelWords, Problems, Vocabulary};

/// What a key's value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One text.
    Plain,
    /// One text for each plural form of the language.
    Plural,
    /// A list of texts.
    List,
}

/// See [`Key::holes`].
pub const UNUSED: &str = "_";

/// The placeholders of a word that joins two parts of a list.
const JOINED: &[&str] = &["a", "b"];

/// A key that every language has, with the placeholders that its text may hold.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// `section.key`, as in the file.
    pub path: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Names that may stand in braces, in the order in which the core gives their
    /// values; each must stand in a plain text. [`UNUSED`] keeps the place of a
    /// value that this text has no use for, where one call serves several.
    pub holes: &'static [&'static str],
}

const fn plain(path: &'static str, holes: &'static [&'static str]) -> Key {
    Key {
        path,
        shape: Shape::Plain,
        holes,
    }
}

const fn plural(path: &'static str, holes: &'static [&'static str]) -> Key {
    Key {
        path,
        shape: Shape::Plural,
        holes,
    }
}

const fn list(path: &'static str) -> Key {
    Key {
        path,
        shape: Shape::List,
        holes: &[],
    }
}

/// Every key of the card and the view. The core's enums `Word`, `PluralWord`
/// and `ListWord` are made from this list, in this order.
pub const KEYS: &[Key] = &[
    plain("status.fine", &[]),
    plain("status.mostly-fine", &[]),
    plain("status.divided", &[]),
    plain("status.mostly-wait", &[]),
    plain("status.wait", &[]),
    plain("status.not-enough", &[]),
    plain("card.count", &["n", "timed", "source"]),
    plain("card.count-class", &["n", "timed", "source"]),
    plain("card.headline", &["panel", "status"]),
    plain("card.count-few", &["n", UNUSED, "source"]),
    plain("card.join", JOINED),
    plain("card.about-any", &[]),
    plain("card.summary-fine", &["counts", "subject", "basis"]),
    plain("card.summary-divided", &["counts", "subject", "basis"]),
    plain("card.summary-wait", &["counts", "subject", "basis"]),
    plain("card.summary-not-enough", &["counts", "subject", "basis"]),
    plain("card.condition-counted", &["condition", "n"]),
    plain("card.condition-join", JOINED),
    plural("card.answers", &[]),
    plural("card.proviso", &["n", "source", "conditions"]),
    plain("view.next-from", &["when", "span"]),
    plain("view.next-since", &["when"]),
    plain("view.next-none", &[]),
    plural("view.days", &["n"]),
    plural("view.hours", &["n"]),
    plural("view.minutes", &["n"]),
    plain("view.brief-days", &["n"]),
    plain("view.brief-hours", &["n"]),
    plain("view.brief-minutes", &["n"]),
    plain("view.asked", &["treatment", "span"]),
    plain("view.after-treatment", &["span"]),
    // From here on what the first look does without: `src/view/glance.rs`.
    plain("card.class-name", &[]),
    plain("card.notice", &[]),
    list("red-flags.emergency"),
    list("red-flags.soon"),
    plain("claims.weakens-result", &["all", "no", "may"]),
    plain("claims.studied", &["all", "no"]),
    plain("view.treatment", &[]),
    plain("view.choose", &[]),
    plain("view.activity", &[]),
    plain("view.when", &[]),
    plain("view.by-clock", &[]),
    plain("view.by-hours", &[]),
    plain("view.date", &[]),
    plain("view.time", &[]),
    plain("view.hours-since", &[]),
    plain("view.ask", &[]),
    plain("view.error-incomplete", &[]),
    plain("view.error-future", &[]),
    plain("view.error-past", &["n"]),
    plain("view.error-hours", &[]),
    plain("view.quick", &[]),
    plain("view.quick-now", &[]),
    plain("view.quick-morning", &[]),
    plain("view.quick-afternoon", &[]),
    plain("view.quick-yesterday", &[]),
    plain("view.quick-careful", &[]),
    plain("view.show-answer", &[]),
    plain("view.question", &["treatment", "when"]),
    plain("view.change", &[]),
    plain("view.opinions", &[]),
    plain("view.help", &[]),
    plain("view.emergency", &["number"]),
    plain("view.emergency-number", &[]),
    plain("view.soon", &[]),
    plain("view.no-driving", &[]),
    plain("view.corpus", &["version", "updated"]),
    plain("view.unreviewed", &[]),
    plain("view.stale", &["updated", "n"]),
    plain("view.rest-missing", &[]),
    plain("view.failed", &["message"]),
    plain("view.clinic-unnamed", &[]),
    plain("view.clinic-unnamed-within", &[]),
    plain("view.clinic-until-day-end", &[]),
    plain("view.clinic-wait", &["clinic", "span"]),
    plain("view.clinic-day", &["clinic"]),
    plain("view.clinic-left", &["span", "when"]),
    plain("view.clinic-ended", &["when"]),
    plain("view.clinic-none", &["clinic", "activity"]),
    plain("view.clinic-first", &["clinic"]),
    plain("view.clinic-differs-wait", &["clinic"]),
    plain("view.clinic-differs-ended", &["clinic"]),
    plain("view.consensus", &[]),
    plain("view.contact", &["clinic", "number"]),
    plain("view.call", &["number"]),
    plain("view.setup", &["message"]),
    plain("view.alarm", &["number"]),
    plain("view.scope", &[]),
    plain("stance.fine", &[]),
    plain("stance.wait", &[]),
    plain("stance.silent", &[]),
    plain("stance.untimed", &[]),
    plain("view.remind", &["when"]),
    plain("view.remind-note", &[]),
    plain("view.remind-yourself", &["when"]),
    plain("view.remind-title", &[]),
    plain("view.remind-text", &[]),
    plain("view.clock-known", &[]),
    plain("view.clock-unknown", &[]),
    plain("view.tally-label", &["fine", "silent", "wait"]),
    plain("view.tally-untimed", &["n"]),
    plain("view.unstable", &[]),
    plain("view.any-product", &[]),
    plain("view.from-first", &[]),
    plain("view.from-most", &[]),
    plain("view.from-all", &[]),
    plain("view.longest", &[]),
    plain("view.longest-value", &["span", "n", "timed"]),
    plain("view.after", &["span"]),
    plain("view.at-once", &[]),
    plain("view.never", &[]),
    plain("view.answers", &[]),
    plain("view.answers-loading", &[]),
    plain("view.answers-failed", &[]),
    plain("view.answers-english", &[]),
    plain("view.answer-wait", &[UNUSED, "span"]),
    plain("view.answer-range", &["from", "span"]),
    plain("view.answer-from", &[UNUSED, "span"]),
    plain("view.answer-fine", &[]),
    plain("view.answer-untimed", &[]),
    plain("view.answer-number", &["n"]),
    plain("view.differ", &["views"]),
    plain("view.what-else", &[]),
    plain("view.else-at-once", &[]),
    plain("view.more", &[]),
    plain("view.source", &["n"]),
    plain("view.else-others", &[]),
    plain("view.not-clinic", &[]),
    plural("deeper.say-fine", &["n", "timed", "source", "basis"]),
    plain("deeper.see-these", &["n"]),
    plain("deeper.other-things", &[]),
    plural("deeper.found", &["n", "all", "subject"]),
    plain("deeper.none", &[]),
    plain("deeper.all", &[]),
    plain("deeper.back", &[]),
    plain("deeper.more-choices", &[]),
    plain("deeper.on", &[]),
    plain("deeper.as-asked", &["activity"]),
    plain("deeper.whose", &[]),
    plain("deeper.everyone", &[]),
    plain("deeper.now", &[]),
    plain("deeper.any-stance", &[]),
    plain("deeper.product", &[]),
    plain("deeper.any-product", &[]),
    plain("deeper.this-product", &[]),
    plain("deeper.its-kind", &[]),
    plain("deeper.other-product", &[]),
    plain("deeper.also", &[]),
    plain("deeper.anything", &[]),
    plain("deeper.at-once", &[]),
    plain("deeper.first", &[]),
    plain("deeper.longest", &[]),
    plain("deeper.condition", &[]),
    plain("deeper.no-weaker", &[]),
    plain("deeper.may-weaken", &[]),
    plain("deeper.no-study", &[]),
    plain("deeper.because", &["reason"]),
    plain("deeper.order", &[]),
    plain("deeper.as-listed", &[]),
    plain("deeper.shortest-first", &[]),
    plain("deeper.longest-first", &[]),
    plural("deeper.done-at-once", &["n", "all", "subject"]),
    plain("deeper.done-call", &["clinic"]),
    plain("deeper.done-help", &[]),
    plain("deeper.why", &[]),
    plain("deeper.why-lead", &["all"]),
    plural("deeper.why-reason", &["reason", "n"]),
    plain("deeper.why-none", &[]),
    plain("deeper.why-note", &[]),
    plain("deeper.result", &[]),
    plain("deeper.result-no", &["n"]),
    plain("deeper.result-may", &["n"]),
    plural("deeper.result-habit", &["n"]),
    plain("deeper.result-no-study", &["n"]),
    plain("deeper.studies", &[]),
    list("deeper.studies-list"),
    plain("deeper.counts", &[]),
    plural("deeper.counts-speak", &["n"]),
    plain("deeper.computed", &[]),
    list("deeper.computed-list"),
    plain("deeper.computed-more", &[]),
    plain("view.mark", &["source", "n", "position", "stance"]),
    plain("view.mark-untimed", &["source", "n", "position"]),
    plain("view.mark-pick", &[]),
    plain("view.picture", &[]),
    plain("view.picture-now", &[]),
    plain("view.picture-card", &[]),
    plain("view.picture-moment", &["when", "span"]),
    plain("view.picture-hours", &["n"]),
    plain("view.picture-look", &[]),
    plain("view.picture-hint", &[]),
    plain("view.picture-back", &[]),
    plain("view.picture-back-card", &[]),
    plain("view.picture-clinic", &["clinic", "when"]),
    plain("view.picture-beyond", &["panel", "n", "timed", "span"]),
    plain("view.picture-exact", &[]),
    plain("view.picture-from", &[]),
];

/// The first key without which a first look does; so it does without all after it.
pub(crate) const FIRST_OF_THE_REST: &str = "card.class-name";

/// The reference: its keys under `[page]` are the ones that each language has.
const REFERENCE: &str = "en";

/// How the keys begin of pages that are there in the reference language alone:
/// those for whoever looks after a website, and the frame.
const REFERENCE_ALONE: [&str; 2] = ["install-", "embed-"];

pub(crate) fn read(
    folder: &Path,
    vocabulary: &Vocabulary,
    panels: &[Panel],
    problems: &mut Problems,
) -> Vec<Language> {
    let folder = folder.join("words");
    let mut paths = toml_files(&folder, problems);
    paths.sort_by_key(|path| stem(path) != REFERENCE);
    if paths.first().is_none_or(|path| stem(path) != REFERENCE) {
        problems.add(
            &folder,
            0,
            format!("the reference language has no file; add {REFERENCE}.toml"),
        );
    }
    let mut languages: Vec<Language> = Vec::new();
    for path in paths {
        let Some(file) = SourceFile::read(&path, problems) else {
            continue;
        };
        let table = match DeTable::parse(&file.text) {
            Ok(table) => table,
            Err(error) => {
                let line = error.span().map_or(0, |span| file.line(span.start));
                let message = format!("{}; mend the TOML", error.message());
                problems.add(&file.path, line, message);
                continue;
            }
        };
        if !is_id(&stem(&path)) {
            let message =
                "the name of the file is no code of a language, such as `es` or `pt-BR`; rename it";
            problems.add(&file.path, 0, message);
        }
        let mut texts = Texts {
            file: &file,
            found: BTreeMap::new(),
            taken: BTreeSet::new(),
            problems,
        };
        texts.flatten("", table.get_ref());
        let page = languages.first().map(|reference| &reference.page);
        let language = texts.language(stem(&path), vocabulary, panels, page);
        languages.push(language);
    }
    languages
}

enum Text {
    One(String),
    List(Vec<String>),
    Flag(bool),
}

/// The texts of one file by their path, and which of them were asked for.
struct Texts<'a> {
    file: &'a SourceFile,
    found: BTreeMap<String, (usize, Text)>,
    taken: BTreeSet<String>,
    problems: &'a mut Problems,
}

impl Texts<'_> {
    fn flatten(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let path = match prefix {
                "" => key.get_ref().to_string(),
                prefix => format!("{prefix}.{}", key.get_ref()),
            };
            let line = self.file.line(key.span().start);
            let text = match value.get_ref() {
                DeValue::Table(table) => {
                    self.flatten(&path, table);
                    continue;
                }
                DeValue::String(text) => Some(Text::One(text.to_string())),
                DeValue::Boolean(flag) => Some(Text::Flag(*flag)),
                DeValue::Array(array) => array
                    .iter()
                    .map(|item| item.get_ref().as_str().map(str::to_owned))
                    .collect::<Option<Vec<_>>>()
                    .map(Text::List),
                _ => None,
            };
            match text {
                Some(text) => {
                    self.found.insert(path, (line, text));
                }
                None => self.problem(
                    line,
                    format!("the word `{path}` is not a text; put it in quotes"),
                ),
            }
        }
    }

    fn problem(&mut self, line: usize, message: String) {
        self.problems.add(&self.file.path, line, message);
    }

    fn language(
        mut self,
        id: String,
        vocabulary: &Vocabulary,
        panels: &[Panel],
        reference: Option<&BTreeMap<String, String>>,
    ) -> Language {
        let name = self.plain("language.name", &[]);
        let reviewed = self.flag("language.reviewed");
        let (plural, forms) = self.plural_rule();
        let forms = forms.as_slice();
        let mut plain = Vec::new();
        let mut plurals = Vec::new();
        let mut lists = Vec::new();
        for key in KEYS {
            match key.shape {
                Shape::Plain => plain.push(self.plain(key.path, key.holes)),
                Shape::Plural => plurals.push(self.plural(key.path, forms, key.holes)),
                Shape::List => lists.push(self.list(key.path)),
            }
        }
        let activities = vocabulary
            .activities
            .iter()
            .map(|id| {
                [
                    self.plain(&format!("activities.{id}.name"), &[]),
                    self.plain(&format!("activities.{id}.subject"), &[]),
                    self.plain(&format!("activities.{id}.about"), &[]),
                    self.plain(&format!("activities.{id}.done"), &[]),
                ]
            })
            .collect();
        let panels = panels
            .iter()
            .map(|Panel { id, .. }| PanelWords {
                name: self.plain(&format!("panels.{id}.name"), &[]),
                // The number of answers, where the sentence gives it.
                about: self.text(&format!("panels.{id}.about"), &["n"], false),
                noun: self.plural(&format!("panels.{id}"), forms, &[]),
            })
            .collect();
        let conditions = self.each("conditions", &vocabulary.conditions);
        let reasons = self.each("reasons", &vocabulary.reasons);
        let kinds = self.each("kinds", &vocabulary.kinds);
        let page = self.page(reference);
        self.unknown();
        Language {
            is_reference: id == REFERENCE,
            id,
            name,
            reviewed,
            plural,
            plain,
            plurals,
            lists,
            activities,
            panels,
            conditions,
            reasons,
            kinds,
            page,
        }
    }

    fn each(&mut self, section: &str, ids: &[String]) -> Vec<String> {
        ids.iter()
            .map(|id| self.plain(&format!("{section}.{id}"), &[]))
            .collect()
    }

    fn missing(&mut self, path: &str, form: &str) {
        // The line of the section, where the word would stand.
        let section = path.rsplit_once('.').map_or(path, |(section, _)| section);
        let line = self
            .found
            .iter()
            .filter(|(other, _)| {
                other
                    .rsplit_once('.')
                    .is_some_and(|(other, _)| other == section)
            })
            .map(|(_, (line, _))| *line)
            .max()
            .unwrap_or(0);
        // An empty word, or one of another shape, has a line of its own.
        let line = self.found.get(path).map_or(line, |(line, _)| *line);
        self.problem(
            line,
            format!("the word `{path}` is missing; add it as {form}"),
        );
    }

    fn plain(&mut self, path: &str, holes: &[&str]) -> String {
        self.text(path, holes, true)
    }

    /// A text with these placeholders: each must stand in it, or each may.
    fn text(&mut self, path: &str, holes: &[&str], all: bool) -> String {
        self.taken.insert(path.to_owned());
        match self.found.get(path) {
            Some((line, Text::One(text))) if !text.trim().is_empty() => {
                let (line, text) = (*line, text.clone());
                self.check_holes(path, line, &text, holes, all);
                if holes == JOINED {
                    self.check_join(path, line, &text);
                }
                text
            }
            _ => {
                self.missing(path, "a text in quotes");
                String::new()
            }
        }
    }

    fn plural(&mut self, path: &str, forms: &[&str], holes: &[&str]) -> Vec<String> {
        forms
            .iter()
            .map(|form| {
                let path = format!("{path}.{form}");
                self.taken.insert(path.clone());
                match self.found.get(&path) {
                    Some((line, Text::One(text))) if !text.trim().is_empty() => {
                        let (line, text) = (*line, text.clone());
                        self.check_holes(&path, line, &text, holes, false);
                        text
                    }
                    _ => {
                        self.missing(&path, "a text in quotes (a plural form of this language)");
                        String::new()
                    }
                }
            })
            .collect()
    }

    fn list(&mut self, path: &str) -> Vec<String> {
        self.taken.insert(path.to_owned());
        match self.found.get(path) {
            Some((line, Text::List(texts)))
                if !texts.is_empty() && texts.iter().all(|text| !text.trim().is_empty()) =>
            {
                let (line, texts) = (*line, texts.clone());
                for text in &texts {
                    self.check_holes(path, line, text, &[], true);
                }
                texts
            }
            _ => {
                self.missing(path, "a list of texts");
                Vec::new()
            }
        }
    }

    fn flag(&mut self, path: &str) -> bool {
        self.taken.insert(path.to_owned());
        if let Some((_, Text::Flag(flag))) = self.found.get(path) {
            return *flag;
        }
        self.missing(path, "true or false");
        false
    }

    /// The rows of the language's plural rule, and the names of its forms.
    fn plural_rule(&mut self) -> (Vec<Relation>, Vec<&'static str>) {
        let mut rows = Vec::new();
        let mut forms = Vec::new();
        for form in CATEGORIES {
            let path = format!("language.plural.{form}");
            let Some((line, Text::One(rule))) = self.found.get(&path) else {
                continue;
            };
            match relations(rule) {
                Ok(own) => rows.extend(own),
                Err(slip) => {
                    let line = *line;
                    let message = format!("{slip}; give `{path}` the rule of CLDR");
                    self.problem(line, message);
                }
            }
            self.taken.insert(path);
            forms.push(form);
        }
        forms.push("other");
        (rows, forms)
    }

    fn page(&mut self, reference: Option<&BTreeMap<String, String>>) -> BTreeMap<String, String> {
        let own: Vec<String> = self
            .found
            .keys()
            .filter_map(|path| path.strip_prefix("page.").map(str::to_owned))
            .collect();
        let keys = match reference {
            None => own,
            Some(reference) => reference
                .keys()
                .filter(|key| !REFERENCE_ALONE.iter().any(|start| key.starts_with(start)))
                .cloned()
                .collect(),
        };
        keys.into_iter()
            .map(|key| {
                let path = format!("page.{key}");
                self.taken.insert(path.clone());
                let text = match self.found.get(&path) {
                    Some((line, Text::One(text))) if !text.trim().is_empty() => {
                        let (line, text) = (*line, text.clone());
                        let reference = reference.and_then(|texts| texts.get(&key));
                        self.check_same_holes(&path, line, &text, reference);
                        text
                    }
                    _ => {
                        self.missing(&path, "a text in quotes");
                        String::new()
                    }
                };
                (key, text)
            })
            .collect()
    }

    /// Braces hold known names only; a plain text holds each of them.
    fn check_holes(&mut self, path: &str, line: usize, text: &str, holes: &[&str], all: bool) {
        if text.chars().any(char::is_control) {
            self.problem(
                line,
                format!(
                    "the word `{path}` has a control character; write it in one line, without tabs"
                ),
            );
        }
        let mut rest = text;
        let mut seen = BTreeSet::new();
        while let Some(start) = rest.find('{') {
            let Some(length) = rest[start..].find('}') else {
                self.problem(
                    line,
                    format!("the word `{path}` has a brace that does not close; add }}"),
                );
                return;
            };
            let hole = &rest[start + 1..start + length];
            let known = || holes.iter().copied().filter(|hole| *hole != UNUSED);
            if known().all(|known| known != hole) {
                let known = if known().next().is_none() {
                    "none".to_owned()
                } else {
                    accepted(known())
                };
                self.problem(
                    line,
                    format!("the word `{path}` has the unknown placeholder {{{hole}}}; known here: {known}"),
                );
            }
            seen.insert(hole);
            rest = &rest[start + length + 1..];
        }
        if all {
            let wanted = holes.iter().filter(|hole| **hole != UNUSED);
            for hole in wanted.filter(|hole| !seen.contains(*hole)) {
                self.problem(
                    line,
                    format!("the word `{path}` lacks the placeholder {{{hole}}}; put it where its value belongs"),
                );
            }
        }
    }

    /// Of a list of three the first two are joined by it, and then the third with them:
    /// what stood around them would stand there twice.
    fn check_join(&mut self, path: &str, line: usize, text: &str) {
        if !(text.starts_with("{a}") && text.ends_with("{b}")) {
            self.problem(
                line,
                format!("the word `{path}` has more than what joins {{a}} and {{b}}; begin it with {{a}}, and end it with {{b}}"),
            );
        }
    }

    /// A translation has the placeholders of the reference, no more and no less.
    fn check_same_holes(
        &mut self,
        path: &str,
        line: usize,
        text: &str,
        reference: Option<&String>,
    ) {
        let Some(reference) = reference else {
            return;
        };
        let holes = |text: &str| -> BTreeSet<String> {
            let parts = text.split('{').skip(1);
            parts
                .filter_map(|part| Some(part.split_once('}')?.0.to_owned()))
                .collect()
        };
        let (wanted, has) = (holes(reference), holes(text));
        if wanted != has {
            let shown = |holes: BTreeSet<String>| match holes.is_empty() {
                true => "none".to_owned(),
                false => holes
                    .into_iter()
                    .map(|hole| format!("{{{hole}}}"))
                    .collect::<String>(),
            };
            self.problem(
                line,
                format!(
                    "the word `{path}` has the placeholders {}; give it those of {REFERENCE}: {}",
                    shown(has),
                    shown(wanted)
                ),
            );
        }
    }

    fn unknown(&mut self) {
        let unknown: Vec<(usize, String)> = self
            .found
            .iter()
            .filter(|(path, _)| !self.taken.contains(*path))
            .map(|(path, (line, _))| (*line, path.clone()))
            .collect();
        for (line, path) in unknown {
            self.problem(
                line,
                format!("the word `{path}` is used nowhere; mend the spelling, or remove it"),
            );
        }
    }
}

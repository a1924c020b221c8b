//! The corpus as Rust source: static tables, so that the wasm holds no parser
//! and allocates nothing for the corpus.
//!
//! Every expression is written for a module that has the items of the main
//! crate's `corpus`, `details` and `words` in scope.

use std::fmt::Write;

use crate::pack::numbering;
use crate::words::{FIRST_OF_THE_REST, KEYS, Shape};
use crate::{Answer, Data, Language, Panel, PanelWords, Position, Source, Time, Weakens};

/// Two statics: `CORPUS`, what the card is made from, and `SOURCES`, what only
/// a deeper look needs.
pub fn tables(data: &Data) -> String {
    let corpus = corpus(data, "PACKS");
    // The reference is always there, and so never a pack.
    let packs = data.languages.get(1..).unwrap_or_default();
    let packs = with_cfg(packs, "target_arch = \"wasm32\"", |words| {
        format!(
            "LanguageName {{ id: {:?}, name: {:?}, reviewed: {} }}",
            words.id, words.name, words.reviewed
        )
    });
    let sources = format!(
        "Sources {{ kinds: &{:?}, reasons: &{:?}, panels: &[{}], languages: &[{}] }}",
        data.vocabulary.kinds,
        data.vocabulary.reasons,
        joined(&data.panels, |panel| format!(
            "&[{}]",
            joined(&panel.answers, |answer| source(answer, &answer.source))
        )),
        joined(&data.languages, |language| format!(
            "SourceWords {{ id: {:?}, reasons: &{:?}, kinds: &{:?} }}",
            language.id, language.reasons, language.kinds
        )),
    );
    format!(
        "const PACKS: &[LanguageName<'static>] = &[{packs}];\n\
         /// The corpus, as the folder `data/` has it.\n\
         pub static CORPUS: Corpus<'static> = {corpus};\n\
         /// The sources of the corpus, for a deeper look.\n\
         pub static SOURCES: Sources<'static> = {sources};\n"
    )
}

/// The static `GLANCE`: of the corpus what a first look needs. It knows no sources, no
/// claims and no names of answers, and has the reference language's words for the
/// answer.
pub fn glance_tables(data: &Data) -> String {
    let mut data = data.clone();
    data.languages.truncate(1);
    for answer in data.panels.iter_mut().flat_map(|panel| &mut panel.answers) {
        answer.id.clear();
        answer.weakens = None;
        answer.no_study = false;
    }
    let mut activities = data.vocabulary.activities.clone();
    let (mut panels, mut words) = (String::new(), String::new());
    for reference in &mut data.languages {
        reference.id.clear();
        reference.name.clear();
        reference.plain.truncate(first(Shape::Plain));
        reference.plurals.truncate(first(Shape::Plural));
        reference.lists.clear();
        for panel in &mut reference.panels {
            panel.about.clear();
        }
        let names = reference.activities.drain(..);
        activities.extend(names.map(|[_, subject, ..]| subject));
        for (answers, own) in data.panels.iter().zip(reference.panels.drain(..)) {
            let _ = write!(
                panels,
                "Part::new({}, {}, Basis::Treatment), ",
                panel(answers),
                panel_words(&own)
            );
        }
        words = language(reference);
    }
    // So many of each; one that has fewer has its id again.
    let aliases = data.treatments.iter().map(|names| names.aliases.len());
    let most = 3 + aliases.max().unwrap_or_default();
    let names = data.treatments.iter().flat_map(|names| {
        let named = [&names.id, &names.name, &names.generic];
        let named = named.into_iter().chain(&names.aliases);
        named.chain(std::iter::repeat(&names.id)).take(most)
    });
    format!(
        "const TREATMENTS: usize = {};\n\
         const NAMES: usize = {most};\n\
         const ACTIVITIES: usize = {};\n\
         const PANELS: usize = {};\n\
         /// What a first look needs of the corpus.\n\
         pub(crate) static GLANCE: Tables = Tables {{ treatments: {}, activities: {}, \
         default_activity: {}, panels: [{panels}], words: {words} }};\n",
        data.treatments.len(),
        data.vocabulary.activities.len(),
        data.panels.len(),
        texts(names.cloned()),
        texts(activities.into_iter()),
        data.vocabulary.default_activity,
    )
}

fn corpus(data: &Data, packs: &str) -> String {
    format!(
        "Corpus {{ version: {:?}, updated: {:?}, treatments: &[{}], activities: &{:?}, \
         default_activity: Activity({}), conditions: &{:?}, panels: &[{}], languages: &[{}], \
         packs: {packs} }}",
        data.version,
        data.updated,
        joined(&data.treatments, |treatment| format!(
            "TreatmentNames {{ id: {:?}, name: {:?}, generic: {:?}, aliases: &{:?} }}",
            treatment.id, treatment.name, treatment.generic, treatment.aliases
        )),
        data.vocabulary.activities,
        data.vocabulary.default_activity,
        data.vocabulary.conditions,
        joined(&data.panels, panel),
        with_cfg(&data.languages, "not(target_arch = \"wasm32\")", language),
    )
}

/// How many words of a shape a first look needs.
fn first(shape: Shape) -> usize {
    let first = KEYS.iter().take_while(|key| key.path != FIRST_OF_THE_REST);
    first.filter(|key| key.shape == shape).count()
}

/// The enums `Word`, `PluralWord` and `ListWord`: one variant for each key.
pub fn word_enums() -> String {
    let mut text = String::new();
    for (name, shape, about) in [
        ("Word", Shape::Plain, "A text of the card or the view."),
        (
            "PluralWord",
            Shape::Plural,
            "A text that comes in plural forms.",
        ),
        ("ListWord", Shape::List, "A list of texts."),
    ] {
        let variants = KEYS.iter().filter(|key| key.shape == shape).map(|key| {
            let holes = key.holes.iter().map(|hole| format!(" `{hole}`"));
            format!(
                "/// `{}`{}\n{},",
                key.path,
                holes.collect::<String>(),
                variant(key.path)
            )
        });
        let _ = write!(
            text,
            "/// {about}\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum {name} {{\n{}\n}}\n",
            variants.collect::<Vec<_>>().join("\n")
        );
    }
    let _ = write!(
        text,
        "/// A mark of the order of all these: words that were numbered by another do not fit.\n\
         pub const NUMBERING: u32 = {};\n",
        numbering()
    );
    for (name, shape) in [
        ("PLAIN", Shape::Plain),
        ("PLURALS", Shape::Plural),
        ("LISTS", Shape::List),
    ] {
        let count = KEYS.iter().filter(|key| key.shape == shape).count();
        let _ = write!(
            text,
            "/// How many there are of these.\npub(crate) const {name}: usize = {count};\n"
        );
    }
    text
}

fn variant(path: &str) -> String {
    path.split(['.', '-'])
        .map(|part| {
            let (first, rest) = part.split_at(1);
            first.to_uppercase() + rest
        })
        .collect()
}

fn joined<T>(items: &[T], each: impl Fn(&T) -> String) -> String {
    items.iter().map(each).collect::<Vec<_>>().join(", ")
}

/// The words of the languages, or their names: a phone has those of the reference,
/// and gets others as packs.
fn with_cfg(languages: &[Language], cfg: &str, each: impl Fn(&Language) -> String) -> String {
    joined(languages, |words| match words.is_reference {
        true => each(words),
        false => format!("#[cfg({cfg})] {}", each(words)),
    })
}

fn panel(panel: &Panel) -> String {
    let ids: String = panel.answers.iter().map(|answer| &*answer.id).collect();
    let mut bytes = Vec::new();
    for answer in &panel.answers {
        pack(&mut bytes, answer);
    }
    format!(
        "Panel {{ id: {:?}, answers: Answers::from_parts({ids:?}, b\"{}\", {}) }}",
        panel.id,
        bytes.escape_ascii(),
        panel.answers.len(),
    )
}

/// One answer as bytes; the format is that of the main crate's
/// `Answers::from_parts`.
fn pack(bytes: &mut Vec<u8>, answer: &Answer) {
    let weakens = match answer.weakens {
        None => 0,
        Some(Weakens::No) => 1,
        Some(Weakens::MayFirstDay) => 2,
        Some(Weakens::MayHabitual) => 3,
    };
    let mut positions = Vec::new();
    for &(activity, position) in &answer.positions {
        let about = length(activity) << 1;
        match position {
            Position::Untimed => put(&mut positions, about | 1),
            Position::Timed { no_until, yes_from } => {
                put(&mut positions, about);
                put(&mut positions, moment(no_until));
                put(&mut positions, moment(yes_from));
            }
        }
    }
    put(bytes, length(answer.id.len()));
    put(
        bytes,
        bits(&answer.treatments) << 1 | u32::from(answer.class),
    );
    put(bytes, bits(&answer.conditions));
    put(bytes, weakens << 1 | u32::from(answer.no_study));
    put(bytes, length(positions.len()));
    bytes.append(&mut positions);
}

fn moment(time: Time) -> u32 {
    match time {
        Time::DayEnd => 0,
        Time::DayStart => 1,
        Time::Minutes(minutes) => minutes.saturating_add(2),
    }
}

/// A number, seven bits a byte, the lowest first.
fn put(bytes: &mut Vec<u8>, number: u32) {
    let low = (number & 0x7f) as u8;
    match number >> 7 {
        0 => bytes.push(low),
        rest => {
            bytes.push(low | 0x80);
            put(bytes, rest);
        }
    }
}

fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn bits(indices: &[usize]) -> u32 {
    indices.iter().fold(0, |bits, index| bits | 1 << index)
}

fn source(answer: &Answer, source: &Source) -> String {
    format!(
        "Source {{ kind: {}, title: {:?}, address: {:?}, number: {:?}, specialty: {:?}, \
         place: {:?}, rating: {:?}, reviews: {:?}, read: {:?}, summary: {:?}, reasons: &{:?}, \
         defers: {}, rules: &{:?} }}",
        source.kind,
        source.title,
        source.address.as_deref(),
        source.number,
        source.specialty.as_deref(),
        source.place.as_deref(),
        source.rating,
        source.reviews,
        source.read,
        source.summary,
        answer.reasons,
        answer.defers,
        source.rules,
    )
}

fn language(language: &Language) -> String {
    let holes = |shape| {
        KEYS.iter()
            .filter(move |key| key.shape == shape)
            .map(|key| key.holes)
    };
    let plain = language.plain.iter().zip(holes(Shape::Plain));
    let plain = plain.map(|(text, holes)| template(text, holes));
    let plurals = language.plurals.iter().zip(holes(Shape::Plural));
    let plurals = plurals.flat_map(|(forms, holes)| forms.iter().map(|text| template(text, holes)));
    format!(
        "Words {{ id: {:?}, name: {:?}, reviewed: {}, plural_rule: PluralRule::from_rows(&{:?}), plain: {}, \
         plurals: {}, lists: &[{}], activities: &[{}], panels: &[{}], conditions: &{:?} }}",
        language.id,
        language.name,
        language.reviewed,
        language.plural,
        texts(plain),
        texts(plurals),
        joined(&language.lists, |texts| format!("&{texts:?}")),
        joined(
            &language.activities,
            |[name, subject, about, done]| format!(
                "ActivityWords {{ name: {name:?}, subject: {subject:?}, about: {about:?}, done: {done:?} }}"
            )
        ),
        joined(&language.panels, panel_words),
        language.conditions,
    )
}

fn panel_words(panel: &PanelWords) -> String {
    format!(
        "PanelWords {{ name: {:?}, about: {:?}, noun: &{:?} }}",
        panel.name,
        template(&panel.about, &["n"]),
        panel.noun
    )
}

/// A text whose placeholders are one character each: U+0001 for the first.
pub(crate) fn template(text: &str, holes: &[&str]) -> String {
    ('\u{1}'..)
        .zip(holes)
        .fold(text.to_owned(), |text, (place, hole)| {
            text.replace(&format!("{{{hole}}}"), &place.to_string())
        })
}

/// Texts one after the other, with their lengths.
fn texts(texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<String> = texts.collect();
    let lengths: Vec<usize> = texts.iter().map(String::len).collect();
    format!("Texts::from_parts({:?}, &{lengths:?})", texts.concat())
}

//! What is asked, and do the names in it exist?

use crate::card::{Named, TreatmentName};
use crate::corpus::{Activity, Corpus, Panel, Treatment, TreatmentNames};
use crate::error::{ErrorCode, GuidanceError};
use crate::text::{concat, tidy};
use crate::time::{ClockTime, Day};
use crate::words::{LanguageName, PanelWords, Word, Words};

/// How products are named on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    /// By brand: "Botox".
    #[default]
    Brand,
    /// By generic name: "onabotulinumtoxinA".
    Generic,
    /// Not at all: "your injections".
    Class,
}

impl Names {
    /// A product, named so.
    pub(crate) fn name<'a>(
        self,
        names: &TreatmentNames<'a>,
        words: &Words<'a>,
    ) -> TreatmentName<'a> {
        let (name, generic) = match self {
            Self::Brand => (names.name, Some(names.generic)),
            Self::Generic => (names.generic, Some(names.generic)),
            Self::Class => (words.plain(Word::CardClassName), None),
        };
        TreatmentName {
            id: names.id,
            name,
            generic,
        }
    }

    /// `brand`, `generic` or `class`; space around it is ignored.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidOption`] for anything else.
    pub fn parse(text: &str) -> Result<Self, GuidanceError> {
        let known = [Self::Brand, Self::Generic, Self::Class];
        let ids = &mut ["brand", "generic", "class"].into_iter();
        let place = find(ErrorCode::InvalidOption, "names", text, ids)?;
        Ok(known.get(place).copied().unwrap_or_default())
    }
}

/// When on the clock the treatment was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TreatedAt {
    /// Not known: "the next day" is read with care.
    #[default]
    Unknown,
    /// At this clock time.
    Clock(ClockTime),
    /// At this clock time, with midnight and six o'clock as a calendar gives them.
    Calendar(ClockTime, Day),
}

impl TreatedAt {
    /// How "the next day" is read.
    pub fn day(self) -> Day {
        match self {
            Self::Unknown => Day::UNKNOWN,
            Self::Clock(clock) => Day::after(clock),
            Self::Calendar(_, day) => day,
        }
    }

    /// The clock time, where it is known.
    pub fn clock(self) -> Option<ClockTime> {
        match self {
            Self::Unknown => None,
            Self::Clock(clock) | Self::Calendar(clock, _) => Some(clock),
        }
    }
}

/// What may be asked beside treatment and time. The default asks about the
/// default activity, at an unknown clock time, of all panels, in the first
/// language, by brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options<'q> {
    /// The id of an activity.
    pub activity: Option<&'q str>,
    /// When on the clock the treatment was.
    pub treated_at: TreatedAt,
    /// The ids of panels; the card has them in the corpus's order.
    pub panels: Option<&'q [&'q str]>,
    /// A BCP 47 code; a region that has no words of its own gets its language's.
    pub lang: Option<&'q str>,
    /// How products are named.
    pub names: Names,
}

/// A question whose names all exist.
#[derive(Debug, Clone)]
pub(crate) struct Query<'a> {
    pub(crate) treatment: Treatment,
    pub(crate) treatment_name: TreatmentName<'a>,
    pub(crate) activity: Activity,
    pub(crate) activity_name: Named<'a>,
    pub(crate) subject: &'a str,
    pub(crate) treated_at: TreatedAt,
    pub(crate) panels: Vec<(&'a Panel<'a>, &'a PanelWords<'a>)>,
    pub(crate) words: &'a Words<'a>,
}

impl<'a> Query<'a> {
    pub(crate) fn new(
        corpus: &Corpus<'a>,
        treatment: &str,
        options: &Options<'_>,
    ) -> Result<Self, GuidanceError> {
        let words = find_language(corpus, options.lang)?;
        let (treatment, names) = find_treatment(corpus, treatment)?;
        let activity = match options.activity {
            None => usize::from(corpus.default_activity.0),
            Some(id) => find(
                ErrorCode::UnknownActivity,
                "activity",
                id,
                &mut corpus.activities.iter().copied(),
            )?,
        };
        let activity_words = words.activities.get(activity);
        Ok(Self {
            treatment: Treatment(u8::try_from(treatment).unwrap_or(u8::MAX)),
            treatment_name: options.names.name(names, words),
            activity: Activity(u8::try_from(activity).unwrap_or(u8::MAX)),
            activity_name: Named {
                id: corpus.activities.get(activity).copied().unwrap_or_default(),
                name: activity_words.map_or("", |words| words.name),
            },
            subject: activity_words.map_or("", |words| words.subject),
            treated_at: options.treated_at,
            panels: find_panels(corpus, words, options.panels)?,
            words,
        })
    }
}

/// The place of a name among those that exist.
pub(crate) fn find(
    code: ErrorCode,
    option: &str,
    given: &str,
    known: &mut dyn Iterator<Item = &str>,
) -> Result<usize, GuidanceError> {
    let wanted = tidy(given);
    let mut list = String::new();
    for (place, name) in known.enumerate() {
        if name == wanted {
            return Ok(place);
        }
        put_listed(&mut list, name);
    }
    Err(GuidanceError::unaccepted(code, option, given, &list))
}

/// The words of a language, by its code or that of one of its regions.
pub(crate) fn language<'a>(
    corpus: &Corpus<'a>,
    lang: Option<&str>,
) -> Result<Words<'a>, GuidanceError> {
    find_language(corpus, lang).copied()
}

/// As [`language`], without a copy.
pub(crate) fn find_language<'a>(
    corpus: &Corpus<'a>,
    lang: Option<&str>,
) -> Result<&'a Words<'a>, GuidanceError> {
    let languages = corpus.languages;
    let found = match lang {
        None => languages.first(),
        Some(wanted) => {
            let ids = || languages.iter().map(|words| words.id);
            place_of(ids, wanted).and_then(|place| languages.get(place))
        }
    };
    found.ok_or_else(|| unknown_language(corpus, lang.unwrap_or_default()))
}

/// A language whose words are not here yet, by its code or that of one of its
/// regions.
pub fn find_pack<'a>(corpus: &Corpus<'a>, lang: &str) -> Option<&'a LanguageName<'a>> {
    let packs = corpus.packs;
    if find_language(corpus, Some(lang)).is_ok() {
        return None;
    }
    let ids = || packs.iter().map(|pack| pack.id);
    place_of(ids, lang).and_then(|place| packs.get(place))
}

fn unknown_language(corpus: &Corpus<'_>, lang: &str) -> GuidanceError {
    let mut known = String::new();
    for words in corpus.languages {
        put_listed(&mut known, words.id);
    }
    for pack in corpus.packs {
        put_listed(&mut known, pack.id);
        let first = [" (await loadLanguage(\"", pack.id, "\") first)"];
        known.push_str(&concat(&first));
    }
    GuidanceError::unaccepted(ErrorCode::UnknownLanguage, "lang", lang, &known)
}

/// The place of a language among some, by its code or that of one of its regions.
fn place_of<'i, I: Iterator<Item = &'i str>>(ids: impl Fn() -> I, wanted: &str) -> Option<usize> {
    let wanted = tidy(wanted);
    ids()
        .position(|id| id.eq_ignore_ascii_case(&wanted))
        .or_else(|| ids().position(|id| is_language_of(id, &wanted)))
}

/// Whether a tag such as `en-GB` (or `en_GB`, as some sites write it) is of the
/// language `en`.
fn is_language_of(language: &str, tag: &str) -> bool {
    let mut parts = tag.as_bytes().split(|byte| matches!(byte, b'-' | b'_'));
    parts
        .next()
        .is_some_and(|first| first.eq_ignore_ascii_case(language.as_bytes()))
        && parts
            .all(|part| (1..=8).contains(&part.len()) && part.iter().all(u8::is_ascii_alphanumeric))
}

fn find_treatment<'a>(
    corpus: &Corpus<'a>,
    name: &str,
) -> Result<(usize, &'a TreatmentNames<'a>), GuidanceError> {
    let treatments = corpus.treatments;
    let place = place_of_treatment(treatments, &tidy(name));
    if let Some(found) = place.and_then(|place| Some((place, treatments.get(place)?))) {
        return Ok(found);
    }
    let mut list = String::new();
    for names in treatments {
        for name in own_names(names).into_iter().flatten() {
            put_listed(&mut list, name);
        }
    }
    Err(GuidanceError::unaccepted(
        ErrorCode::UnknownTreatment,
        "treatment",
        name,
        &list,
    ))
}

/// The place of a treatment in the corpus, by any of its names.
fn place_of_treatment(treatments: &[TreatmentNames<'_>], asked: &str) -> Option<usize> {
    let is_asked = |own: &&str| is_name(own, asked.as_bytes());
    treatments.iter().position(|names| {
        is_asked(&names.id) || own_names(names).into_iter().flatten().any(is_asked)
    })
}

/// Whether a treatment is called by this name, in any case, with one space between its
/// words as the corpus has them.
pub(crate) fn is_name(own: &str, asked: &[u8]) -> bool {
    own.as_bytes().eq_ignore_ascii_case(asked)
}

/// The names of a treatment as they are listed.
fn own_names<'n>(names: &'n TreatmentNames<'_>) -> [&'n [&'n str]; 3] {
    [
        std::slice::from_ref(&names.name),
        names.aliases,
        std::slice::from_ref(&names.generic),
    ]
}

fn find_panels<'a>(
    corpus: &Corpus<'a>,
    words: &'a Words<'a>,
    asked: Option<&[&str]>,
) -> Result<Vec<(&'a Panel<'a>, &'a PanelWords<'a>)>, GuidanceError> {
    let mut places = Vec::new();
    for id in asked.unwrap_or_default() {
        let known = &mut corpus.panels.iter().map(|panel| panel.id);
        places.push(find(ErrorCode::UnknownPanel, "panels", id, known)?);
    }
    if asked.is_some() && places.is_empty() {
        let mut accepted = "a list with at least one of: ".to_owned();
        for (place, panel) in corpus.panels.iter().enumerate() {
            accepted.push_str(if place > 0 { ", " } else { "" });
            accepted.push_str(panel.id);
        }
        return Err(GuidanceError::unaccepted(
            ErrorCode::InvalidOption,
            "panels",
            "[]",
            &accepted,
        ));
    }
    let mut panels = Vec::new();
    for (place, panel) in corpus.panels.iter().zip(words.panels).enumerate() {
        if asked.is_none() || places.contains(&place) {
            panels.push(panel);
        }
    }
    Ok(panels)
}

/// One more name at the end of a list.
fn put_listed(list: &mut String, name: &str) {
    if !list.is_empty() {
        list.push_str(", ");
    }
    list.push_str(name);
}

#[cfg(test)]
mod tests {
    use super::is_language_of;

    #[test]
    fn a_region_gets_the_words_of_its_language() {
        for tag in ["en-GB", "EN-us", "en_AU", "en-Latn-US", "en"] {
            assert!(is_language_of("en", tag), "{tag}");
        }
        for tag in [
            "en-",
            "en--GB",
            "eng",
            "en GB",
            "es-en",
            "",
            "en-aninvalidsubtag",
            "en-é",
        ] {
            assert!(!is_language_of("en", tag), "{tag}");
        }
    }
}

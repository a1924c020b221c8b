//! What is asked, and do the names in it exist?

use crate::corpus::{Activity, Corpus, Panel, Treatment};
use crate::error::{ErrorCode, GuidanceError};
use crate::time::{ClockTime, Day};
use crate::words::{PanelWords, Word, Words};

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
    /// `brand`, `generic` or `class`; space around it is ignored.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidOption`] for anything else.
    pub fn parse(text: &str) -> Result<Self, GuidanceError> {
        match text.trim() {
            "brand" => Ok(Self::Brand),
            "generic" => Ok(Self::Generic),
            "class" => Ok(Self::Class),
            _ => Err(GuidanceError::unaccepted(
                ErrorCode::InvalidOption,
                "names",
                text,
                "brand, generic, class",
            )),
        }
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
    pub(crate) treatment_id: &'a str,
    pub(crate) treatment_name: &'a str,
    pub(crate) generic: Option<&'a str>,
    pub(crate) activity: Activity,
    pub(crate) activity_id: &'a str,
    pub(crate) activity_name: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) treated_at: TreatedAt,
    pub(crate) panels: Vec<(Panel<'a>, PanelWords<'a>)>,
    pub(crate) words: Words<'a>,
}

impl<'a> Query<'a> {
    pub(crate) fn new(
        corpus: &Corpus<'a>,
        treatment: &str,
        options: &Options<'_>,
    ) -> Result<Self, GuidanceError> {
        let words = language(corpus, options.lang)?;
        let (treatment, names) = find_treatment(corpus, treatment)?;
        let (treatment_name, generic) = match options.names {
            Names::Brand => (names.name, Some(names.generic)),
            Names::Generic => (names.generic, Some(names.generic)),
            Names::Class => (words.plain(Word::CardClassName), None),
        };
        let activity = match options.activity {
            None => corpus.default_activity,
            Some(id) => find_activity(corpus, "activity", id)?,
        };
        let place = usize::from(activity.0);
        let activity_words = words.activities.get(place);
        Ok(Self {
            treatment,
            treatment_id: names.id,
            treatment_name,
            generic,
            activity,
            activity_id: corpus.activities.get(place).copied().unwrap_or_default(),
            activity_name: activity_words.map_or("", |words| words.name),
            subject: activity_words.map_or("", |words| words.subject),
            treated_at: options.treated_at,
            panels: find_panels(corpus, &words, options.panels)?,
            words,
        })
    }
}

/// The words of a language, by its code or that of one of its regions.
pub(crate) fn language<'a>(
    corpus: &Corpus<'a>,
    lang: Option<&str>,
) -> Result<Words<'a>, GuidanceError> {
    let wanted = lang.map(str::trim);
    let find = |matches: fn(&str, &str) -> bool| {
        corpus
            .languages
            .iter()
            .find(|words| wanted.is_none_or(|wanted| matches(words.id, wanted)))
    };
    find(str::eq_ignore_ascii_case)
        .or_else(|| find(is_language_of))
        .copied()
        .ok_or_else(|| {
            let known = list(corpus.languages.iter().map(|words| words.id));
            GuidanceError::unaccepted(
                ErrorCode::UnknownLanguage,
                "lang",
                lang.unwrap_or_default(),
                &known,
            )
        })
}

/// Whether a tag such as `en-GB` (or `en_GB`, as some sites write it) is of the
/// language `en`.
fn is_language_of(language: &str, tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    parts
        .next()
        .is_some_and(|first| first.eq_ignore_ascii_case(language))
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn find_treatment<'a>(
    corpus: &Corpus<'a>,
    name: &str,
) -> Result<(Treatment, crate::corpus::TreatmentNames<'a>), GuidanceError> {
    (0..=u8::MAX)
        .zip(corpus.treatments)
        .find(|(_, names)| {
            same_name(names.id, name)
                || same_name(names.name, name)
                || same_name(names.generic, name)
                || names.aliases.iter().any(|alias| same_name(alias, name))
        })
        .map(|(place, names)| (Treatment(place), *names))
        .ok_or_else(|| {
            let names = corpus.treatments.iter().flat_map(|names| {
                [names.name]
                    .into_iter()
                    .chain(names.aliases.iter().copied())
                    .chain([names.generic])
            });
            GuidanceError::unaccepted(ErrorCode::UnknownTreatment, "treatment", name, &list(names))
        })
}

/// The same but for case, and for space around and between the words.
fn same_name(known: &str, given: &str) -> bool {
    let mut known = known.split_whitespace();
    let mut given = given.split_whitespace();
    loop {
        match (known.next(), given.next()) {
            (None, None) => return true,
            (Some(known), Some(given)) if known.eq_ignore_ascii_case(given) => {}
            _ => return false,
        }
    }
}

/// The activity of an id; `option` is where it was given.
pub(crate) fn find_activity(
    corpus: &Corpus<'_>,
    option: &str,
    id: &str,
) -> Result<Activity, GuidanceError> {
    (0..=u8::MAX)
        .zip(corpus.activities)
        .find(|(_, known)| **known == id.trim())
        .map(|(place, _)| Activity(place))
        .ok_or_else(|| {
            let known = list(corpus.activities.iter().copied());
            GuidanceError::unaccepted(ErrorCode::UnknownActivity, option, id, &known)
        })
}

fn find_panels<'a>(
    corpus: &Corpus<'a>,
    words: &Words<'a>,
    ids: Option<&[&str]>,
) -> Result<Vec<(Panel<'a>, PanelWords<'a>)>, GuidanceError> {
    let known = || list(corpus.panels.iter().map(|panel| panel.id));
    if let Some(ids) = ids {
        if ids.is_empty() {
            let accepted = ["a list with at least one of: ", &known()].concat();
            return Err(GuidanceError::unaccepted(
                ErrorCode::InvalidOption,
                "panels",
                "[]",
                &accepted,
            ));
        }
        for id in ids {
            if !corpus.panels.iter().any(|panel| panel.id == id.trim()) {
                return Err(GuidanceError::unaccepted(
                    ErrorCode::UnknownPanel,
                    "panels",
                    id,
                    &known(),
                ));
            }
        }
    }
    let wanted =
        |panel: &Panel<'_>| ids.is_none_or(|ids| ids.iter().any(|id| id.trim() == panel.id));
    Ok(corpus
        .panels
        .iter()
        .zip(words.panels)
        .filter(|(panel, _)| wanted(panel))
        .map(|(panel, words)| (*panel, *words))
        .collect())
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for name in names {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(name);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{is_language_of, same_name};

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

    #[test]
    fn names_are_the_same_in_any_case_and_with_stray_space() {
        assert!(same_name("Botox Cosmetic", "  bOTOX \t cosmetic\n"));
        assert!(!same_name("Botox Cosmetic", "Botox"));
        assert!(!same_name("Botox", "Botox Cosmetic"));
        assert!(!same_name("Botox", ""));
        assert!(!same_name("Botox", "Bo tox"));
    }
}

//! What is asked, and do the names in it exist?

use crate::card::{Named, TreatmentName};
use crate::corpus::{Activity, Corpus, Panel, Treatment, TreatmentNames};
use crate::error::{ErrorCode, GuidanceError};
use crate::text::{concat, join, tidy};
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
        match tidy(text).as_str() {
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
    pub(crate) treatment_name: TreatmentName<'a>,
    pub(crate) activity: Activity,
    pub(crate) activity_name: Named<'a>,
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
        let activity = match options.activity {
            None => corpus.default_activity,
            Some(id) => find_activity(corpus, "activity", id)?,
        };
        let place = usize::from(activity.0);
        let activity_words = words.activities.get(place);
        Ok(Self {
            treatment,
            treatment_name: options.names.name(&names, &words),
            activity,
            activity_name: Named {
                id: corpus.activities.get(place).copied().unwrap_or_default(),
                name: activity_words.map_or("", |words| words.name),
            },
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
    let Some(lang) = lang else {
        return corpus.languages.first().copied().ok_or_else(|| {
            GuidanceError::unaccepted(ErrorCode::UnknownLanguage, "lang", "", "none")
        });
    };
    let wanted = tidy(lang);
    let find = |matches: fn(&str, &str) -> bool| {
        corpus
            .languages
            .iter()
            .find(|words| matches(words.id, &wanted))
    };
    find(str::eq_ignore_ascii_case)
        .or_else(|| find(is_language_of))
        .copied()
        .ok_or_else(|| {
            let known = list(&mut corpus.languages.iter().map(|words| words.id));
            GuidanceError::unaccepted(ErrorCode::UnknownLanguage, "lang", lang, &known)
        })
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
) -> Result<(Treatment, TreatmentNames<'a>), GuidanceError> {
    let wanted = tidy(name);
    let is = |known: &&str| tidy(known).eq_ignore_ascii_case(&wanted);
    for (place, names) in (0..=u8::MAX).zip(corpus.treatments) {
        let own = [names.id, names.name, names.generic];
        if own.iter().any(is) || names.aliases.iter().any(is) {
            return Ok((Treatment(place), *names));
        }
    }
    let mut known = Vec::new();
    for names in corpus.treatments {
        known.push(names.name);
        known.extend(names.aliases);
        known.push(names.generic);
    }
    let known = list(&mut known.into_iter());
    Err(GuidanceError::unaccepted(
        ErrorCode::UnknownTreatment,
        "treatment",
        name,
        &known,
    ))
}

/// The activity of an id; `option` is where it was given.
pub(crate) fn find_activity(
    corpus: &Corpus<'_>,
    option: &str,
    id: &str,
) -> Result<Activity, GuidanceError> {
    let wanted = tidy(id);
    (0..=u8::MAX)
        .zip(corpus.activities)
        .find(|(_, known)| **known == wanted)
        .map(|(place, _)| Activity(place))
        .ok_or_else(|| {
            let known = list(&mut corpus.activities.iter().copied());
            GuidanceError::unaccepted(ErrorCode::UnknownActivity, option, id, &known)
        })
}

fn find_panels<'a>(
    corpus: &Corpus<'a>,
    words: &Words<'a>,
    ids: Option<&[&str]>,
) -> Result<Vec<(Panel<'a>, PanelWords<'a>)>, GuidanceError> {
    let ids = ids.map(|ids| (ids, ids.iter().map(|id| tidy(id)).collect::<Vec<_>>()));
    let known = || list(&mut corpus.panels.iter().map(|panel| panel.id));
    if let Some((given, tidied)) = &ids {
        if given.is_empty() {
            return Err(GuidanceError::unaccepted(
                ErrorCode::InvalidOption,
                "panels",
                "[]",
                &concat(&["a list with at least one of: ", &known()]),
            ));
        }
        for (id, tidied) in given.iter().zip(tidied) {
            if !corpus.panels.iter().any(|panel| panel.id == tidied) {
                return Err(GuidanceError::unaccepted(
                    ErrorCode::UnknownPanel,
                    "panels",
                    id,
                    &known(),
                ));
            }
        }
    }
    let mut panels = Vec::new();
    for (panel, words) in corpus.panels.iter().zip(words.panels) {
        let wanted = |(_, ids): &(_, Vec<String>)| ids.iter().any(|id| id == panel.id);
        if ids.as_ref().is_none_or(wanted) {
            panels.push((*panel, *words));
        }
    }
    Ok(panels)
}

fn list(names: &mut dyn Iterator<Item = &str>) -> String {
    join(names, ", ")
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

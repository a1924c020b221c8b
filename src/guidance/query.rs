//! What is asked, and do the names in it exist?

use aftercare_corpus::{Corpus, LanguageName, Panel, PanelWords, Str, Treatment, Words};

use super::card::{Named, TreatmentName};
use super::error::{ErrorCode, GuidanceError};
use crate::consensus::{ClockTime, Day};
use crate::i18n::{clean, pack_of, words_of};

/// How products are named on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
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
    pub(crate) fn name<'a>(self, treatment: &'a Treatment, words: &'a Words) -> TreatmentName<'a> {
        let (name, generic) = match (self, &treatment.generic) {
            (Self::Brand, Some(generic)) => (&treatment.name, Some(generic)),
            (Self::Generic, Some(generic)) => (generic, Some(generic)),
            (Self::Class, _) | (_, None) => (&words.core.card.class_name, None),
        };
        TreatmentName {
            id: &treatment.id,
            name,
            generic: generic.map(|generic| &**generic),
        }
    }

    /// A product as whoever asks calls it: where brands are named, by the one that is given.
    pub(crate) fn called<'a>(
        self,
        treatment: &'a Treatment,
        given: &str,
        words: &'a Words,
    ) -> &'a str {
        match self.alias(treatment, given) {
            Some(alias) => alias,
            None => self.name(treatment, words).name,
        }
    }

    /// What stands for a product in a form or a link. An id is a brand.
    pub(crate) fn value<'a>(self, treatment: &'a Treatment, given: &str) -> &'a str {
        match (self.alias(treatment, given), &treatment.generic) {
            (Some(alias), _) => alias,
            (None, Some(generic)) if self != Self::Brand => generic,
            (None, _) => &treatment.id,
        }
    }

    fn alias<'a>(self, treatment: &'a Treatment, given: &str) -> Option<&'a Str> {
        let given = tidy(given);
        let mut aliases = treatment.aliases.iter();
        let found = aliases.find(|alias| alias.eq_ignore_ascii_case(&given));
        found.filter(|_| self == Self::Brand && treatment.generic.is_some())
    }

    /// `brand`, `generic` or `class`; space around it is ignored.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidOption`] for anything else.
    pub fn parse(text: &str) -> Result<Self, GuidanceError> {
        let known = [Self::Brand, Self::Generic, Self::Class];
        let ids = ["brand", "generic", "class"];
        let id = |place: usize| ids.get(place).copied();
        let place = find(ErrorCode::InvalidOption, "names", text, &id)?;
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
    /// `HH:MM` on a clock of 24 hours; space around it is ignored.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidTime`] for anything else.
    pub fn parse(text: &str) -> Result<Self, GuidanceError> {
        ClockTime::parse(&clean(text))
            .map(Self::Clock)
            .ok_or_else(|| {
                GuidanceError::unaccepted(
                    ErrorCode::InvalidTime,
                    "treatedAt",
                    text,
                    "a clock time of 24 hours from 00:00 to 23:59, such as 17:00",
                )
            })
    }

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
pub(super) struct Query<'a> {
    /// Index of the treatment.
    pub(super) treatment: usize,
    pub(super) treatment_name: TreatmentName<'a>,
    /// Index of the activity.
    pub(super) activity: usize,
    pub(super) activity_name: Named<'a>,
    pub(super) subject: &'a str,
    pub(super) treated_at: TreatedAt,
    pub(super) panels: Vec<(&'a Panel, &'a PanelWords)>,
    pub(super) words: &'a Words,
}

impl<'a> Query<'a> {
    /// # Errors
    /// Where the corpus has no such treatment, activity, panel or language.
    pub(super) fn new(
        corpus: &'a Corpus,
        treatment: &str,
        options: &Options<'_>,
    ) -> Result<Self, GuidanceError> {
        let words = find_language(corpus, options.lang)?;
        let (treatment, names) = find_treatment(corpus, treatment)?;
        let activity = match options.activity {
            None => corpus.default_activity,
            Some(id) => find(ErrorCode::UnknownActivity, "activity", id, &|place| {
                corpus.activities.get(place).map(|id| &**id)
            })?,
        };
        let activity_words = words.activities.get(activity);
        Ok(Self {
            treatment,
            treatment_name: options.names.name(names, words),
            activity,
            activity_name: Named {
                id: corpus.activities.get(activity).map_or("", |id| id),
                name: activity_words.map_or("", |words| &words.name),
            },
            subject: activity_words.map_or("", |words| &words.subject),
            treated_at: options.treated_at,
            panels: find_panels(corpus, words, options.panels)?,
            words,
        })
    }
}

/// The index of a name among those that exist. Space around the name is ignored.
///
/// # Errors
/// With this code, for `option`, where it is none of them.
pub(crate) fn find<'k>(
    code: ErrorCode,
    option: &str,
    given: &str,
    known: &dyn Fn(usize) -> Option<&'k str>,
) -> Result<usize, GuidanceError> {
    let wanted = tidy(given);
    let mut list = String::new();
    let mut place = 0;
    while let Some(name) = known(place) {
        if name == wanted {
            return Ok(place);
        }
        push_listed(&mut list, name);
        place += 1;
    }
    Err(GuidanceError::unaccepted(code, option, given, &list))
}

/// The words of a language, by its code or that of one of its regions; those of the
/// first language where none is named.
///
/// # Errors
/// [`ErrorCode::UnknownLanguage`] where the corpus has no words in it.
pub(crate) fn find_language<'a>(
    corpus: &'a Corpus,
    lang: Option<&str>,
) -> Result<&'a Words, GuidanceError> {
    let found = match lang {
        None => corpus.languages.first(),
        Some(code) => words_of(corpus, code),
    };
    found.ok_or_else(|| unknown_language(corpus, lang.unwrap_or_default()))
}

/// A language whose words come as a pack that is not registered yet, by its code or
/// that of one of its regions.
pub(crate) fn find_pack<'a>(corpus: &'a Corpus, lang: &str) -> Option<&'a LanguageName> {
    pack_of(corpus, lang)
}

fn unknown_language(corpus: &Corpus, lang: &str) -> GuidanceError {
    let mut known = String::new();
    for words in corpus.languages.iter() {
        push_listed(&mut known, &words.id);
    }
    for pack in corpus.packs.iter() {
        push_listed(&mut known, &pack.id);
        if pack_of(corpus, &pack.id).is_some() {
            known.push_str(&format!(" (load aftercare-consensus.{}.js first)", pack.id));
        }
    }
    GuidanceError::unaccepted(ErrorCode::UnknownLanguage, "lang", lang, &known)
}

/// The treatment of a name, with its index: a brand, an alias or a generic name, in
/// any case.
///
/// # Errors
/// [`ErrorCode::UnknownTreatment`] where the corpus has none of this name.
pub(crate) fn find_treatment<'a>(
    corpus: &'a Corpus,
    given: &str,
) -> Result<(usize, &'a Treatment), GuidanceError> {
    let wanted = tidy(given);
    let mut list = String::new();
    for (place, treatment) in corpus.treatments.iter().enumerate() {
        let is_wanted = |name: &str| name.eq_ignore_ascii_case(&wanted);
        let mut is_found = is_wanted(&treatment.id);
        for name in treatment.names() {
            is_found |= is_wanted(name);
            push_listed(&mut list, name);
        }
        if is_found {
            return Ok((place, treatment));
        }
    }
    Err(GuidanceError::unaccepted(
        ErrorCode::UnknownTreatment,
        "treatment",
        given,
        &list,
    ))
}

fn find_panels<'a>(
    corpus: &'a Corpus,
    words: &'a Words,
    asked: Option<&[&str]>,
) -> Result<Vec<(&'a Panel, &'a PanelWords)>, GuidanceError> {
    let mut places = Vec::new();
    for id in asked.unwrap_or_default() {
        let known = |place: usize| corpus.panels.get(place).map(|panel| &*panel.id);
        places.push(find(ErrorCode::UnknownPanel, "panels", id, &known)?);
    }
    if asked.is_some() && places.is_empty() {
        let mut list = String::new();
        for panel in corpus.panels.iter() {
            push_listed(&mut list, &panel.id);
        }
        return Err(GuidanceError::unaccepted(
            ErrorCode::InvalidOption,
            "panels",
            "[]",
            &format!("a list with at least one of: {list}"),
        ));
    }
    let mut panels = Vec::new();
    for (place, panel) in corpus.panels.iter().zip(words.panels.iter()).enumerate() {
        if asked.is_none() || places.contains(&place) {
            panels.push(panel);
        }
    }
    Ok(panels)
}

/// One more name at the end of a list.
fn push_listed(list: &mut String, name: &str) {
    if !list.is_empty() {
        list.push_str(", ");
    }
    list.push_str(name);
}

/// A name as a person may have typed it, without the space around it and with one
/// space between its words.
fn tidy(typed: &str) -> String {
    let mut tidy = String::new();
    for word in clean(typed).split_ascii_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn typed_names_are_tidied() {
        assert_eq!(tidy("  Botox \t\u{a0}Cosmetic\n\u{2003}"), "Botox Cosmetic");
        assert_eq!(tidy(" \n "), "");
        assert_eq!(tidy("\u{2068}Bo\u{ad}tox\u{2069}"), "Botox");
        assert_eq!(tidy("17 :00"), "17 :00");
    }
}

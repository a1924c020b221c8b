//! What has the page's owner asked for, by the element's attributes?

use aftercare_corpus::Corpus;

use super::decimal::decimal;
use super::local_time::LocalTime;
use super::protocol::Protocol;
use super::telephone::Telephone;
use crate::consensus::{Elapsed, Minutes};
use crate::guidance::{ErrorCode, GuidanceError, Names, Options, find_pack, guidance};
use crate::i18n::clean;

/// The attributes of the element, read and checked.
///
/// ```
/// use aftercare_consensus::{CORPUS, Settings, When};
///
/// let given = [("treatment", "Dysport"), ("hours", "14")];
/// let settings = Settings::parse(&CORPUS, given)?;
/// assert_eq!(settings.treatment, Some("Dysport"));
/// assert!(matches!(settings.when, When::Hours(_)));
/// # Ok::<(), aftercare_consensus::GuidanceError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings<'s> {
    /// A name of the treatment; the reader is asked where there is none.
    pub treatment: Option<&'s str>,
    /// The id of an activity; the reader chooses where there is none.
    pub activity: Option<&'s str>,
    /// When the treatment was.
    pub when: When,
    /// A language that the owner asks for.
    pub lang: Option<&'s str>,
    /// How products are named.
    pub names: Names,
    /// The ids of panels; empty for all.
    pub panels: Vec<&'s str>,
    /// Whether to ask what is given, too, and fill it in.
    pub ask: bool,
    /// Whether to show the answer alone, everything else on demand.
    pub compact: bool,
    /// Where the sources of the answers are shown.
    pub sources: SourcesAt<'s>,
    /// Whether a link has set something that is none of its settings: the reader is asked.
    pub is_link_incomplete: bool,
    /// The clinic's name.
    pub clinic: Option<&'s str>,
    /// The clinic's own waits.
    pub protocol: Protocol,
    /// The clinic's telephone number.
    pub contact: Option<Telephone>,
    /// The number to call in an emergency.
    pub emergency: Option<Telephone>,
}

/// When the treatment was.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum When {
    /// The reader is asked.
    #[default]
    Asked,
    /// So long ago, for good: a fixed card.
    Hours(Elapsed),
    /// At this moment: a card that goes with the clock.
    At(LocalTime),
}

/// Where the sources of the answers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SourcesAt<'s> {
    /// On the card, with links to the pages of the sources.
    #[default]
    Inline,
    /// On the page of sources beside the script, to which the card links.
    Page,
    /// On the page of sources at this address.
    Address(&'s str),
}

/// Whether a link may lead there: the whole address of a page, or one beside this page, and
/// never a script. Browsers leave out control signs, behind which one could hide.
fn is_web_address(value: &str) -> bool {
    let is_plain = value.bytes().all(|byte| byte > b' ' && byte != b'#');
    let (before, after) = value.split_once(':').unwrap_or(("", value));
    let scheme = before.to_ascii_lowercase();
    is_plain
        && match scheme.as_str() {
            "" => value == after && after.contains(['/', '.']),
            "http" | "https" => after.starts_with("//"),
            // A colon further behind belongs to a path.
            _ => before.as_bytes().contains(&b'/'),
        }
}

/// Stands for a value of a link that is none of its setting, or behind one that is doubtful.
pub(super) const MARK: &str = "…";

/// No link speaks for a clinic.
const NEVER_LINKED: [&str; 5] = ["clinic", "protocol", "contact", "emergency", "ask"];

/// The attributes whose values are words of ours, which HTML takes in any case.
const IN_ANY_CASE: [&str; 7] = [
    "activity", "names", "panels", "ask", "compact", "sources", "protocol",
];

/// What page builders and word processors put around a value in the place of the quotes
/// that HTML knows, and what is left of those that were escaped.
const QUOTES: &[char] = &[
    '"', '\'', '`', '“', '”', '„', '‟', '″', '‘', '’', '‚', '‛', '′', '«', '»',
];

/// Those of them that stand before a value.
const OPENING: &[char] = &['“', '”', '„', '‟', '″'];

/// The value of an attribute, as whoever has written the page means it.
///
/// ```
/// use aftercare_consensus::attribute_value;
///
/// assert_eq!(attribute_value("treatment", "”Dysport″".to_owned()), "Dysport");
/// assert_eq!(attribute_value("compact", "TRUE".to_owned()), "true");
/// ```
pub fn attribute_value(name: &str, value: String) -> String {
    // A name in another script may need its marks, and an address its signs.
    let mut value = match name {
        "clinic" | "sources" => value,
        _ => clean(&value),
    };
    let trimmed = value.trim();
    let inner = trimmed
        .strip_prefix(QUOTES)
        .and_then(|value| value.strip_suffix(QUOTES));
    if let Some(inner) = inner {
        value = inner.to_owned();
    }
    if IN_ANY_CASE.contains(&name) {
        value.make_ascii_lowercase();
    }
    value
}

/// More letters are no name of a clinic.
const LONGEST_NAME: usize = 100;

impl<'s> Settings<'s> {
    /// Reads pairs of attribute and value; space around a value is ignored, and
    /// so is every other attribute.
    ///
    /// # Errors
    /// A [`GuidanceError`] that names the attribute, its value and what is
    /// accepted.
    pub fn parse(
        corpus: &Corpus,
        attributes: impl IntoIterator<Item = (&'s str, &'s str)>,
    ) -> Result<Self, GuidanceError> {
        let settings = Self::parse_unchecked(corpus, attributes)?;
        settings.check(corpus)?;
        Ok(settings)
    }

    /// The same without a look at whether the names in it exist, for attributes that have
    /// been checked before.
    ///
    /// # Errors
    /// As [`Settings::parse`], for values that have the wrong form.
    pub fn parse_unchecked(
        corpus: &Corpus,
        attributes: impl IntoIterator<Item = (&'s str, &'s str)>,
    ) -> Result<Self, GuidanceError> {
        let mut settings = Self::default();
        for (name, value) in attributes {
            settings.set(corpus, name, value.trim_ascii())?;
        }
        if settings.is_link_incomplete {
            settings.ask = true;
            if settings.treatment.is_none() && settings.names == Names::Class {
                // The link wants no brand, and there is nothing to choose from without names.
                settings.names = Names::Generic;
            }
        }
        Ok(settings)
    }

    fn set(&mut self, corpus: &Corpus, name: &str, value: &'s str) -> Result<(), GuidanceError> {
        let typed = clean(value);
        let refused = |code, accepted| GuidanceError::unaccepted(code, name, &typed, accepted);
        let invalid = |accepted| refused(ErrorCode::InvalidOption, accepted);
        if value == MARK && !NEVER_LINKED.contains(&name) {
            self.is_link_incomplete = true;
            return Ok(());
        }
        match name {
            "treatment" => self.treatment = Some(value),
            "activity" => self.activity = Some(value),
            "lang" => self.lang = Some(value),
            "names" => self.names = Names::parse(value)?,
            "panels" => {
                let ids = value.split(|sign: char| sign == ',' || sign.is_ascii_whitespace());
                self.panels.clear();
                for id in ids {
                    if !id.is_empty() {
                        self.panels.push(id);
                    }
                }
                if self.panels.is_empty() {
                    // The corpus's own list says what is accepted.
                    self.panels.push("");
                }
            }
            "hours" | "treated-at" if self.when != When::Asked => {
                return Err(invalid("either hours or treated-at, not both"));
            }
            "hours" => {
                let elapsed = decimal(&typed).and_then(Elapsed::from_hours);
                self.when = When::Hours(elapsed.ok_or_else(|| {
                    refused(
                        ErrorCode::InvalidHours,
                        "a number from 0 up, in hours, such as 14 or 4.5",
                    )
                })?);
            }
            "treated-at" => {
                let time = typed.strip_suffix(MARK);
                self.is_link_incomplete |= time.is_some();
                self.when =
                    When::At(LocalTime::parse(time.unwrap_or(&typed)).ok_or_else(|| {
                        refused(
                            ErrorCode::InvalidTime,
                            "a date and a time such as 2026-11-21T17:00, with an offset such as \
                         +01:00 or Z behind it where it is another zone's",
                        )
                    })?);
            }
            "ask" | "compact" => {
                let on = match &*typed {
                    "" | "true" => true,
                    "false" => false,
                    _ if typed == name => true,
                    _ => return Err(invalid("true, false, or no value at all")),
                };
                match name {
                    "ask" => self.ask = on,
                    _ => self.compact = on,
                }
            }
            "sources" => {
                self.sources = match &*typed {
                    "inline" => SourcesAt::Inline,
                    "page" => SourcesAt::Page,
                    _ if is_web_address(value) => SourcesAt::Address(value),
                    _ => {
                        return Err(invalid(
                            "inline, page, or the address of the page of sources, such as \
                             /aftercare/sources.html",
                        ));
                    }
                }
            }
            "clinic" => {
                if typed.is_empty() || value.chars().nth(LONGEST_NAME).is_some() {
                    return Err(invalid("the clinic's name, of up to 100 letters"));
                }
                if value.starts_with(OPENING) && !value.ends_with(QUOTES) {
                    // HTML ends a value that has no quotes of its own at the first space.
                    return Err(invalid("the clinic's name between straight quotes"));
                }
                self.clinic = Some(value);
            }
            "protocol" => self.protocol = Protocol::parse(corpus, value)?,
            "contact" | "emergency" => {
                let number = Telephone::parse(value).ok_or_else(|| {
                    invalid("a telephone number, such as 911 or +44 20 7946 0000")
                })?;
                match name {
                    "contact" => self.contact = Some(number),
                    _ => self.emergency = Some(number),
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The options of every question that the reader may ask under these settings.
    pub fn options(&self) -> Options<'_> {
        Options {
            activity: self.activity,
            panels: (!self.panels.is_empty()).then_some(self.panels.as_slice()),
            lang: self.lang,
            names: self.names,
            ..Options::default()
        }
    }

    /// Whether the page's owner has given a word of the clinic's: its name, its telephone
    /// or a wait.
    pub fn has_clinic(&self) -> bool {
        self.clinic.is_some() || self.contact.is_some() || !self.protocol.is_empty()
    }

    /// Whether every name in it exists.
    fn check(&self, corpus: &Corpus) -> Result<(), GuidanceError> {
        if self.treatment.is_none() && self.names == Names::Class {
            // Nobody can choose one of several that are all called the same.
            return Err(GuidanceError::unaccepted(
                ErrorCode::InvalidOption,
                "names",
                "class",
                "brand or generic where the reader chooses the treatment; add a treatment for class",
            ));
        }
        let any = corpus.treatments.first().map_or("", |names| &names.id);
        let treatment = self.treatment.unwrap_or(any);
        let at_once = Elapsed::from_minutes(Minutes(0));
        let options = Options {
            // A language pack may register later.
            lang: self.lang.filter(|lang| find_pack(corpus, lang).is_none()),
            ..self.options()
        };
        guidance(corpus, treatment, at_once, &options).map(drop)
    }
}

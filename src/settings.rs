//! What has the page's owner asked for, by the element's attributes?

use crate::corpus::Corpus;
use crate::error::{ErrorCode, GuidanceError};
use crate::guidance::guidance;
use crate::protocol::Protocol;
use crate::query::{Names, Options};
use crate::text::{concat, cut, whole_number};
use crate::time::{ClockTime, Elapsed, Minutes};

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
    pub when: When<'s>,
    /// A language that the owner asks for.
    pub lang: Option<&'s str>,
    /// How products are named.
    pub names: Names,
    /// The ids of panels; empty for all.
    pub panels: Vec<&'s str>,
    /// Whether to ask what is given, too, and fill it in.
    pub ask: bool,
    /// Whether to show the answer alone, the rest on demand.
    pub compact: bool,
    /// Where the sources of the answers are shown.
    pub sources: SourcesAt,
    /// The clinic's name.
    pub clinic: Option<&'s str>,
    /// The clinic's own waits.
    pub protocol: Protocol,
    /// The clinic's telephone number.
    pub contact: Option<Telephone<'s>>,
    /// The number to call in an emergency.
    pub emergency: Option<Telephone<'s>>,
}

/// When the treatment was.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum When<'s> {
    /// The reader is asked.
    #[default]
    Asked,
    /// So long ago, for good: a fixed card.
    Hours(Elapsed),
    /// At this moment: a card that goes with the clock.
    At(LocalTime<'s>),
}

/// A moment on a calendar and a clock, of the reader's zone or of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalTime<'s> {
    date: &'s str,
    clock: &'s str,
    /// Empty for the reader's own.
    zone: &'s str,
}

/// Where the sources of the answers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SourcesAt {
    /// On the card, with links to the pages of the sources.
    #[default]
    Inline,
    /// On the page of sources, to which the card links.
    Page,
}

/// A telephone number, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telephone<'s>(&'s str);

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
        corpus: &Corpus<'_>,
        attributes: impl IntoIterator<Item = (&'s str, &'s str)>,
    ) -> Result<Self, GuidanceError> {
        let settings = Self::read(corpus, attributes)?;
        settings.check(corpus)?;
        Ok(settings)
    }

    /// The same without a look at whether the names in it exist.
    pub(crate) fn read(
        corpus: &Corpus<'_>,
        attributes: impl IntoIterator<Item = (&'s str, &'s str)>,
    ) -> Result<Self, GuidanceError> {
        let mut settings = Self::default();
        for (name, value) in attributes {
            let value = value.trim_ascii();
            let refused = |code, accepted| GuidanceError::unaccepted(code, name, value, accepted);
            let invalid = |accepted| refused(ErrorCode::InvalidOption, accepted);
            match name {
                "treatment" => settings.treatment = Some(value),
                "activity" => settings.activity = Some(value),
                "lang" => settings.lang = Some(value),
                "names" => settings.names = Names::parse(value)?,
                "panels" => {
                    let mut rest = Some(value);
                    while let Some(value) = rest {
                        let (panels, after) = cut(value, b',');
                        rest = after;
                        let mut panels = Some(panels);
                        while let Some(value) = panels {
                            let (panel, after) = cut(value.trim_ascii(), b' ');
                            panels = after;
                            if !panel.is_empty() {
                                settings.panels.push(panel);
                            }
                        }
                    }
                    if settings.panels.is_empty() {
                        // The corpus's own list says what is accepted.
                        settings.panels.push("");
                    }
                }
                "hours" | "treated-at" if settings.when != When::Asked => {
                    return Err(invalid("either hours or treated-at, not both"));
                }
                "hours" => {
                    let elapsed = decimal(value).and_then(Elapsed::from_hours);
                    settings.when = When::Hours(elapsed.ok_or_else(|| {
                        refused(
                            ErrorCode::InvalidHours,
                            "a number from 0 up, in hours, such as 14 or 4.5",
                        )
                    })?);
                }
                "treated-at" => {
                    settings.when = When::At(LocalTime::parse(value).ok_or_else(|| {
                        refused(
                            ErrorCode::InvalidTime,
                            "a date and a time such as 2026-11-21T17:00, with an offset such as \
                             +01:00 or Z behind it where it is another zone's",
                        )
                    })?);
                }
                "ask" | "compact" => {
                    let on = match value {
                        "" | "true" => true,
                        "false" => false,
                        _ if value == name => true,
                        _ => return Err(invalid("true, false, or no value at all")),
                    };
                    match name {
                        "ask" => settings.ask = on,
                        _ => settings.compact = on,
                    }
                }
                "sources" => {
                    settings.sources = match value {
                        "inline" => SourcesAt::Inline,
                        "page" => SourcesAt::Page,
                        _ => return Err(invalid("inline, page")),
                    }
                }
                "clinic" => {
                    if value.is_empty() || value.chars().nth(LONGEST_NAME).is_some() {
                        return Err(invalid("the clinic's name, of up to 100 letters"));
                    }
                    settings.clinic = Some(value);
                }
                "protocol" => settings.protocol = Protocol::parse(corpus, value)?,
                "contact" | "emergency" => {
                    let number = Telephone::parse(value).ok_or_else(|| {
                        invalid("a telephone number, such as 911 or +44 20 7946 0000")
                    })?;
                    match name {
                        "contact" => settings.contact = Some(number),
                        _ => settings.emergency = Some(number),
                    }
                }
                _ => {}
            }
        }
        Ok(settings)
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

    /// Whether every name in it exists.
    fn check(&self, corpus: &Corpus<'_>) -> Result<(), GuidanceError> {
        if self.treatment.is_none() && self.names == Names::Class {
            // Nobody can choose one of several that are all called the same.
            return Err(GuidanceError::unaccepted(
                ErrorCode::InvalidOption,
                "names",
                "class",
                "brand or generic where the reader chooses the treatment; add a treatment for class",
            ));
        }
        let any = corpus.treatments.first().map_or("", |names| names.id);
        let treatment = self.treatment.unwrap_or(any);
        let at_once = Elapsed::from_minutes(Minutes(0));
        guidance(corpus, treatment, at_once, &self.options()).map(drop)
    }
}

impl<'s> LocalTime<'s> {
    /// `YYYY-MM-DDTHH:MM`, with seconds or not, which are dropped; with `Z` or
    /// an offset such as `+01:00` or not. `None` for anything else, and for a
    /// day that the calendar does not have.
    ///
    /// ```
    /// use aftercare_consensus::LocalTime;
    ///
    /// let time = LocalTime::parse("2026-11-21 17:00:30+01:00").expect("a moment");
    /// assert_eq!(time.iso(), "2026-11-21T17:00+01:00");
    /// assert_eq!(LocalTime::parse("2026-02-30T17:00"), None);
    /// ```
    pub fn parse(text: &'s str) -> Option<Self> {
        let text = text.trim_ascii();
        let (date, time) = match cut(text, b'T') {
            (_, None) => cut(text, b' '),
            parts => parts,
        };
        let time = time?;
        let (year, rest) = cut(date, b'-');
        let (month, day) = cut(rest?, b'-');
        let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day?, 2)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if year == 0 || day == 0 || day > days {
            return None;
        }
        let (clock, rest) = time.split_at_checked(5)?;
        // As they stand: a browser reads no space within.
        ClockTime::read(clock.as_bytes())?;
        let zone = match rest.strip_prefix(':') {
            None => rest,
            Some(rest) => {
                let (seconds, rest) = rest.split_at_checked(2)?;
                digits(seconds, 2).filter(|seconds| *seconds < 60)?;
                match rest.strip_prefix('.') {
                    None => rest,
                    Some(rest) => {
                        let zone = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
                        (zone.len() < rest.len()).then_some(zone)?
                    }
                }
            }
        };
        match zone.strip_prefix(['+', '-']) {
            None if zone.is_empty() || zone == "Z" => {}
            None => return None,
            // No clock on Earth is further from Greenwich than 14 hours.
            Some(offset) if ClockTime::read(offset.as_bytes())?.minute_of_day() > 14 * 60 => {
                return None;
            }
            Some(_) => {}
        }
        Some(Self { date, clock, zone })
    }

    /// As every browser's `Date` reads it.
    pub fn iso(self) -> String {
        concat(&[self.date, "T", self.clock, self.zone])
    }

    /// Whether it names its zone, and so the very instant.
    pub fn is_instant(self) -> bool {
        !self.zone.is_empty()
    }
}

impl<'s> Telephone<'s> {
    /// Digits, grouped by spaces, points, hyphens or brackets, with a plus
    /// before them or not: 3 to 15 digits, as the numbering plan of the world has it.
    fn parse(text: &'s str) -> Option<Self> {
        let number = text.strip_prefix('+').unwrap_or(text);
        let fits = |byte: u8| byte.is_ascii_digit() || b" .-()".contains(&byte);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        (number.bytes().all(fits) && (3..=15).contains(&digits) && text.len() <= 40)
            .then_some(Self(text))
    }

    /// As it is written.
    pub fn text(self) -> &'s str {
        self.0
    }

    /// The address of a call.
    ///
    /// ```
    /// use aftercare_consensus::{CORPUS, Settings};
    ///
    /// let settings = Settings::parse(&CORPUS, [("contact", "+44 (20) 7946-0000")])?;
    /// let contact = settings.contact.expect("a telephone number");
    /// assert_eq!(contact.link(), "tel:+442079460000");
    /// # Ok::<(), aftercare_consensus::GuidanceError>(())
    /// ```
    pub fn link(self) -> String {
        // Behind the country's code, the nought in brackets is not dialled.
        let (mut number, mut rest) = (self.0, "");
        if number.starts_with('+')
            && let (before, Some(after)) = cut(number, b'(')
            && let Some(after) = after.strip_prefix("0)")
        {
            (number, rest) = (before, after);
        }
        let mut link = "tel:".to_owned();
        for part in [number, rest] {
            for sign in part.chars() {
                if sign == '+' || sign.is_ascii_digit() {
                    link.push(sign);
                }
            }
        }
        link
    }
}

/// A number of just so many digits.
fn digits(text: &str, length: usize) -> Option<u32> {
    whole_number(text).filter(|_| text.len() == length)
}

/// A decimal number such as `14` or `4.5`. Of more than 15 digits the last of the
/// fraction are dropped; so both parts of the division below are exact, and its
/// result is the nearest float.
fn decimal(text: &str) -> Option<f64> {
    const MOST: usize = 15;
    let (whole, part) = cut(text, b'.');
    let part = part.unwrap_or_default();
    if whole.is_empty() || text.ends_with('.') || whole.len() > MOST {
        return None;
    }
    let mut number = 0.0;
    let mut scale = 1.0;
    let mut count = 0;
    for (digits, factor) in [(whole, 1.0), (part, 10.0)] {
        for byte in digits.bytes() {
            let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
            count += 1;
            if count <= MOST {
                number = number * 10.0 + f64::from(digit);
                scale *= factor;
            }
        }
    }
    Some(number / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_as_rust_reads_them() {
        for text in [
            "0",
            "14",
            "4.5",
            "0.33",
            "00014",
            "999999999999999",
            "0.1",
            "12345.678901",
        ] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
        // As JavaScript prints a division; the careful end, rounded down.
        assert_eq!(decimal("15.312071388888889"), Some(15.312_071_388_888_8));
        for text in [
            "",
            ".5",
            "5.",
            "1e3",
            "-1",
            "+1",
            "NaN",
            "inf",
            "0x10",
            "1,5",
            "1:",
            "1 0",
            "1.2.3",
            "9999999999999999",
        ] {
            assert_eq!(decimal(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_moment_is_on_the_calendar_and_the_clock() {
        for good in [
            "2026-11-21T17:00",
            "2026-11-21 17:00",
            " 2026-11-21T17:00:30 ",
            "2026-11-21T17:00:30.250Z",
            "2024-02-29T00:00-05:00",
            "2000-02-29T23:59+14:00",
        ] {
            assert!(LocalTime::parse(good).is_some(), "{good:?}");
        }
        for bad in [
            "",
            "2026-11-21",
            "17:00",
            "2026-11-21T",
            "2026-11-31T17:00",
            "1900-02-29T17:00",
            "2026-13-01T17:00",
            "2026-00-01T17:00",
            "2026-11-00T17:00",
            "0000-11-21T17:00",
            "2026-11-21-01T17:00",
            "26-11-21T17:00",
            "2026-11-21T24:00",
            "2026-11-21T17:60",
            "2026-11-21T17:00:60",
            "2026-11-21T17:00:",
            "2026-11-21T17:00:0",
            "2026-11-21T17:00:00.",
            "2026-11-21T17:00+1",
            "2026-11-21T17:00+15:00",
            "2026-11-21T17:00 +01:00",
            "2026-11-21T17:00+ 01:00",
            "2026-11-21T17:00+01:00\u{a0}",
            "2026-11-21T17:00+01:00\u{2003}",
            "2026-11-21T17:00ZZ",
            "2026-11-21t17:00z",
            "2026-11-21T17:00+ 1:00",
            "2026-11-21T17:00:30.5é",
            "2026-11-21T5:00 pm",
            "2026-1१-21T17:00",
            "2026-11-21T1१:00",
            "21/11/2026 17:00",
        ] {
            assert_eq!(LocalTime::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_telephone_number_is_dialled_as_it_is_meant() {
        for (text, link) in [
            ("911", "tel:911"),
            ("+44 (0)20 7946 0000", "tel:+442079460000"),
            ("+44 (20) 7946-0000", "tel:+442079460000"),
            ("(020) 7946 0000", "tel:02079460000"),
            ("(0)20 7946 0000", "tel:02079460000"),
        ] {
            assert_eq!(Telephone(text).link(), link, "{text}");
        }
    }

    #[test]
    fn telephone_numbers_are_numbers() {
        for good in [
            "911",
            "112",
            "+44 20 7946 0000",
            "(555) 010-9999",
            "555.010.9999",
        ] {
            assert!(Telephone::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "12",
            "call us",
            "javascript:alert(1)",
            "+1+1234",
            "0".repeat(16).as_str(),
            "9 1 1;x",
        ] {
            assert_eq!(Telephone::parse(bad), None, "{bad}");
        }
    }
}

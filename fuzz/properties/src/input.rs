//! How do bytes become texts and times that often nearly mean something?

use aftercare_consensus::{CORPUS, ClockTime, Day, Minutes, TreatedAt};
use arbitrary::{Arbitrary, Result, Unstructured};

/// Names of the corpus, and values that an option or an attribute may have.
fn known() -> Vec<&'static str> {
    let treatments = CORPUS.treatments.iter();
    let mut known: Vec<&str> = treatments
        .flat_map(|treatment| std::iter::once(&treatment.id).chain(treatment.names()))
        .chain(CORPUS.activities.iter())
        .map(|name| &**name)
        .collect();
    known.extend(CORPUS.panels.iter().map(|panel| &*panel.id));
    known.extend(CORPUS.languages.iter().map(|words| &*words.id));
    known.extend([
        "",
        "en-GB",
        "es_MX",
        "brand",
        "generic",
        "class",
        "inline",
        "page",
        "true",
        "false",
        "doctors, instructions",
        "14",
        "4.5",
        "0",
        "999999999999999.9",
        "17:00",
        "23:59",
        "2026-11-21T17:00",
        "2028-02-29 00:00:59.999+14:00",
        "9999-12-31T23:59Z",
        "exercise 24h",
        "exercise 24h; lying-flat day-end; alcohol 365d",
        "flying 1min;",
        "911",
        "+44 (0)20 7946-0000",
    ]);
    known
}

/// Any text: often one that is known, or nearly so.
pub(crate) fn text(bytes: &mut Unstructured<'_>) -> Result<String> {
    let known = known();
    Ok(match bytes.int_in_range(0..=5)? {
        0 | 1 => (*bytes.choose(&known)?).to_owned(),
        2 => {
            let mut letters: Vec<char> = bytes.choose(&known)?.chars().collect();
            let place = bytes.choose_index(letters.len() + 1)?;
            match letters.get_mut(place) {
                Some(letter) => *letter = char::arbitrary(bytes)?,
                None => letters.push(char::arbitrary(bytes)?),
            }
            letters.into_iter().collect()
        }
        3 => format!(" \t{}\u{a0}", bytes.choose(&known)?.to_uppercase()),
        4 => bytes.choose(&known)?.repeat(bytes.int_in_range(0..=100)?),
        _ => String::arbitrary(bytes)?,
    })
}

/// Nothing, or any text.
pub(crate) fn some(bytes: &mut Unstructured<'_>) -> Result<Option<String>> {
    Ok(match bool::arbitrary(bytes)? {
        true => Some(text(bytes)?),
        false => None,
    })
}

/// A clock time or none, on any calendar.
pub(crate) fn treated_at(bytes: &mut Unstructured<'_>) -> Result<TreatedAt> {
    let clock = ClockTime::from_minute_of_day(bytes.int_in_range(0..=1439)?);
    let end = bytes.int_in_range(0..=1600)?;
    let day = Day::from_calendar(Minutes(end), Minutes(bytes.int_in_range(0..=3000)?));
    Ok(match (bytes.int_in_range(0..=2)?, clock, day) {
        (1, Some(clock), _) => TreatedAt::Clock(clock),
        (2, Some(clock), Some(day)) => TreatedAt::Calendar(clock, day),
        _ => TreatedAt::Unknown,
    })
}

//! Does every question, and every set of attributes, get an answer or a sentence?

use aftercare_consensus::{
    CORPUS, CallOptions, Elapsed, GuidanceError, Minutes, Names, Options, Settings, catalog,
    details,
};
use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value};

use crate::codebook;
use crate::input::{some, text, treated_at};

/// The options of a question.
const OPTIONS: [&str; 5] = ["activity", "treatedAt", "panels", "lang", "names"];

/// The attributes of the element, and two that are none of its own.
const ATTRIBUTES: [&str; 16] = [
    "treatment",
    "activity",
    "hours",
    "treated-at",
    "lang",
    "names",
    "panels",
    "ask",
    "compact",
    "sources",
    "clinic",
    "protocol",
    "contact",
    "emergency",
    "class",
    "",
];

/// Any strings and numbers, asked of the shipped corpus.
pub fn query(bytes: &[u8]) {
    // Bytes that end too soon are no question.
    let _ = ask(&mut Unstructured::new(bytes));
}

fn ask(bytes: &mut Unstructured<'_>) -> Result<()> {
    match bytes.int_in_range(0..=2)? {
        0 => directly(bytes),
        1 => by_options(bytes),
        _ => by_attributes(bytes),
    }
}

fn directly(bytes: &mut Unstructured<'_>) -> Result<()> {
    let times = [time(bytes)?, time(bytes)?];
    let treated_at = treated_at(bytes)?;
    let names = *bytes.choose(&[Names::Brand, Names::Generic, Names::Class])?;
    let treatment = text(bytes)?;
    let (activity, lang) = (some(bytes)?, some(bytes)?);
    let panels = match bool::arbitrary(bytes)? {
        true => Some(texts(bytes)?),
        false => None,
    };
    let panels: Option<Vec<&str>> = panels
        .as_ref()
        .map(|panels| panels.iter().map(String::as_str).collect());
    let options = Options {
        activity: activity.as_deref(),
        treated_at,
        panels: panels.as_deref(),
        lang: lang.as_deref(),
        names,
    };
    codebook::check(&CORPUS, &treatment, &options, times);
    let words = CORPUS.languages.iter().map(|words| &*words.id);
    let has_words = details(&CORPUS, options.lang).is_ok();
    assert_eq!(catalog(&CORPUS, &options).is_ok(), has_words);
    if let Some(lang) = options.lang {
        let first = lang.trim().split(['-', '_']).next().unwrap_or_default();
        assert!(
            !has_words || words.into_iter().any(|id| id.eq_ignore_ascii_case(first)),
            "{lang:?} is of none of the languages"
        );
    }
    Ok(())
}

fn by_options(bytes: &mut Unstructured<'_>) -> Result<()> {
    let times = [time(bytes)?, time(bytes)?];
    let treatment = text(bytes)?;
    let mut given = Map::new();
    while given.len() < 8 && bool::arbitrary(bytes)? {
        let key = match bool::arbitrary(bytes)? {
            true => (*bytes.choose(&OPTIONS)?).to_owned(),
            false => text(bytes)?,
        };
        let value = match key.as_str() {
            "panels" => texts(bytes)?.into(),
            _ => some(bytes)?.into(),
        };
        given.insert(key, value);
    }
    let options: CallOptions = serde_json::from_value(Value::Object(given))
        .expect("text for each option, and a list for the panels");
    let asked = options.question(|options| {
        codebook::check(&CORPUS, &treatment, options, times);
        Ok(())
    });
    if let Err(error) = asked {
        is_told(&error);
    }
    if let Err(error) = options.catalog(|options| catalog(&CORPUS, options).map(drop)) {
        is_told(&error);
    }
    Ok(())
}

fn by_attributes(bytes: &mut Unstructured<'_>) -> Result<()> {
    let times = [time(bytes)?, time(bytes)?];
    let mut given = Vec::new();
    while given.len() < 16 && bool::arbitrary(bytes)? {
        given.push((*bytes.choose(&ATTRIBUTES)?, text(bytes)?));
    }
    let attributes = given.iter().map(|(name, value)| (*name, value.as_str()));
    let settings = match Settings::parse(&CORPUS, attributes) {
        Ok(settings) => settings,
        Err(error) => {
            is_told(&error);
            return Ok(());
        }
    };
    let any = CORPUS.treatments.first().map_or("", |names| &*names.id);
    let treatment = settings.treatment.unwrap_or(any);
    let card = aftercare_consensus::guidance(&CORPUS, treatment, times[0], &settings.options());
    let card = card.expect("settings that were taken name what exists");
    codebook::check(&CORPUS, treatment, &settings.options(), times);
    for number in [settings.contact, settings.emergency].into_iter().flatten() {
        let link = number.link();
        let digits = link.strip_prefix("tel:").expect("a call");
        let digits = digits.strip_prefix('+').unwrap_or(digits);
        assert!(
            (2..=15).contains(&digits.len()) && digits.bytes().all(|sign| sign.is_ascii_digit()),
            "{:?} would call {link}",
            number.text()
        );
    }
    for (place, wait) in settings.protocol.waits() {
        let id = CORPUS.activities.get(*place);
        assert!(id.is_some_and(|id| settings.protocol.wait(&CORPUS, id) == Some(*wait)));
        let day = treated_at(bytes)?.day();
        let view = wait.against(day, times[1].minutes(), card.status);
        assert_eq!(view.until, wait.until(day));
        assert_eq!(view.waiting, times[1].minutes() < view.until);
        assert!(settings.protocol.longest() <= Minutes(365 * 24 * 60));
    }
    Ok(())
}

fn is_told(error: &GuidanceError) {
    assert!(error.message().contains("\"; accepted: "), "{error}");
    assert!(error.message().len() < 2000, "{error}");
    let json = serde_json::to_value(error).expect("an error is JSON");
    assert_eq!(json["code"], error.code().as_str());
}

fn texts(bytes: &mut Unstructured<'_>) -> Result<Vec<String>> {
    let mut all = Vec::new();
    while all.len() < 4 && bool::arbitrary(bytes)? {
        all.push(text(bytes)?);
    }
    Ok(all)
}

/// Any time since the treatment; a number that is none has none.
fn time(bytes: &mut Unstructured<'_>) -> Result<Elapsed> {
    if bool::arbitrary(bytes)? {
        return Ok(Elapsed::from_minutes(Minutes(
            bytes.int_in_range(0..=30_000)?,
        )));
    }
    let hours = f64::arbitrary(bytes)?;
    let elapsed = Elapsed::from_hours(hours);
    assert_eq!(elapsed.is_some(), hours.is_finite() && hours >= 0.0);
    Ok(elapsed.unwrap_or_else(|| Elapsed::from_minutes(Minutes(u32::MAX))))
}

//! What may a link ask, and how does a link say what is asked?
//!
//! A link comes from anybody: it can choose what is asked, and never say a word of its own.
//! So a clinic's name, its protocol, its telephone and the emergency number are not among
//! its settings, and a value that the data do not know, or that is no number and no time,
//! becomes a mark: the element then asks for it, and says that the link is incomplete.

use aftercare_corpus::Corpus;

use super::attributes::{MARK, Settings};
use super::decimal::hours;
use super::environment::Environment;
use super::local_time::LocalTime;
use super::question::{Moment, Question};
use super::utc::utc;
use crate::guidance::{GuidanceError, Options, find_language, find_pack, find_treatment, guidance};
use crate::i18n::clean;

/// Every setting that a link may have. A page accepts these or fewer.
pub const LINK_SETTINGS: [&str; 9] = [
    "treatment",
    "activity",
    "hours",
    "treated-at",
    "lang",
    "names",
    "panels",
    "compact",
    "sources",
];

/// The settings of a link: what stands behind its `?` or its `#`, as far as a page accepts
/// it. A value that is none of its setting is `…`, a time to come ends with that.
/// `has_treatment`: whether the page has one already.
pub fn link_settings<'a>(
    corpus: &Corpus,
    text: &str,
    accepted: impl IntoIterator<Item = &'a str>,
    has_treatment: bool,
    environment: &dyn Environment,
    now: f64,
) -> Vec<(&'static str, String)> {
    let accepted = &*accepted.into_iter().collect::<Vec<_>>();
    let is_search = text.starts_with('?');
    let text = &repaired(text, environment);
    let mut settings = given_settings(corpus, text, accepted, environment);
    let has = |wanted: &str| settings.iter().any(|(name, _)| *name == wanted);
    let is_contradictory = has("hours") && has("treated-at");
    let has_treatment = has_treatment || has("treatment");
    let has_moment = has("hours") || has("treated-at");
    for (name, value) in &mut settings {
        match *name {
            "hours" | "treated-at" if is_contradictory => MARK.clone_into(value),
            "treated-at" if is_to_come(value, environment, now) => value.push_str(MARK),
            // Nobody can choose one of several that are all called the same.
            "names" if value == "class" && !has_treatment => "generic".clone_into(value),
            _ => {}
        }
    }
    if !is_search && has_slip(text, environment) {
        for (name, is_given) in [("treatment", has_treatment), ("hours", has_moment)] {
            if !is_given && accepted.contains(&name) {
                settings.push((name, MARK.to_owned()));
            }
        }
    }
    settings
}

/// Whether a link has a name that is none of its settings, such as `treatmnt`. Behind a `?`
/// others add names of their own.
fn has_slip(text: &str, environment: &dyn Environment) -> bool {
    let given = environment.query(text);
    let mut names = given.iter().map(|(name, _)| named(name));
    text.contains('=') && names.any(|name| !LINK_SETTINGS.contains(&name))
}

/// The name of a setting, where `&` may have become `&amp;`.
fn named(given: &str) -> &str {
    given.strip_prefix("amp;").unwrap_or(given)
}

/// Whether a moment is one to come.
fn is_to_come(value: &str, environment: &dyn Environment, now: f64) -> bool {
    let time = LocalTime::parse(value);
    let treated = time.and_then(|time| time.instant(environment, now));
    treated.is_some_and(|treated| Moment::since(environment, treated, false, now).is_none())
}

/// The settings as they are given.
fn given_settings(
    corpus: &Corpus,
    text: &str,
    accepted: &[&str],
    environment: &dyn Environment,
) -> Vec<(&'static str, String)> {
    let given = environment.query(text);
    let mut settings = Vec::new();
    for asked in accepted {
        let Some(name) = LINK_SETTINGS.iter().copied().find(|name| name == asked) else {
            continue;
        };
        if let Some((_, value)) = given.iter().find(|(given, _)| named(given) == name)
            && let Some(value) = setting(corpus, name, &repaired_value(value, environment))
        {
            settings.push((name, value));
        }
    }
    settings
}

/// A link as it was before a mail, a messenger or a page builder has changed it: what marks
/// its begin taken off, and what was encoded as a whole decoded.
fn repaired(text: &str, environment: &dyn Environment) -> String {
    let text = text.trim_start_matches(['?', '#', '/', '!']);
    match text.contains('=') {
        true => text.to_owned(),
        false => decoded(text, environment),
    }
}

/// A value without what a sentence or another program has put behind it.
fn repaired_value(value: &str, environment: &dyn Environment) -> String {
    let value = match value.contains('%') {
        true => clean(&decoded(value, environment)),
        false => clean(value),
    };
    let value = value.split(['?', '#']).next().unwrap_or_default();
    let is_behind = |sign| " .,;:!)]>'\"”’»".chars().any(|other| other == sign);
    value.trim_end_matches(is_behind).to_owned()
}

fn decoded(text: &str, environment: &dyn Environment) -> String {
    let whole = environment.query(text).into_iter().next();
    whole.map_or_else(String::new, |(text, _)| text)
}

/// The settings of a link of which every value is one of its setting; nothing otherwise.
pub(super) fn sound_settings(
    corpus: &Corpus,
    text: &str,
    accepted: &[&str],
    environment: &dyn Environment,
) -> Vec<(&'static str, String)> {
    let settings = given_settings(corpus, text, accepted, environment);
    match settings.iter().any(|(_, value)| value == MARK) {
        true => Vec::new(),
        false => settings,
    }
}

/// The value of a setting, as it is typed, or the mark; nothing for a flag that is off.
fn setting(corpus: &Corpus, name: &str, given: &str) -> Option<String> {
    let value = match name {
        // "+01:00" in a link reads as " 01:00".
        "treated-at" => match given.split_once(' ') {
            Some((time, offset)) => format!("{time}+{offset}"),
            None => given.to_owned(),
        },
        _ => given.to_ascii_lowercase(),
    };
    let one_of = |known: &[&str]| known.contains(&&*value);
    if name == "compact" {
        return match &*value {
            "false" | "0" | "no" => Some("false".to_owned()),
            "" | "true" | "1" | "yes" | "compact" => Some(String::new()),
            _ => Some(MARK.to_owned()),
        };
    }
    let is_accepted = match name {
        "treatment" => find_treatment(corpus, &value).is_ok(),
        "activity" => corpus.activities.iter().any(|id| *id == value),
        "hours" => is_hours(&value),
        "treated-at" => LocalTime::parse(&value).is_some(),
        "lang" => is_language(corpus, &value),
        "names" => one_of(&["brand", "generic", "class"]),
        "panels" => {
            let mut ids = value.split(|sign: char| sign == ',' || sign.is_ascii_whitespace());
            let is_panel = |id: &str| corpus.panels.iter().any(|panel| panel.id == id);
            ids.all(|id| id.is_empty() || is_panel(id)) && !value.is_empty()
        }
        "sources" => one_of(&["inline", "page"]),
        _ => false,
    };
    Some(match is_accepted {
        true => value,
        false => MARK.to_owned(),
    })
}

/// Up to six digits, and up to four behind a point.
fn is_hours(value: &str) -> bool {
    let is_digits = |text: &str, longest| {
        (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    match value.split_once('.') {
        None => is_digits(value, 6),
        Some((whole, fraction)) => is_digits(whole, 6) && is_digits(fraction, 4),
    }
}

/// A language that has words, here or in a language pack, and where it is spoken or how it
/// is written: `en-gb`.
fn is_language(corpus: &Corpus, value: &str) -> bool {
    let mut parts = value.split('-');
    let language = parts.next().unwrap_or_default();
    let is_known =
        find_language(corpus, Some(language)).is_ok() || find_pack(corpus, language).is_some();
    let is_part = |part: &str| {
        (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_known && parts.clone().count() <= 2 && parts.all(is_part)
}

/// What is asked, as a link says it: `treatment=dysport&activity=exercise&…`. Where the
/// page names no brands, neither does this.
///
/// # Errors
/// Where the question has no card.
pub fn question_link(
    corpus: &Corpus,
    settings: &Settings<'_>,
    question: &Question,
    environment: &dyn Environment,
) -> Result<String, GuidanceError> {
    let moment = &question.moment;
    let options = Options {
        activity: question.activity.as_deref(),
        ..Options::default()
    };
    let card = guidance(corpus, &question.treatment, moment.elapsed, &options)?;
    let (_, treatment) = find_treatment(corpus, &question.treatment)?;
    let treatment = settings.names.value(treatment, &question.treatment);
    let treatment = environment.encode_uri_component(treatment);
    // Date and time, where they are known; not where there is a rough number of hours: that
    // is read with care, which a date would hide.
    let (name, value) = match (moment.calendar(), moment.minutes_since_1970()) {
        // The very instant, wherever the link is opened.
        (Some(_), Some(treated)) => {
            let about = if moment.is_guess { "~" } else { "" };
            ("treated-at", format!("{}{about}", utc(treated)))
        }
        _ => ("hours", hours(moment.elapsed.minutes())),
    };
    Ok(format!(
        "treatment={}&activity={}&{name}={value}",
        treatment.unwrap_or_default(),
        card.activity.id,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guidance::Names;

    #[test]
    fn a_link_that_a_mail_or_a_page_builder_has_changed_asks_the_same() {
        let names = ["treatment", "activity", "hours"];
        let calendar = FixedCalendar::default();
        let asked = |link: &str| {
            let link = repaired(link, &calendar);
            given_settings(&CORPUS, &link, &names, &calendar)
        };
        let sound = asked("treatment=dysport&activity=alcohol&hours=4.5");
        assert_eq!(sound.len(), 3);
        for changed in [
            "?treatment=dysport&amp;activity=alcohol&amp;hours=4.5",
            "treatment=dysport&amp%3Bactivity=alcohol&amp%3Bhours=4.5",
            "treatment=dysport&activity=alcohol&hours=4.5.",
            "treatment=dysport&activity=alcohol&hours=4.5).",
            "treatment=dysport&activity=alcohol&hours=4.5>",
            "treatment=dysport&activity=alcohol&hours=4.5%0D%0A",
            "treatment=dysport&activity=alcohol&hours=4.5?utm_source=mail",
            "treatment=dysport&activity=alcohol&hours=4.5&fbclid=abc",
            "treatment%3Ddysport%26activity%3Dalcohol%26hours%3D4.5",
            "treatment=dysport&activity=alcohol&hours=4%252E5",
            "/treatment=dysport&activity=alcohol&hours=4.5",
            "!treatment=dysport&activity=alcohol&hours=4.5#top",
        ] {
            assert_eq!(asked(changed), sound, "{changed}");
        }
        let moment = "treated-at=2026-11-21T22%253A00Z.";
        let moment = given_settings(&CORPUS, moment, &["treated-at"], &calendar);
        assert_eq!(moment, [("treated-at", "2026-11-21T22:00Z".to_owned())]);
        assert_eq!(asked("hours=4.5.6"), [("hours", MARK.to_owned())]);
    }
    use crate::CORPUS;
    use crate::consensus::Elapsed;
    use crate::settings::test_environment::FixedCalendar;

    /// As a page reads it that has a treatment already or not, at midnight of 22 November 2026.
    fn read(text: &str, accepted: &[&str], has_treatment: bool) -> Vec<(&'static str, String)> {
        let calendar = FixedCalendar::default();
        let now = calendar.instant("2026-11-22T00:00");
        let accepted = accepted.iter().copied();
        link_settings(&CORPUS, text, accepted, has_treatment, &calendar, now)
    }

    fn settings(text: &str) -> String {
        let settings = read(text, &LINK_SETTINGS, false);
        let pairs = settings
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("&")
    }

    #[test]
    fn a_link_asks_and_its_values_are_those_of_the_data() {
        for (text, expected) in [
            ("", ""),
            ("?treatment=Dysport&hours=14", "treatment=dysport&hours=14"),
            (
                "treatment=%20onabotulinumtoxinA%20",
                "treatment=onabotulinumtoxina",
            ),
            ("hours=14&treatment=botox", "treatment=botox&hours=14"),
            ("hours=4.25&hours=5", "hours=4.25"),
            (
                "treated-at=2026-11-21T17:00+01:00",
                "treated-at=2026-11-21T17:00+01:00",
            ),
            (
                "treated-at=2026-11-21T22%3A00Z",
                "treated-at=2026-11-21T22:00Z",
            ),
            ("lang=EN-gb", "lang=en-gb"),
            ("lang=es-419", "lang=es-419"),
            ("names=Generic&sources=page", "names=generic&sources=page"),
            (
                "panels=doctors,+instructions",
                "panels=doctors, instructions",
            ),
            ("treatment=Dys%C2%ADport%E2%80%8B", "treatment=dysport"),
            (
                "activity=lying%E2%80%91flat&hours=%E2%80%AD14%E2%80%AC",
                "activity=lying-flat&hours=14",
            ),
            (
                "treated-at=2026%E2%80%9111%E2%80%9121T17:00Z%C2%A0",
                "treated-at=2026-11-21T17:00Z",
            ),
            ("compact", "compact="),
            ("compact=1", "compact="),
            ("compact=YES", "compact="),
            ("compact=no", "compact=false"),
            ("compact=0", "compact=false"),
        ] {
            assert_eq!(settings(text), expected, "{text}");
        }
    }

    #[test]
    fn what_the_data_do_not_know_becomes_a_mark() {
        for text in [
            "treatment=call+555",
            "treatment=",
            "activity=Call+your+clinic",
            "hours=-1",
            "hours=1e3",
            "hours=1234567",
            "hours=4.12345",
            "hours=",
            "treated-at=tomorrow",
            "treated-at=2026-02-30T10:00",
            "treated-at=2026-11-21",
            "lang=tlh",
            "lang=en-your-clinic-says",
            "lang=en-everything",
            "lang=",
            "names=all",
            "panels=patients",
            "panels=",
            "compact=maybe",
            "sources=https://example.com",
        ] {
            let (name, _) = text.split_once('=').expect("a value");
            assert_eq!(settings(text), format!("{name}=…"), "{text}");
        }
    }

    #[test]
    fn of_a_link_that_is_incomplete_what_is_good_is_kept() {
        for (text, expected) in [
            (
                "treatment=nabota&hours=5&activity=heat",
                "treatment=…&activity=heat&hours=5",
            ),
            (
                "treatment=botox&hours=5&activity=run",
                "treatment=botox&activity=…&hours=5",
            ),
            // A time to come is there to be mended.
            (
                "treatment=botox&treated-at=2026-11-22T00:01Z",
                "treatment=botox&treated-at=2026-11-22T00:01Z…",
            ),
            // Two times are none.
            (
                "treatment=botox&hours=5&treated-at=2026-11-21T17:00",
                "treatment=botox&hours=…&treated-at=…",
            ),
            ("treatmnt=botox&hours=5", "hours=5&treatment=…"),
            ("treatment=botox&hors=5", "treatment=botox&hours=…"),
            (
                "treatment=botox&hours=5&utm_source=mail",
                "treatment=botox&hours=5",
            ),
            ("?treatment=botox&utm_source=mail", "treatment=botox"),
            ("treatment=botox", "treatment=botox"),
            ("glance", ""),
            // There is nothing to choose from among products that have one name.
            ("names=class", "names=generic"),
            ("treatment=nabota&names=class", "treatment=…&names=class"),
        ] {
            assert_eq!(settings(text), expected, "{text}");
        }
        let page = read("names=class", &LINK_SETTINGS, true);
        assert_eq!(page, [("names", "class".to_owned())]);
    }

    #[test]
    fn a_link_never_speaks_for_a_clinic() {
        let forged = "clinic=Forged&protocol=exercise+1min&contact=5550100&emergency=5550199\
                      &ask=&Clinic=Forged&TREATMENT=botox";
        let nothing = "treatment=…&hours=…";
        assert_eq!(settings(forged), nothing);
        assert_eq!(settings(&format!("?{forged}")), "");
        let all = [
            "clinic",
            "protocol",
            "contact",
            "emergency",
            "ask",
            "onclick",
        ];
        assert_eq!(read(forged, &all, false), []);
    }

    #[test]
    fn a_page_accepts_what_it_says_and_in_that_order() {
        let text = "treatment=botox&hours=3&names=class";
        let settings = read(text, &["names", "treatment"], false);
        assert_eq!(
            settings,
            [
                ("names", "class".to_owned()),
                ("treatment", "botox".to_owned())
            ]
        );
        assert_eq!(
            sound_settings(
                &CORPUS,
                "hours=x&treatment=botox",
                &LINK_SETTINGS,
                &FixedCalendar::default()
            ),
            []
        );
    }

    fn question(moment: Moment) -> Question {
        Question {
            treatment: "Dysport".to_owned(),
            activity: None,
            moment,
        }
    }

    #[test]
    fn a_question_is_a_link_that_asks_the_same() {
        let calendar = FixedCalendar::default();
        let link = |names, moment| {
            let settings = Settings {
                names,
                ..Settings::default()
            };
            question_link(&CORPUS, &settings, &question(moment), &calendar).expect("a link")
        };
        let treated = calendar.instant("2026-11-22T22:00");
        let since = |is_guess| {
            let moment = Moment::since(&calendar, treated, is_guess, treated + 50_400_000.0);
            moment.expect("it is past")
        };
        let fixed = Moment::fixed(Elapsed::from_hours(14.01).expect("hours"), 0.0);
        assert_eq!(
            link(Names::Brand, since(false)),
            "treatment=dysport&activity=exercise&treated-at=2026-11-22T22:00Z"
        );
        assert_eq!(
            link(Names::Class, fixed),
            "treatment=abobotulinumtoxinA&activity=exercise&hours=14"
        );
        let called = |treatment: &str, names| {
            let settings = Settings {
                names,
                ..Settings::default()
            };
            let asked = Question {
                treatment: treatment.to_owned(),
                ..question(fixed)
            };
            let link = question_link(&CORPUS, &settings, &asked, &calendar);
            link.expect("a link").split('&').next().map(str::to_owned)
        };
        for (treatment, names, said) in [
            ("azzalure", Names::Brand, "Azzalure"),
            ("Botox cosmetic", Names::Brand, "Botox%20Cosmetic"),
            ("azzalure", Names::Generic, "abobotulinumtoxinA"),
            ("other", Names::Brand, "any"),
            ("any", Names::Generic, "any"),
        ] {
            assert_eq!(called(treatment, names), Some(format!("treatment={said}")));
        }
        let guess = link(Names::Brand, since(true));
        assert_eq!(
            guess,
            "treatment=dysport&activity=exercise&treated-at=2026-11-22T22:00Z~"
        );
        for link in [
            link(Names::Brand, since(false)),
            link(Names::Generic, fixed),
            guess,
        ] {
            assert_eq!(
                sound_settings(&CORPUS, &link, &LINK_SETTINGS, &FixedCalendar::default()).len(),
                3,
                "{link}"
            );
        }
    }
}

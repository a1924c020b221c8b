//! Does anything at all get a card or an error that names it?

use aftercare_consensus::Minutes;
use aftercare_consensus::{
    CORPUS, ClockTime, Elapsed, ErrorCode, GuidanceError, Names, Options, TreatedAt, catalog,
    details, guidance, overview, timeline,
};
use proptest::prelude::*;
use proptest::sample::select;

/// Any text; often nearly a name that is known.
fn texts() -> impl Strategy<Value = String> {
    let known: Vec<&str> = CORPUS
        .treatments
        .iter()
        .flat_map(|treatment| std::iter::once(&treatment.id).chain(treatment.names()))
        .map(|name| &**name)
        .chain(CORPUS.activities.iter().map(|id| &**id))
        .chain(CORPUS.panels.iter().map(|panel| &*panel.id))
        .chain(["en", "en-GB", "17:00", "brand", "generic", "class"])
        .collect();
    let known = select(known);
    let nearly = (known.clone(), any::<prop::sample::Index>(), any::<char>()).prop_map(
        |(name, place, letter)| {
            let mut letters: Vec<char> = name.chars().collect();
            let place = place.index(letters.len());
            letters[place] = letter;
            letters.into_iter().collect()
        },
    );
    prop_oneof![
        any::<String>(),
        ".{50,200}",
        "[ \t]{0,3}[0-9]{0,3}:?[0-9]{0,3}[ \t]{0,3}",
        known.prop_map(str::to_owned),
        nearly,
    ]
}

/// What a message shows of a value: sixty characters at most.
fn shown(value: &str) -> String {
    let mut shown: String = value.chars().take(60).collect();
    if value.chars().count() > 60 {
        shown.push('…');
    }
    shown
}

fn assert_names(error: &GuidanceError, code: ErrorCode, value: &str) {
    assert_eq!(error.code(), code, "{error}");
    let quoted = format!("\"{}\"", shown(value));
    assert!(
        error.message().contains(&quoted),
        "the message does not name {quoted}: {error}"
    );
    assert!(error.message().contains("; accepted: "), "{error}");
}

/// The same but for case of ASCII letters and for space.
fn same(known: &str, given: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split_whitespace()
            .map(str::to_ascii_lowercase)
            .collect()
    };
    words(known) == words(given)
}

fn noon() -> Elapsed {
    Elapsed::from_minutes(Minutes(720))
}

proptest! {
    #[test]
    fn a_treatment_is_known_by_its_names_or_refused(name in texts()) {
        match guidance(&CORPUS, &name, noon(), &Options::default()) {
            Ok(card) => {
                let names = CORPUS
                    .treatments
                    .iter()
                    .find(|names| names.id == card.treatment.id)
                    .expect("the card is about a treatment of the corpus");
                let mut all = std::iter::once(&names.id).chain(names.names());
                prop_assert!(all.any(|known| same(known, &name)), "{name:?} is no name of {names:?}");
            }
            Err(error) => assert_names(&error, ErrorCode::UnknownTreatment, &name),
        }
    }

    #[test]
    fn an_activity_is_known_by_its_id_or_refused(activity in texts()) {
        let options = Options { activity: Some(&activity), ..Options::default() };
        match guidance(&CORPUS, "botox", noon(), &options) {
            Ok(card) => prop_assert_eq!(card.activity.id, activity.trim()),
            Err(error) => assert_names(&error, ErrorCode::UnknownActivity, &activity),
        }
    }

    #[test]
    fn panels_are_known_by_their_ids_or_refused(panels in prop::collection::vec(texts(), 0..4)) {
        let panels: Vec<&str> = panels.iter().map(String::as_str).collect();
        let options = Options { panels: Some(&panels), ..Options::default() };
        let known = |id: &str| CORPUS.panels.iter().any(|panel| panel.id == id.trim());
        match guidance(&CORPUS, "botox", noon(), &options) {
            Ok(card) => {
                prop_assert!(panels.iter().all(|id| known(id)));
                for panel in &card.panels {
                    prop_assert!(panels.iter().any(|id| id.trim() == &*panel.id));
                }
            }
            Err(error) if panels.is_empty() => assert_names(&error, ErrorCode::InvalidOption, "[]"),
            Err(error) => {
                let unknown = panels.iter().find(|id| !known(id)).expect("one is unknown");
                assert_names(&error, ErrorCode::UnknownPanel, unknown);
            }
        }
    }

    #[test]
    fn a_language_has_words_or_is_refused(lang in texts()) {
        let options = Options { lang: Some(&lang), ..Options::default() };
        let known = |id: &str| CORPUS.languages.iter().any(|words| words.id.eq_ignore_ascii_case(id));
        let language = lang.trim().split(['-', '_']).next().unwrap_or_default();
        let calls = [
            guidance(&CORPUS, "botox", noon(), &options).map(|_| ()),
            timeline(&CORPUS, "botox", &options).map(|_| ()),
            catalog(&CORPUS, &options).map(|_| ()),
            details(&CORPUS, Some(&lang)).map(|_| ()),
        ];
        for call in calls {
            match call {
                Ok(()) => prop_assert!(known(lang.trim()) || known(language), "{lang:?}"),
                Err(error) => assert_names(&error, ErrorCode::UnknownLanguage, &lang),
            }
        }
    }

    #[test]
    fn a_clock_time_is_read_or_refused(text in texts()) {
        match TreatedAt::parse(&text) {
            Ok(treated_at) => {
                let clock = treated_at.clock().expect("it is known").to_string();
                prop_assert_eq!(clock, text.trim());
                let options = Options { treated_at, ..Options::default() };
                prop_assert!(guidance(&CORPUS, "botox", noon(), &options).is_ok());
            }
            Err(error) => assert_names(&error, ErrorCode::InvalidTime, &text),
        }
    }

    #[test]
    fn a_names_mode_is_known_or_refused(text in texts()) {
        match Names::parse(&text) {
            Ok(_) => prop_assert!(["brand", "generic", "class"].contains(&text.trim())),
            Err(error) => assert_names(&error, ErrorCode::InvalidOption, &text),
        }
    }

    #[test]
    fn hours_are_a_number_from_0_up_or_refused(hours in prop::num::f64::ANY) {
        match Elapsed::from_hours(hours) {
            Some(elapsed) => {
                prop_assert!(hours >= 0.0 && hours.is_finite());
                prop_assert_eq!(elapsed.hours().get(), hours, "the card repeats the hours");
                prop_assert!(elapsed.hours().get().is_sign_positive(), "zero has no sign");
                let card = guidance(&CORPUS, "botox", elapsed, &Options::default());
                let text = serde_json::to_string(&card.expect("a card for any hours"));
                let text = text.expect("a card is JSON");
                prop_assert!(!text.contains("\"hoursElapsed\":null"), "{hours} h print as null");
            }
            None => {
                prop_assert!(hours.is_nan() || hours.is_infinite() || hours < 0.0, "{hours}");
                let value = hours.to_string();
                assert_names(&GuidanceError::invalid_hours(&value), ErrorCode::InvalidHours, &value);
            }
        }
    }

    #[test]
    fn everything_at_once_never_panics(
        treatment in texts(),
        activity in prop::option::of(texts()),
        panels in prop::option::of(prop::collection::vec(texts(), 0..3)),
        lang in prop::option::of(texts()),
        minute in any::<u16>(),
        minutes in any::<u32>(),
    ) {
        let panels: Option<Vec<&str>> = panels
            .as_ref()
            .map(|panels| panels.iter().map(String::as_str).collect());
        let options = Options {
            activity: activity.as_deref(),
            treated_at: ClockTime::from_minute_of_day(minute).map_or(TreatedAt::Unknown, TreatedAt::Clock),
            panels: panels.as_deref(),
            lang: lang.as_deref(),
            names: Names::Class,
        };
        let card = guidance(&CORPUS, &treatment, Elapsed::from_minutes(Minutes(minutes)), &options);
        let overview = overview(&CORPUS, &treatment, Elapsed::from_minutes(Minutes(minutes)), &options);
        let timeline = timeline(&CORPUS, &treatment, &options);
        prop_assert_eq!(overview.err(), timeline.clone().err(), "and an overview too");
        prop_assert_eq!(card.err(), timeline.err(), "a card and a timeline are refused alike");
    }
}

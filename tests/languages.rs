//! The words of other languages: each as complete as English, as a language pack too.

use std::path::Path;

use aftercare_consensus::{
    CORPUS, Elapsed, ErrorCode, Minutes, Options, catalog, guidance, version,
};
use aftercare_corpus::{Category, Corpus, Data, LanguagePack, Words, load};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

fn data() -> Data {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    load(&folder).expect("the shipped data are sound")
}

/// The languages that a browser loads as packs.
fn others() -> &'static [Words] {
    let others = &CORPUS.languages[1..];
    assert!(!others.is_empty(), "there is no second language");
    others
}

/// The corpus as a browser has it: the reference language is there, the others are packs.
fn in_browser() -> Corpus {
    Corpus {
        languages: CORPUS.languages[..1].to_vec().into(),
        packs: others().iter().map(Words::language_name).collect(),
        ..CORPUS.clone()
    }
}

#[test]
fn a_pack_brings_the_same_words_as_the_library_has() {
    let data = data();
    let mut corpus: &'static Corpus = Box::leak(Box::new(in_browser()));
    for language in others() {
        let pack = data.language_pack(&language.id, version());
        let pack = serde_json::to_string(&pack.expect("the data have it")).expect("it is JSON");
        let pack: LanguagePack = serde_json::from_str(&pack).expect("it reads back");
        assert_eq!(pack.version, LanguagePack::version_for(version(), &CORPUS));
        let words = Box::leak(Box::new(pack.words));
        let with = corpus.with_language(words);
        corpus = Box::leak(Box::new(with.expect("words of the same corpus")));
    }
    for language in others() {
        let lang = Some(&*language.id);
        let of = |corpus| {
            let options = Options {
                lang,
                ..Options::default()
            };
            let elapsed = Elapsed::from_minutes(Minutes(60));
            guidance(corpus, &CORPUS.treatments[0].id, elapsed, &options).expect("a card")
        };
        assert_eq!(
            of(corpus),
            of(&CORPUS),
            "a reader of {lang:?} has other words"
        );
        let registered = corpus.registered.iter();
        assert!(registered.copied().any(|words| words == language));
    }
    let options = Options::default();
    assert_eq!(catalog(corpus, &options), catalog(&CORPUS, &options));
}

#[test]
fn the_constant_is_what_the_folder_says() {
    // Another folder may have been built in.
    if std::env::var_os("AFTERCARE_DATA").is_none() {
        assert_eq!(CORPUS, data().corpus);
    }
}

#[test]
fn a_pack_without_a_word_is_none() {
    let pack = data().language_pack(&others()[0].id, version());
    let mut pack = serde_json::to_value(pack.expect("the data have it")).expect("it is JSON");
    let status = pack["words"]["core"]["status"].as_object_mut();
    status.expect("a section").remove("mostly-fine");
    let error = serde_json::from_value::<LanguagePack>(pack).expect_err("a word is missing");
    assert!(error.to_string().contains("mostly-fine"), "{error}");
}

#[test]
fn a_language_that_is_not_loaded_is_told_how_to_load_it() {
    let corpus = in_browser();
    for language in others() {
        let options = Options {
            lang: Some(&language.id),
            ..Options::default()
        };
        let elapsed = Elapsed::from_minutes(Minutes(60));
        let name = &corpus.treatments[0].id;
        let error = guidance(&corpus, name, elapsed, &options).expect_err("no words yet");
        assert_eq!(error.code(), ErrorCode::UnknownLanguage);
        let advice = format!("load aftercare-consensus.{}.js first", language.id);
        assert!(error.message().contains(&advice), "{}", error.message());
    }
}

#[test]
fn the_catalog_is_the_same_whether_or_not_a_language_is_loaded() {
    let options = Options::default();
    assert_eq!(catalog(&in_browser(), &options), catalog(&CORPUS, &options));
}

fn numbers() -> impl Iterator<Item = u32> {
    (0..3000).chain([10_000, 100_000, 100_001, 999_999])
}

fn category(found: PluralCategory) -> Category {
    match found {
        PluralCategory::ZERO => Category::Zero,
        PluralCategory::ONE => Category::One,
        PluralCategory::TWO => Category::Two,
        PluralCategory::FEW => Category::Few,
        PluralCategory::MANY => Category::Many,
        PluralCategory::OTHER => Category::Other,
    }
}

#[test]
fn plural_forms_are_those_of_cldr_in_each_language_of_the_data() {
    for words in CORPUS.languages.iter() {
        let cldr = cldr(&words.id);
        for number in numbers() {
            let found = words.plural.category(number);
            // This copy of CLDR is older than the `many` of Romance languages, which
            // is about millions.
            let expected = cldr.select(number).expect("a category");
            assert_eq!(found, category(expected), "{number} in {}", words.id);
        }
    }
    let spanish = CORPUS.languages.iter().find(|words| words.id == "es");
    let spanish = &spanish.expect("Spanish").plural;
    let forms = [0, 1, 2, 1_000_000, 1_000_001, 2_000_000].map(|number| spanish.category(number));
    use Category::{Many, One, Other};
    assert_eq!(forms, [Other, One, Other, Many, Other, Many]);
}

fn cldr(lang: &str) -> PluralRules {
    let id: unic_langid::LanguageIdentifier = lang.parse().expect("a language");
    PluralRules::create(id, PluralRuleType::CARDINAL).expect("CLDR has the language")
}

#[test]
fn every_card_has_a_short_summary_in_every_language() {
    for words in CORPUS.languages.iter() {
        for treatment in CORPUS.treatments.iter() {
            for activity in CORPUS.activities.iter() {
                for hours in [0, 4, 14, 24, 400] {
                    let options = Options {
                        activity: Some(activity),
                        lang: Some(&words.id),
                        ..Options::default()
                    };
                    let elapsed = Elapsed::from_minutes(Minutes(hours * 60));
                    let card = guidance(&CORPUS, &treatment.id, elapsed, &options).expect("a card");
                    let letters = card.summary.chars().count();
                    assert!(
                        letters <= 140,
                        "{letters} in {}: {}",
                        words.id,
                        card.summary
                    );
                    assert!(!card.summary.contains(char::is_control), "{}", card.summary);
                }
            }
        }
    }
}

#[test]
fn a_sentence_with_a_number_has_its_form_in_spanish() {
    let spanish = CORPUS.languages.iter().find(|words| words.id == "es");
    let spanish = spanish.expect("Spanish");
    let hours = |number: u32| {
        let text = spanish.form(&spanish.core.time.hours, number);
        text.fill(&[("n", &number.to_string())])
    };
    assert_eq!([hours(1), hours(24)], ["1 hora", "24 horas"]);
    let status = |words: &Words| words.core.status.fine.clone();
    assert_ne!(status(spanish), status(&CORPUS.languages[0]));
}

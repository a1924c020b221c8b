//! The words of other languages: each as whole as English, and a file of them
//! either taken whole or not at all.

use aftercare_consensus::words::{PluralRule, PluralWord, Word, Words, filled};
use aftercare_consensus::{
    CORPUS, Corpus, Elapsed, ErrorCode, Minutes, Options, catalog, find_pack, guidance, unpack,
    version,
};
use aftercare_loader::{Data, Language, load, pack};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

fn data() -> Data {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    load(&folder).expect("the shipped data are sound")
}

fn file(language: &Language) -> String {
    pack(&data(), language, version())
}

fn others() -> Vec<Language> {
    let all = data().languages;
    let others: Vec<Language> = all.into_iter().filter(|one| !one.is_reference).collect();
    assert!(!others.is_empty(), "there is no second language");
    others
}

/// The corpus as a phone has it: the reference is there, the others are files.
fn phone() -> Corpus<'static> {
    let packs =
        CORPUS.languages[1..]
            .iter()
            .map(|words| aftercare_consensus::words::LanguageName {
                id: words.id,
                name: words.name,
                reviewed: words.reviewed,
            });
    Corpus {
        languages: &CORPUS.languages[..1],
        packs: packs.collect::<Vec<_>>().leak(),
        ..CORPUS
    }
}

/// Everything that the words hold, as one text.
fn all(words: &Words<'_>) -> String {
    format!("{words:?}")
}

#[test]
fn a_file_brings_the_same_words_as_the_library_has() {
    for language in data().languages {
        let words = unpack(&CORPUS, &file(&language)).expect("a whole file");
        let known = CORPUS.languages.iter().find(|one| one.id == language.id);
        assert_eq!(
            all(&words),
            all(known.expect("the library has every language")),
            "a reader of {} has other words in the browser",
            language.id
        );
    }
}

#[test]
fn a_file_that_is_cut_off_changed_or_of_another_build_has_no_words() {
    for language in others() {
        let whole = file(&language);
        let starts = whole.char_indices().map(|(place, _)| place);
        for end in starts {
            assert!(
                unpack(&CORPUS, &whole[..end]).is_none(),
                "a reader is shown half a file, up to byte {end}"
            );
        }
        for (old, new) in [
            (version(), "0.0.0"),
            (CORPUS.version, "1999.1.0"),
            ("75", "25"),
            ("words", "word"),
        ] {
            let changed = whole.replacen(old, new, 1);
            if changed != whole {
                assert!(unpack(&CORPUS, &changed).is_none(), "{old} became {new}");
            }
        }
        assert!(unpack(&CORPUS, &format!("{whole}more\n")).is_none());
        assert!(unpack(&CORPUS, &whole.replace('\n', "\r\n")).is_none());
    }
    for junk in ["", "\n", "\n\n\n", "<!doctype html>\n<h1>Not found</h1>\n"] {
        assert!(unpack(&CORPUS, junk).is_none(), "{junk:?}");
    }
}

#[test]
fn a_file_for_other_data_has_no_words() {
    for language in others() {
        let fewer = Corpus {
            activities: &CORPUS.activities[1..],
            ..CORPUS
        };
        assert!(unpack(&fewer, &file(&language)).is_none());
    }
}

#[test]
fn a_language_that_is_not_loaded_is_told_how_to_load_it() {
    let phone = phone();
    for language in others() {
        let options = Options {
            lang: Some(&language.id),
            ..Options::default()
        };
        let elapsed = Elapsed::from_minutes(Minutes(60));
        let error = guidance(&phone, "botox", elapsed, &options).expect_err("no words yet");
        assert_eq!(error.code(), ErrorCode::UnknownLanguage);
        let advice = format!("await loadLanguage(\"{}\") first", language.id);
        assert!(error.message().contains(&advice), "{}", error.message());

        let region = format!("{}-XX", language.id);
        assert_eq!(
            find_pack(&phone, &region).map(|pack| pack.id),
            Some(&*language.id)
        );
        assert_eq!(find_pack(&CORPUS, &region), None, "it is there");
    }
    assert_eq!(find_pack(&phone, "en-GB"), None);
    assert_eq!(find_pack(&phone, "tlh"), None);
    assert_eq!(find_pack(&phone, ""), None);
}

#[test]
fn the_catalog_is_the_same_whether_or_not_a_language_is_loaded() {
    let options = Options::default();
    assert_eq!(catalog(&phone(), &options), catalog(&CORPUS, &options));
}

/// The categories of CLDR, in the order of a file.
const ORDER: [PluralCategory; 6] = [
    PluralCategory::ZERO,
    PluralCategory::ONE,
    PluralCategory::TWO,
    PluralCategory::FEW,
    PluralCategory::MANY,
    PluralCategory::OTHER,
];

/// A language's rules in CLDR's words, as they would stand in its file.
fn rule_of(rules: &[(&str, &str)]) -> (Vec<[u32; 4]>, Vec<PluralCategory>) {
    let forms = ["zero", "one", "two", "few", "many"];
    let mut rows = Vec::new();
    let mut categories = Vec::new();
    for (form, category) in forms.iter().zip(ORDER) {
        if let Some((_, rule)) = rules.iter().find(|(name, _)| name == form) {
            rows.extend(aftercare_loader::relations(rule).expect("a rule of CLDR"));
            categories.push(category);
        }
    }
    categories.push(PluralCategory::OTHER);
    (rows, categories)
}

fn numbers() -> impl Iterator<Item = u32> {
    (0..3000).chain([10_000, 100_000, 100_001, 999_999])
}

#[test]
fn plural_forms_are_those_of_cldr_in_each_language_of_the_data() {
    for words in CORPUS.languages {
        let cldr = cldr(words.id);
        // This copy of CLDR is older than the `many` of Romance languages, which
        // is about millions.
        let forms = words.plural_rule.forms();
        for number in numbers() {
            let one = cldr.select(number) == Ok(PluralCategory::ONE);
            let form = words.plural_rule.form(number);
            assert_eq!(form == 0, one, "{number} in {}", words.id);
            assert!(one || form == forms - 1, "{number} in {}", words.id);
        }
    }
    let spanish = CORPUS.languages.iter().find(|words| words.id == "es");
    let spanish = spanish.expect("Spanish").plural_rule;
    let forms = [0, 1, 2, 1_000_000, 1_000_001, 2_000_000].map(|number| spanish.form(number));
    assert_eq!(forms, [2, 0, 2, 1, 2, 1], "one, many, other");
}

#[test]
fn the_rules_of_any_language_can_be_given() {
    let two_to_four = "v = 0 and i % 10 = 2..4 and i % 100 != 12..14";
    for (lang, rules) in [
        ("ja", &[][..]),
        ("fr", &[("one", "i = 0,1")]),
        (
            "cs",
            &[
                ("one", "i = 1 and v = 0"),
                ("few", "i = 2..4 and v = 0"),
                ("many", "v != 0"),
            ],
        ),
        (
            "ru",
            &[
                ("one", "v = 0 and i % 10 = 1 and i % 100 != 11"),
                ("few", two_to_four),
                (
                    "many",
                    "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14",
                ),
            ],
        ),
        (
            "pl",
            &[
                ("one", "i = 1 and v = 0"),
                ("few", two_to_four),
                (
                    "many",
                    "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
                ),
            ],
        ),
        (
            "ar",
            &[
                ("zero", "n = 0"),
                ("one", "n = 1"),
                ("two", "n = 2"),
                ("few", "n % 100 = 3..10"),
                ("many", "n % 100 = 11..99"),
            ],
        ),
        (
            "cy",
            &[
                ("zero", "n = 0"),
                ("one", "n = 1"),
                ("two", "n = 2"),
                ("few", "n = 3"),
                ("many", "n = 6"),
            ],
        ),
        (
            "lv",
            &[
                (
                    "zero",
                    "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19",
                ),
                (
                    "one",
                    "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
                ),
            ],
        ),
    ] {
        let (rows, categories) = rule_of(rules);
        let rule = PluralRule::from_rows(&rows);
        assert_eq!(rule.forms(), categories.len(), "{lang}");
        let cldr = cldr(lang);
        // The copy of CLDR here forgets the `% 100` of `n % 100` before a range.
        let highest = if matches!(lang, "ar" | "lv") {
            100
        } else {
            u32::MAX
        };
        for number in numbers().filter(|number| *number < highest) {
            let category = cldr.select(number).expect("a category");
            let form = rule.form(number);
            assert!(categories[form] == category, "{number} in {lang}");
        }
        if lang == "ar" {
            let forms = [100, 103, 110, 111, 203].map(|number| rule.form(number));
            assert_eq!(forms, [5, 3, 3, 4, 3], "as browsers have it");
        }
    }
}

fn cldr(lang: &str) -> PluralRules {
    let id: unic_langid::LanguageIdentifier = lang.parse().expect("a language");
    PluralRules::create(id, PluralRuleType::CARDINAL).expect("CLDR has the language")
}

#[test]
fn every_card_has_a_short_summary_in_every_language() {
    for words in CORPUS.languages {
        for treatment in CORPUS.treatments {
            for activity in CORPUS.activities {
                for hours in [0, 4, 14, 24, 400] {
                    let options = Options {
                        activity: Some(activity),
                        lang: Some(words.id),
                        ..Options::default()
                    };
                    let elapsed = Elapsed::from_minutes(Minutes(hours * 60));
                    let card = guidance(&CORPUS, treatment.id, elapsed, &options).expect("a card");
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
        filled(
            spanish.plural(PluralWord::ViewHours, number),
            &[&number.to_string()],
        )
    };
    assert_eq!([hours(1), hours(24)], ["1 hora", "24 horas"]);
    assert_ne!(
        spanish.plain(Word::StatusFine),
        CORPUS.languages[0].plain(Word::StatusFine)
    );
}

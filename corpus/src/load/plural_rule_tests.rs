//! Are the plural forms of any language those of CLDR?

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use super::plural_rule::check;
use crate::{Category, PluralRule};

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
        let rule = rule_of(rules);
        let cldr = cldr(lang);
        // The copy of CLDR here forgets the `% 100` of `n % 100` before a range.
        let highest = if matches!(lang, "ar" | "lv") {
            100
        } else {
            u32::MAX
        };
        for number in numbers().filter(|number| *number < highest) {
            let expected = match cldr.select(number).expect("a category") {
                PluralCategory::ZERO => Category::Zero,
                PluralCategory::ONE => Category::One,
                PluralCategory::TWO => Category::Two,
                PluralCategory::FEW => Category::Few,
                PluralCategory::MANY => Category::Many,
                PluralCategory::OTHER => Category::Other,
            };
            assert_eq!(rule.category(number), expected, "{number} in {lang}");
        }
        if lang == "ar" {
            use Category::{Few, Many, Other};
            let forms = [100, 103, 110, 111, 203].map(|number| rule.category(number));
            assert_eq!(forms, [Other, Few, Few, Many, Few], "as browsers have it");
        }
    }
}

fn rule_of(rules: &[(&str, &str)]) -> PluralRule {
    let mut rule = PluralRule::default();
    let conditions = rule.conditions.iter_mut().zip(Category::RULED);
    for (condition, category) in conditions {
        if let Some((_, text)) = rules.iter().find(|(name, _)| *name == category.as_str()) {
            check(text).expect("a condition of CLDR");
            *condition = Some((*text).to_owned().into());
        }
    }
    rule
}

fn numbers() -> impl Iterator<Item = u32> {
    (0..3000).chain([10_000, 100_000, 100_001, 999_999])
}

fn cldr(lang: &str) -> PluralRules {
    let id: unic_langid::LanguageIdentifier = lang.parse().expect("a language");
    PluralRules::create(id, PluralRuleType::CARDINAL).expect("CLDR has the language")
}

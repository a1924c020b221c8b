//! Which words does a reader see?
//!
//! The sentences are data (`data/words/`); here they are only filled in.

pub use crate::text::digits;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The BCP 47 code, such as `en`.
    pub id: &'a str,
    /// The language's name in itself.
    pub name: &'a str,
    /// Whether a clinician has read the translation.
    pub reviewed: bool,
    /// The order of the forms in `plurals`.
    pub plural_rule: PluralRule,
    /// One text for each [`Word`].
    pub plain: &'a [&'a str],
    /// The forms of each [`PluralWord`].
    pub plurals: &'a [&'a [&'a str]],
    /// One list for each [`ListWord`].
    pub lists: &'a [&'a [&'a str]],
    /// For each activity of the corpus.
    pub activities: &'a [ActivityWords<'a>],
    /// For each panel of the corpus.
    pub panels: &'a [PanelWords<'a>],
    /// For each condition of the corpus.
    pub conditions: &'a [&'a str],
}

/// The words of an activity.
#[derive(Debug, Clone, Copy)]
pub struct ActivityWords<'a> {
    /// On its own: "Lying flat".
    pub name: &'a str,
    /// Within a sentence: "lying flat".
    pub subject: &'a str,
}

/// The words of a panel.
#[derive(Debug, Clone, Copy)]
pub struct PanelWords<'a> {
    /// On its own: "Doctors".
    pub name: &'a str,
    /// What the panel is and is not; `{n}` is its number of answers.
    pub about: &'a str,
    /// Its noun in the plural forms: "doctor", "doctors".
    pub noun: &'a [&'a str],
}

/// A CLDR rule for whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralRule {
    /// `one` for 1, else `other` (English, German, …).
    OneOther,
}

impl PluralRule {
    /// The place of the form for a number.
    pub fn form(self, number: u32) -> usize {
        match self {
            Self::OneOther => usize::from(number != 1),
        }
    }
}

impl<'a> Words<'a> {
    /// A text.
    pub fn plain(&self, word: Word) -> &'a str {
        self.plain.get(word as usize).copied().unwrap_or_default()
    }

    /// A text in the form for a number.
    pub fn plural(&self, word: PluralWord, number: u32) -> &'a str {
        self.form(
            self.plurals.get(word as usize).copied().unwrap_or_default(),
            number,
        )
    }

    /// The form for a number.
    pub fn form(&self, forms: &[&'a str], number: u32) -> &'a str {
        forms
            .get(self.plural_rule.form(number))
            .copied()
            .unwrap_or_default()
    }

    /// A list of texts.
    pub fn list(&self, word: ListWord) -> &'a [&'a str] {
        self.lists.get(word as usize).copied().unwrap_or_default()
    }
}

/// A template with its placeholders filled in. What no value is given for
/// stays as it stands; values are not filled in again.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let found = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(hole, _)| *hole == name)?;
            Some((value, after))
        });
        match found {
            Some((value, after)) => {
                text.push_str(value);
                rest = after;
            }
            None => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(
            fill("{n} of {all}", &[("n", "3"), ("all", "{n}")]),
            "3 of {n}"
        );
        assert_eq!(fill("{unknown} { {n", &[("n", "3")]), "{unknown} { {n");
        assert_eq!(fill("", &[]), "");
    }

    #[test]
    fn plural_forms_are_those_of_cldr() {
        use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
        let cldr = PluralRules::create(
            "en".parse::<unic_langid::LanguageIdentifier>().expect("en"),
            PluralRuleType::CARDINAL,
        )
        .expect("CLDR has English");
        for number in 0..2000 {
            let expected = match cldr.select(number) {
                Ok(PluralCategory::ONE) => 0,
                Ok(PluralCategory::OTHER) => 1,
                other => panic!("{number} is {other:?} in CLDR"),
            };
            assert_eq!(PluralRule::OneOther.form(number), expected, "{number}");
        }
    }
}

//! Plural forms by CLDR's categories: which form of a text goes with a number.

use serde::{Serialize, Serializer};

use crate::text::{Str, Text};

/// A category of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// `zero`
    Zero,
    /// `one`
    One,
    /// `two`
    Two,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`: what no other category takes.
    Other,
}

impl Category {
    /// The categories that have rules, in CLDR's order.
    pub const RULED: [Self; 5] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many];

    /// CLDR's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// The conditions of a language's categories, as CLDR writes them: `one` may be
/// `i = 1 and v = 0`. A category without a condition is none of the language's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct PluralRule {
    /// In the order of [`Category::RULED`].
    pub conditions: [Option<Str>; 5],
}

impl PluralRule {
    /// The category of a whole number.
    pub fn category(&self, number: u32) -> Category {
        let mut categories = Category::RULED.into_iter().zip(&self.conditions);
        let found = categories.find(|(_, condition)| {
            let condition = condition.as_deref();
            condition.is_some_and(|condition| holds(condition, number))
        });
        found.map_or(Category::Other, |(category, _)| category)
    }

    /// The categories that a text needs a form for, `other` included.
    pub fn categories(&self) -> impl Iterator<Item = Category> {
        let ruled = Category::RULED.into_iter().zip(&self.conditions);
        let ruled = ruled.filter(|(_, condition)| condition.is_some());
        ruled.map(|(category, _)| category).chain([Category::Other])
    }
}

/// Whether a condition such as `n % 10 = 2..4 or n = 7` holds for a number.
fn holds(condition: &str, number: u32) -> bool {
    let holds = |relation| relation_holds(relation, number) == Some(true);
    let mut alternatives = condition.split(" or ");
    alternatives.any(|all| all.split(" and ").all(holds))
}

/// Whether a relation such as `n % 10 = 2..4,9` holds for a number; `None` where it is
/// none. Whole numbers alone are counted, so of CLDR's operands `n` and `i` are the
/// number, and the others, which are about its decimals, are 0.
pub(crate) fn relation_holds(relation: &str, number: u32) -> Option<bool> {
    let (left, ranges) = relation.split_once('=')?;
    let (left, negated) = match left.trim_ascii_end().strip_suffix('!') {
        Some(left) => (left, true),
        None => (left, false),
    };
    let (operand, modulus) = match left.split_once('%') {
        Some((operand, modulus)) => (operand, Some(modulus.trim_ascii().parse::<u32>().ok()?)),
        None => (left, None),
    };
    let number = match operand.trim_ascii() {
        "n" | "i" => number,
        "v" | "w" | "f" | "t" | "c" | "e" => 0,
        _ => return None,
    };
    let number = match modulus {
        Some(modulus) => number.checked_rem(modulus)?,
        None => number,
    };
    let mut within = false;
    for range in ranges.split(',') {
        let (low, high) = match range.split_once('.') {
            Some((low, high)) => (low, high.strip_prefix('.')?),
            None => (range, range),
        };
        let (low, high): (u32, u32) = (
            low.trim_ascii().parse().ok()?,
            high.trim_ascii().parse().ok()?,
        );
        within |= (low..=high).contains(&number);
    }
    Some(within != negated)
}

/// Text in the plural forms of its language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Plural {
    /// For the categories that the language has, in the order of [`Category::RULED`].
    pub forms: [Option<Text>; 5],
    /// For all other numbers; every language has it.
    pub other: Text,
}

impl Plural {
    /// The form of a category.
    pub fn form(&self, category: Category) -> &Text {
        let mut forms = Category::RULED.into_iter().zip(&self.forms);
        let form = forms.find(|(known, _)| *known == category);
        form.and_then(|(_, form)| form.as_ref())
            .unwrap_or(&self.other)
    }
}

// Both are objects by the categories' names.

impl Serialize for PluralRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let conditions = Category::RULED.into_iter().zip(&self.conditions);
        let given =
            conditions.filter_map(|(category, text)| Some((category.as_str(), text.as_ref()?)));
        serializer.collect_map(given)
    }
}

impl Serialize for Plural {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let forms = Category::RULED.into_iter().zip(&self.forms);
        let given = forms.filter_map(|(category, text)| Some((category.as_str(), text.as_ref()?)));
        serializer.collect_map(given.chain([(Category::Other.as_str(), &self.other)]))
    }
}

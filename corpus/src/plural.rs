//! Plural forms by CLDR's categories: which form of a text goes with a number.

use serde::{Deserialize, Serialize};

use crate::text::Text;
use crate::types::List;

/// A category of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
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

/// The categories of a language but `other`, each with its condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct PluralRule(pub List<(Category, Condition)>);

/// Holds where all relations of one of its lists hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Condition(pub List<List<Relation>>);

/// Holds where a number, or what a division leaves of it, is within one of some
/// ranges, or within none of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Relation {
    /// The divisor, where the rest of a division is meant.
    pub modulus: Option<u32>,
    /// Whether it must be outside of the ranges.
    pub negated: bool,
    /// Inclusive ranges.
    pub ranges: List<(u32, u32)>,
}

impl PluralRule {
    /// The category of a whole number.
    pub fn category(&self, number: u32) -> Category {
        let found = self.0.iter().find(|(_, condition)| condition.holds(number));
        found.map_or(Category::Other, |(category, _)| *category)
    }
}

impl Condition {
    fn holds(&self, number: u32) -> bool {
        let mut lists = self.0.iter();
        lists.any(|relations| relations.iter().all(|relation| relation.holds(number)))
    }
}

impl Relation {
    fn holds(&self, number: u32) -> bool {
        let operand = match self.modulus {
            None => number,
            Some(modulus) => number.checked_rem(modulus).unwrap_or(number),
        };
        let within = |(low, high): &(u32, u32)| (*low..=*high).contains(&operand);
        self.ranges.iter().any(within) != self.negated
    }
}

/// Text in the plural forms of its language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Plural {
    /// For the category `zero`, in languages that have it; so the following.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zero: Option<Text>,
    /// For the category `one`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one: Option<Text>,
    /// For the category `two`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two: Option<Text>,
    /// For the category `few`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub few: Option<Text>,
    /// For the category `many`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub many: Option<Text>,
    /// For all other numbers; every language has it.
    pub other: Text,
}

impl Plural {
    /// The form of a category.
    pub fn form(&self, category: Category) -> &Text {
        let form = match category {
            Category::Zero => &self.zero,
            Category::One => &self.one,
            Category::Two => &self.two,
            Category::Few => &self.few,
            Category::Many => &self.many,
            Category::Other => &None,
        };
        form.as_ref().unwrap_or(&self.other)
    }
}

//! The condition of a plural form, as CLDR writes it.
//!
//! Such as `n % 10 = 2..4 and n % 100 != 12..14`.

use crate::{Condition, Relation};

/// Reads the condition of one form. Whole numbers alone are counted, so of CLDR's
/// operands `n` and `i` are the number, and the others, which are about its
/// decimals, are 0.
///
/// # Errors
/// A sentence that names the part that is no relation.
pub(super) fn condition(text: &str) -> Result<Condition, String> {
    let lists: Result<Vec<_>, String> = text
        .split(" or ")
        .map(|list| {
            list.split(" and ")
                .map(|part| relation(part.trim()))
                .collect()
        })
        .map(|list: Result<Vec<_>, String>| list.map(Into::into))
        .collect();
    lists.map(|lists| Condition(lists.into()))
}

/// Reads `n % 10 = 2..4,9`.
fn relation(text: &str) -> Result<Relation, String> {
    let wrong = || format!("{text:?} is no relation such as `n % 10 = 2..4`");
    let (left, ranges) = text.split_once('=').ok_or_else(wrong)?;
    let left = left.trim_end();
    let (left, negated) = match left.strip_suffix('!') {
        Some(left) => (left.trim_end(), true),
        None => (left, false),
    };
    let (operand, modulus) = match left.split_once('%') {
        None => (left, None),
        Some((operand, modulus)) => {
            let modulus = modulus.trim().parse::<u32>().ok();
            let modulus = modulus.filter(|modulus| *modulus > 0).ok_or_else(wrong)?;
            (operand.trim_end(), Some(modulus))
        }
    };
    let number = |text: &str| text.trim().parse::<u32>().map_err(|_| wrong());
    let ranges = ranges
        .split(',')
        .map(|range| match range.split_once("..") {
            None => number(range).map(|number| (number, number)),
            Some((low, high)) => Ok((number(low)?, number(high)?)),
        })
        .collect::<Result<Vec<_>, _>>()?;
    let modulus = match operand {
        "n" | "i" => modulus,
        // A division by 1 leaves 0, which is what these are.
        "v" | "w" | "f" | "t" | "c" | "e" => Some(1),
        _ => return Err(wrong()),
    };
    Ok(Relation {
        modulus,
        negated,
        ranges: ranges.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::condition;
    use crate::{Category, PluralRule};

    /// The numbers below 200 for which a condition holds.
    fn numbers(text: &str) -> Vec<u32> {
        let condition = condition(text).expect(text);
        let rule = PluralRule(vec![(Category::One, condition)].into());
        let is_one = |number: &u32| rule.category(*number) == Category::One;
        (0..200).filter(is_one).collect()
    }

    #[test]
    fn a_condition_of_cldr_holds_for_its_numbers() {
        assert_eq!(numbers("n = 1"), [1]);
        assert_eq!(numbers("i = 1 and v = 0"), [1], "no decimals");
        assert_eq!(numbers("i = 0,1 or n = 7..9"), [0, 1, 7, 8, 9]);
        assert_eq!(numbers("v != 0"), [] as [u32; 0], "no whole number is so");
        assert_eq!(numbers("e = 0 and n % 50 = 0"), [0, 50, 100, 150]);
        let few =
            |number: &u32| (2..=4).contains(&(number % 10)) && !(12..=14).contains(&(number % 100));
        assert_eq!(
            numbers("v = 0 and i % 10 = 2..4 and i % 100 != 12..14"),
            (0..200).filter(few).collect::<Vec<_>>()
        );
    }

    #[test]
    fn what_is_no_rule_is_told() {
        for slip in [
            "",
            "n",
            "n = ",
            "n = a",
            "n % 0 = 1",
            "x = 1",
            "n = 1..",
            "n is 1",
        ] {
            assert!(condition(slip).is_err(), "{slip:?}");
        }
    }
}

//! The condition of a plural form, as CLDR writes it.
//!
//! Such as `n % 10 = 2..4 and n % 100 != 12..14`.

use crate::plural::relation_holds;

/// Checks the condition of one form.
///
/// # Errors
/// A sentence that names the part that is no relation.
pub(super) fn check(condition: &str) -> Result<(), String> {
    let parts = condition.split(" or ").flat_map(|all| all.split(" and "));
    for part in parts.map(str::trim) {
        if relation_holds(part, 0).is_none() {
            return Err(format!("{part:?} is no relation such as `n % 10 = 2..4`"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::{Category, PluralRule};

    /// The numbers below 200 for which a condition holds.
    fn numbers(text: &str) -> Vec<u32> {
        check(text).expect(text);
        let mut rule = PluralRule::default();
        rule.conditions[1] = Some(text.to_owned().into());
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
            assert!(check(slip).is_err(), "{slip:?}");
        }
    }
}

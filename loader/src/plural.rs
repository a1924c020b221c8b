//! A CLDR rule for plural forms, as a phone reads it: which relations must hold.
//!
//! A language's rules stand in its file as CLDR writes them, such as
//! `n % 10 = 2..4 and n % 100 != 12..14`. Here they become rows of numbers, so
//! that the core needs one loop for all languages, and no code for any of them.

/// The forms that a language may have beside `other`, in CLDR's order.
pub(crate) const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// One relation: the number, or what is left of it by a modulus that is not 0,
/// lies within two bounds. Then bits: 1 turns it round, 2 ends what is enough when
/// all of it holds, 4 ends the form.
pub type Relation = [u32; 4];

/// The relation holds outside of the bounds.
const NOT: u32 = 1;
/// All relations up to here, and from the last one of these, are enough.
const OR: u32 = 2;
/// So they are, and the form ends.
const END: u32 = 4;

/// The most alternatives that one condition may come to: no language has a tenth of
/// them, and lists that are multiplied are soon more than a machine can hold.
const MOST: usize = 64;

/// The rows for the condition of one form. Whole numbers alone are counted, so
/// of CLDR's operands `n` and `i` are the number, and the others, which are
/// about its decimals, are 0.
///
/// # Errors
/// A sentence that names the part that is no relation, or has too many alternatives.
pub fn relations(condition: &str) -> Result<Vec<Relation>, String> {
    let mut rows: Vec<Relation> = Vec::new();
    for either in condition.split(" or ") {
        // Each list of alternatives within it makes one more clause.
        let mut clauses: Vec<Vec<Relation>> = vec![Vec::new()];
        for relation in either.split(" and ") {
            let (operand, modulus, is_not, ranges) = parse(relation.trim())?;
            let row = |(low, high)| [modulus, low, high, if is_not { NOT } else { 0 }];
            if operand == 0 {
                let holds = ranges.iter().any(|(low, _)| *low == 0) != is_not;
                if !holds {
                    clauses.clear();
                }
            } else if is_not {
                for clause in &mut clauses {
                    clause.extend(ranges.iter().copied().map(row));
                }
            } else {
                if clauses.len() * ranges.len() > MOST {
                    return Err(format!(
                        "{either:?} comes to more than {MOST} alternatives; write it as CLDR does"
                    ));
                }
                clauses = ranges
                    .iter()
                    .flat_map(|&range| {
                        clauses.iter().map(move |clause| {
                            let mut clause = clause.clone();
                            clause.push(row(range));
                            clause
                        })
                    })
                    .collect();
            }
        }
        for mut clause in clauses {
            // What always holds: what is left by 1 is 0.
            let mut last = clause.pop().unwrap_or([1, 0, 0, 0]);
            last[3] |= OR;
            rows.append(&mut clause);
            rows.push(last);
        }
    }
    // What never holds: the form is there, for numbers with decimals.
    let mut last = rows.pop().unwrap_or([1, 1, 1, 0]);
    last[3] |= END;
    rows.push(last);
    Ok(rows)
}

/// `n % 10 = 2..4,9` as 1 for the number or 0 for its decimals, the modulus,
/// whether it is `!=`, and the ranges.
#[expect(clippy::type_complexity, reason = "it is taken apart where it is made")]
fn parse(relation: &str) -> Result<(u32, u32, bool, Vec<(u32, u32)>), String> {
    let wrong = || format!("{relation:?} is no relation such as `n % 10 = 2..4`");
    let (left, ranges) = relation.split_once('=').ok_or_else(wrong)?;
    let left = left.trim_end();
    let (left, is_not) = match left.strip_suffix('!') {
        Some(left) => (left.trim_end(), true),
        None => (left, false),
    };
    let (operand, modulus) = match left.split_once('%') {
        None => (left, 0),
        Some((operand, modulus)) => {
            let modulus = modulus.trim().parse::<u32>().map_err(|_| wrong())?;
            if modulus == 0 {
                return Err(wrong());
            }
            (operand.trim_end(), modulus)
        }
    };
    let operand = match operand {
        "n" | "i" => 1,
        "v" | "w" | "f" | "t" | "c" | "e" => 0,
        _ => return Err(wrong()),
    };
    let number = |text: &str| text.trim().parse::<u32>().map_err(|_| wrong());
    let ranges = ranges
        .split(',')
        .map(|range| match range.split_once("..") {
            None => number(range).map(|number| (number, number)),
            Some((low, high)) => Ok((number(low)?, number(high)?)),
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok((operand, modulus, is_not, ranges))
}

#[cfg(test)]
mod tests {
    use super::{END, NOT, OR, relations};

    #[test]
    fn a_rule_of_cldr_becomes_rows() {
        assert_eq!(relations("n = 1"), Ok(vec![[0, 1, 1, OR | END]]));
        assert_eq!(
            relations("i = 1 and v = 0"),
            Ok(vec![[0, 1, 1, OR | END]]),
            "a whole number has no decimals"
        );
        assert_eq!(
            relations("v = 0 and i % 10 = 2..4 and i % 100 != 12..14"),
            Ok(vec![[10, 2, 4, 0], [100, 12, 14, NOT | OR | END]])
        );
        assert_eq!(
            relations("i = 0,1 or n = 7"),
            Ok(vec![[0, 0, 0, OR], [0, 1, 1, OR], [0, 7, 7, OR | END]])
        );
        assert_eq!(
            relations("v != 0"),
            Ok(vec![[1, 1, 1, END]]),
            "no whole number is so"
        );
        assert_eq!(relations("v = 0"), Ok(vec![[1, 0, 0, OR | END]]));
    }

    #[test]
    fn lists_that_multiply_are_told_before_they_fill_the_memory() {
        let list = "n % 10 = 0,1,2,3,4,5,6,7";
        let twice = [list; 2].join(" and ");
        assert_eq!(relations(&twice).map(|rows| rows.len()), Ok(128));
        let error = relations(&[list; 100].join(" and "));
        let error = error.expect_err("that would be 8 to the power of 100");
        assert!(error.contains("more than 64 alternatives"), "{error}");
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
            assert!(relations(slip).is_err(), "{slip:?}");
        }
    }
}

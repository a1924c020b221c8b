//! Are the data old?

/// The data are read again within so many months; older data are said to be
/// old on every card that is shown.
pub const STALE_AFTER_MONTHS: u32 = 12;

/// Whether data of the month `updated` (`YYYY-MM`) are too old in a month of a
/// year, 1 to 12. Data of no readable month are.
///
/// ```
/// use aftercare_consensus::is_stale;
///
/// assert!(!is_stale("2026-11", 2027, 11));
/// assert!(is_stale("2026-11", 2027, 12));
/// ```
pub fn is_stale(updated: &str, year: u32, month: u32) -> bool {
    let months = |year: u32, month: u32| u64::from(year) * 12 + u64::from(month);
    let then = updated
        .split_once('-')
        .and_then(|(year, month)| Some(months(year.parse().ok()?, month.parse().ok()?)));
    then.is_none_or(|then| months(year, month) > then + u64::from(STALE_AFTER_MONTHS))
}

#[cfg(test)]
mod tests {
    use super::is_stale;

    #[test]
    fn data_are_old_after_the_stated_months() {
        assert!(!is_stale("2026-11", 2026, 11));
        assert!(!is_stale("2026-11", 2027, 1));
        assert!(!is_stale("2026-01", 2027, 1));
        assert!(is_stale("2026-01", 2027, 2));
        assert!(is_stale("2026-11", 2030, 1));
        assert!(
            !is_stale("2026-11", 2020, 1),
            "a clock that is wrong is no reason for alarm"
        );
        assert!(is_stale("", 2026, 1));
        assert!(is_stale("soon-ish", 2026, 1));
        assert!(is_stale("2026-1:", 2026, 11), "a colon is no digit");
    }
}

//! What are date and time of a minute since 1970, in UTC?

use crate::consensus::Minutes;

const DAY: u32 = 24 * 60;

/// `2026-11-21T22:00Z`. The calendar's own rules in whole numbers, by the days since the
/// first of March of the year 0: so the leap day is a year's last.
pub(crate) fn utc(since_1970: Minutes) -> String {
    const FOUR_CENTURIES: u32 = 146_097;
    let days = since_1970.0 / DAY + 719_468;
    let day = days % FOUR_CENTURIES;
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let next_year = month / 10;
    let year = days / FOUR_CENTURIES * 400 + year + next_year;
    let month = month + 3 - 12 * next_year;
    let minute = since_1970.0 % DAY;
    let (hour, minute) = (minute / 60, minute % 60);
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}Z")
}

#[cfg(test)]
mod tests {
    use super::utc;
    use crate::consensus::Minutes;

    #[test]
    fn minutes_have_the_dates_of_the_calendar() {
        for (minutes, text) in [
            (0, "1970-01-01T00:00Z"),
            (59, "1970-01-01T00:59Z"),
            (1_440 * 365, "1971-01-01T00:00Z"),
            // A leap day, of a century that has one.
            (15_863_040, "2000-02-29T00:00Z"),
            (15_864_479, "2000-02-29T23:59Z"),
            (15_864_480, "2000-03-01T00:00Z"),
            (29_921_640, "2026-11-21T22:00Z"),
            (29_978_399, "2026-12-31T07:59Z"),
            // A century whose end has none.
            (68_459_039, "2100-02-28T23:59Z"),
            (68_459_040, "2100-03-01T00:00Z"),
            (68_374_079, "2099-12-31T23:59Z"),
        ] {
            assert_eq!(utc(Minutes(minutes)), text, "minute {minutes}");
        }
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let mut before = utc(Minutes(0));
        for day in 1..150_000 {
            let date = utc(Minutes(day * 1_440));
            assert!(before < date, "{date} comes after {before}");
            before = date;
        }
        assert_eq!(before, "2380-09-07T00:00Z");
    }
}

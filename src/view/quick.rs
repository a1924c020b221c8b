//! Which times of treatment can be chosen with one touch?
//!
//! Each stands for the latest moment that it may mean: whoever has waited less
//! than they think hears "wait" for longer, and not the other way round.

use crate::words::Word;

/// A rough time, as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quick {
    JustNow,
    ThisMorning,
    ThisAfternoon,
    YesterdayAfternoon,
}

/// Before it, "this morning" is still last night to many.
const DAWN: u32 = 6 * 60;
const NOON: u32 = 12 * 60;
const EVENING: u32 = 18 * 60;

impl Quick {
    const ALL: [Self; 4] = [
        Self::JustNow,
        Self::ThisMorning,
        Self::ThisAfternoon,
        Self::YesterdayAfternoon,
    ];

    /// Those that make sense at a minute of the day.
    pub(crate) fn offered(minute: u32) -> impl Iterator<Item = Self> {
        let begins = move |quick: &Self| match quick {
            Self::JustNow | Self::YesterdayAfternoon => true,
            Self::ThisMorning => minute > DAWN,
            Self::ThisAfternoon => minute > NOON,
        };
        Self::ALL.into_iter().filter(begins)
    }

    /// The one that a button of [`Quick::name`] stands for.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quick| quick.name() == name)
    }

    /// Its name in the markup.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::JustNow => "now",
            Self::ThisMorning => "morning",
            Self::ThisAfternoon => "afternoon",
            Self::YesterdayAfternoon => "yesterday",
        }
    }

    pub(super) fn word(self) -> Word {
        match self {
            Self::JustNow => Word::ViewQuickNow,
            Self::ThisMorning => Word::ViewQuickMorning,
            Self::ThisAfternoon => Word::ViewQuickAfternoon,
            Self::YesterdayAfternoon => Word::ViewQuickYesterday,
        }
    }

    /// How many days ago it was, and at which minute of that day; `minute` is that
    /// of the visit.
    pub(crate) fn moment(self, minute: u32) -> (u32, u32) {
        match self {
            Self::JustNow => (0, minute),
            Self::ThisMorning => (0, minute.min(NOON)),
            Self::ThisAfternoon => (0, minute.min(EVENING)),
            Self::YesterdayAfternoon => (1, EVENING),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_is_offered_what_has_begun() {
        let offered = |hour: u32| Quick::offered(hour * 60 + 1).collect::<Vec<_>>();
        let (now, yesterday) = (Quick::JustNow, Quick::YesterdayAfternoon);
        assert_eq!(offered(0), [now, yesterday]);
        assert_eq!(offered(9), [now, Quick::ThisMorning, yesterday]);
        assert_eq!(
            offered(20),
            [now, Quick::ThisMorning, Quick::ThisAfternoon, yesterday]
        );
    }

    #[test]
    fn what_begins_is_offered_from_the_next_minute_on() {
        let offers = |minute: u32, quick| Quick::offered(minute).any(|other| other == quick);
        let (six, noon) = (360, 720);
        assert!(!offers(six, Quick::ThisMorning), "at six it was just now");
        assert!(offers(six + 1, Quick::ThisMorning));
        assert!(!offers(noon, Quick::ThisAfternoon));
        assert!(offers(noon + 1, Quick::ThisAfternoon));
        let (six_in_the_evening, midnight) = (1_080, 1_440);
        assert_eq!(
            Quick::YesterdayAfternoon.moment(six),
            (1, six_in_the_evening)
        );
        assert_eq!(
            Quick::ThisAfternoon.moment(midnight - 1),
            (0, six_in_the_evening)
        );
        assert_eq!(Quick::ThisMorning.moment(midnight - 1), (0, noon));
    }

    #[test]
    fn a_rough_time_is_the_latest_that_it_may_mean_and_never_to_come() {
        for minute in 0..24 * 60 {
            for quick in Quick::offered(minute) {
                let (days, at) = quick.moment(minute);
                assert!(days > 0 || at <= minute, "{quick:?} at minute {minute}");
            }
        }
        assert_eq!(Quick::ThisMorning.moment(20 * 60), (0, NOON));
        assert_eq!(Quick::ThisMorning.moment(9 * 60 + 30), (0, 9 * 60 + 30));
        assert_eq!(Quick::ThisAfternoon.moment(20 * 60), (0, EVENING));
        assert_eq!(Quick::YesterdayAfternoon.moment(1), (1, EVENING));
    }

    #[test]
    fn a_button_is_found_by_its_name() {
        for quick in Quick::ALL {
            assert_eq!(Quick::from_name(quick.name()), Some(quick));
        }
        assert_eq!(Quick::from_name("tomorrow"), None);
    }
}

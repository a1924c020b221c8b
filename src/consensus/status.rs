//! What does a tally amount to? The thresholds, and nothing else.

use serde::Serialize;

use super::tally::Tally;

/// The fewest timed answers that a tally is read from.
pub const FEWEST: u32 = 5;

/// "Mostly fine" from three quarters: the median threshold for percent
/// agreement in Delphi studies (Diamond et al. 2014).
const MOSTLY_FINE: Share = Share { part: 3, of: 4 };

/// The same in hundredths.
pub(crate) const MOST_PERCENT: u32 = (MOSTLY_FINE.part * 100 / MOSTLY_FINE.of) as u32;

/// "Mostly wait" from more than a half: where a mistake costs a patient more
/// than a day's patience, caution gets the benefit of the doubt.
const MOSTLY_WAIT: Share = Share { part: 1, of: 2 };

struct Share {
    part: u64,
    of: u64,
}

/// What a tally amounts to, from the most cautious to the least; `NotEnough`
/// stands first and is no view at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Status {
    /// Fewer than [`FEWEST`] timed answers.
    NotEnough,
    /// All say wait.
    Wait,
    /// More than half say wait.
    MostlyWait,
    /// Everything else.
    Divided,
    /// At least three quarters say fine.
    MostlyFine,
    /// All say fine.
    Fine,
}

impl Status {
    /// Every status, in the order of caution.
    pub const ALL: [Self; 6] = [
        Self::NotEnough,
        Self::Wait,
        Self::MostlyWait,
        Self::Divided,
        Self::MostlyFine,
        Self::Fine,
    ];

    /// The status of a tally: the first condition that holds.
    pub fn of(tally: Tally) -> Self {
        let timed = tally.timed();
        let (fine, wait, all) = (
            u64::from(tally.fine),
            u64::from(tally.wait),
            u64::from(timed),
        );
        if timed < FEWEST {
            Self::NotEnough
        } else if fine == all {
            Self::Fine
        } else if fine * MOSTLY_FINE.of >= all * MOSTLY_FINE.part {
            Self::MostlyFine
        } else if wait == all {
            Self::Wait
        } else if wait * MOSTLY_WAIT.of > all * MOSTLY_WAIT.part {
            Self::MostlyWait
        } else {
            Self::Divided
        }
    }

    /// The more cautious of the panels that have enough answers.
    pub fn most_cautious(panels: impl IntoIterator<Item = Self>) -> Self {
        let mut most = Self::NotEnough;
        for status in panels {
            if most == Self::NotEnough || (status != Self::NotEnough && status < most) {
                most = status;
            }
        }
        most
    }

    /// Whether at least "mostly fine".
    pub fn is_mostly_fine(self) -> bool {
        self >= Self::MostlyFine
    }

    /// The stable string, as cards have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotEnough => "not_enough",
            Self::Wait => "wait",
            Self::MostlyWait => "mostly_wait",
            Self::Divided => "divided",
            Self::MostlyFine => "mostly_fine",
            Self::Fine => "fine",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(fine: u32, wait: u32, silent: u32) -> Status {
        Status::of(Tally {
            fine,
            wait,
            silent,
            untimed: 9,
        })
    }

    #[test]
    fn each_threshold_holds_just_at_it_and_not_just_before() {
        assert_eq!(
            status(4, 0, 0),
            Status::NotEnough,
            "four timed answers are too few"
        );
        assert_eq!(status(5, 0, 0), Status::Fine);
        assert_eq!(status(6, 2, 0), Status::MostlyFine, "6 of 8 is 75 %");
        assert_eq!(status(5, 2, 0), Status::Divided, "5 of 7 is less than 75 %");
        assert_eq!(
            status(2, 3, 0),
            Status::MostlyWait,
            "3 of 5 is more than half"
        );
        assert_eq!(
            status(3, 3, 0),
            Status::Divided,
            "half is not more than half"
        );
        assert_eq!(status(0, 5, 0), Status::Wait);
        assert_eq!(
            status(0, 5, 1),
            Status::MostlyWait,
            "a silent answer keeps it from all"
        );
        assert_eq!(
            status(0, 0, 5),
            Status::Divided,
            "silence is neither fine nor wait"
        );
        assert_eq!(status(5, 0, 1), Status::MostlyFine);
    }

    #[test]
    fn the_more_cautious_panel_wins_and_too_few_does_not_vote() {
        use Status::{Divided, Fine, MostlyFine, NotEnough, Wait};
        assert_eq!(Status::most_cautious([Fine, Divided]), Divided);
        assert_eq!(Status::most_cautious([NotEnough, MostlyFine]), MostlyFine);
        assert_eq!(Status::most_cautious([Wait, NotEnough, Fine]), Wait);
        assert_eq!(Status::most_cautious([NotEnough]), NotEnough);
        assert_eq!(Status::most_cautious([]), NotEnough);
    }
}

//! What does one answer say at one moment?

use aftercare_corpus::{Position, Time};
use serde::Serialize;

use super::time::{Day, Minutes};

/// What an answer says at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Stance {
    /// It clearly says fine.
    Fine,
    /// It clearly says wait.
    Wait,
    /// It says nothing clear.
    Silent,
    /// It says avoid, with no time. It never votes.
    Untimed,
}

impl Stance {
    /// The stable string, as cards have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Wait => "wait",
            Self::Silent => "silent",
            Self::Untimed => "untimed",
        }
    }
}

/// A position with its moments in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// Up to `no_until` wait, from `yes_from` fine.
    Timed {
        /// Never later than `yes_from`.
        no_until: Minutes,
        /// From this very minute it says fine.
        yes_from: Minutes,
    },
    /// Avoid, with no time.
    Untimed,
}

/// A position in minutes, "the next day" read by `day`.
pub fn resolve(position: Position, day: Day) -> Resolved {
    let minutes = |time| match time {
        Time::Minutes(minutes) => Minutes(minutes),
        Time::DayEnd => day.end(),
        Time::DayStart => day.start(),
    };
    match position {
        Position::Untimed => Resolved::Untimed,
        Position::Timed { no_until, yes_from } => Resolved::Timed {
            no_until: minutes(no_until),
            yes_from: minutes(yes_from),
        },
    }
}

impl Resolved {
    /// What it says at a moment: at `yes_from` fine, before `no_until` wait.
    pub fn stance(self, at: Minutes) -> Stance {
        match self {
            Self::Untimed => Stance::Untimed,
            Self::Timed { yes_from, .. } if at >= yes_from => Stance::Fine,
            Self::Timed { no_until, .. } if at < no_until => Stance::Wait,
            Self::Timed { .. } => Stance::Silent,
        }
    }
}

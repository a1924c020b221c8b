//! How many answers say what?

use serde::Serialize;

use super::position::Stance;

/// Stances counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Tally {
    /// Answers that clearly say fine.
    pub fine: u32,
    /// Answers that clearly say wait.
    pub wait: u32,
    /// Answers that say nothing clear at the moment.
    pub silent: u32,
    /// Answers that say avoid, with no time; they never vote.
    pub untimed: u32,
}

impl Tally {
    pub(super) const NONE: Self = Self {
        fine: 0,
        wait: 0,
        silent: 0,
        untimed: 0,
    };

    /// The answers that vote.
    pub fn timed(self) -> u32 {
        self.fine
            .saturating_add(self.wait)
            .saturating_add(self.silent)
    }

    fn place(&mut self, stance: Stance) -> &mut u32 {
        match stance {
            Stance::Fine => &mut self.fine,
            Stance::Wait => &mut self.wait,
            Stance::Silent => &mut self.silent,
            Stance::Untimed => &mut self.untimed,
        }
    }

    /// One more answer.
    pub fn add(&mut self, stance: Stance) {
        let place = self.place(stance);
        *place = place.saturating_add(1);
    }

    /// One answer less.
    pub fn remove(&mut self, stance: Stance) {
        let place = self.place(stance);
        *place = place.saturating_sub(1);
    }

    /// Both together.
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            fine: self.fine.saturating_add(other.fine),
            wait: self.wait.saturating_add(other.wait),
            silent: self.silent.saturating_add(other.silent),
            untimed: self.untimed.saturating_add(other.untimed),
        }
    }
}

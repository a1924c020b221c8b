//! What went wrong with a question, in a sentence?

use std::fmt;

use serde::Serialize;

/// Why a question has no card. The strings are stable.
///
/// - `unknown_treatment`: No product of the data has this name. Remedy: one of the
///   names that the message lists.
/// - `unknown_activity`: No activity of the data has this id, in `activity` or in
///   `protocol`. Remedy: one of the ids that the message lists.
/// - `unknown_panel`: No panel of the data has this id. Remedy: one of the ids that
///   the message lists.
/// - `unknown_language`: There are no words in the language that was asked for, or
///   its script is not loaded. Remedy: one of the languages that the message lists,
///   with its script, or none, which takes the page's.
/// - `invalid_hours`: The hours are not a finite number from 0 up. Remedy: a number
///   such as 14 or 4.5, with a point.
/// - `invalid_time`: It is not a clock time (`treatedAt`), not a date and a time
///   (`treated-at`), or it lies in the future. Remedy: `17:00`, or
///   `2026-11-21T17:00`.
/// - `invalid_option`: An option does not exist, or a value has the wrong form.
///   Remedy: what the message names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum ErrorCode {
    /// `unknown_treatment`
    UnknownTreatment,
    /// `unknown_activity`
    UnknownActivity,
    /// `unknown_panel`
    UnknownPanel,
    /// `unknown_language`
    UnknownLanguage,
    /// `invalid_hours`
    InvalidHours,
    /// `invalid_time`
    InvalidTime,
    /// `invalid_option`
    InvalidOption,
}

impl ErrorCode {
    /// Every code.
    pub const ALL: [Self; 7] = [
        Self::UnknownTreatment,
        Self::UnknownActivity,
        Self::UnknownPanel,
        Self::UnknownLanguage,
        Self::InvalidHours,
        Self::InvalidTime,
        Self::InvalidOption,
    ];

    /// The stable string.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownTreatment => "unknown_treatment",
            Self::UnknownActivity => "unknown_activity",
            Self::UnknownPanel => "unknown_panel",
            Self::UnknownLanguage => "unknown_language",
            Self::InvalidHours => "invalid_hours",
            Self::InvalidTime => "invalid_time",
            Self::InvalidOption => "invalid_option",
        }
    }
}

/// A question that cannot be answered. The message names the value, what is
/// accepted and, by that, what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuidanceError {
    code: ErrorCode,
    message: String,
}

/// Longer values are cut in messages: they are a mistake, or an attack.
const LONGEST_SHOWN: usize = 60;

impl GuidanceError {
    /// An error on one value: `option` is the argument's name, `value` is as
    /// it was given, `accepted` ends the sentence.
    pub(crate) fn unaccepted(code: ErrorCode, option: &str, value: &str, accepted: &str) -> Self {
        let mut shown = String::new();
        for (place, letter) in value.chars().enumerate() {
            if place == LONGEST_SHOWN {
                shown.push('…');
                break;
            }
            shown.push(letter);
        }
        let message = format!("{option} is \"{shown}\"; accepted: {accepted}.");
        Self { code, message }
    }

    /// Hours that are not a time since the treatment, as the caller would print them.
    ///
    /// ```
    /// use aftercare_consensus::{Elapsed, GuidanceError};
    ///
    /// let hours = -3.0;
    /// let elapsed = Elapsed::from_hours(hours)
    ///     .ok_or_else(|| GuidanceError::invalid_hours(&hours.to_string()));
    /// assert_eq!(
    ///     elapsed.unwrap_err().message(),
    ///     "hoursElapsed is \"-3\"; accepted: a finite number from 0 up, in hours, such as 14 or 4.5."
    /// );
    /// ```
    pub fn invalid_hours(value: &str) -> Self {
        Self::unaccepted(
            ErrorCode::InvalidHours,
            "hoursElapsed",
            value,
            "a finite number from 0 up, in hours, such as 14 or 4.5",
        )
    }

    /// The stable code.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// The sentence.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for GuidanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for GuidanceError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_shown_as_its_sentence() {
        let error = GuidanceError::invalid_hours("-1");
        assert!(error.message().contains("-1"));
        assert_eq!(error.to_string(), error.message());
    }
}

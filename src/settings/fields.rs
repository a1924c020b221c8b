//! Which questions has the page's owner left open?

use super::attributes::{Settings, When};
use crate::guidance::Names;

/// The fields of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Fields {
    /// Whether the reader chooses the treatment.
    pub treatment: bool,
    /// Whether the reader chooses the activity.
    pub activity: bool,
    /// Whether the reader says when the treatment was.
    pub when: bool,
}

impl Fields {
    /// The open questions. Whoever has set treatment and time wants a card and
    /// no form, if they do not ask for both.
    pub fn of(settings: &Settings<'_>) -> Self {
        // Nobody can choose one of several that are all called the same.
        let choose = settings.ask && settings.names != Names::Class;
        let treatment = settings.treatment.is_none() || choose;
        let when = settings.when == When::Asked || settings.ask;
        Self {
            treatment,
            activity: (settings.activity.is_none() || settings.ask) && (treatment || when),
            when,
        }
    }
}

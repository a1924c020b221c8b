//! What does the page show for a question?
//!
//! In: the settings, a question and the time now, and what the reader has opened, chosen
//! or pointed at. Out: the texts and numbers of each part of the view, so that the page
//! only renders them.

mod activities;
mod answer_text;
mod answers;
mod axis;
mod card_display;
mod chart;
mod chart_table;
mod clinic;
mod filter;
mod head;
mod panels;
mod reminder;
mod sections;
mod settings_view;
mod view;
mod wording;

pub use activities::Activity;
pub use answer_text::{AnswerSource, AnswerText};
pub use answers::AnswerList;
pub use card_display::Display;
pub use chart::{
    Area, Band, Chart, ChartMarker, ChartReading, ChartRow, ChartTick, NowLabel, STEP,
};
pub use chart_table::{ChartTable, ChartTablePanel, ChartTableRow};
pub use clinic::ClinicHead;
pub use filter::{Choice, ChoiceGroup, Count, Filter};
pub use head::{Answer, Conditions, Head, Next};
pub use panels::{LegendEntry, Mark, PanelDisplay, PanelTime, Panels, TimeId};
pub use reminder::Reminder;
pub use sections::{Done, KindOfActivity, Outcome, Reasons, Sections, Statement};
pub use settings_view::{
    Alarm, ClinicView, ClinicWaitText, Help, Link, SettingsView, StanceNames, settings_view,
};
pub use view::{FieldErrors, Problem, View, view};

#[cfg(test)]
mod tests;

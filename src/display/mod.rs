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
mod clinic;
mod filter;
mod flags;
mod head;
mod help;
mod month;
mod panels;
mod plan;
mod print;
mod reminder;
mod sections;
mod settings_view;
mod times;
mod view;
mod wording;

pub use activities::Activity;
pub use answer_text::{AnswerSource, AnswerText};
pub use answers::AnswerList;
pub use card_display::Display;
pub use chart::{Area, Band, Chart, ChartMarker, ChartReading, ChartTick, STEP};
pub use clinic::ClinicHead;
pub use filter::{Choice, ChoiceGroup, Count, Filter};
pub use flags::Flag;
pub use head::{Answer, Conditions, Head, Next};
pub use help::{Help, Link, help};
pub use panels::{BarShare, PanelDisplay, Panels, StanceCount};
pub use plan::{BetterMoment, Plan, PlanDay, PlanForm, PlanMoment, PlanResult};
pub use print::Sheet;
pub use reminder::Reminder;
pub use sections::{Done, Outcome, Reasons, Sections};
pub use settings_view::{Alarm, ClinicView, SettingsView, settings_view};
pub use times::{TimeCell, TimeId, TimesRow};
pub use view::{FieldErrors, Problem, View, view};

#[cfg(test)]
mod tests;

//! What do attributes, links and the form ask for?
//!
//! In: the element's attributes, what stands behind a link's `#`, the form's values and
//! the time now. Out: [`Settings`], and a [`Question`] or the reason why there is none.

mod attributes;
mod calendar;
mod decimal;
mod environment;
mod fields;
mod form;
mod language;
mod link;
mod local_time;
mod prefill;
mod protocol;
mod question;
mod remembered;
mod rough_time;
mod telephone;
mod utc;

pub use attributes::{Settings, SourcesAt, When, attribute_value};
pub(crate) use calendar::minutes;
pub use calendar::{CalendarDay, day};
pub(crate) use decimal::hours as hours_text;
pub use environment::{DateFormat, Environment};
pub use fields::Fields;
pub(crate) use form::typed_minutes;
pub use form::{Asked, Form, Mode, NoTime, typed_instant};
pub use language::{Language, page_language};
pub use link::{LINK_SETTINGS, link_settings, question_link};
pub use local_time::LocalTime;
pub use prefill::{Prefill, prefill};
pub use protocol::{ClinicWait, Protocol, Wait};
pub use question::{Moment, Question};
pub use remembered::remembered_settings;
pub use rough_time::{InputValues, PartOfDay, TreatmentDay, input_values};
pub use telephone::Telephone;
pub(crate) use utc::utc;

#[cfg(test)]
pub(crate) mod test_environment;

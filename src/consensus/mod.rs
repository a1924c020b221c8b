//! What do the answers of one panel amount to at a moment?
//!
//! In: the answers of a panel, a treatment, an activity and how "the next day" is
//! read. Out: which answers count, their tally at a moment, its status, and how they
//! change with the hours.

#[cfg(test)]
pub(crate) mod comparisons;
mod position;
mod selection;
mod status;
mod tally;
mod time;
mod timeline;
#[cfg(test)]
mod timeline_tests;

pub use position::{Resolved, Stance, resolve};
pub use selection::{AnswerPosition, Basis, Relation, Selection};
pub(crate) use status::MOST_PERCENT;
pub use status::{FEWEST, Status};
pub use tally::Tally;
pub use time::{ClockTime, Day, Elapsed, Hours, Minutes};
pub(crate) use time::{clock_text, serialize_number};
pub use timeline::{Step, Timeline};

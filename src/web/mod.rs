//! The one place that knows JavaScript: the exports and the view.
//!
//! Nothing is decided here. What a caller gives is made plain text and numbers
//! by `www/boundary.js` before it comes here, and what the core returns goes
//! back as plain objects.

mod card;
mod clinic;
mod draw;
mod exports;
mod form;
mod help;
mod host;
mod moment;
mod ticker;
mod view;
mod voices;

//! The one place that knows JavaScript: the exports and the element's view.
//!
//! Nothing is decided here. What a caller gives is made plain text and numbers
//! by `www/boundary.js` before it comes here, and what the core returns goes
//! back as plain objects.

mod act;
mod corpus;
mod deeper;
mod details;
mod exports;
mod host;
mod hover;
mod link;
mod moment;
mod paint;
mod prefill;
mod rest;
mod ticker;
mod view;

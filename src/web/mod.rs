//! The one place that knows JavaScript: the exports and the element's view.
//!
//! Nothing is decided here. What a caller gives is made plain text and numbers
//! by `www/boundary.js` before it comes here, and what the core returns goes
//! back as plain objects. A view reads the form as one text and gives the card as
//! one; `www/view.js` has the page's side of it.

#[cfg(feature = "glance")]
mod glance;
#[cfg(not(feature = "glance"))]
mod whole;

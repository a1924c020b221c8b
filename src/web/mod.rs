//! What crosses the boundary to JavaScript?
//!
//! In: plain values by serde-wasm-bindgen. Out: results as plain objects, and errors thrown
//! as `{ code, message }`. The one place that knows a browser.

mod browser;
mod convert;
mod exports;
mod languages;
mod memory;
mod options;
mod request;

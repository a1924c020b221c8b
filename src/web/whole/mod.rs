//! Everything: the exports for programs, and the element's view.

mod corpus;
mod details;
mod exports;
mod given;
mod host;
mod link;
mod moment;
mod prefill;
mod quick;
mod view;
mod wire;

//! Everything: the exports for programs, and the element's view.

mod act;
mod corpus;
mod details;
mod exports;
mod given;
mod host;
mod link;
mod moment;
mod prefill;
mod quick;
mod read;
mod view;
mod wire;

//! What several test files use: the frozen corpus, the golden cases and their JSON.

#![allow(dead_code, reason = "each test file uses its own part of it")]

pub(crate) mod cases;
pub(crate) mod frozen;
pub(crate) mod json;

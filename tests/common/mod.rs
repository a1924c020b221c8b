//! What several test files use: the frozen corpus and the golden cases.

#![allow(dead_code, reason = "each test file uses its own part of it")]

pub(crate) mod cases;
pub(crate) mod frozen;

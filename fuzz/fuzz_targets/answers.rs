//! Fuzzes `properties/src/answers.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aftercare_fuzz_properties::answers(bytes));

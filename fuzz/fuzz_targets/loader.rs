//! Fuzzes `trials/src/loader.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aftercare_trials::loader(bytes));

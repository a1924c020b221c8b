//! Fuzzes `trials/src/pack.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aftercare_trials::pack(bytes));

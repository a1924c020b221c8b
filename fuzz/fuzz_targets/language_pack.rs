//! Fuzzes `properties/src/language_pack.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aftercare_fuzz_properties::language_pack(bytes));

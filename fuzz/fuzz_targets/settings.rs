//! Looks for an input that breaks what `playbook_fuzz::settings` promises.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| playbook_fuzz::settings(data));

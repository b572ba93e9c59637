//! Looks for an input that breaks what `playbook_fuzz::search` promises.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| playbook_fuzz::search(data));

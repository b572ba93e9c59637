//! Looks for an input that breaks what `playbook_fuzz::manifest` promises.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| playbook_fuzz::manifest(data));

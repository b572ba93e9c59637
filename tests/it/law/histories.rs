//! Random histories of edits against clean builds.

use std::collections::BTreeMap;
use std::sync::Mutex;

use playbook::engine::Engine;
use proptest::prelude::*;
use proptest::test_runner::{Config, FailurePersistence, FileFailurePersistence, TestRunner};

use super::edits::{EditKind, apply, edit, start};
use super::{difference, outcome};

/// How many are tried: more with `PLAYBOOK_FULL=1`.
fn cases() -> u32 {
    if std::env::var_os("PLAYBOOK_FULL").is_some() { 2_000 } else { 500 }
}

#[test]
fn an_engine_with_any_history_builds_what_a_fresh_one_builds() {
    let counts: Mutex<BTreeMap<EditKind, u32>> = Mutex::default();
    // What once failed is tried again before all others, on every machine.
    let kept = FileFailurePersistence::Direct("tests/proptest-regressions/histories.txt");
    let failure_persistence: Option<Box<dyn FailurePersistence>> = Some(Box::new(kept));
    let config = Config { cases: cases(), failure_persistence, ..Config::default() };
    let histories = prop::collection::vec(edit(), 8..12);
    let result = TestRunner::new(config).run(&histories, |history| {
        let mut files = start();
        let mut lived = Engine::new();
        lived.build(&crate::fixture::sources(&files));
        for edit in &history {
            apply(*edit, &mut files);
            *counts.lock().unwrap().entry(edit.kind).or_default() += 1;
            lived.build(&crate::fixture::sources(&files));
        }
        let lived = outcome(&mut lived, &files);
        let fresh = outcome(&mut Engine::new(), &files);
        match difference(&lived, &fresh) {
            None => Ok(()),
            Some(difference) => Err(TestCaseError::fail(difference)),
        }
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let counts = counts.lock().unwrap();
    for kind in EditKind::ALL {
        let count = counts.get(&kind).copied().unwrap_or_default();
        assert!(count >= 100, "{kind:?} was tried only {count} times");
    }
}

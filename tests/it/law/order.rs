//! Threads and the order of files change nothing.

use playbook::engine::Engine;
use playbook::source::Sources;

use super::edits::start;
use super::outcome;
use crate::fixture;

#[test]
fn one_thread_builds_what_many_build() {
    let files = start();
    let with_threads = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| outcome(&mut Engine::new(), &files))
    };
    assert!(with_threads(1) == with_threads(4));
}

#[test]
fn the_order_in_which_files_are_found_changes_nothing() {
    let files = start();
    let in_order = Engine::new().build(&fixture::sources(&files));
    let mut shuffled: Vec<_> = files.into_iter().collect();
    for seed in 1..6_usize {
        let len = shuffled.len();
        (0..len).for_each(|at| shuffled.swap(at, (at * 7 + seed * 13) % len));
        let sources = Sources::in_memory(shuffled.clone()).unwrap();
        let build = Engine::new().build(&sources);
        assert!(fixture::bytes(&build) == fixture::bytes(&in_order));
        assert_eq!(build.diagnostics(), in_order.diagnostics());
    }
}

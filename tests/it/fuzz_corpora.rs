//! What a fuzzer found worth keeping, and every input that once broke a promise,
//! as plain tests: without a fuzzer, in seconds. `fuzz/README.md` says how they
//! come about.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../fuzz/src/lib.rs"]
mod fuzz;

/// Hands every kept input of a target to it.
fn replay(target: &str, holds: fn(&[u8])) {
    let inputs = inputs("corpus", target);
    assert!(!inputs.is_empty(), "fuzz/corpus/{target} has no inputs");
    for path in inputs.into_iter().chain(self::inputs("regressions", target)) {
        let _named = Named(&path);
        holds(&fs::read(&path).unwrap());
    }
}

fn inputs(folder: &str, target: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("fuzz").join(folder).join(target);
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Says which input it was, when a promise is broken.
struct Named<'a>(&'a Path);

impl Drop for Named<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("with {}", self.0.display());
        }
    }
}

macro_rules! targets {
    ($($name:ident: $test:ident,)*) => {
        $(#[test]
        fn $test() {
            replay(stringify!($name), fuzz::$name);
        })*

        #[test]
        fn every_target_is_replayed() {
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            let files = fs::read_dir(root.join("fuzz/fuzz_targets")).unwrap();
            let names = files.map(|file| file.unwrap().path().file_stem().unwrap().to_owned());
            let mut names: Vec<_> = names.collect();
            names.sort();
            let mut replayed = vec![$(stringify!($name)),*];
            replayed.sort_unstable();
            assert_eq!(names, replayed);
        }
    };
}

targets! {
    blocks: no_word_of_a_block_is_lost,
    front_matter: any_front_matter_is_read,
    http: any_request_is_answered_or_refused,
    manifest: a_damaged_manifest_costs_nobody_a_file,
    markdown: only_what_is_allowed_is_markup,
    names: every_name_has_a_place_of_its_own_or_a_message,
    search: any_query_is_answered,
    settings: any_settings_are_read,
}

//! Sixty inputs and faults that a generator of sites has to survive, each with
//! the tests that hold it. A name that no test has, or a test that is left out of
//! the runs, fails.

mod table;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use table::CASES;

#[test]
fn every_case_is_held_by_tests_that_are_run() {
    let tests: BTreeSet<String> = rust_tests("tests/it").chain(rust_tests("src")).collect();
    let mut missing: Vec<&str> = Vec::new();
    for (place, (number, case, held_by)) in CASES.iter().enumerate() {
        assert_eq!(place + 1, usize::from(*number));
        assert!(!held_by.is_empty(), "{number}: nobody holds {case}");
        let is_there = |test: &&str| match test.split_once(".test.mjs: ") {
            Some((file, title)) => has_browser_test(file, title),
            None => tests.contains(*test),
        };
        missing.extend(held_by.iter().filter(|test| !is_there(test)));
    }
    assert_eq!(missing, [""; 0], "no test has this name");
}

/// The tests below a folder that are run, each by its file and its name.
fn rust_tests(folder: &str) -> impl Iterator<Item = String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = walkdir::WalkDir::new(&folder).into_iter().map(|it| it.unwrap().into_path());
    let files = files.filter(|path| path.extension().is_some_and(|it| it == "rs"));
    let files: Vec<PathBuf> = files.collect();
    files.into_iter().flat_map(move |path| {
        let module = path.strip_prefix(&folder).unwrap().with_extension("");
        let module = module.to_str().unwrap().trim_end_matches("/mod").replace('/', "::");
        tests_in(&fs::read_to_string(path).unwrap(), &module)
    })
}

fn tests_in(text: &str, module: &str) -> Vec<String> {
    let after_attribute = text.split("#[test]\n").skip(1);
    let named = after_attribute.filter_map(|rest| {
        let (attributes, rest) = rest.split_once("fn ")?;
        let is_run = !attributes.contains("#[ignore");
        let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
        is_run.then(|| format!("{module}::{name}"))
    });
    named.collect()
}

/// Whether a file has a test, or a group of tests, with this title.
fn has_browser_test(file: &str, title: &str) -> bool {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let text = fs::read_to_string(folder.join(format!("{file}.test.mjs"))).unwrap_or_default();
    ["test", "describe"].iter().any(|call| text.contains(&format!("{call}(\"{title}\", ")))
}

#[test]
fn a_name_that_no_test_has_is_noticed() {
    let text = "#[test]\nfn one() {}\n#[test]\n#[ignore = \"slow\"]\nfn two() {}\nfn three() {}\n";
    assert_eq!(tests_in(text, "room"), ["room::one"]);
    assert!(!has_browser_test("hostile", "is inert on the moon"));
}

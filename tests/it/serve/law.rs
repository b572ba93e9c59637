//! What is served equals a clean build, after any edits and while they happen.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::browser::Served;
use super::{Folder, clean, eventually};
use crate::fixture::Files;
use crate::law::edits::{apply, edit, start};

fn histories() -> usize {
    if std::env::var_os("PLAYBOOK_FULL").is_some() { 50 } else { 4 }
}

/// Makes the folder hold exactly these files.
fn write(folder: &Folder, before: &Files, after: &Files) {
    for path in before.keys().filter(|path| !after.contains_key(*path)) {
        std::fs::remove_file(folder.path(path)).unwrap();
    }
    for (path, bytes) in after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)) {
        folder.write(path, bytes);
    }
}

#[test]
fn what_is_served_after_random_edits_equals_a_clean_build() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..histories() {
        let mut files = start();
        let folder = Folder::new(&files);
        let served = Served::new(&folder);
        for _ in 0..6 {
            let before = files.clone();
            apply(edit().new_tree(&mut runner).unwrap().current(), &mut files);
            write(&folder, &before, &files);
        }
        // Whatever the edits broke is mended: then nothing of it may be left.
        write(&folder, &files, &start());
        let expected = clean(folder.root());
        let is_served = |route: &String| {
            let answer = served.get(&format!("/{route}"));
            answer.status == 200 && answer.built() == expected[route]
        };
        eventually(|| expected.keys().find(|route| !is_served(route)).cloned(), Option::is_none);
    }
}

/// Two pages that show one number: in every state they show the same.
#[test]
fn all_pages_of_one_state_agree() {
    let files = start();
    let folder = Folder::new(&files);
    let served = Arc::new(Served::new(&folder));
    let page = "content/guides/may-i-paste.md";
    let title = |number: usize| format!("---\ntitle: Number {number}.\nnav: true\norder: 1\n---\n");
    let ended = Arc::<AtomicBool>::default();
    let (asking, over) = (Arc::clone(&served), Arc::clone(&ended));
    let hammer = std::thread::spawn(move || {
        let mut seen = std::collections::BTreeMap::<u64, std::collections::BTreeSet<String>>::new();
        while !over.load(Ordering::Relaxed) {
            for route in ["/index.html", "/guides/may-i-paste.html", "/roles/sales.html"] {
                let answer = asking.get(route);
                assert_eq!(answer.status, 200, "{route}");
                let text = answer.text();
                let number =
                    text.split_once("Number ").and_then(|(_, rest)| rest.split('.').next());
                let number = number.unwrap_or("none").to_owned();
                seen.entry(answer.generation()).or_default().insert(number);
            }
        }
        seen
    });
    for number in 0..30 {
        folder.replace(page, &title(number));
        std::thread::sleep(std::time::Duration::from_millis(30));
    }
    eventually(|| served.get("/").text(), |text| text.contains("Number 29."));
    ended.store(true, Ordering::Relaxed);
    let seen = hammer.join().unwrap();
    assert!(seen.len() > 5, "{seen:?}");
    for (generation, numbers) in seen {
        assert_eq!(numbers.len(), 1, "build {generation}: {numbers:?}");
    }
}

//! Hints that are lost, late, too many or wrong cost time and never truth.

use std::time::Duration;

use playbook::serve::Hint;

use super::Folder;
use super::live::Live;
use crate::fixture;

const PAGE: &str = "content/workflows/sales/base-fluency.md";

fn saved(folder: &Folder, number: usize) {
    let text = folder.read(PAGE);
    folder.replace(PAGE, &format!("{text}\nSentence {number}.\n"));
}

#[test]
fn a_hint_without_a_change_builds_nothing() {
    let folder = Folder::new(&fixture::base());
    let live = Live::injected(&folder, false);
    std::thread::sleep(Duration::from_millis(100));
    (0..50).for_each(|_| live.hint(Hint::Changed));
    assert_eq!(live.count_at_rest(), 1);
}

#[test]
fn a_file_that_is_written_without_a_difference_builds_nothing() {
    let folder = Folder::new(&fixture::base());
    let live = Live::injected(&folder, false);
    folder.replace(PAGE, &folder.read(PAGE));
    live.hint(Hint::Changed);
    assert_eq!(live.count_at_rest(), 1);
}

#[test]
fn a_change_without_a_hint_is_found_and_from_then_on_looked_for() {
    let folder = Folder::new(&fixture::base());
    let live = Live::injected(&folder, false);
    std::thread::sleep(Duration::from_millis(700));
    for number in 0..3 {
        saved(&folder, number);
        live.is_clean(&folder);
    }
    let notices = live.notices.lock().unwrap().clone();
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert!(notices[0].contains("looking at the files"), "{notices:?}");
}

#[test]
fn an_exhausted_limit_is_told_once_and_polling_takes_over() {
    let folder = Folder::new(&fixture::base());
    let live = Live::injected(&folder, false);
    for _ in 0..3 {
        live.hint(Hint::WatchFailed("the limit of watched folders is used up".to_owned()));
    }
    for number in 0..3 {
        saved(&folder, number);
        live.is_clean(&folder);
    }
    let notices = live.notices.lock().unwrap().clone();
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert!(notices[0].starts_with("the limit of watched folders is used up"), "{notices:?}");
}

#[test]
fn polling_that_was_asked_for_says_nothing() {
    let folder = Folder::new(&fixture::base());
    let live = Live::injected(&folder, true);
    for number in 0..3 {
        saved(&folder, number);
        live.is_clean(&folder);
    }
    assert!(live.notices.lock().unwrap().is_empty());
}

#[test]
fn hints_in_plenty_are_one() {
    let folder = Folder::new(&fixture::base());
    let live = Live::injected(&folder, false);
    saved(&folder, 1);
    (0..10_000).for_each(|_| live.hint(Hint::Changed));
    live.is_clean(&folder);
    assert_eq!(live.count_at_rest(), 2);
}

//! A checkout: thousands of files change at once, and more events are lost than
//! come. `PLAYBOOK_FULL=1` takes 10,000 files, twenty times.

use std::time::{Duration, Instant};

use playbook::serve::Hint;

use super::Folder;
use super::live::Live;
use crate::fixture;

fn page(number: usize, branch: usize) -> String {
    format!(
        "---\ntitle: Page {number} of branch {branch}\nsummary: One of many.\nroles: [sales]\n\
         layer: fluency\n---\n\n## When to use it\n\nOn day {number}.\n"
    )
}

fn path(number: usize) -> String {
    format!("content/workflows/area-{}/page-{number}.md", number % 10)
}

/// Half of the files change, a quarter goes, a quarter comes.
fn check_out(folder: &Folder, files: usize, branch: usize) {
    for number in 0..files {
        match (number + branch) % 4 {
            0 => {
                let _ = std::fs::remove_file(folder.path(&path(number)));
            }
            1 => folder.write(&path(number + files), page(number, branch)),
            _ => folder.write(&path(number), page(number, branch)),
        }
    }
}

fn size() -> (usize, usize) {
    if std::env::var_os("PLAYBOOK_FULL").is_some() { (10_000, 20) } else { (400, 3) }
}

#[test]
fn a_checkout_with_lost_events_is_at_most_two_builds_after_its_end() {
    let (files, runs) = size();
    let mut playbook = fixture::base();
    for number in 0..files {
        playbook.insert(path(number), page(number, 0).into_bytes());
    }
    let folder = Folder::new(&playbook);
    let live = Live::injected(&folder, false);
    for branch in 1..=runs {
        // What a queue that overflows leaves: one hint at the start, one, without
        // a path, for all that was lost.
        live.hint(Hint::Changed);
        check_out(&folder, files, branch);
        live.hint(Hint::Changed);
        let ended = Instant::now();
        live.is_clean(&folder);
        std::thread::sleep(Duration::from_millis(600));
        let log = live.log.0.lock().unwrap();
        let after = log.iter().filter(|state| state.at > ended).count();
        assert!(after <= 2, "{after} builds after checkout {branch}");
    }
}

#[test]
fn a_checkout_with_real_events_ends_clean() {
    let (files, _) = size();
    let folder = Folder::new(&fixture::base());
    let live = Live::on_disk(&folder);
    for branch in 1..=2 {
        check_out(&folder, files, branch);
        live.is_clean(&folder);
    }
    assert!(live.notices.lock().unwrap().is_empty());
}

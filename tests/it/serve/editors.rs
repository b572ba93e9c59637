//! How seven editors save, step by step: one build for each save, and never a
//! moment without the page. The steps of vim 9.0, Emacs 28.2, nano 7.2 and sed 4.9
//! were recorded from their system calls, those of Helix and VS Code are from their
//! sources, those of JetBrains from what its watchers report.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use super::Folder;
use super::live::Live;
use crate::fixture;

const PAGE: &str = "content/workflows/sales/base-fluency.md";

/// Saves a text to a path.
type Save = fn(&Path, &str);

fn beside(path: &Path, name: &str) -> std::path::PathBuf {
    path.with_file_name(name)
}

fn in_place(path: &Path, text: &str) {
    let mut file = OpenOptions::new().write(true).truncate(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.sync_all().unwrap();
}

/// Tries the folder with a file `4913`, moves the old file aside, writes a new
/// one, drops the old.
fn vim(path: &Path, text: &str) {
    let trial = beside(path, "4913");
    fs::write(&trial, "").unwrap();
    fs::remove_file(&trial).unwrap();
    let backup = beside(path, "base-fluency.md~");
    fs::rename(path, &backup).unwrap();
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.sync_all().unwrap();
    fs::set_permissions(path, fs::metadata(&backup).unwrap().permissions()).unwrap();
    fs::remove_file(backup).unwrap();
}

fn vs_code(path: &Path, text: &str) {
    in_place(path, text);
}

/// "Safe write": a copy, then two renames.
fn jetbrains(path: &Path, text: &str) {
    let (new, old) =
        (beside(path, "base-fluency.md___jb_tmp___"), beside(path, "base-fluency.md___jb_old___"));
    fs::write(&new, text).unwrap();
    fs::rename(path, &old).unwrap();
    fs::rename(&new, path).unwrap();
    fs::remove_file(old).unwrap();
}

/// A lock that is a link, an automatic save, then the file in place.
fn emacs(path: &Path, text: &str) {
    let (lock, auto) = (beside(path, ".#base-fluency.md"), beside(path, "#base-fluency.md#"));
    let _ = std::os::unix::fs::symlink("me@here.1", &lock);
    fs::write(&auto, text).unwrap();
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(path).unwrap();
    let (first, rest) = text.split_at(1);
    file.write_all(first.as_bytes()).unwrap();
    file.write_all(rest.as_bytes()).unwrap();
    file.sync_all().unwrap();
    drop(file);
    drop(OpenOptions::new().write(true).open(path).unwrap());
    fs::remove_file(auto).unwrap();
    fs::remove_file(lock).unwrap();
}

/// The first save of a file moves the old one aside for good.
fn emacs_first(path: &Path, text: &str) {
    fs::rename(path, beside(path, "base-fluency.md~")).unwrap();
    emacs(path, text);
    fs::set_permissions(path, fs::metadata(path).unwrap().permissions()).unwrap();
}

/// Moves the old file to a backup, writes a new one, drops the backup.
fn helix(path: &Path, text: &str) {
    let backup = beside(path, "base-fluency.md.Xq3v.bck");
    fs::rename(path, &backup).unwrap();
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.sync_all().unwrap();
    drop(file);
    fs::remove_file(backup).unwrap();
}

fn nano(path: &Path, text: &str) {
    in_place(path, text);
}

/// A file of another name in the same folder takes its place.
fn sed(path: &Path, text: &str) {
    let new = beside(path, "sedTu3Qxz");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
}

const EDITORS: [(&str, Save); 8] = [
    ("vim", vim),
    ("VS Code", vs_code),
    ("JetBrains", jetbrains),
    ("Emacs, first", emacs_first),
    ("Emacs", emacs),
    ("Helix", helix),
    ("nano", nano),
    ("sed -i", sed),
];

fn saves() -> usize {
    if std::env::var_os("PLAYBOOK_FULL").is_some() { 100 } else { 5 }
}

#[test]
fn every_editors_save_is_one_build_and_never_a_missing_page() {
    let folder = Folder::new(&fixture::base());
    let path = folder.path(PAGE);
    let text = folder.read(PAGE);
    let live = Live::on_disk(&folder);
    // Builds that may have seen half a save.
    let mut midway = std::collections::BTreeSet::new();
    for (editor, save) in EDITORS {
        for number in 0..saves() {
            let before = live.log.count();
            let start = Instant::now();
            save(&path, &format!("{text}\nSaved by {editor}, {number}.\n"));
            // A machine that is busy with other tests can stop a save midway.
            let was_held_up = start.elapsed() > Duration::from_millis(8);
            live.is_clean(&folder);
            std::thread::sleep(Duration::from_millis(150));
            let builds = live.log.count() - before;
            assert!(builds == 1 || was_held_up, "{builds} builds: {editor}, save {number}");
            if was_held_up {
                midway.extend(before..before + builds);
            }
        }
    }
    assert!(midway.len() < live.log.count());
    for (number, state) in live.log.0.lock().unwrap().iter().enumerate() {
        let site = state.site.as_ref().unwrap();
        let is_there = site.contains_key("workflows/base-fluency.html");
        assert!(is_there || midway.contains(&number), "build {number}");
        assert!(state.changes.iter().all(|path| path == PAGE), "{:?}", state.changes);
    }
    assert!(live.notices.lock().unwrap().is_empty());
}

/// A slow disk or a busy editor: the file is away or empty for a while.
#[test]
fn a_save_that_takes_its_time_is_one_build() {
    let folder = Folder::new(&fixture::base());
    let (path, text) = (folder.path(PAGE), folder.read(PAGE));
    let live = Live::on_disk(&folder);
    let aside = folder.path("content/workflows/sales/base-fluency.md~");
    fs::rename(&path, &aside).unwrap();
    std::thread::sleep(Duration::from_millis(25));
    fs::write(&path, "").unwrap();
    std::thread::sleep(Duration::from_millis(25));
    fs::write(&path, format!("{text}\nLate.\n")).unwrap();
    live.is_clean(&folder);
    assert_eq!(live.count_at_rest(), 2);
}

//! Reading a playbook again: only what was written since is read, and the
//! result is what a first reading gives.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::time::Duration;

use playbook::memo::Hashed;
use playbook::source::{self, LoadError, Reader, Sources};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::{OnDisk, PAGE, SETTINGS};
use crate::law::edits::{apply, edit, start};

const A: &str = "content/workflows/a.md";
const B: &str = "content/workflows/b.md";

fn two_pages() -> (OnDisk, Reader) {
    let disk = OnDisk::new(&[(A, PAGE), (B, PAGE), ("static/notes.txt", "notes")]);
    let reader = Reader::new(disk.root()).unwrap();
    (disk, reader)
}

/// Long enough that a stamp cannot miss the next write.
fn let_the_clock_tick() {
    std::thread::sleep(Duration::from_millis(60));
}

fn is_same_memory(a: &Sources, b: &Sources, path: &str) -> bool {
    Arc::ptr_eq(Hashed::arc(&a.documents[path]), Hashed::arc(&b.documents[path]))
}

#[track_caller]
fn assert_as_if_first(again: &Sources, disk: &OnDisk) {
    assert_eq!(again.digest(), disk.load().digest());
}

#[test]
fn only_what_was_written_is_read_again() {
    let (disk, mut reader) = two_pages();
    let_the_clock_tick();
    let first = reader.load().unwrap();
    assert!(!reader.is_unsure());
    disk.write(A, "---\ntitle: Another title\n---\n");
    assert_eq!(reader.scan().changes_since(reader.seen()).len(), 1);
    let again = reader.load().unwrap();
    assert!(is_same_memory(&first, &again, B));
    assert!(!is_same_memory(&first, &again, A));
    assert_as_if_first(&again, &disk);
}

#[test]
fn a_second_write_in_the_same_tick_is_not_missed() {
    let (disk, mut reader) = two_pages();
    for round in 0..200 {
        disk.write(A, format!("---\ntitle: {round:04} one\n---\n"));
        reader.load().unwrap();
        disk.write(A, format!("---\ntitle: {round:04} two\n---\n"));
        let noticed = reader.is_unsure() || !reader.scan().changes_since(reader.seen()).is_empty();
        assert!(noticed, "round {round}");
        assert_as_if_first(&reader.load().unwrap(), &disk);
    }
}

#[test]
fn changes_are_told_by_path_and_whether_somebody_may_be_saving() {
    let (disk, mut reader) = two_pages();
    reader.load().unwrap();
    fs::remove_file(disk.root().join(A)).unwrap();
    disk.write(B, "");
    disk.write("content/workflows/c.md", PAGE);
    disk.write("playbook.toml", format!("{SETTINGS}noindex = false\n"));
    let changes = reader.scan().changes_since(reader.seen());
    let told: Vec<_> =
        changes.iter().map(|it| (it.path.as_str(), it.is_empty_or_missing)).collect();
    let expected =
        [("playbook.toml", false), (A, true), (B, true), ("content/workflows/c.md", false)];
    assert_eq!(told, expected);
    assert_as_if_first(&reader.load().unwrap(), &disk);
    assert_eq!(reader.scan().changes_since(reader.seen()), []);
}

#[test]
fn what_looking_alone_cannot_tell_does_not_matter() {
    let (disk, mut reader) = two_pages();
    let before = reader.load().unwrap();
    let_the_clock_tick();
    // Written without a difference: looked at again, and found equal.
    disk.write(A, PAGE);
    let changes = reader.scan().changes_since(reader.seen());
    assert_eq!(changes.len(), 1);
    assert_eq!(reader.load().unwrap().digest(), before.digest());
}

#[test]
fn a_right_that_is_taken_away_or_given_back_is_a_change() {
    let (disk, mut reader) = two_pages();
    reader.load().unwrap();
    let_the_clock_tick();
    let path = disk.root().join(A);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    assert_eq!(reader.scan().changes_since(reader.seen()).len(), 1);
    assert_as_if_first(&reader.load().unwrap(), &disk);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(reader.scan().changes_since(reader.seen()).len(), 1);
    assert_as_if_first(&reader.load().unwrap(), &disk);
}

#[test]
fn settings_that_decide_what_a_file_is_are_heeded() {
    let (disk, mut reader) = two_pages();
    disk.write("themes/ours/static/tokens.css", ":root {}");
    disk.write("themes/ours/404.html", "nothing");
    reader.load().unwrap();
    disk.write("playbook.toml", "[site]\ntitle = \"T\"\ntheme = \"ours\"\n");
    let themed = reader.load().unwrap();
    assert_eq!(themed.theme.len(), 2);
    assert_as_if_first(&themed, &disk);
    disk.write("themes/ours/404.html", "something");
    assert_eq!(reader.scan().changes_since(reader.seen()).len(), 1);
    disk.write("playbook.toml", format!("{SETTINGS}[build]\nassets = [\"md\"]\n"));
    assert_as_if_first(&reader.load().unwrap(), &disk);
    disk.write("playbook.toml", format!("{SETTINGS}[limits]\npage_bytes = 3\n"));
    assert_as_if_first(&reader.load().unwrap(), &disk);
}

#[test]
fn settings_that_break_and_are_mended_are_read_again() {
    let (disk, mut reader) = two_pages();
    reader.load().unwrap();
    disk.write("playbook.toml", "[site\n");
    assert!(matches!(reader.load(), Err(LoadError::Config { .. })));
    assert_eq!(reader.scan().changes_since(reader.seen()), []);
    disk.write(A, "---\ntitle: Written meanwhile\n---\n");
    disk.write("playbook.toml", SETTINGS);
    assert_as_if_first(&reader.load().unwrap(), &disk);
    fs::remove_file(disk.root().join("playbook.toml")).unwrap();
    assert!(matches!(reader.load(), Err(LoadError::NoPlaybook { .. })));
    disk.write("playbook.toml", SETTINGS);
    assert_as_if_first(&reader.load().unwrap(), &disk);
}

#[test]
fn after_any_history_a_reading_gives_what_a_first_one_gives() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..20 {
        let mut files = start();
        let disk = OnDisk::new(&[]);
        files.iter().for_each(|(path, bytes)| disk.write(path, bytes));
        let mut reader = Reader::new(disk.root()).unwrap();
        for number in 0..12 {
            let before = files.clone();
            apply(edit().new_tree(&mut runner).unwrap().current(), &mut files);
            let gone = before.keys().filter(|path| !files.contains_key(*path));
            gone.for_each(|path| fs::remove_file(disk.root().join(path)).unwrap());
            let new = files.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes));
            new.for_each(|(path, bytes)| disk.write(path, bytes));
            let digest = |sources: Result<Sources, LoadError>| sources.map(|it| it.digest()).ok();
            if number % 4 == 0 {
                let_the_clock_tick();
            }
            assert_eq!(digest(reader.load()), digest(source::load(disk.root())));
        }
    }
}

#[test]
fn an_error_between_two_readings_makes_nothing_forgotten() {
    let (disk, mut reader) = two_pages();
    let settings = format!("{SETTINGS}[limits]\nfiles = 3\n");
    disk.write("playbook.toml", &settings);
    reader.load().unwrap();
    disk.write("content/workflows/c.md", PAGE);
    assert!(reader.load().is_err());
    disk.write(A, "---\ntitle: Written while there were too many\n---\n");
    assert!(reader.load().is_err());
    disk.write(B, "---\ntitle: And this one\n---\n");
    assert!(reader.load().is_err());
    fs::remove_file(disk.root().join("content/workflows/c.md")).unwrap();
    assert_as_if_first(&reader.load().unwrap(), &disk);
}

#[test]
fn folders_that_come_and_go_take_their_files_along() {
    let (disk, mut reader) = two_pages();
    reader.load().unwrap();
    let content = disk.root().join("content");
    fs::rename(&content, disk.root().join("elsewhere")).unwrap();
    assert!(reader.load().unwrap().documents.is_empty());
    fs::rename(disk.root().join("elsewhere"), &content).unwrap();
    assert_as_if_first(&reader.load().unwrap(), &disk);
    fs::remove_file(disk.root().join(A)).unwrap();
    fs::create_dir(disk.root().join(A)).unwrap();
    assert_as_if_first(&reader.load().unwrap(), &disk);
    fs::remove_dir_all(&content).unwrap();
    fs::write(&content, "a file in its place").unwrap();
    let _: Result<Sources, LoadError> = source::load(disk.root());
    assert_as_if_first(&reader.load().unwrap(), &disk);
}

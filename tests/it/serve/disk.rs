//! Real files and real events: folders that come and go, a file in the place of
//! a folder, bursts, and silence.

use std::fs;
use std::time::{Duration, Instant};

use super::live::Live;
use super::{Folder, eventually};
use crate::fixture;

const PAGE: &str = "content/workflows/sales/base-fluency.md";

/// Fails unless what is built equals a clean build within a second.
#[track_caller]
fn within_a_second(live: &Live, folder: &Folder) {
    let start = Instant::now();
    live.is_clean(folder);
    assert!(start.elapsed() < Duration::from_millis(1500), "{:?}", start.elapsed());
}

fn playbook() -> (Folder, Live) {
    let folder = Folder::new(&fixture::base());
    let live = Live::on_disk(&folder);
    (folder, live)
}

#[test]
fn a_saved_page_is_built_once_and_named() {
    let (folder, live) = playbook();
    folder.replace(PAGE, &folder.read(PAGE).replace("Prepare", "Arrange"));
    within_a_second(&live, &folder);
    assert_eq!(live.count_at_rest(), 2);
    assert_eq!(live.log.last().unwrap().changes, [PAGE]);
    assert!(live.notices.lock().unwrap().is_empty());
}

#[test]
fn folders_are_renamed_deleted_and_made_again() {
    let (folder, live) = playbook();
    let (content, aside) = (folder.path("content"), folder.path("aside"));
    fs::rename(&content, &aside).unwrap();
    within_a_second(&live, &folder);
    fs::rename(&aside, &content).unwrap();
    within_a_second(&live, &folder);
    // Watched again, and not only found again.
    folder.replace(PAGE, &folder.read(PAGE).replace("Prepare", "Arrange"));
    within_a_second(&live, &folder);
    fs::rename(folder.path("content/workflows/sales"), folder.path("content/workflows/selling"))
        .unwrap();
    within_a_second(&live, &folder);
    let moved = "content/workflows/selling/base-fluency.md";
    folder.replace(moved, &folder.read(moved).replace("Arrange", "Order"));
    within_a_second(&live, &folder);
    fs::remove_dir_all(folder.path("content/workflows")).unwrap();
    within_a_second(&live, &folder);
    folder.write("content/workflows/deep/in/new/folders/page.md", "---\ntitle: New\n---\n");
    within_a_second(&live, &folder);
    assert_eq!(live.notices.lock().unwrap().as_slice(), &[] as &[String]);
}

#[test]
fn the_root_is_deleted_and_made_again() {
    let (folder, live) = playbook();
    let files = fixture::base();
    fs::remove_dir_all(folder.root()).unwrap();
    eventually(|| live.log.last().unwrap().site.is_none(), |gone| *gone);
    for (path, bytes) in &files {
        folder.write(path, bytes);
    }
    within_a_second(&live, &folder);
    folder.replace(PAGE, &folder.read(PAGE).replace("Prepare", "Arrange"));
    within_a_second(&live, &folder);
    assert_eq!(live.notices.lock().unwrap().as_slice(), &[] as &[String]);
}

#[test]
fn a_folder_takes_the_place_of_a_file_and_rights_are_taken_away() {
    use std::os::unix::fs::PermissionsExt;

    let (folder, live) = playbook();
    let text = folder.read(PAGE);
    fs::remove_file(folder.path(PAGE)).unwrap();
    fs::create_dir(folder.path(PAGE)).unwrap();
    within_a_second(&live, &folder);
    fs::remove_dir(folder.path(PAGE)).unwrap();
    folder.write(PAGE, &text);
    within_a_second(&live, &folder);
    for mode in [0o000, 0o644] {
        fs::set_permissions(folder.path(PAGE), fs::Permissions::from_mode(mode)).unwrap();
        within_a_second(&live, &folder);
    }
}

#[test]
fn settings_and_theme_are_watched_too() {
    let (folder, live) = playbook();
    folder.replace("playbook.toml", "[site]\ntitle = \"T\"\ntheme = \"ours\"\n");
    eventually(|| live.log.last().unwrap().site.is_none(), |none| *none);
    folder.write("themes/ours/404.html", "{{ page.title }}");
    within_a_second(&live, &folder);
    folder.write("themes/ours/404.html", "{{ broken");
    eventually(|| live.log.last().unwrap().site.is_some_and(|it| it.is_empty()), |empty| *empty);
    folder.write("themes/ours/404.html", "mended {{ page.title }}");
    within_a_second(&live, &folder);
}

#[test]
fn fifty_saves_in_a_second_end_in_the_last() {
    let (folder, live) = playbook();
    let text = folder.read(PAGE);
    for number in 0..50 {
        folder.replace(PAGE, &format!("{text}\nSave {number}.\n"));
        std::thread::sleep(Duration::from_millis(20));
    }
    within_a_second(&live, &folder);
    assert!(live.count_at_rest() <= 51);
}

#[test]
fn nothing_is_built_while_nothing_happens() {
    let (folder, live) = playbook();
    let seconds: u64 = if std::env::var_os("PLAYBOOK_FULL").is_some() { 30 } else { 3 };
    // What others read, write beside the playbook, or keep hidden in it.
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(seconds) {
        folder.read(PAGE);
        folder.write("public/index.html", "an output");
        folder.write("content/.git/index", "a repository");
        folder.write("content/workflows/.base-fluency.md.swp", "an editor");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(live.log.count(), 1);
}

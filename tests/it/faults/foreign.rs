//! What others put into the output folder is there at every moment of every build:
//! it may be what keeps the site from strangers.

use std::os::unix::fs::MetadataExt;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

#[test]
fn a_foreign_file_is_there_while_sites_are_exchanged() {
    let trial = Trial::new();
    let ended = AtomicBool::new(false);
    let (mut looks, mut absent) = (0_u64, 0_u64);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..10 {
                let next = page(&format!("Round {round}"));
                fs::write(trial.path("content/workflows/sales/comes.md"), next).unwrap();
                let built = trial.playbook(&["build"]);
                assert_eq!(built.code, Some(0), "{}", built.said);
            }
            ended.store(true, Ordering::Relaxed);
        });
        let file = trial.path("public/.htaccess");
        while !ended.load(Ordering::Relaxed) {
            looks += 1;
            absent += u64::from(fs::symlink_metadata(&file).is_err());
        }
    });
    assert!(looks > 1000, "{looks} looks");
    assert_eq!(absent, 0, "of {looks} looks");
}

#[test]
fn a_build_moves_no_foreign_file_and_keeps_its_identity() {
    let trial = Trial::new();
    let identity =
        || FOREIGN.map(|(file, _)| fs::metadata(trial.path("public").join(file)).unwrap().ino());
    let before = identity();
    let ended = trial.playbook(&["build"]);
    assert_eq!(ended.code, Some(0));
    assert!(ended.said.contains("4 other files, left alone"), "{}", ended.said);
    assert_eq!(identity(), before);
    assert!(trial.published() == trial.new, "{}", trial.difference());
}

/// An editor replaces a file while builds run: its last state stands, under its name.
#[test]
fn a_foreign_file_that_is_replaced_meanwhile_keeps_its_newest_state() {
    let trial = Trial::new();
    let ended = AtomicBool::new(false);
    let mut saves = 0;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..10 {
                let next = page(&format!("Round {round}"));
                fs::write(trial.path("content/workflows/sales/comes.md"), next).unwrap();
                assert_eq!(trial.playbook(&["build"]).code, Some(0));
            }
            ended.store(true, Ordering::Relaxed);
        });
        while !ended.load(Ordering::Relaxed) {
            saves += 1;
            fs::write(trial.path("save"), format!("state {saves}")).unwrap();
            fs::rename(trial.path("save"), trial.path("public/.htaccess")).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    });
    assert!(saves > 10);
    let last = fs::read_to_string(trial.path("public/.htaccess")).unwrap();
    assert_eq!(last, format!("state {saves}"));
}

#[test]
fn a_folder_of_others_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt;

    let trial = Trial::new();
    let folder = trial.path("public/notes");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(trial.playbook(&["build"]).code, Some(0));
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
}

/// In a name space of its own, where this test's user may mount.
#[test]
fn a_file_that_is_mounted_into_the_folder_is_refused() {
    let trial = Trial::new();
    let mount = "mount --bind notes.txt public/notes/mine.txt && exec \"$0\" build --no-cache";
    fs::write(trial.path("notes.txt"), "mounted").unwrap();
    let program = program();
    let args = ["--mount", "sh", "-c", mount, program.to_str().unwrap()];
    let works = Command::new("unshare").args(["--mount", "true"]).status();
    if !works.is_ok_and(|status| status.success()) {
        return;
    }
    let ended = Ended::of(&trial.command(Path::new("unshare"), &args).output().unwrap());
    assert_eq!(ended.code, Some(3), "{}", ended.said);
    assert!(ended.said.contains("mounted at"), "{}", ended.said);
    assert!(trial.published() == trial.old);
}

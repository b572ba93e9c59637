//! Ctrl-C while a site is published, and a build beside a preview: what is
//! published is whole at every moment.

use std::collections::BTreeMap;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::fixture;
use crate::serve::Folder;

const PAGE: &str = "content/workflows/sales/base-fluency.md";

/// Where the tests run in the background Ctrl-C is ignored, and who starts there
/// ignores it too: these do not.
fn start(folder: &Folder, args: &[&str]) -> Child {
    let mut command = Command::new("env");
    command.arg("--default-signal=INT").arg(assert_cmd::cargo::cargo_bin("playbook"));
    command.current_dir(folder.root()).args(args);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn builds(folder: &Folder) {
    let ended = start(folder, &["build"]).wait_with_output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

/// Every published file but the generator's own list.
fn published(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let site = folder.path("public");
    let files = walkdir::WalkDir::new(&site).into_iter().map(Result::unwrap);
    let files = files.filter(|it| it.file_type().is_file()).map(|it| it.into_path());
    let named = files.map(|path| {
        let name = path.strip_prefix(&site).unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read(path).unwrap())
    });
    named.filter(|(name, _)| !name.starts_with('.')).collect()
}

/// What a clean build of the sources would publish.
fn wanted(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    fixture::bytes(&fixture::build_folder(folder.root()))
}

#[test]
fn ctrl_c_leaves_the_old_site_or_the_new() {
    let folder = Folder::new(&fixture::base());
    builds(&folder);
    let mut interrupted = 0;
    for number in 0..10 {
        let old = published(&folder);
        folder.replace(PAGE, &folder.read(PAGE).replace("title: ", &format!("title: {number} ")));
        let mut building = start(&folder, &["build"]);
        std::thread::sleep(Duration::from_millis(5 + number * 25));
        let _ = kill_process(Pid::from_child(&building), Signal::INT);
        interrupted += u8::from(!building.wait().unwrap().success());
        let (now, new) = (published(&folder), wanted(&folder));
        assert!(now == old || now == new, "half a site, number {number}");
        builds(&folder);
        assert!(published(&folder) == new, "the next build needs help, number {number}");
    }
    assert!(interrupted > 0, "no build was interrupted");
}

#[test]
fn a_build_beside_a_preview_is_as_any_other() {
    let folder = Folder::new(&fixture::base());
    let mut previewing = start(&folder, &["serve", "--port", "0"]);
    for title in ["One", "Two"] {
        folder.write("content/guides/may-i-paste.md", format!("---\ntitle: {title}\n---\n"));
        builds(&folder);
        assert!(published(&folder) == wanted(&folder));
    }
    assert!(previewing.try_wait().unwrap().is_none(), "the preview goes on");
    previewing.kill().unwrap();
    previewing.wait().unwrap();
}

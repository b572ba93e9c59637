//! `mv` and `forget` on a disk: what they print, how they end, and that nothing is half done.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

use super::with;
use crate::fixture::{Files, base, on_disk};

fn playbook(root: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("playbook").unwrap();
    let output = command.arg("--root").arg(root).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn files(root: &Path) -> Files {
    let entries = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path =
                entry.path().strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn a_page_gets_its_name_on_the_disk_and_check_is_content() {
    let root = on_disk(&base());
    let before = playbook(root.path(), &["check"]);
    let (code, said, _) = playbook(root.path(), &["mv", "customer-success", "client-success"]);
    assert_eq!(code, 0);
    assert!(said.contains("-roles: [customer-success]\n+roles: [client-success]\n"), "{said}");
    let line = "content/roles/customer-success.md -> content/roles/client-success.md\n";
    assert!(said.ends_with(line), "{said}");
    assert_eq!(playbook(root.path(), &["check"]), before);
    let (code, said, _) = playbook(root.path(), &["mv", "roles/Client-Success", "x"]);
    assert_eq!((code, said.as_str()), (2, ""));
    // By the name that it had.
    let (code, ..) = playbook(root.path(), &["mv", "roles/customer-success.html", "cs"]);
    assert_eq!(code, 0);
    let (code, ..) = playbook(root.path(), &["mv", "cs", "sales", "--into"]);
    assert_eq!(code, 0);
    let (code, said, noted) = playbook(root.path(), &["forget", "m-osei", "--as", "somebody"]);
    assert_eq!(code, 0);
    assert!(said.contains("content/people/m-osei.md: removed\n"), "{said}");
    assert!(noted.contains("what this cannot reach: the history"), "{noted}");
}

#[test]
fn what_is_in_the_way_leaves_every_file_as_it_was_or_says_what_was_written() {
    let root = on_disk(&with(base(), &[("content/guides/cs", "no folder")]));
    let link = "---\ntitle: To the rules\n---\n\n[r](may-i-paste.md)\n";
    fs::write(root.path().join("content/guides/link.md"), link).unwrap();
    let before = files(root.path());
    let to = ["mv", "may-i-paste", "guides/cs/pasting.md"];
    let (code, _, said) = playbook(root.path(), &to);
    assert_eq!(code, 4, "{said}");
    assert!(said.contains("written before that: content/guides/link.md"), "{said}");
    let mut half = files(root.path());
    assert_eq!(half["content/guides/may-i-paste.md"], before["content/guides/may-i-paste.md"]);
    half.insert("content/guides/link.md".to_owned(), link.into());
    assert_eq!(half, before);
    // What was in the way goes, and the same command goes on.
    fs::remove_file(root.path().join("content/guides/cs")).unwrap();
    assert_eq!(playbook(root.path(), &to).0, 0);
    assert_eq!(playbook(root.path(), &["check"]).0, 0);
    // A name that only the disk has.
    fs::create_dir(root.path().join("content/roles/cs.md")).unwrap();
    let before = files(root.path());
    let (code, _, said) = playbook(root.path(), &["mv", "customer-success", "cs"]);
    assert_eq!(code, 3, "{said}");
    assert_eq!(files(root.path()), before);
}

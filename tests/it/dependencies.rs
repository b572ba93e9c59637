//! `tests/deny` checks the dependencies or fails; offline it says what it left
//! out. Tried with a `cargo` and a `git` that only pretend.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

/// A `cargo` that can do everything, and says what it was asked to check.
const CARGO: &str = "case \"$*\" in *' check '*) echo \"checked ${*:7}\";; esac";
const GIT: &str = "true";
const ALL: &str = "checked licenses bans sources advisories\n";
/// The program and its fuzzer.
const BOTH: usize = 2;

/// What the check says, and its exit code.
fn deny(cargo: &str, git: &str) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    for (name, script) in [("cargo", cargo), ("git", git)] {
        let path = folder.path().join(name);
        fs::write(&path, format!("#!/bin/bash\n{script}\n")).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/deny");
    let ended = Command::new("bash").arg(script).env("PATH", path).output().unwrap();
    let said = [ended.stdout, ended.stderr].concat();
    (ended.status.code().unwrap(), String::from_utf8(said).unwrap())
}

/// A program that fails with these words when its arguments begin so.
fn fails(when: &str, words: &str) -> String {
    format!("case \"$*\" in '{when}'*) echo \"{words}\" >&2; exit 101;; esac\n{CARGO}")
}

#[test]
fn licences_sources_and_advisories_are_checked() {
    assert_eq!(deny(CARGO, GIT), (0, ALL.repeat(BOTH)));
    let (code, said) = deny(&fails("deny --manifest-path", "advisories FAILED"), GIT);
    assert_eq!((code, said.as_str()), (101, "advisories FAILED\n"));
}

#[test]
fn what_is_missing_is_installed_and_if_it_cannot_be_the_check_fails() {
    let missing = format!("[ \"$*\" != 'deny --version' ] || exit 101\n{CARGO}");
    let (code, said) = deny(&missing, GIT);
    assert_eq!((code, said.lines().last()), (0, Some(ALL.trim())));
    assert!(said.starts_with("installing cargo-deny "), "{said}");

    let missing = "[ \"$*\" != 'deny --version' ] || exit 101\n".to_owned();
    let (code, said) = deny(&(missing.clone() + &fails("install", "error: no such crate")), GIT);
    assert_eq!(code, 1);
    assert!(said.contains("no such crate"), "{said}");
    assert!(said.contains("no dependency was checked, cargo-deny cannot be installed"), "{said}");

    let words = "Could not resolve hostname (Could not resolve host: index.example)";
    let (code, said) = deny(&(missing + &fails("install", words)), GIT);
    assert_eq!(code, 0);
    assert_eq!(said.matches("OFFLINE").count(), 1, "{said}");

    let (code, said) = deny(&fails("fetch", "error: the lock file needs to be updated"), GIT);
    assert_eq!(code, 1, "{said}");
}

#[test]
fn offline_advisories_are_left_out_with_a_word_and_the_rest_is_checked() {
    for words in [
        "fatal: unable to access 'https://forge.example/': Could not resolve host: forge.example",
        "fatal: unable to access 'https://forge.example/': Failed to connect to forge.example port 443 after 3 ms: Couldn't connect to server",
        "fatal: unable to access 'https://forge.example/': Failed to connect to forge.example port 443: Connection timed out",
    ] {
        let (code, said) = deny(CARGO, &format!("echo \"{words}\" >&2; exit 128"));
        assert_eq!(code, 0, "{said}");
        assert_eq!(said.matches("OFFLINE: advisories were not checked").count(), 1, "{said}");
        assert!(said.ends_with(&"checked licenses bans sources\n".repeat(BOTH)), "{said}");
    }
    // Whoever refuses is there: then the check is left to fail.
    for words in ["The requested URL returned error: 403", "remote: Repository not found."] {
        let (code, said) = deny(CARGO, &format!("echo \"{words}\" >&2; exit 128"));
        assert_eq!((code, said.as_str()), (0, ALL.repeat(BOTH).as_str()), "{words}");
    }
}

//! A playbook in a git repository of its own, which no setting of the machine reaches.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::fixture::{self, Files, put};

/// A repository in a temporary folder.
pub struct Repository {
    folder: TempDir,
    /// The folder of the playbook in it.
    below: &'static str,
}

/// What a command printed, and its exit code.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Repository {
    /// With the files of a playbook in its first commit.
    pub fn of(files: &Files) -> Self {
        Self::below("", files)
    }

    /// The same in a folder of the repository.
    pub fn below(below: &'static str, files: &Files) -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap(), below };
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        files.iter().for_each(|(path, bytes)| put(&repository.root(), path, bytes));
        repository.commit("a playbook");
        repository
    }

    /// The folder of the playbook.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join(self.below)
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        put(&self.root(), path, text);
    }

    /// Another text in a file that is there.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let file = self.root().join(path);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        std::fs::write(file, text.replace(from, to)).unwrap();
    }

    pub fn rename(&self, from: &str, to: &str) {
        std::fs::rename(self.root().join(from), self.root().join(to)).unwrap();
    }

    pub fn delete(&self, path: &str) {
        std::fs::remove_file(self.root().join(path)).unwrap();
    }

    pub fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// Runs git, which must do as it is told.
    pub fn git(&self, args: &[&str]) -> String {
        let output = isolated("git").current_dir(self.folder.path()).args(args).output().unwrap();
        assert!(output.status.success(), "git {args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs the program in the folder of the playbook.
    pub fn playbook(&self, args: &[&str]) -> Ended {
        playbook(&self.root(), args)
    }
}

/// Runs the program in a folder.
pub fn playbook(root: &Path, args: &[&str]) -> Ended {
    ended(isolated(assert_cmd::cargo::cargo_bin("playbook")).current_dir(root).args(args))
}

pub fn ended(command: &mut Command) -> Ended {
    let output = command.output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A program that sees no settings of git but its own.
pub fn isolated(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, value) in [
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_AUTHOR_NAME", "A"),
        ("GIT_AUTHOR_EMAIL", "a@example.com"),
        ("GIT_AUTHOR_DATE", "2026-11-20T12:00:00Z"),
        ("GIT_COMMITTER_NAME", "A"),
        ("GIT_COMMITTER_EMAIL", "a@example.com"),
        ("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z"),
    ] {
        command.env(name, value);
    }
    command
}

/// The base with a page whose link was broken long ago, and two that name another.
pub fn playbook_with_a_past() -> Files {
    let mut files = fixture::base();
    files.insert(
        "content/guides/start.md".to_owned(),
        "---\ntitle: Where to start\nsummary: The first week.\n---\n\n## Read this\n\n\
         [A page](../workflows/nowhere.md) that was never written.\n\n\
         [The renewal](../workflows/sales/base-fluency.md) is the one to begin with; \
         so is [its second half](../workflows/sales/base-fluency.md#steps).\n"
            .into(),
    );
    files
}

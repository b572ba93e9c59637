//! The `git` program, asked for names, listings and bytes of objects. A folder and
//! a question enter; what git answers leaves. No question touches the work tree, uses
//! the network or asks a program of the repository's settings. Deliberately absent:
//! what the answers mean.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};

/// Settings that could start a program, ask another machine or make two different
/// files look alike.
const SETTINGS: [&str; 3] =
    ["core.fsmonitor=false", "protocol.allow=never", "core.checkStat=default"];

/// What git said: its answer, or why there is none, in its own words.
pub(super) enum Answer {
    Yes(Vec<u8>),
    No(String),
}

/// Asks git a question about the repository around `folder`.
pub(super) fn ask<A: AsRef<OsStr>>(
    folder: &Path,
    question: impl IntoIterator<Item = A>,
) -> io::Result<Answer> {
    let Output { status, stdout, stderr } = command(folder).args(question).output()?;
    if status.success() {
        return Ok(Answer::Yes(stdout));
    }
    let said = String::from_utf8_lossy(&stderr);
    let said = said.trim().trim_start_matches("fatal: ").trim_start_matches("error: ");
    Ok(Answer::No(said.to_owned()))
}

/// Git in this folder, whatever the shell and the settings say.
#[expect(clippy::disallowed_methods, reason = "this room reads revisions, which only git can")]
fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    // In a hook, git names an index and a repository of its own, and a shell may name any.
    // Where settings are read from stays: a container says there whose folders it trusts.
    for (name, _) in std::env::vars_os() {
        let shown = name.to_string_lossy().to_ascii_uppercase();
        if shown.starts_with("GIT_") && !shown.starts_with("GIT_CONFIG") {
            command.env_remove(name);
        }
    }
    command
        .current_dir(folder)
        .args(SETTINGS.iter().flat_map(|setting| ["-c", setting]))
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_OPTIONAL_LOCKS", "0")
        // What it says is compared with what it says in English.
        .env("LC_ALL", "C")
        .stdin(Stdio::null());
    command
}

/// A git that gives the bytes of one object after the other.
pub(super) struct Objects {
    git: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Objects {
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let mut command = command(folder);
        command.args(["cat-file", "--batch"]);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut git = command.spawn()?;
        match (git.stdin.take(), git.stdout.take()) {
            (Some(input), Some(output)) => Ok(Self { git, input, output: BufReader::new(output) }),
            _ => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// All bytes of an object.
    pub(super) fn read(&mut self, id: &str) -> io::Result<Vec<u8>> {
        writeln!(self.input, "{id}")?;
        self.input.flush()?;
        let mut head = String::new();
        self.output.read_line(&mut head)?;
        // `ID blob SIZE`, the bytes and a line end; `ID missing`.
        let len = head.trim_end().rsplit(' ').next().and_then(|len| len.parse().ok());
        let Some(len) = len else {
            return Err(io::Error::other("git does not have its bytes"));
        };
        let mut bytes = vec![0; len];
        self.output.read_exact(&mut bytes)?;
        self.output.read_exact(&mut [0])?;
        Ok(bytes)
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // It waits for the next question for ever; that it is gone already is no fault.
        let _ = self.git.kill();
        let _ = self.git.wait();
    }
}

//! `playbook serve` of a generated playbook in a process of its own, and what /proc says of its
//! memory. It ends when it is dropped.

#![expect(clippy::disallowed_methods, reason = "this file starts and measures a process")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::Outcome;
use crate::client::Client;
use crate::corpus::{Corpus, Properties, Written};

/// After a change the server looks a second time; then nothing is left to do.
const SETTLED: Duration = Duration::from_secs(2);

/// A running preview.
pub struct Server {
    /// The playbook's root.
    pub root: PathBuf,
    /// The workflow pages, as paths below the root.
    pub workflows: Vec<PathBuf>,
    /// Where it answers.
    pub address: SocketAddr,
    /// From its start to its first page.
    pub first_answer: Duration,
    /// What its pages know.
    pub token: String,
    child: Child,
    folder: TempDir,
}

impl Server {
    /// Generates a playbook and serves it.
    pub fn new(corpus: &Corpus) -> Outcome<(Self, Properties)> {
        let folder = tempfile::Builder::new().prefix("playbook-edit-").tempdir()?;
        let root = folder.path().join("playbook");
        let Written { workflows, properties } = corpus.write(&root)?;
        let start = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_playbook"))
            .args(["serve", "--port", "0", "--no-drafts", "--root"])
            .arg(&root)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let address = line.trim().trim_start_matches("http://").trim_end_matches('/').parse()?;
        let page = Client::new(address)?.get("/")?;
        let (first_answer, token) = (start.elapsed(), page.token.ok_or("a page has no token")?);
        let server = Self { root, workflows, address, first_answer, token, child, folder };
        Ok((server, properties))
    }

    /// Resident memory now, and the most it ever was, in bytes.
    pub fn memory(&self) -> Option<(f64, f64)> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.trim().strip_suffix(" kB")?.parse::<f64>().ok().map(|kibibytes| kibibytes * 1024.0)
        };
        Some((of("VmRSS:")?, of("VmHWM:")?))
    }

    /// Share of one processor that it takes while nothing happens.
    pub fn idle(&self, time: Duration) -> Option<f64> {
        let ticks = || {
            let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
            let after = stat.rsplit_once(") ")?.1.split(' ').collect::<Vec<_>>();
            let ticks = |at: usize| after.get(at)?.parse::<f64>().ok();
            Some(ticks(11)? + ticks(12)?)
        };
        std::thread::sleep(SETTLED);
        let before = ticks()?;
        std::thread::sleep(time);
        // A hundred ticks are a second.
        Some((ticks()? - before) / 100.0 / time.as_secs_f64())
    }

    /// A clean build of what lies there now, and how long it took.
    pub fn clean(&self, name: &str) -> Outcome<(PathBuf, Duration)> {
        let output = self.folder.path().join(name);
        let start = Instant::now();
        let ended = Command::new(env!("CARGO_BIN_EXE_playbook"))
            .args(["build", "--quiet", "--root"])
            .arg(&self.root)
            .arg("--output")
            .arg(&output)
            .output()?;
        if !ended.status.success() {
            return Err(String::from_utf8_lossy(&ended.stderr).into_owned().into());
        }
        Ok((output, start.elapsed()))
    }

    /// Saves a file as editors do: a new one takes its place.
    pub fn save(&self, path: &Path, text: &str) -> Outcome<()> {
        let path = self.root.join(path);
        let new = path.with_extension("md~");
        fs::write(&new, text)?;
        Ok(fs::rename(new, path)?)
    }

    /// The text of a file.
    pub fn read(&self, path: &Path) -> Outcome<String> {
        Ok(fs::read_to_string(self.root.join(path))?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

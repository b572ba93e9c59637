//! Runs pandoc on a document: its text as markdown leaves, its pictures lie in a folder,
//! and what the text has no place for is told. It is bounded in time, memory and what it
//! may say, reads the one file only and asks no network.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// What is done to a document before it is written as markdown.
const FILTER: &str = include_str!("document.lua");

/// The folder in a conversion's own that pictures are put in.
const PICTURES: &str = "pictures";

/// Bytes of a text that is converted; a page may have far fewer.
const MAX_TEXT_BYTES: u64 = 32 << 20;

/// Bytes of what the converter says of it.
const MAX_TOLD_BYTES: u64 = 4 << 20;

/// Where to have it from.
pub(super) const HOW_TO_INSTALL: &str = "install pandoc, 2.15 or newer (`apt install pandoc`, \
     `brew install pandoc`, `winget install JohnMacFarlane.Pandoc`, or from pandoc.org), \
     or save the document as text and import that";

/// A document as markdown.
pub(super) struct Converted {
    /// The document's text as markdown.
    pub text: String,
    /// What the filter found: the kind of thing, and its words.
    pub findings: Vec<(String, String)>,
    /// What else the converter said.
    pub said: Vec<String>,
    /// Pictures: their address in the text, and where they lie.
    pub pictures: Vec<(String, PathBuf)>,
    /// Goes with the pictures in it.
    pub folder: TempDir,
}

/// Why there is no text.
pub(super) enum ConversionError {
    /// There is no such program.
    Missing,
    /// It took longer than it may.
    TooSlow,
    /// Its text is longer than any page.
    TooLong,
    /// It failed, and said this.
    Failed(String),
    /// The system would not let it run.
    Io(std::io::Error),
}

/// Converts the document at `path`, which is in the format `from`.
pub(super) fn convert(
    path: &Path,
    from: &str,
    longest: Duration,
) -> Result<Converted, ConversionError> {
    let folder = tempfile::tempdir().map_err(ConversionError::Io)?;
    let filter = folder.path().join("document.lua");
    std::fs::write(&filter, FILTER).map_err(ConversionError::Io)?;
    let child = Command::new("pandoc")
        // Its own advice for files of strangers: a bound to memory, and no other file.
        .args([
            "+RTS",
            "-M1g",
            "-RTS",
            "--sandbox",
            "--from",
            from,
            "--to",
            "gfm-raw_html+tex_math_dollars",
        ])
        .args(["--wrap=none", "--track-changes=all"])
        .arg(format!("--extract-media={PICTURES}"))
        .arg("--lua-filter")
        .arg(&filter)
        .arg(path)
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => ConversionError::Missing,
            _ => ConversionError::Io(error),
        })?;
    let (status, text, told) = wait(child, longest)?;
    if text.len() as u64 > MAX_TEXT_BYTES {
        return Err(ConversionError::TooLong);
    }
    let (findings, said) = sort(&String::from_utf8_lossy(&told));
    if !status.success() {
        return Err(ConversionError::Failed(said.join(" ")));
    }
    let text = String::from_utf8_lossy(&text).into_owned();
    let pictures = pictures(folder.path());
    Ok(Converted { text, findings, said, pictures, folder })
}

/// Waits for the end, but not for longer than that.
fn wait(
    mut child: Child,
    longest: Duration,
) -> Result<(ExitStatus, Vec<u8>, Vec<u8>), ConversionError> {
    let end = Instant::now() + longest;
    let text = child.stdout.take().map(|pipe| read_all(pipe, MAX_TEXT_BYTES));
    let told = child.stderr.take().map(|pipe| read_all(pipe, MAX_TOLD_BYTES));
    let status = loop {
        match child.try_wait().map_err(ConversionError::Io)? {
            Some(status) => break status,
            None if Instant::now() >= end => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(ConversionError::TooSlow);
            }
            None => std::thread::sleep(Duration::from_millis(10)),
        }
    };
    // A program that it started may hold the pipes open for ever.
    let left = || end.saturating_duration_since(Instant::now()).max(Duration::from_millis(100));
    let received = |pipe: Option<Receiver<Vec<u8>>>| match pipe {
        Some(pipe) => pipe.recv_timeout(left()).map_err(|_| ConversionError::TooSlow),
        None => Ok(Vec::new()),
    };
    Ok((status, received(text)?, received(told)?))
}

/// Reads a pipe on a thread of its own, no more than a byte beyond the limit: a program
/// that writes more finds nobody reading, and ends.
fn read_all(pipe: impl Read + Send + 'static, limit: u64) -> Receiver<Vec<u8>> {
    let (done, is_done) = channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What came before a fault is all there is.
        let _ = pipe.take(limit + 1).read_to_end(&mut bytes);
        let _ = done.send(bytes);
    });
    is_done
}

/// Lines of the filter, and those of the converter itself.
fn sort(told: &str) -> (Vec<(String, String)>, Vec<String>) {
    let (mut findings, mut said) = (Vec::new(), Vec::new());
    for line in told.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("playbook ").and_then(|line| line.split_once('\t')) {
            Some((kind, text)) => findings.push((kind.to_owned(), text.to_owned())),
            None => said.push(line.to_owned()),
        }
    }
    (findings, said)
}

fn pictures(folder: &Path) -> Vec<(String, PathBuf)> {
    let below = walkdir::WalkDir::new(folder.join(PICTURES)).sort_by_file_name();
    let files = below.into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let address = |entry: &walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).ok()?;
        Some(path.iter().filter_map(|part| part.to_str()).collect::<Vec<_>>().join("/"))
    };
    files.filter_map(|entry| Some((address(&entry)?, entry.into_path()))).collect()
}

//! One writer: a lock file beside the output folder. The lock itself belongs to
//! the open file, so it ends with the process, however that ends.

use std::fs::{self, File};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::error::{EmitError, ErrorContext};
use super::output_folder::OutputFolder;
use crate::platform;

// Nobody is woken when a lock is released; asking again costs next to nothing.
const RETRY_AFTER: Duration = Duration::from_millis(20);

/// Held while a site is written.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Waits for its turn, at most so long.
    pub(super) fn take(target: &OutputFolder, patience: Duration) -> Result<Self, EmitError> {
        let path = target.sibling("lock");
        let start = Instant::now();
        loop {
            // Opened anew each time: by now another file may lie at the path.
            let mut file = platform::create_for_lock(&path).context("open", &path)?;
            match platform::try_lock(&file).context("lock", &path)? {
                // Whoever held it may have removed the file in the meantime.
                true if is_at(&file, &path) => {
                    // For the message of whoever has to wait; the lock holds without it.
                    let holder = format!("process {}\n", std::process::id());
                    file.set_len(0).context("write", &path)?;
                    file.write_all(holder.as_bytes()).context("write", &path)?;
                    return Ok(Self { path, _file: file });
                }
                // A lock on a file that has lost its name would let a second writer in.
                true => continue,
                false if start.elapsed() < patience => std::thread::sleep(RETRY_AFTER),
                false => {
                    let holder = holder(&mut file, &path);
                    return Err(EmitError::Busy { output: target.output.clone(), holder });
                }
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Left behind, it would do no harm.
        let _ = fs::remove_file(&self.path);
    }
}

/// Removes the lock of a run that was killed; one that is held stays. What fails
/// here, the next build that writes will tell.
pub(super) fn clear_abandoned(target: &OutputFolder) {
    let is_there = fs::symlink_metadata(target.sibling("lock")).is_ok();
    if is_there {
        // No waiting: a lock that is held belongs to a build at work.
        drop(Lock::take(target, Duration::ZERO));
    }
}

fn is_at(file: &File, path: &Path) -> bool {
    let there = fs::symlink_metadata(path).ok().map(|found| platform::identity(&found));
    let opened = file.metadata().ok().map(|found| platform::identity(&found));
    there.is_some() && opened == there
}

fn holder(file: &mut File, path: &Path) -> String {
    let mut text = String::new();
    // Anything may lie there: a process number is short.
    let read = file.rewind().and_then(|()| file.take(100).read_to_string(&mut text));
    let holder = match read {
        Ok(_) if !text.trim().is_empty() => text.trim().to_owned(),
        _ => "a process that did not give its number".to_owned(),
    };
    format!("{holder} holds {}", path.display())
}

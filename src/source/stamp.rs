//! What a look at a file tells without opening it. Two equal stamps mean that
//! nobody has written in between, but for a moment after the last write: clocks
//! of file systems tick in milliseconds.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::platform::{self, FileIdentity, FileTimes};

/// Longest tick of a file system's clock that is common on Linux (10 ms where
/// the kernel runs at 100 Hz), with room to spare.
const TICK: Duration = Duration::from_millis(25);

/// Size, times and identity of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Its size, in bytes.
    pub size: u64,
    /// Of the content, in nanoseconds since 1970.
    modified: i128,
    /// Of the content or of who may read it.
    changed: i128,
    identity: FileIdentity,
}

impl Stamp {
    /// Of the file at `path`; a link is not followed.
    #[expect(clippy::disallowed_methods, reason = "this room looks at files")]
    pub(super) fn of(path: &Path) -> Option<Self> {
        fs::symlink_metadata(path).ok().and_then(|found| Self::of_found(&found))
    }

    /// Of what was found, if it is a file.
    pub(super) fn of_found(found: &fs::Metadata) -> Option<Self> {
        let FileTimes { modified, changed } = platform::times(found);
        found.is_file().then(|| Self {
            size: found.len(),
            modified,
            changed,
            identity: platform::identity(found),
        })
    }

    /// Whether a write after `now` could leave the stamp as it is. A time in the
    /// future is another machine's clock, and says nothing.
    pub(super) fn may_miss_a_write(&self, now: SystemTime) -> bool {
        let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
        let age = i128::try_from(now.as_nanos()).unwrap_or_default() - self.changed;
        let tick = i128::try_from(TICK.as_nanos()).unwrap_or_default();
        // By the time of the last change of any kind: programs can set the other one back.
        (-tick..tick).contains(&age)
    }
}

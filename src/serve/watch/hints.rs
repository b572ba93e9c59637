//! Where wake-up calls come from: the system, or a test.

use std::time::Duration;

/// What came while waiting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Something may have changed, anywhere.
    Changed,
    /// Nothing came in that time.
    Quiet,
    /// From now on hints may be missing, for this reason.
    WatchFailed(String),
    /// Nobody wants to know any more.
    Ended,
}

/// A source of wake-up calls.
pub trait Hints: Send {
    /// Waits at most so long for the next. What came before is one hint,
    /// however much it was.
    fn wait(&mut self, at_most: Duration) -> Hint;
}

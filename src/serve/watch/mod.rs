//! Waits until a playbook's files differ from what was read, and have come to
//! rest. Hints only wake it; what has changed is found by looking, so that a
//! lost, late or wrong hint costs time and never truth.

mod disk;
mod hints;
mod settle;

use std::time::{Duration, Instant};

pub use disk::DiskHints;
pub use hints::{Hint, Hints};
pub use settle::Settled;

use crate::source::Reader;
use settle::settle;

/// A second look after each hint: what is written to a folder that was just
/// made can go unheard.
const LOOK_AGAIN: Duration = Duration::from_millis(300);

/// A hint that has not come this long after its change will not come. By then
/// a folder that was made again is listened to again.
const LATE: Duration = Duration::from_millis(300);

/// Share of the time that may be spent on looking without a hint: 1/500, and two
/// processors may look at once.
const SHARE: u32 = 500;

/// Longest and shortest time between two looks without a hint.
const SAFETY: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(60));
const POLLING: (Duration, Duration) = (Duration::from_millis(300), Duration::from_secs(10));

/// Waits for changes of the sources.
pub struct Watch {
    hints: Box<dyn Hints>,
    /// Looks often, because hints do not come.
    polling: bool,
    /// Told once, when it starts to poll.
    notice: Box<dyn FnMut(&str) + Send>,
    /// Earliest next look without a hint.
    next_look: Instant,
    /// That look is the second after a hint.
    is_second: bool,
    cost: Duration,
}

impl Watch {
    /// Listens to `hints`, and says so through `notice` when it has to do without.
    pub fn new(hints: Box<dyn Hints>, notice: impl FnMut(&str) + Send + 'static) -> Self {
        let next_look = Instant::now() + LOOK_AGAIN;
        let cost = Duration::ZERO;
        let notice = Box::new(notice);
        Self { hints, polling: false, notice, next_look, is_second: true, cost }
    }

    /// Looks often, without a word.
    pub fn polling(mut self) -> Self {
        self.polling = true;
        self
    }

    /// Waits for a change since the last reading; none when the hints have ended.
    pub fn settled(&mut self, reader: &Reader) -> Option<Settled> {
        // What was saved during the build may have gone unheard.
        self.look_again(Instant::now());
        loop {
            let hinted = self.woken()?;
            let heard = hinted || self.is_second;
            let woken = Instant::now();
            let scan = reader.scan();
            // A look that takes long is taken seldom: see `SHARE`.
            self.cost = woken.elapsed();
            if hinted {
                self.look_again(woken);
            } else {
                (self.next_look, self.is_second) = (woken + self.pause(), false);
            }
            let changes = scan.changes_since(reader.seen());
            if changes.is_empty() {
                // Somebody may be about to write: the second look is for that.
                if reader.is_unsure() && !hinted {
                    return Some(Settled { scan, changes });
                }
                continue;
            }
            if let Some(settled) = settle(reader, Settled { scan, changes }, woken) {
                // The system has had its time: if it is silent now, it will be so about the next
                // change.
                if !heard && !self.polling && self.hints.wait(LATE) == Hint::Quiet {
                    self.poll("changes arrive without a word from the system");
                }
                return Some(settled);
            }
        }
    }

    /// Sleeps until a hint comes (true) or it is time to look without one.
    fn woken(&mut self) -> Option<bool> {
        loop {
            let left = self.next_look.saturating_duration_since(Instant::now());
            match self.hints.wait(left) {
                Hint::Changed => return Some(true),
                Hint::Quiet if self.next_look <= Instant::now() => return Some(false),
                Hint::Quiet => {}
                Hint::WatchFailed(why) => self.poll(&why),
                Hint::Ended => return None,
            }
        }
    }

    fn look_again(&mut self, now: Instant) {
        (self.next_look, self.is_second) = (now + LOOK_AGAIN, true);
    }

    fn poll(&mut self, why: &str) {
        if !self.polling {
            self.polling = true;
            // What went unheard until now is found at once.
            self.next_look = Instant::now();
            (self.notice)(&format!("{why}: looking at the files every moment instead"));
        }
    }

    fn pause(&self) -> Duration {
        let (least, most) = if self.polling { POLLING } else { SAFETY };
        (self.cost * SHARE).clamp(least, most)
    }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").field("polling", &self.polling).finish_non_exhaustive()
    }
}

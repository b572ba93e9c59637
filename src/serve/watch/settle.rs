//! When a save is over. One changed file rests for a moment; a file that is
//! missing or empty may be about to come back; more than one file, as in a
//! checkout, rests when two looks agree.

use std::time::{Duration, Instant};

use crate::source::{Change, Reader, Scan};

const ONE_FILE: Duration = Duration::from_millis(10);
const MORE: Duration = Duration::from_millis(50);

/// Longest wait for files that never rest.
const PATIENCE: Duration = Duration::from_secs(3);

/// Files that differ from what was read and have come to rest.
#[derive(Debug)]
pub struct Settled {
    /// What lies there now, file by file.
    pub scan: Scan,
    /// What differs; empty when it takes another reading to tell.
    pub changes: Vec<Change>,
}

/// Waits until what was seen at `woken` has come to rest; none when in the end
/// nothing differs from what was read.
pub(super) fn settle(reader: &Reader, first: Settled, woken: Instant) -> Option<Settled> {
    let (mut seen, mut looked) = (first, woken);
    loop {
        match seen.changes.as_slice() {
            [] => return None,
            // Editors empty a file, or move it away, before they write it: such a one has to rest
            // longer.
            [one] if !one.is_empty_or_missing => {
                // From the look on: a slow one has waited long enough already.
                sleep_until(looked + ONE_FILE);
                // Only that file: a scan of ten thousand would take longer than the rest.
                if reader.is_as_seen(&seen.scan, &one.path) {
                    return Some(seen);
                }
            }
            // From now on: the time that a slow look took is no rest.
            _ => sleep_until(Instant::now() + MORE),
        }
        looked = Instant::now();
        let scan = reader.scan();
        let rests = scan.changes_since(&seen.scan).is_empty();
        let changes = scan.changes_since(reader.seen());
        seen = Settled { scan, changes };
        if (rests && !seen.changes.is_empty()) || woken.elapsed() > PATIENCE {
            return Some(seen);
        }
    }
}

fn sleep_until(moment: Instant) {
    std::thread::sleep(moment.saturating_duration_since(Instant::now()));
}

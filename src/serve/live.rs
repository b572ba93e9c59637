//! The loop. A playbook's folder enters; builds leave, one for each state in
//! which the folder came to rest.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use crate::engine::{Build, Engine};
use crate::source::{Change, LoadError, Reader, Sources};

use super::watch::{Settled, Watch};

/// A state of the playbook.
#[derive(Debug)]
pub struct LiveState {
    /// What it was made from; or why there is nothing to build.
    pub sources: Result<Sources, LoadError>,
    /// The site; absent when there are no sources.
    pub build: Option<Build>,
    /// What differs from the state before; empty at the start.
    pub changes: Vec<Change>,
    /// From looking at the files to the build's end.
    pub took: Duration,
}

/// Shows what was built.
pub trait Sink {
    /// Takes the next state, and says whether it wants more.
    fn take(&mut self, news: LiveState) -> ControlFlow<()>;
}

/// How often in a row to wait for somebody who writes faster than one can read.
const MAX_REREADS: u32 = 20;

/// Builds now and after every change, until the hints or the sink end it.
pub fn run(reader: &mut Reader, engine: &mut Engine, watch: &mut Watch, sink: &mut dyn Sink) {
    let mut known = None;
    let mut changed_while_read = 0;
    let mut next = Some(Settled { scan: reader.scan(), changes: Vec::new() });
    while let Some(Settled { scan, changes }) = next {
        let start = Instant::now();
        let sources = reader.load_seen(scan);
        // After so many, what was read is built all the same: a file that is written to without end
        // must not stop the preview.
        if reader.changed_while_read() && changed_while_read < MAX_REREADS {
            // Its writer has just woken the watch.
            changed_while_read += 1;
            next = watch.settled(reader);
            continue;
        }
        changed_while_read = 0;
        // A failure that stays the same is no news either.
        let state = sources.as_ref().map(Sources::digest).map_err(|error| format!("{error:?}"));
        // A file that was written without a difference is no change.
        if known.as_ref() != Some(&state) {
            let build = sources.as_ref().ok().map(|sources| engine.build(sources));
            let took = start.elapsed();
            if sink.take(LiveState { sources, build, changes, took }).is_break() {
                return;
            }
            known = Some(state);
        }
        next = watch.settled(reader);
    }
}

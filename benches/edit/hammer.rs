//! A second client that asks without a pause while pages are edited: every answer is a page, says
//! which build it came from, and all answers of one build agree.

#![expect(clippy::disallowed_methods, reason = "this file asks in a thread of its own")]

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use crate::Outcome;
use crate::client::{Answer, Client};

/// Asks until it is told to stop.
pub struct Hammer {
    ended: Arc<AtomicBool>,
    thread: JoinHandle<Outcome<Seen>>,
}

/// What was seen.
#[derive(Default)]
pub struct Seen {
    /// Answers.
    pub answers: usize,
    /// Digests by build and address.
    bodies: BTreeMap<(u64, String), u64>,
    /// The edit that a build shows, by build.
    edits: BTreeMap<u64, String>,
}

impl Seen {
    /// Different builds.
    pub fn builds(&self) -> usize {
        self.bodies
            .keys()
            .map(|(generation, _)| *generation)
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    }

    fn check(&mut self, path: &str, answer: &Answer) -> Outcome<()> {
        let Answer { status, generation, built, .. } = answer;
        self.answers += 1;
        if *status != 200 {
            return Err(format!("{path} answers {status} in build {generation}").into());
        }
        let mut hasher = DefaultHasher::new();
        hasher.write(built);
        let digest = hasher.finish();
        let known = self.bodies.entry((*generation, path.to_owned())).or_insert(digest);
        if *known != digest {
            return Err(format!("{path} has two bodies in build {generation}").into());
        }
        // A page and its twin show the same edit; home may show another page's.
        if path.starts_with("/workflows/")
            && let Some(edit) = newest_edit(&String::from_utf8_lossy(built))
        {
            let known = self.edits.entry(*generation).or_insert_with(|| edit.clone());
            if *known != edit {
                return Err(format!("build {generation} shows both {known} and {edit}").into());
            }
        }
        Ok(())
    }
}

/// The last edit of a body: `This is edit-12-`. Lists name other pages by edited titles.
fn newest_edit(text: &str) -> Option<String> {
    let numbers = text.split("This is edit-").skip(1).filter_map(|rest| rest.split('-').next());
    numbers
        .filter_map(|number| number.parse::<u32>().ok())
        .max()
        .map(|number| format!("edit {number}"))
}

impl Hammer {
    /// Asks for these addresses in turn.
    pub fn start(address: SocketAddr, paths: Vec<String>) -> Self {
        let ended = Arc::<AtomicBool>::default();
        let over = Arc::clone(&ended);
        let thread = std::thread::spawn(move || {
            let mut client = Client::new(address)?;
            let mut seen = Seen::default();
            while !over.load(Ordering::Relaxed) {
                for path in &paths {
                    let answer = client.get(path)?;
                    seen.check(path, &answer)?;
                }
            }
            Ok(seen)
        });
        Self { ended, thread }
    }

    /// Stops and says what was seen.
    pub fn stop(self) -> Outcome<Seen> {
        self.ended.store(true, Ordering::Relaxed);
        self.thread.join().map_err(|_| "the second client panicked")?
    }
}

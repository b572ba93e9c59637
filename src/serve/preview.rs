//! What browsers are shown: the newest state, exchanged in one step, and word of
//! every exchange. News enter; answers take one state and stay with it.

use std::collections::BTreeMap;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::watch;

use crate::engine::{Build, Output};

use super::generation::{Found, Generation, Settings};
use super::live::{News, Sink};

/// Pages of which the last good version is remembered, and the largest of them.
const REMEMBERED: usize = 64;
const REMEMBERED_BYTES: usize = 256 << 10;

/// Searches that are remembered, and letters of each.
const MISSED: usize = 100;
const MISSED_LETTERS: usize = 200;

/// The site as it is shown.
#[derive(Debug)]
pub struct Preview {
    root: PathBuf,
    token: String,
    now: RwLock<Arc<Generation>>,
    announced: watch::Sender<u64>,
    /// Pages that were shown, for when a template cannot show them any more.
    shown: Mutex<BTreeMap<String, (u64, Vec<u8>)>>,
    /// Searches that found nothing, the newest first.
    missed: Mutex<Vec<String>>,
}

/// What became of the wish to see an output.
#[derive(Debug)]
pub(super) enum Made {
    /// Its bytes, and the state that they come from.
    Bytes { bytes: Vec<u8>, from: u64, is_newest: bool },
    /// Its file is changing: the next state will know.
    Later,
    /// A template cannot show it.
    Never,
}

impl Preview {
    /// Of the playbook at `root`; shows nothing yet.
    pub fn new(root: &Path) -> io::Result<Self> {
        let mut secret = [0; 16];
        getrandom::fill(&mut secret).map_err(|error| io::Error::other(error.to_string()))?;
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        Ok(Self {
            root,
            token: secret.iter().map(|byte| format!("{byte:02x}")).collect(),
            now: RwLock::default(),
            announced: watch::Sender::new(0),
            shown: Mutex::default(),
            missed: Mutex::default(),
        })
    }

    /// Remembers a search that found nothing, up to [`MISSED`] of them.
    pub(super) fn miss(&self, query: &str) {
        let query: String = query.trim().chars().take(MISSED_LETTERS).collect();
        let mut missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
        missed.retain(|known| *known != query);
        if !query.is_empty() {
            missed.insert(0, query);
        }
        missed.truncate(MISSED);
    }

    /// Searches that found nothing, the newest first.
    pub(super) fn missed(&self) -> Vec<String> {
        self.missed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Shows the next state from now on, and gives what was built for it.
    pub fn show(&self, news: News) -> Option<Arc<Build>> {
        let settings = news.sources.as_ref().ok().map(|sources| Settings {
            editor: sources.config.serve.editor.clone(),
            allow_hosts: sources.config.serve.allow_hosts.clone(),
        });
        let built = match (news.sources, news.build) {
            (Ok(_), Some(build)) => Ok(build),
            (Err(failure), _) => Err(failure),
            (Ok(_), None) => return None,
        };
        let before = self.generation();
        let next = Arc::new(before.next(built, settings));
        let number = next.number;
        let build = next.build.clone().filter(|_| next.failure.is_none());
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = next;
        self.announced.send_replace(number);
        // Forgetting ten thousand pages takes a while: nobody waits for it.
        drop(before);
        build
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// What only pages of this run know.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    pub(super) fn generation(&self) -> Arc<Generation> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The newest state, as soon as there is one.
    pub(super) async fn ready(&self) -> Arc<Generation> {
        // Fails only when the sender is gone, which lives as long as this.
        let _ = self.announced.subscribe().wait_for(|number| *number > 0).await;
        self.generation()
    }

    /// The state after `number`, if it comes in time.
    pub(super) async fn newer_than(
        &self,
        number: u64,
        patience: Duration,
    ) -> Option<Arc<Generation>> {
        let mut news = self.announced.subscribe();
        let newer = news.wait_for(|newest| *newest > number);
        let came = tokio::time::timeout(patience, newer).await.is_ok();
        came.then(|| self.generation())
    }

    /// Word of every state from now on.
    pub(super) fn news(&self) -> watch::Receiver<u64> {
        self.announced.subscribe()
    }

    /// The bytes of an output.
    pub(super) fn make(&self, generation: &Generation, route: &str, found: &Found<'_>) -> Made {
        let (from, is_newest) = (found.from, true);
        match found.output {
            Output::Bytes(bytes) => Made::Bytes { bytes: bytes.to_vec(), from, is_newest },
            Output::Asset(asset) => match asset.read() {
                Ok(bytes) => Made::Bytes { bytes, from, is_newest },
                Err(_) => Made::Later,
            },
            Output::Rendered(render) => match render.render() {
                Ok(bytes) => {
                    self.remember(route, from, &bytes);
                    Made::Bytes { bytes, from, is_newest }
                }
                Err(fault) => {
                    generation.add_fault(route, *fault.0);
                    self.recall(route)
                }
            },
        }
    }

    fn remember(&self, route: &str, from: u64, bytes: &[u8]) {
        if bytes.len() > REMEMBERED_BYTES {
            return;
        }
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.insert(route.to_owned(), (from, bytes.to_vec()));
        if shown.len() > REMEMBERED {
            let oldest = shown.iter().min_by_key(|(_, (from, _))| *from);
            let oldest = oldest.map(|(route, _)| route.clone());
            oldest.and_then(|route| shown.remove(&route));
        }
    }

    fn recall(&self, route: &str) -> Made {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.get(route).map_or(Made::Never, |(from, bytes)| Made::Bytes {
            bytes: bytes.clone(),
            from: *from,
            is_newest: false,
        })
    }
}

impl Sink for &Preview {
    fn take(&mut self, news: News) -> ControlFlow<()> {
        self.show(news);
        ControlFlow::Continue(())
    }
}

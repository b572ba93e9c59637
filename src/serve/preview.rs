//! What browsers are shown: the newest state, exchanged in one step, and word of
//! every exchange. News enter; answers take one state and stay with it.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::watch;

use crate::engine::{Build, Output};
use crate::source::{Asset, PIECE_BYTES, Pieces};

use super::editor;
use super::generation::{FoundOutput, Generation, PreviewSettings};
use super::live::{LiveState, Sink};
use super::problems::{Asker, Problems, Surroundings};
use super::sent_pages::{SentPage, SentPages};

/// Searches that are remembered, and letters of each.
const MAX_MISSED_QUERIES: usize = 100;
const MAX_MISSED_QUERY_LETTERS: usize = 200;

/// The site as it is shown.
#[derive(Debug)]
pub struct Preview {
    root: PathBuf,
    token: String,
    run: String,
    now: RwLock<Arc<Generation>>,
    announced: watch::Sender<u64>,
    shown: SentPages,
    /// Editors of this device.
    editors: Vec<&'static str>,
    /// Searches that found nothing, the newest first.
    missed: Mutex<Vec<String>>,
}

/// What became of the wish to see an output.
#[derive(Debug)]
pub(super) enum RenderResult {
    Ready(Ready),
    /// Its file is changing: the next state will know.
    Retry,
    /// A template cannot show it.
    Failed,
}

/// An output that can be sent.
#[derive(Debug)]
pub(super) struct Ready {
    /// Equal keys, equal content.
    pub key: String,
    /// The state that it comes from.
    pub from: u64,
    pub content: Content,
}

/// The bytes of an output.
#[derive(Debug)]
pub(super) enum Content {
    /// Shared by all who ask for them.
    Whole(Arc<[u8]>),
    /// Too many to be held for everybody who asks.
    Pieces { pieces: Pieces, len: u64 },
}

impl Ready {
    /// A page that is no output of the site.
    pub(super) fn page(text: String, from: u64) -> Self {
        let bytes: Arc<[u8]> = text.into_bytes().into();
        let key = Output::bytes(Arc::clone(&bytes)).key().to_string();
        Self::whole(key, from, bytes)
    }

    fn whole(key: String, from: u64, bytes: Arc<[u8]>) -> Self {
        Self { key, from, content: Content::Whole(bytes) }
    }
}

impl Content {
    /// Of an image or download, if its file is still the one that was seen.
    fn of(asset: &Asset) -> io::Result<Self> {
        // In one piece: no file stays open while a slow client reads.
        if asset.len <= PIECE_BYTES {
            return asset.read().map(|bytes| Self::Whole(bytes.into()));
        }
        asset.pieces().map(|pieces| Self::Pieces { pieces, len: asset.len })
    }
}

impl Preview {
    /// Of the playbook at `root`; shows nothing yet.
    pub fn new(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        Ok(Self {
            root,
            token: random::<16>()?,
            // The tags of pages name the run, and must not give the token away.
            run: random::<4>()?,
            now: RwLock::default(),
            announced: watch::Sender::new(0),
            shown: SentPages::default(),
            editors: editor::on_this_device(),
            missed: Mutex::default(),
        })
    }

    /// Remembers a search that found nothing, up to [`MAX_MISSED_QUERIES`] of them.
    pub(super) fn miss(&self, query: &str) {
        // Any page of this run can send one, so it is cut before it is kept.
        let query: String = query.trim().chars().take(MAX_MISSED_QUERY_LETTERS).collect();
        let mut missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
        missed.retain(|known| *known != query);
        if !query.is_empty() {
            missed.insert(0, query);
        }
        missed.truncate(MAX_MISSED_QUERIES);
    }

    /// What is wrong in a state, as somebody sees it.
    pub(super) fn problems(&self, generation: &Generation, asker: Asker<'_>) -> Problems {
        let missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let around = Surroundings { root: &self.root, editors: &self.editors, missed: &missed };
        Problems::of(generation, around, asker)
    }

    /// Shows the next state from now on, and gives what was built for it.
    pub fn show(&self, news: LiveState) -> Option<Arc<Build>> {
        let before = self.generation();
        let settings = match &news.sources {
            Ok(sources) => PreviewSettings {
                editor: sources.config.serve.editor.clone(),
                language: sources.config.site.language.clone(),
            },
            // The last that could be read.
            Err(_) => before.settings.clone(),
        };
        let built = match (news.sources, news.build) {
            (Ok(_), Some(build)) => Ok(build),
            (Err(failure), _) => Err(failure),
            (Ok(_), None) => return None,
        };
        let next = Arc::new(before.next(built, settings, news.changes));
        let number = next.number;
        // With a failure it is the build before, of which nobody need hear again.
        let build = next.build.clone().filter(|_| next.failure.is_none());
        // Exchanged before it is announced: who hears of a number has to find that state.
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = next;
        self.announced.send_replace(number);
        // Forgetting ten thousand pages takes a while: nobody waits for it.
        drop(before);
        build
    }

    /// What only pages of this run know.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Tells this run from others, and is no secret.
    pub(super) fn run(&self) -> &str {
        &self.run
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

    /// What can be sent for an output, whose key this is.
    pub(super) fn make(
        &self,
        generation: &Generation,
        route: &str,
        found: &FoundOutput<'_>,
        key: String,
    ) -> RenderResult {
        let from = found.from;
        match found.output {
            Output::Bytes(bytes) => {
                RenderResult::Ready(Ready::whole(key, from, bytes.clone().into()))
            }
            Output::Asset(asset) => match Content::of(asset) {
                Ok(content) => RenderResult::Ready(Ready { key, from, content }),
                // It is no longer the file that was seen: the build that knows it is on its way.
                Err(_) => RenderResult::Retry,
            },
            Output::Rendered(render) => {
                let page = self.shown.get(route);
                if let Some(page) = page.as_ref().filter(|page| page.key == key) {
                    return RenderResult::Ready(Ready::whole(key, from, Arc::clone(&page.bytes)));
                }
                match (render.render(), page) {
                    (Ok(bytes), _) => {
                        let page = SentPage { key: key.clone(), from, bytes: bytes.into() };
                        let bytes = self.shown.put(route, page).bytes;
                        RenderResult::Ready(Ready::whole(key, from, bytes))
                    }
                    (Err(fault), earlier) => {
                        generation.add_fault(route, *fault.0);
                        // What this run last showed there stands in.
                        let earlier = earlier.map(|it| Ready::whole(it.key, it.from, it.bytes));
                        earlier.map_or(RenderResult::Failed, RenderResult::Ready)
                    }
                }
            }
        }
    }
}

/// So many random bytes, as hexadecimal digits.
fn random<const BYTES: usize>() -> io::Result<String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Sink for &Preview {
    fn take(&mut self, news: LiveState) -> ControlFlow<()> {
        self.show(news);
        ControlFlow::Continue(())
    }
}

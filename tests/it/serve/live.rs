//! The loop in a thread of its own, with every build that it makes.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use playbook::engine::Engine;
use playbook::serve::{self, DiskHints, Hint, Hints, LiveState, Sink, Watch};
use playbook::source::Reader;

use crate::fixture::{self};

use super::Folder;

/// What became of one state.
#[derive(Clone, Debug)]
pub struct State {
    /// Every byte of the site; none without sources.
    pub site: Option<std::collections::BTreeMap<String, Vec<u8>>>,
    pub changes: Vec<String>,
    pub at: Instant,
}

/// Everything that the loop has built so far.
#[derive(Clone, Debug, Default)]
pub struct Log(pub Arc<Mutex<Vec<State>>>);

impl Log {
    pub fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    pub fn last(&self) -> Option<State> {
        self.0.lock().unwrap().last().cloned()
    }
}

impl Sink for Log {
    fn take(&mut self, news: LiveState) -> ControlFlow<()> {
        let site = news.build.as_ref().map(fixture::bytes);
        let changes = news.changes.into_iter().map(|it| it.path).collect();
        self.0.lock().unwrap().push(State { site, changes, at: Instant::now() });
        ControlFlow::Continue(())
    }
}

/// Hints that a test gives.
pub struct Injected(pub Receiver<Hint>);

impl Hints for Injected {
    fn wait(&mut self, at_most: Duration) -> Hint {
        use std::sync::mpsc::RecvTimeoutError;

        match self.0.recv_timeout(at_most) {
            Ok(hint) => hint,
            Err(RecvTimeoutError::Timeout) => Hint::Quiet,
            Err(RecvTimeoutError::Disconnected) => Hint::Ended,
        }
    }
}

/// Hints that come with the ones from the system.
pub struct Disturbed {
    pub disk: DiskHints,
    pub ended: Arc<std::sync::atomic::AtomicBool>,
}

impl Hints for Disturbed {
    fn wait(&mut self, at_most: Duration) -> Hint {
        if self.ended.load(std::sync::atomic::Ordering::Relaxed) {
            return Hint::Ended;
        }
        self.disk.wait(at_most.min(Duration::from_millis(100)))
    }
}

/// A running loop; it ends when this is dropped.
pub struct Live {
    pub log: Log,
    pub notices: Arc<Mutex<Vec<String>>>,
    ended: Arc<std::sync::atomic::AtomicBool>,
    sender: Option<Sender<Hint>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Live {
    /// Woken by the system.
    pub fn on_disk(folder: &Folder) -> Self {
        let ended = Arc::default();
        let disk = DiskHints::new(folder.root());
        let hints = Disturbed { disk, ended: Arc::clone(&ended) };
        Self::start(folder, Box::new(hints), ended, None, false)
    }

    /// Woken by the test alone.
    pub fn injected(folder: &Folder, polling: bool) -> Self {
        let (sender, receiver) = channel();
        Self::start(folder, Box::new(Injected(receiver)), Arc::default(), Some(sender), polling)
    }

    fn start(
        folder: &Folder,
        hints: Box<dyn Hints>,
        ended: Arc<std::sync::atomic::AtomicBool>,
        sender: Option<Sender<Hint>>,
        polling: bool,
    ) -> Self {
        let (log, notices) = (Log::default(), Arc::<Mutex<Vec<String>>>::default());
        let (root, heard): (PathBuf, _) = (folder.root().to_owned(), Arc::clone(&notices));
        let mut sink = log.clone();
        let thread = std::thread::spawn(move || {
            let mut reader = Reader::new(&root).unwrap();
            let tell = move |notice: &str| heard.lock().unwrap().push(notice.to_owned());
            let watch = Watch::new(hints, tell);
            let mut watch = if polling { watch.polling() } else { watch };
            serve::run(&mut reader, &mut Engine::with_drafts(), &mut watch, &mut sink);
        });
        let live = Self { log, notices, ended, sender, thread: Some(thread) };
        super::eventually(|| live.log.count(), |count| *count >= 1);
        live
    }

    pub fn hint(&self, hint: Hint) {
        self.sender.as_ref().unwrap().send(hint).unwrap();
    }

    /// Waits until the newest site is what a clean build gives.
    #[track_caller]
    pub fn is_clean(&self, folder: &Folder) {
        let clean = super::clean(folder.root());
        let is_clean = || {
            let log = self.log.0.lock().unwrap();
            log.last().and_then(|state| state.site.as_ref()) == Some(&clean)
        };
        let start = Instant::now();
        while !is_clean() {
            assert!(start.elapsed() < super::patience(), "never equals a clean build");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits long enough that any further build would have come, and counts all.
    pub fn count_at_rest(&self) -> usize {
        std::thread::sleep(Duration::from_millis(500));
        self.log.count()
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.ended.store(true, std::sync::atomic::Ordering::Relaxed);
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || std::thread::panicking());
        }
    }
}

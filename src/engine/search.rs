//! The search index as a part of the site. Which files it has depends on all
//! words of all pages, so it is made when somebody first asks for one of them:
//! a build that nobody searches does not pay for it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use rayon::prelude::*;

use crate::address::{PageId, Route};
use crate::document::Body;
use crate::memo::{Digest, Hashed};
use crate::model::Page;
use crate::page::World;
use crate::search::{self, Index, IndexFile, SearchMemos};

use super::output::{Output, Render, RenderError};
use super::stages::Documents;

/// The search index of one site.
#[derive(Clone, Default)]
pub struct SearchFiles(Option<Arc<LazyIndex>>);

struct LazyIndex {
    /// The engine's. One that is gone will not ask again.
    memory: Weak<Mutex<SearchMemos>>,
    world: Hashed<World>,
    documents: Arc<Documents>,
    index: OnceLock<Index>,
    pages: OnceLock<BTreeMap<Route, PageId>>,
    outputs: OnceLock<BTreeMap<Route, Output>>,
}

static NONE: BTreeMap<Route, Output> = BTreeMap::new();

impl SearchFiles {
    pub(super) fn new(
        memory: &Arc<Mutex<SearchMemos>>,
        world: &Hashed<World>,
        documents: &Arc<Documents>,
    ) -> Self {
        Self(Some(Arc::new(LazyIndex {
            memory: Arc::downgrade(memory),
            world: world.clone(),
            documents: Arc::clone(documents),
            index: OnceLock::new(),
            pages: OnceLock::new(),
            outputs: OnceLock::new(),
        })))
    }

    /// The index, for whoever searches without a browser.
    pub fn index(&self) -> Option<&Index> {
        self.0.as_ref().map(|index| index.index())
    }

    /// Every file of it.
    pub(super) fn outputs(&self) -> &BTreeMap<Route, Output> {
        match &self.0 {
            Some(index) => index.outputs.get_or_init(|| index.files()),
            None => &NONE,
        }
    }

    /// What a page that was found shows.
    pub fn record(&self, page: &Route) -> Option<search::PageRecord> {
        let index = self.0.as_ref()?;
        let page = index.pages().get(page).and_then(|id| index.world.playbook.page(id))?;
        Some(index.record(page).record())
    }
}

impl LazyIndex {
    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            // A site that outlives its engine starts from an empty memory: the same index, made
            // anew.
            let memory = self.memory.upgrade().unwrap_or_default();
            // A panic while it was held leaves memos whole.
            let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
            search::build(&mut memory, &self.world.playbook, |page| self.body(page))
        })
    }

    /// Pages by their address.
    fn pages(&self) -> &BTreeMap<Route, PageId> {
        self.pages.get_or_init(|| {
            let pages = search::found(&self.world.playbook);
            pages.map(|page| (page.route.clone(), page.id.clone())).collect()
        })
    }

    fn body(&self, page: &Page) -> Option<Hashed<Body>> {
        self.documents.get(&page.card.path).map(|document| document.body.clone())
    }

    fn record(&self, page: &Page) -> RecordOutput {
        let body = self.body(page).unwrap_or_else(|| Hashed::new(Body::default()));
        RecordOutput { world: self.world.clone(), id: page.id.clone(), body, key: OnceLock::new() }
    }

    fn files(&self) -> BTreeMap<Route, Output> {
        let files = self.index().files().into_iter();
        let files = files.map(|(route, file)| (route, Output::Rendered(Arc::new(file) as _)));
        let record = |page: &Page| {
            let record: Arc<dyn Render> = Arc::new(self.record(page));
            (search::record_route(&page.route), Output::Rendered(record))
        };
        let pages: Vec<&Page> = search::found(&self.world.playbook).collect();
        let records: Vec<_> = pages.into_par_iter().map(record).collect();
        files.chain(records).collect()
    }
}

impl fmt::Debug for SearchFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SearchFiles")
    }
}

impl Render for IndexFile {
    fn key(&self) -> Digest {
        Digest::of(self)
    }

    fn render(&self) -> Result<Vec<u8>, RenderError> {
        Ok(self.to_bytes())
    }
}

/// What is shown of one page, made when it is wanted.
struct RecordOutput {
    world: Hashed<World>,
    id: PageId,
    body: Hashed<Body>,
    key: OnceLock<Digest>,
}

impl RecordOutput {
    fn record(&self) -> search::PageRecord {
        match self.world.playbook.page(&self.id) {
            Some(page) => search::record(&self.world.playbook, page, &self.body),
            None => search::PageRecord::default(),
        }
    }
}

impl Render for RecordOutput {
    fn key(&self) -> Digest {
        *self.key.get_or_init(|| {
            let page = self.world.playbook.page(&self.id);
            let key = |page| search::record_key(&self.world.playbook, page, &self.body);
            page.map_or_else(|| Digest::of(&()), key)
        })
    }

    fn render(&self) -> Result<Vec<u8>, RenderError> {
        Ok(self.record().to_bytes())
    }
}

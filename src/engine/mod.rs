//! The composition of all rooms: `Sources -> Site`, with a memory. There is one
//! way through it, whether the engine is fresh or has lived through a history
//! of edits, and both give the same bytes. Deliberately absent: files, the
//! clock, and any knowledge of what was edited.

mod build;
mod output;
mod outputs;
mod search;
mod site;
mod stages;
mod table;

pub use build::{Build, Trace};
pub use output::{Output, Render, RenderError};
pub use search::SearchFiles;
pub use site::Site;
pub use table::Outputs;

use std::sync::{Arc, Mutex};

use crate::document::Document;
use crate::memo::{Hashed, Memo};
use crate::search::{SearchMemos, SearchStage};
use crate::source::Sources;
use outputs::{Layout, OUTPUTS_EACH};
use stages::{Derived, LoadedTheme};
use table::DocumentOutputs;

/// Builds sites, and remembers what it built them from.
#[derive(Debug, Default)]
pub struct Engine {
    documents: Memo<Document>,
    worlds: Memo<Derived>,
    themes: Memo<LoadedTheme>,
    layouts: Memo<Layout>,
    pages: Memo<DocumentOutputs>,
    // Shared with sites, whose index is made when somebody asks for it.
    search: Arc<Mutex<SearchMemos>>,
    drafts: bool,
}

/// A stage whose results are remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RememberedStage {
    /// The stage `document::parse`, by file.
    Document,
    /// `model::assemble`, `index::derive` and `check::run`
    World,
    /// The stage `render::load`: the theme.
    Theme,
    /// Where outputs lie, and those without a body
    Layout,
    /// `page::plan` and `render::page`, which wait until they are asked for
    Page,
    /// `search::build`, which waits likewise
    Search(SearchStage),
}

impl Engine {
    /// An engine without a history.
    pub fn new() -> Self {
        Self::default()
    }

    /// An engine that publishes drafts too, as a preview does.
    pub fn with_drafts() -> Self {
        Self { drafts: true, ..Self::default() }
    }

    /// An engine one of whose memos forgets a field of its key. Tests prove by
    /// it that they would notice.
    pub fn with_broken_memo(stage: RememberedStage, field: &'static str) -> Self {
        let mut engine = Self::default();
        match stage {
            RememberedStage::Document => engine.documents = Memo::broken(field),
            RememberedStage::World => engine.worlds = Memo::broken(field),
            RememberedStage::Theme => engine.themes = Memo::broken(field),
            RememberedStage::Layout => engine.layouts = Memo::broken(field),
            RememberedStage::Page => engine.pages = Memo::broken(field),
            RememberedStage::Search(which) => {
                engine.search = Arc::new(Mutex::new(SearchMemos::broken(which, field)));
            }
        }
        engine
    }

    /// Builds what can stand.
    pub fn build(&mut self, sources: &Sources) -> Build {
        let documents = Arc::new(stages::parse(&self.documents, sources));
        let misnamed = stages::parse_misnamed(&self.documents, sources);
        let derived = stages::derive(&self.worlds, sources, &documents, self.drafts);
        let theme = stages::load_theme(&self.themes, sources, &derived);
        let (mut site, mut fixed) = (Site::default(), 0);
        // Without a theme nothing can be shown, and messages are told all the same.
        if theme.theme.is_some() {
            let layout = outputs::lay_out(&self.layouts, &derived, &theme);
            site = outputs::outputs(&self.pages, &layout, sources, &documents, &derived, &theme);
            fixed = layout.fixed();
            let world = Hashed::part(&derived, |derived| &derived.world);
            site.search = SearchFiles::new(&self.search, &world, &documents);
        }
        // After the last question to a memo: what nobody asked for by now is dropped.
        let trace = self.end_build(fixed);
        let mut build = Build::new(sources, site, documents, derived, trace);
        build.tell_misnamed(&misnamed);
        build.theme_failed = theme.theme.is_none();
        build.tell(sources.diagnostics.iter().chain(&theme.diagnostics).cloned());
        build
    }

    /// Drops what this build did not touch and tells what it had to make. A
    /// layout holds so many outputs itself.
    fn end_build(&mut self, fixed: u64) -> Trace {
        Trace {
            parsed: self.documents.sweep(),
            derived: self.worlds.sweep(),
            themes: self.themes.sweep(),
            pages: OUTPUTS_EACH * self.pages.sweep() + fixed * self.layouts.sweep(),
        }
    }
}

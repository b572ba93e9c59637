//! What one build gives: the site, the messages with what is needed to print
//! them, and a trace of what had to be made.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::address::Route;
use crate::diagnostic::{Diagnostic, SETTINGS, Severity, SourceMap, Translation};
use crate::document::Document;
use crate::index::Indexes;
use crate::memo::Hashed;
use crate::model::Playbook;
use crate::source::Sources;

use super::site::Site;
use super::stages::{self, Derived, Documents};

/// One build, with all it found.
#[derive(Debug)]
pub struct Build {
    /// The site, as far as it can stand.
    pub site: Site,
    /// The theme could not be loaded: nothing may be published.
    pub theme_failed: bool,
    /// What had to be made for it.
    pub trace: Trace,
    documents: Arc<Documents>,
    texts: BTreeMap<Arc<str>, SourceMap>,
    derived: Hashed<Derived>,
    translation: Translation,
    /// Messages of the other stages.
    others: Vec<Diagnostic>,
    /// Looked for when somebody asks for messages.
    duplicates: OnceLock<Vec<Diagnostic>>,
    /// Numbers of all messages, in the order in which a person reads files.
    order: OnceLock<Vec<usize>>,
}

/// What a build had to make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// How many documents were parsed anew.
    pub parsed: u64,
    /// Playbooks assembled: 0 or 1.
    pub derived: u64,
    /// Themes loaded: 0 or 1.
    pub themes: u64,
    /// Outputs that are made from something else than before.
    pub pages: u64,
}

impl Build {
    pub(super) fn new(
        sources: &Sources,
        site: Site,
        documents: Arc<Documents>,
        derived: Hashed<Derived>,
        trace: Trace,
    ) -> Self {
        Self {
            site,
            theme_failed: false,
            trace,
            texts: texts(sources),
            translation: Translation::for_language(&sources.config.site.language),
            documents,
            derived,
            others: Vec::new(),
            duplicates: OnceLock::new(),
            order: OnceLock::new(),
        }
    }

    /// Adds the messages of other stages to those of documents and playbook.
    pub(super) fn tell(&mut self, others: impl Iterator<Item = Diagnostic>) {
        self.others.extend(others);
    }

    /// Adds what is the matter with pages that are left out for their name.
    pub(super) fn tell_misnamed(&mut self, misnamed: &Documents) {
        for (path, document) in misnamed {
            self.texts.insert(Arc::clone(path), document.map.clone());
            self.others.extend(document.diagnostics.iter().cloned());
        }
    }

    /// Every message, by path and place. Near-duplicates are looked for by then:
    /// whoever wants to see a page does not wait for them.
    pub fn diagnostics(&self) -> Vec<&Diagnostic> {
        let duplicates =
            self.duplicates.get_or_init(|| stages::duplicates(&self.documents, &self.derived));
        let all: Vec<&Diagnostic> = self.unsorted().chain(duplicates).collect();
        // Numbers, since references into this build could not be kept in it.
        let order = self.order.get_or_init(|| self.order(&all));
        order.iter().filter_map(|number| all.get(*number).copied()).collect()
    }

    fn unsorted(&self) -> impl Iterator<Item = &Diagnostic> {
        let of_documents = self.documents.values().flat_map(|document| &document.diagnostics);
        of_documents.chain(&self.derived.diagnostics).chain(&self.others)
    }

    /// The language that its messages are shown in: that of the site.
    pub fn translation(&self) -> Translation {
        self.translation
    }

    /// The text behind a path, to print messages with.
    pub fn source_map(&self, path: &str) -> Option<&SourceMap> {
        let document = self.documents.get(path).map(|document| &document.map);
        document.or_else(|| self.texts.get(path))
    }

    /// Every file of a page as it was read, by path.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.documents.values().map(|document| &**document)
    }

    /// What stands, for commands that ask more of it.
    pub fn playbook(&self) -> &Playbook {
        &self.derived.world.playbook
    }

    /// The lists and counts of what stands.
    pub fn indexes(&self) -> &Indexes {
        &self.derived.world.indexes
    }

    /// The file of every page, and the address that the page has or would have if it
    /// stood.
    pub fn addresses(&self) -> impl Iterator<Item = (&str, Route)> {
        let address = |document: &Document| Route::page(document.kind, &document.id);
        self.documents.values().map(move |document| (&*document.path, address(document)))
    }

    /// Messages in the order in which a person reads files. Of equal ones, one.
    pub fn sorted<'a>(&self, diagnostics: Vec<&'a Diagnostic>) -> Vec<&'a Diagnostic> {
        let order = self.order(&diagnostics).into_iter();
        order.filter_map(|number| diagnostics.get(number).copied()).collect()
    }

    fn order(&self, diagnostics: &[&Diagnostic]) -> Vec<usize> {
        let place = |diagnostic: &Diagnostic| {
            let map = self.source_map(&diagnostic.place.path);
            let location = map.map(|map| map.locate(&diagnostic.place.at));
            location.map_or((0, 0), |location| (location.line, location.column))
        };
        // Every place is looked up once, and not for every comparison.
        let mut keyed: Vec<_> = diagnostics.iter().map(|it| (place(it), *it)).zip(0..).collect();
        keyed.sort_by(|((a_place, a), _), ((b_place, b), _)| {
            // The whole message last: which stage told first must not decide the order.
            (&a.place.path, a_place, a.code, a).cmp(&(&b.place.path, b_place, b.code, b))
        });
        keyed.dedup_by(|(next, _), (kept, _)| next == kept);
        keyed.into_iter().map(|(_, number)| number).collect()
    }

    /// What is wrong with the content, in no order; near-duplicates are no errors.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        // Not `diagnostics`, which would look for near-duplicates.
        self.unsorted().filter(|it| it.severity == Severity::Error)
    }

    /// Whether anything is wrong with the content.
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }
}

/// Texts that are no documents: the settings and the theme's files.
fn texts(sources: &Sources) -> BTreeMap<Arc<str>, SourceMap> {
    let settings = SourceMap::of_text(Arc::clone(&sources.config_text));
    let theme = sources.theme.iter().map(|(file, bytes)| {
        // As messages name it.
        let path = format!("themes/{}/{file}", sources.config.site.theme);
        let text = String::from_utf8_lossy(bytes).into_owned();
        (Arc::from(path), SourceMap::of_text(Arc::from(text)))
    });
    std::iter::once((Arc::from(SETTINGS), settings)).chain(theme).collect()
}

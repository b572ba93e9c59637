//! The stages one by one: each asks its memo for every value it needs.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{self, Sketched};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document, DocumentKey, DocumentSettings, FileBytes};
use crate::index;
use crate::memo::{Fields, Hashed, Key, MAX_CHUNK_LEN, Memo};
use crate::model::{self, ModelKey, OtherFiles, PageInput, Workflow};
use crate::page::view::SiteView;
use crate::page::{self, World};
use crate::render::{self, Theme};
use crate::source::Sources;

/// Every document by its path.
pub(super) type Documents = BTreeMap<Arc<str>, Hashed<Document>>;

/// What the cards of all documents give.
#[derive(Debug)]
pub(super) struct Derived {
    pub world: Arc<World>,
    pub diagnostics: Vec<Diagnostic>,
}

/// A theme, if it could be read.
#[derive(Debug)]
pub(super) struct LoadedTheme {
    pub theme: Option<Arc<Theme>>,
    pub diagnostics: Vec<Diagnostic>,
}

pub(super) fn parse(memo: &Memo<Document>, sources: &Sources) -> Documents {
    parse_files(memo, sources, &sources.documents)
}

/// Pages that nobody may name, for what is told of them.
pub(super) fn parse_misnamed(memo: &Memo<Document>, sources: &Sources) -> Documents {
    parse_files(memo, sources, &sources.misnamed)
}

fn parse_files(
    memo: &Memo<Document>,
    sources: &Sources,
    files: &BTreeMap<Arc<str>, Hashed<FileBytes>>,
) -> Documents {
    // Only what a document may see: a change of any other setting parses nothing again.
    let settings = Hashed::new(DocumentSettings::of(&sources.config));
    let parse = |(path, bytes): (&Arc<str>, &Hashed<FileBytes>)| {
        let key = DocumentKey {
            path: Arc::clone(path),
            bytes: bytes.clone(),
            settings: settings.clone(),
        };
        (Arc::clone(path), memo.get(&key, document::parse))
    };
    let files: Vec<_> = files.iter().collect();
    let parsed: Vec<_> = files.into_par_iter().with_max_len(MAX_CHUNK_LEN).map(parse).collect();
    parsed.into_iter().collect()
}

pub(super) fn derive(
    memo: &Memo<Derived>,
    sources: &Sources,
    documents: &Documents,
    drafts: bool,
) -> Hashed<Derived> {
    let input = |document: &Hashed<Document>| PageInput {
        path: Arc::clone(&document.path),
        kind: document.kind,
        id: document.id.clone(),
        card: document.card.clone(),
        invalid_card: document.invalid_card.clone(),
        excerpts: document.excerpts.clone(),
    };
    // Sizes and no bytes: a picture that is painted over leaves the playbook equal.
    let sizes = sources.assets.iter();
    let sizes = sizes.map(|(path, asset)| (Arc::clone(path), asset.dimensions)).collect();
    let key = ModelKey {
        config: sources.config.clone(),
        pages: documents.values().map(input).collect(),
        files: Hashed::new(OtherFiles { sizes, unpublished: sources.unpublished.clone() }),
        drafts,
    };
    memo.get(&key, derived)
}

fn derived(key: &ModelKey) -> Derived {
    let model = model::assemble(key);
    let indexes = index::derive(&model.playbook);
    let mut diagnostics = model.diagnostics;
    diagnostics.extend(check::run(&model.playbook));
    // Hashed by itself: a theme is loaded again only when the chrome has changed.
    let site = Hashed::new(page::site_view(&model.playbook, &indexes));
    Derived { world: Arc::new(World { playbook: model.playbook, indexes, site }), diagnostics }
}

/// Write-ups are compared by their sketches; retired ones are no duplicates.
pub(super) fn duplicates(documents: &Documents, derived: &Derived) -> Vec<Diagnostic> {
    let workflows = derived.world.playbook.workflows.values();
    let workflows: Vec<&Workflow> = workflows.filter(|it| !it.is_retired()).collect();
    let pages = workflows.into_par_iter().filter_map(|it| sketched(documents, it));
    check::duplicates(&pages.collect::<Vec<_>>())
}

fn sketched<'a>(documents: &'a Documents, workflow: &'a Workflow) -> Option<Sketched<'a>> {
    let card = &workflow.page.card;
    let sketch = &documents.get(&card.path)?.sketch;
    Some(Sketched { path: &card.path, title: &card.title, sketch })
}

/// Everything that a theme is loaded from.
struct ThemeKey {
    name: String,
    files: BTreeMap<Arc<str>, Hashed<FileBytes>>,
    site: Hashed<SiteView>,
}

impl Key for ThemeKey {
    fn feed(&self, fields: &mut Fields<'_>) {
        fields.field("name", &self.name);
        fields.field("files", &self.files);
        fields.field("site", &self.site);
    }
}

pub(super) fn load_theme(
    memo: &Memo<LoadedTheme>,
    sources: &Sources,
    derived: &Derived,
) -> Hashed<LoadedTheme> {
    let key = ThemeKey {
        name: sources.config.site.theme.clone(),
        files: sources.theme.clone(),
        site: derived.world.site.clone(),
    };
    memo.get(&key, |key| {
        let (theme, diagnostics) = render::load(&key.files, &key.name, &key.site);
        LoadedTheme { theme: theme.map(Arc::new), diagnostics }
    })
}

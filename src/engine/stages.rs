//! The stages one by one: each asks its memo for every value it needs.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::check;
use crate::diagnostic::Diagnostic;
use crate::document::{self, Body, Document, DocumentKey, DocumentSettings, FileBytes, Route};
use crate::index;
use crate::memo::{Digest, Fields, Hashed, Key, Memo};
use crate::model::{self, ModelKey, PageId, PageInput};
use crate::page::view::SiteView;
use crate::page::{self, PlanKey, Planned, Subject, World};
use crate::render::{self, Theme};
use crate::source::Sources;

use super::site::{Output, Render, RenderError, Site};

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
    let settings = Hashed::new(DocumentSettings::of(&sources.config));
    let parse = |(path, bytes): (&Arc<str>, &Hashed<FileBytes>)| {
        let key = DocumentKey {
            path: Arc::clone(path),
            bytes: bytes.clone(),
            settings: settings.clone(),
        };
        (Arc::clone(path), memo.get(&key, document::parse))
    };
    let parsed: Vec<_> = sources.documents.par_iter().map(parse).collect();
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
        excerpts: document.excerpts.clone(),
    };
    let sizes = sources.assets.iter();
    let sizes = sizes.map(|(path, asset)| (Arc::clone(path), asset.dimensions)).collect();
    let key = ModelKey {
        config: sources.config.clone(),
        pages: documents.values().map(input).collect(),
        assets: Hashed::new(sizes),
        drafts,
    };
    memo.get(&key, derived)
}

fn derived(key: &ModelKey) -> Derived {
    let model = model::assemble(key);
    let indexes = index::derive(&model.playbook);
    let mut diagnostics = model.diagnostics;
    diagnostics.extend(check::run(&model.playbook, &indexes));
    let site = Hashed::new(page::site_view(&model.playbook));
    Derived { world: Arc::new(World { playbook: model.playbook, indexes, site }), diagnostics }
}

/// Write-ups are compared by their sketches; retired ones are no duplicates.
pub(super) fn duplicates(
    memo: &Memo<Vec<Diagnostic>>,
    documents: &Documents,
    derived: &Derived,
) -> Hashed<Vec<Diagnostic>> {
    let sketched = |workflow: &model::Workflow| {
        let card = &workflow.page.card;
        Some(check::Sketched {
            path: Arc::clone(&card.path),
            title: card.title.clone(),
            sketch: documents.get(&card.path)?.sketch.clone(),
        })
    };
    let workflows = derived.world.playbook.workflows.values();
    let pages = workflows.filter(|it| !it.is_retired()).filter_map(sketched).collect();
    memo.get(&check::DuplicatesKey { pages }, check::duplicates)
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

/// Everything that one output is made from.
struct PageKey {
    plan: PlanKey,
    theme: Hashed<LoadedTheme>,
}

impl Key for PageKey {
    fn feed(&self, fields: &mut Fields<'_>) {
        self.plan.feed(fields);
        fields.field("theme", &self.theme);
    }
}

/// Every output, planned when somebody asks for it. Without a theme nothing can
/// be shown.
pub(super) fn outputs(
    memo: &Memo<Page>,
    sources: &Sources,
    documents: &Documents,
    derived: &Hashed<Derived>,
    loaded: &Hashed<LoadedTheme>,
) -> Site {
    let Some(theme) = &loaded.theme else { return Site::default() };
    let world = Hashed::part(derived, |derived| &derived.world);
    let pages = page::subjects(&world).into_par_iter().map(|subject| {
        let route = subject.route();
        let body = body(&world, documents, &subject);
        let plan = PlanKey { subject, body, world: world.clone() };
        let page = memo.get(&PageKey { plan, theme: loaded.clone() }, Page::new);
        (route, Output::Rendered(Hashed::arc(&page).clone()))
    });
    let mut outputs: BTreeMap<Route, Output> = pages.collect::<Vec<_>>().into_iter().collect();
    for (route, bytes) in theme.assets() {
        outputs.entry(route.clone()).or_insert_with(|| Output::Bytes(bytes.clone()));
    }
    for (path, (route, _)) in &world.playbook.assets {
        if let Some(asset) = sources.assets.get(path) {
            outputs.entry(route.clone()).or_insert_with(|| Output::Asset(asset.clone()));
        }
    }
    Site::of(outputs)
}

/// The body of the document behind an output.
fn body(world: &World, documents: &Documents, subject: &Subject) -> Option<Hashed<Body>> {
    let (Subject::Page(id) | Subject::Twin(id)) = subject else { return None };
    let id: &PageId = id;
    let page = world.playbook.page(id)?;
    documents.get(&page.card.path).map(|document| document.body.clone())
}

/// An output that is planned when its bytes are wanted, or the key that tells
/// whether they would differ. A site of views would take more memory than
/// planning again takes time.
#[derive(Debug)]
pub(super) struct Page {
    plan: PlanKey,
    theme: Hashed<LoadedTheme>,
    key: OnceLock<Digest>,
}

impl Page {
    fn new(key: &PageKey) -> Self {
        Self { plan: key.plan.clone(), theme: key.theme.clone(), key: OnceLock::new() }
    }
}

impl Render for Page {
    fn key(&self) -> Digest {
        *self.key.get_or_init(|| match page::plan(&self.plan) {
            Planned::Page(view) => Digest::of(&(*view, Hashed::digest(&self.theme))),
            // Markdown and data have no theme.
            Planned::Twin(twin) => Digest::of(&*twin),
            Planned::Data(data) => Digest::of(&*data),
            Planned::Nothing => Digest::of_bytes(&[]),
        })
    }

    fn render(&self) -> Result<Vec<u8>, RenderError> {
        match (page::plan(&self.plan), &self.theme.theme) {
            (Planned::Page(view), Some(theme)) => {
                render::page(&view, theme).map_err(|error| RenderError(Box::new(error)))
            }
            (Planned::Data(data), _) => Ok(data.to_bytes()),
            (Planned::Twin(twin), _) => Ok(twin.to_markdown().into_bytes()),
            _ => Ok(Vec::new()),
        }
    }
}

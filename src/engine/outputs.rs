//! The outputs of a site. Those without a body, and where every output lies,
//! follow from the world and the theme alone: they are laid out once for many
//! edits of prose. What shows a body is remembered by document. Deliberately
//! absent: planning and rendering, until somebody asks.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::document::Route;
use crate::memo::{Digest, Fields, Hashed, Key, Memo};
use crate::model::PageId;
use crate::page::{self, PlanKey, Planned, Subject, World};
use crate::render;
use crate::source::Sources;

use super::site::{Output, Render, RenderError, Site};
use super::stages::{Derived, Documents, LoadedTheme};

/// Everything that a layout is made from.
struct LayoutKey {
    world: Hashed<World>,
    theme: Hashed<LoadedTheme>,
}

impl Key for LayoutKey {
    fn feed(&self, fields: &mut Fields<'_>) {
        fields.field("world", &self.world);
        fields.field("theme", &self.theme);
    }
}

/// Where every output lies.
#[derive(Debug)]
pub(super) struct Layout {
    /// By address.
    places: Vec<(Route, Place)>,
    /// Pages with a body: their ids and their sources.
    documents: Vec<(PageId, Arc<str>)>,
}

/// What lies at an address.
#[derive(Debug)]
enum Place {
    /// An output without a body.
    Bare(Output),
    /// The page of a document, by its number.
    Page(usize),
    /// Its twin.
    Twin(usize),
}

impl Layout {
    fn new(key: &LayoutKey) -> Self {
        let playbook = &key.world.playbook;
        let mut documents: Vec<(PageId, Arc<str>)> = Vec::new();
        let mut number = |id: &PageId| {
            if documents.last().is_none_or(|(last, _)| last != id) {
                let page = playbook.page(id)?;
                documents.push((id.clone(), Arc::clone(&page.card.path)));
            }
            Some(documents.len() - 1)
        };
        let mut place = |subject: Subject| {
            let route = subject.route();
            let known = match &subject {
                Subject::Page(id) => number(id).map(Place::Page),
                Subject::Twin(id) => number(id).map(Place::Twin),
                _ => None,
            };
            let bare = || {
                let plan = PlanKey { subject, body: None, world: key.world.clone() };
                Place::Bare(Output::Rendered(Page::new(plan, &key.theme)))
            };
            (route, known.unwrap_or_else(bare))
        };
        // Of two outputs with one address the last one counts.
        let places: BTreeMap<_, _> =
            page::subjects(&key.world).into_iter().map(&mut place).collect();
        Self { places: places.into_iter().collect(), documents }
    }

    /// How many outputs it made itself.
    pub(super) fn bare(&self) -> u64 {
        self.places.iter().filter(|(_, place)| matches!(place, Place::Bare(_))).count() as u64
    }
}

/// Everything that the page of a document and its twin are made from. Which
/// document that is follows from the body: the path is in its digest.
struct PageKey {
    plan: PlanKey,
    theme: Hashed<LoadedTheme>,
}

impl Key for PageKey {
    fn feed(&self, fields: &mut Fields<'_>) {
        fields.field("body", &self.plan.body);
        fields.field("world", &self.plan.world);
        fields.field("theme", &self.theme);
    }
}

/// The outputs that show the body of one document.
#[derive(Debug)]
pub(super) struct Pages {
    page: Arc<Page>,
    twin: Arc<Page>,
}

impl Pages {
    /// How many outputs that is.
    pub(super) const EACH: u64 = 2;

    fn new(key: &PageKey) -> Self {
        let PlanKey { subject, body, world } = &key.plan;
        let subject = match subject {
            Subject::Page(id) => Subject::Twin(id.clone()),
            other => other.clone(),
        };
        let twin = PlanKey { subject, body: body.clone(), world: world.clone() };
        Self { page: Page::new(key.plan.clone(), &key.theme), twin: Page::new(twin, &key.theme) }
    }
}

/// Where every output lies; without a theme nothing can be shown.
pub(super) fn lay_out(
    memo: &Memo<Layout>,
    derived: &Hashed<Derived>,
    theme: &Hashed<LoadedTheme>,
) -> Hashed<Layout> {
    let world = Hashed::part(derived, |derived| &derived.world);
    memo.get(&LayoutKey { world, theme: theme.clone() }, Layout::new)
}

/// Every output, planned when somebody asks for it.
pub(super) fn outputs(
    memo: &Memo<Pages>,
    layout: &Layout,
    sources: &Sources,
    documents: &Documents,
    derived: &Hashed<Derived>,
    theme: &Hashed<LoadedTheme>,
) -> Site {
    let world = Hashed::part(derived, |derived| &derived.world);
    let pages = |(id, path): &(PageId, Arc<str>)| {
        let subject = Subject::Page(id.clone());
        let body = documents.get(path).map(|document| document.body.clone());
        let plan = PlanKey { subject, body, world: world.clone() };
        memo.get(&PageKey { plan, theme: theme.clone() }, Pages::new)
    };
    let pages: Vec<Hashed<Pages>> = layout.documents.par_iter().map(pages).collect();
    let output = |(route, place): &(Route, Place)| {
        let output = match place {
            Place::Bare(output) => output.clone(),
            Place::Page(number) => Output::Rendered(pages.get(*number)?.page.clone()),
            Place::Twin(number) => Output::Rendered(pages.get(*number)?.twin.clone()),
        };
        Some((route.clone(), output))
    };
    let mut outputs: BTreeMap<Route, Output> = layout.places.iter().filter_map(output).collect();
    for (route, bytes) in theme.theme.iter().flat_map(|theme| theme.assets()) {
        outputs.entry(route.clone()).or_insert_with(|| Output::Bytes(bytes.clone()));
    }
    for (path, (route, _)) in &world.playbook.assets {
        if let Some(asset) = sources.assets.get(path) {
            outputs.entry(route.clone()).or_insert_with(|| Output::Asset(asset.clone()));
        }
    }
    Site::of(outputs)
}

/// An output that is planned when its bytes are wanted, or the key that tells
/// whether they would differ. A site of views would take more memory than
/// planning again takes time.
#[derive(Debug)]
struct Page {
    plan: PlanKey,
    theme: Hashed<LoadedTheme>,
    key: OnceLock<Digest>,
}

impl Page {
    fn new(plan: PlanKey, theme: &Hashed<LoadedTheme>) -> Arc<Self> {
        Arc::new(Self { plan, theme: theme.clone(), key: OnceLock::new() })
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

//! The outputs of a site. Those without a body, and where every output lies,
//! follow from the world and the theme alone: they are laid out once for many
//! edits of prose. What shows a body is remembered by document. Deliberately
//! absent: planning and rendering, until somebody asks.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::address::{PageId, Route, Subject};
use crate::memo::{Digest, Fields, Hashed, Key, Memo};
use crate::page::{self, PlanKey, Planned, World};
use crate::render;
use crate::source::Sources;

use super::output::{Output, Render, RenderError};
use super::search::SearchFiles;
use super::site::Site;
use super::stages::{Derived, Documents, LoadedTheme};
use super::table::{DocumentOutputs, OutputAt, Outputs};

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
    places: Arc<[(Route, OutputAt)]>,
    /// Pages with a body: their ids and their sources.
    documents: Vec<(PageId, Arc<str>)>,
}

impl Layout {
    fn new(key: &LayoutKey) -> Self {
        let playbook = &key.world.playbook;
        let mut documents: Vec<(PageId, Arc<str>)> = Vec::new();
        let mut number = |id: &PageId| {
            // A page and its twin follow each other: a look at the last one is enough.
            if documents.last().is_none_or(|(last, _)| last != id) {
                let page = playbook.page(id)?;
                documents.push((id.clone(), Arc::clone(&page.card.path)));
            }
            Some(documents.len() - 1)
        };
        let known = |subject: Subject| {
            let known = match &subject {
                Subject::Page(id) => number(id).map(OutputAt::Page),
                Subject::Twin(id) => number(id).map(OutputAt::Twin),
                _ => None,
            };
            (subject, known)
        };
        let known: Vec<_> = page::subjects(&key.world).into_iter().map(known).collect();
        let place = |(subject, known): (Subject, Option<OutputAt>)| {
            let route = subject.route();
            let fixed = || {
                let plan = PlanKey { subject, body: None, world: key.world.clone() };
                OutputAt::Fixed(PlannedPage::output(plan, &key.theme))
            };
            (route, known.unwrap_or_else(fixed))
        };
        let mut places: Vec<(Route, OutputAt)> = known.into_par_iter().map(place).collect();
        places.par_sort_by(|(one, _), (other, _)| one.cmp(other));
        places.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            if is_same {
                // Of two outputs with one address the last one counts.
                std::mem::swap(next, kept);
            }
            is_same
        });
        Self { places: places.into(), documents }
    }

    /// How many outputs it made itself.
    pub(super) fn fixed(&self) -> u64 {
        self.places.iter().filter(|(_, place)| matches!(place, OutputAt::Fixed(_))).count() as u64
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
        // Not the subject: the path is in the body's digest, and of two fields that say the same
        // one could be forgotten without a test that notices.
        fields.field("body", &self.plan.body);
        fields.field("world", &self.plan.world);
        fields.field("theme", &self.theme);
    }
}

/// How many outputs show the body of one document.
pub(super) const OUTPUTS_EACH: u64 = 2;

fn document_outputs(key: &PageKey) -> DocumentOutputs {
    let PlanKey { subject, body, world } = &key.plan;
    let subject = match subject {
        Subject::Page(id) => Subject::Twin(id.clone()),
        other => other.clone(),
    };
    let twin = PlanKey { subject, body: body.clone(), world: world.clone() };
    DocumentOutputs {
        page: PlannedPage::output(key.plan.clone(), &key.theme),
        twin: PlannedPage::output(twin, &key.theme),
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
    memo: &Memo<DocumentOutputs>,
    layout: &Layout,
    sources: &Sources,
    documents: &Documents,
    derived: &Hashed<Derived>,
    theme: &Hashed<LoadedTheme>,
) -> Site {
    let world = Hashed::part(derived, |derived| &derived.world);
    let own = |(id, path): &(PageId, Arc<str>)| {
        let subject = Subject::Page(id.clone());
        let body = documents.get(path).map(|document| document.body.clone());
        let plan = PlanKey { subject, body, world: world.clone() };
        Hashed::arc(&memo.get(&PageKey { plan, theme: theme.clone() }, document_outputs)).clone()
    };
    let own: Vec<Arc<DocumentOutputs>> = layout.documents.par_iter().map(own).collect();
    let mut outputs = Outputs::new(Arc::clone(&layout.places), own.into());
    // After the pages: a file of the theme never takes a page's address.
    for (route, bytes) in theme.theme.iter().flat_map(|theme| theme.assets()) {
        outputs.add(route, || Output::Bytes(bytes.clone()));
    }
    for (path, (route, _)) in &world.playbook.assets {
        if let Some(asset) = sources.assets.get(path) {
            outputs.add(route, || Output::Asset(asset.clone()));
        }
    }
    Site { outputs, search: SearchFiles::default() }
}

/// An output that is planned when its bytes are wanted, or the key that tells
/// whether they would differ. A site of views would take more memory than
/// planning again takes time.
#[derive(Debug)]
struct PlannedPage {
    plan: PlanKey,
    theme: Hashed<LoadedTheme>,
    key: OnceLock<Digest>,
}

impl PlannedPage {
    fn output(plan: PlanKey, theme: &Hashed<LoadedTheme>) -> Output {
        Output::Rendered(Arc::new(Self { plan, theme: theme.clone(), key: OnceLock::new() }))
    }
}

impl Render for PlannedPage {
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

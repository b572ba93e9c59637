//! The verb of this room: cards in, playbook out.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, Place, rules::whole::pb506_retired_item};
use crate::domain::{Front, Kind, Layer};

use super::addresses::{self, Addresses};
use super::by_id::ById;
use super::input::ModelKey;
use super::kinds::{Collection, Drill, Guide, LayerPage, PathItem, Person, Role, Tool, Wanted};
use super::links;
use super::page::Page;
use super::playbook::Playbook;
use super::references::{Finding, FrontKey, References, Resolver};
use super::resolve;
use super::targets::Targets;
use super::workflow::Workflow;

/// A playbook and what was wrong with its references.
#[derive(Debug)]
pub struct Model {
    /// The playbook, as far as it stands.
    pub playbook: Playbook,
    /// What does not, in no order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Resolves every reference. Nothing is refused: what cannot be resolved is
/// left out of the page that names it.
pub fn assemble(key: &ModelKey) -> Model {
    let (mut addresses, mut diagnostics) = addresses::settle(key);
    let references = References::new(&addresses);
    let pages = std::mem::take(&mut addresses.pages);
    let invalid_pages = std::mem::take(&mut addresses.invalid_pages);
    let playbook = empty(key, addresses);
    let mut assembly = Assembly { key, resolver: references.resolver(), playbook };
    let mut workflows = Vec::new();
    for page in pages {
        match page.id.kind {
            // Last, since their status depends on tools and people.
            Kind::Workflow => workflows.push(page),
            Kind::Home => assembly.playbook.home = Some(page),
            _ => assembly.add(page),
        }
    }
    assembly.sort();
    let made = workflows.into_par_iter().map(|page| {
        let mut resolver = references.resolver();
        let made = resolve::workflow(page, &assembly.playbook, &mut resolver);
        (made, resolver.findings)
    });
    let made: Vec<_> = made.collect();
    // One after the other: threads must not decide for which words the nearest one is looked for.
    let mut messages = references.messages();
    let made = made.into_iter().filter_map(|(made, findings)| {
        diagnostics.extend(messages.of(findings));
        made.map(|made| (Arc::clone(&made.page.id.id), made))
    });
    assembly.playbook.workflows.extend(made);
    assembly.replace_retired_items();
    let Assembly { resolver, mut playbook, .. } = assembly;
    diagnostics.extend(messages.of(resolver.findings));
    diagnostics.extend(messages.of(of_invalid_pages(key, &invalid_pages, &references, &playbook)));
    playbook.invalid_pages = invalid_pages;
    // Last, since a link may lead to any page.
    playbook.targets = links::resolved(&playbook);
    Model { playbook, diagnostics }
}

/// What is wrong with the references of pages that do not stand.
fn of_invalid_pages(
    key: &ModelKey,
    invalid_pages: &[Page],
    references: &References,
    playbook: &Playbook,
) -> Vec<Finding> {
    // In a playbook of their own: none of them must be found as a page that stands.
    let aside = empty(key, Addresses::default());
    let mut aside = Assembly { key, resolver: references.resolver(), playbook: aside };
    for page in invalid_pages.iter().cloned() {
        match page.id.kind {
            Kind::Workflow => drop(resolve::workflow(page, playbook, &mut aside.resolver)),
            _ => aside.add(page),
        }
    }
    aside.resolver.findings
}

fn empty(key: &ModelKey, addresses: Addresses) -> Playbook {
    Playbook {
        config: key.config.clone(),
        home: None,
        workflows: ById::default(),
        roles: ById::default(),
        layers: BTreeMap::new(),
        tools: ById::default(),
        people: ById::default(),
        hidden_people: ById::default(),
        collections: ById::default(),
        drills: ById::default(),
        wanted: ById::default(),
        guides: ById::default(),
        invalid_pages: Vec::new(),
        documents: addresses.documents,
        assets: addresses.assets,
        withheld: addresses.withheld,
        unpublished: key.files.clone(),
        redirects: addresses.redirects,
        former: addresses.former,
        targets: Targets::default(),
    }
}

struct Assembly<'a> {
    key: &'a ModelKey,
    resolver: Resolver<'a>,
    playbook: Playbook,
}

impl Assembly<'_> {
    /// Adds a page of any kind but workflows and home, with its references resolved.
    fn add(&mut self, page: Page) {
        let (path, id) = (Arc::clone(&page.card.path), Arc::clone(&page.id.id));
        let Self { key, resolver, playbook } = self;
        match page.card.front.clone() {
            Front::Role(front) => {
                let (key, start_with) = ("start_with", front.start_with.as_deref());
                let start_with = resolver.optional(&path, key, Kind::Collection, start_with);
                playbook.roles.push(id, Role { page, front, start_with });
            }
            Front::Layer(front) => {
                if let Some(layer) = Layer::parse(&id) {
                    playbook.layers.insert(layer, LayerPage { page, front });
                }
            }
            Front::Tool(front) => {
                let (key, replaced_by) = ("replaced_by", front.replaced_by.as_deref());
                let replaced_by = resolver.optional(&path, key, Kind::Tool, replaced_by);
                let data_max = front.data_max.as_deref();
                let ceiling = resolver.rung(playbook, &path, "data_max", data_max);
                playbook.tools.push(id, Tool { page, front, replaced_by, ceiling });
            }
            Front::Person(front) => {
                let (roles, _) = resolver.roles(&path, &front.roles);
                let shows = resolver.many(&path, "shows", Kind::Workflow, &front.shows);
                let Playbook { people, hidden_people, .. } = playbook;
                let people = if key.is_hidden(&page.card) { hidden_people } else { people };
                people.push(id, Person { page, front, roles, shows });
            }
            Front::Collection(front) => {
                let (roles, _) = resolver.roles(&path, &front.roles);
                let checkpoints = front.checkpoints.iter().enumerate();
                let items = checkpoints.map(|(at, checkpoint)| {
                    let key = format!("checkpoints[{at}].do");
                    resolver.path_items(&path, &key, &checkpoint.items)
                });
                let items = items.collect();
                let key = FrontKey::of("curator");
                let curator = front.curator.as_deref();
                let curator = curator.map(|it| resolver.named(&path, key, Kind::Person, it));
                playbook.collections.push(id, Collection { page, front, curator, roles, items });
            }
            Front::Drill(front) => {
                let (roles, everyone) = resolver.roles(&path, &front.roles);
                let from = resolver.optional(&path, "from", Kind::Workflow, front.from.as_deref());
                playbook.drills.push(id, Drill { page, front, roles, everyone, from });
            }
            Front::Wanted(front) => {
                let (roles, everyone) = resolver.roles(&path, &front.roles);
                playbook.wanted.push(id, Wanted { page, front, roles, everyone });
            }
            Front::Guide(front) => playbook.guides.push(id, Guide { page, front }),
            Front::Workflow(_) | Front::Home => {}
        }
    }

    /// Pages come by their paths; subfolders have another order than ids.
    fn sort(&mut self) {
        self.playbook.roles.sort();
        self.playbook.tools.sort();
        self.playbook.people.sort();
        self.playbook.hidden_people.sort();
        self.playbook.collections.sort();
        self.playbook.drills.sort();
        self.playbook.wanted.sort();
        self.playbook.guides.sort();
    }

    /// A path shows what replaced a retired page, and tells its curator.
    fn replace_retired_items(&mut self) {
        let workflows = &self.playbook.workflows;
        let mut replacements = Replacements { workflows, known: FxHashMap::default() };
        for collection in self.playbook.collections.values_mut() {
            let path = &collection.page.card.path;
            for (checkpoint, items) in collection.items.iter_mut().enumerate() {
                items.retain_mut(|item| {
                    let PathItem::Workflow(id) = item else { return true };
                    let Some(retired) = workflows.get(id).filter(|it| it.is_retired()) else {
                        return true;
                    };
                    let key = format!("checkpoints[{checkpoint}].do");
                    let written = collection.front.checkpoints.get(checkpoint);
                    let written = written.map_or(&[][..], |it| &it.items);
                    let place = Place::item(path, &key, written, id);
                    let replacement = replacements.of(retired);
                    self.resolver.tell(pb506_retired_item::breach(
                        place,
                        id,
                        replacement.as_deref(),
                    ));
                    match replacement {
                        Some(replacement) => {
                            *id = replacement;
                            true
                        }
                        // Nothing takes its place, so the path goes on without it.
                        None => false,
                    }
                });
            }
        }
    }
}

/// What takes the place of retired pages: the first page along `replaced_by` that
/// is not retired itself. Each page is passed once, however many lead through it.
struct Replacements<'a> {
    workflows: &'a ById<Workflow>,
    known: FxHashMap<Arc<str>, Option<Arc<str>>>,
}

impl Replacements<'_> {
    fn of(&mut self, retired: &Workflow) -> Option<Arc<str>> {
        let mut passed = Vec::new();
        let mut page = retired;
        let found = loop {
            let id = &page.page.id.id;
            if let Some(known) = self.known.get(id) {
                break known.clone();
            }
            // Who comes here again has gone round in a circle.
            self.known.insert(Arc::clone(id), None);
            passed.push(Arc::clone(id));
            match page.replaced_by.as_ref().and_then(|next| self.workflows.get(next)) {
                Some(next) if next.is_retired() => page = next,
                next => break next.map(|next| Arc::clone(&next.page.id.id)),
            }
        };
        self.known.extend(passed.into_iter().map(|id| (id, found.clone())));
        found
    }
}

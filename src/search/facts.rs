//! What the index knows of each page beside its words: facets, status, dates,
//! names. Pages are numbered in the order of their addresses, so that a number
//! does not depend on how the playbook came to be.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::address::PageId;
use crate::domain::{Front, Kind, Layer};
use crate::model::{EVERYONE, Named, Page, Playbook, Status, Workflow};

use super::facets::{FACETS, Facet, Facets};
use super::factors::STATUSES;
use super::normalise::plain;

/// A page that can be found.
#[derive(Clone, Debug)]
pub(super) struct SearchablePage<'a> {
    pub page: &'a Page,
    /// Ids of its values, by facet.
    pub values: [Vec<Arc<str>>; FACETS],
    /// Last time that somebody ran it.
    pub last_run: Option<Date>,
    /// When it should be looked at again.
    pub due: Option<Date>,
    /// The page to use instead of a retired one.
    pub replaced_by: Option<PageId>,
    /// Its prompts may not be shown.
    pub withheld: bool,
    /// Names of what it is about: roles, tools, owner.
    pub names: Vec<Arc<str>>,
}

/// Every page that can be found: all but the first.
pub fn found(playbook: &Playbook) -> impl Iterator<Item = &Page> {
    playbook.pages().filter(|page| page.id.kind != Kind::Home)
}

/// What is known of them, in the order of addresses.
pub(super) fn all(playbook: &Playbook) -> Vec<SearchablePage<'_>> {
    let pages: Vec<&Page> = found(playbook).collect();
    let mut found: Vec<SearchablePage<'_>> =
        pages.into_par_iter().map(|page| one(playbook, page)).collect();
    found.par_sort_by(|one, other| one.page.route.cmp(&other.page.route));
    found
}

/// What is known of a page.
pub(super) fn one<'a>(playbook: &'a Playbook, page: &'a Page) -> SearchablePage<'a> {
    let mut found = SearchablePage {
        page,
        values: Default::default(),
        last_run: None,
        due: None,
        replaced_by: None,
        withheld: false,
        names: Vec::new(),
    };
    let id = &page.id.id;
    match page.id.kind {
        Kind::Workflow => {
            if let Some(workflow) = playbook.workflows.get(id) {
                of_workflow(playbook, workflow, &mut found);
            }
        }
        Kind::Role => found.add(Facet::Role, [Arc::clone(id)]),
        Kind::Layer => found.add(Facet::Layer, [Arc::clone(id)]),
        Kind::Tool => found.add(Facet::Tool, [Arc::clone(id)]),
        Kind::Person => {
            let roles = playbook.people.get(id).map(|it| it.roles.clone());
            found.add(Facet::Role, roles.unwrap_or_default());
        }
        Kind::Collection => {
            let roles = playbook.collections.get(id).map(|it| it.roles.clone());
            found.add(Facet::Role, roles.unwrap_or_default());
        }
        Kind::Drill => {
            if let Some(drill) = playbook.drills.get(id) {
                found.add_roles(&drill.roles, drill.everyone);
            }
        }
        Kind::Wanted => {
            if let Some(wanted) = playbook.wanted.get(id) {
                found.add_roles(&wanted.roles, wanted.everyone);
                found.add_layer(wanted.front.layer);
            }
        }
        Kind::Guide | Kind::Home => {}
    }
    found
}

impl SearchablePage<'_> {
    fn add(&mut self, facet: Facet, ids: impl IntoIterator<Item = Arc<str>>) {
        if let Some(values) = self.values.get_mut(facet as usize) {
            values.extend(ids);
        }
    }

    fn add_roles(&mut self, roles: &[Arc<str>], everyone: bool) {
        self.add(Facet::Role, roles.iter().cloned());
        self.add(Facet::Role, everyone.then(|| Arc::from(EVERYONE)));
    }

    fn add_layer(&mut self, layer: Option<Layer>) {
        self.add(Facet::Layer, layer.map(|layer| Arc::from(layer.as_str())));
    }

    /// Its values of a facet.
    pub(super) fn values(&self, facet: Facet) -> &[Arc<str>] {
        self.values.get(facet as usize).map_or(&[], Vec::as_slice)
    }
}

fn of_workflow(playbook: &Playbook, workflow: &Workflow, found: &mut SearchablePage<'_>) {
    found.add_roles(&workflow.roles, workflow.everyone);
    found.add_layer(Some(workflow.layer()));
    found.add(Facet::Tool, workflow.tools.iter().filter_map(Named::id).cloned());
    let rung = workflow.data.and_then(|rung| playbook.config.ladder.get(rung));
    found.add(Facet::Data, rung.map(|rung| Arc::from(rung.as_str())));
    found.add(Facet::Status, [Arc::from(workflow.status.id())]);
    found.last_run = workflow.last_run;
    found.due = workflow.due;
    found.withheld = matches!(workflow.status, Status::Stopped(_));
    let replaced_by = workflow.replaced_by.as_ref();
    found.replaced_by = replaced_by.map(|id| PageId { kind: Kind::Workflow, id: Arc::clone(id) });
    found.names = names(playbook, workflow);
}

fn names(playbook: &Playbook, workflow: &Workflow) -> Vec<Arc<str>> {
    let mut names: Vec<Arc<str>> = Vec::new();
    let mut add = |name: &str| names.push(Arc::from(name));
    for role in workflow.roles.iter().filter_map(|id| playbook.roles.get(id)) {
        add(&role.page.card.title);
        role.front.aliases.iter().for_each(|alias| add(alias));
    }
    for tool in &workflow.tools {
        match tool {
            Named::Unknown(name) => add(name),
            Named::Known(id) => {
                if let Some(tool) = playbook.tools.get(id) {
                    add(&tool.page.card.title);
                    tool.front.aliases.iter().for_each(|alias| add(alias));
                }
            }
        }
    }
    let owner = workflow.owner.as_ref().and_then(Named::id);
    if let Some(owner) = owner.and_then(|id| playbook.people.get(id)) {
        add(&owner.page.card.title);
    }
    names
}

/// Every facet with its values that some page has, in the order in which a
/// reader would look for them.
pub(super) fn facets(
    playbook: &Playbook,
    found: &[SearchablePage<'_>],
    word: impl Fn(&str) -> String,
) -> Facets {
    let mut facets = Facets::default();
    let known = |id: &Arc<str>, page: Option<&Page>, otherwise: &str| {
        let name = page.map_or_else(|| word(otherwise), |page| page.card.title.clone());
        (Arc::clone(id), name)
    };
    let everyone: Arc<str> = Arc::from(EVERYONE);
    let roles = playbook.roles.iter().map(|(id, role)| known(id, Some(&role.page), ""));
    // A company may have a page for a role of this id, which then gives its name.
    let extra =
        (!playbook.roles.contains_key(EVERYONE)).then(|| known(&everyone, None, "everyone"));
    facets.set(Facet::Role, roles.chain(extra));
    let layer = |layer: &Layer| {
        let page = playbook.layers.get(layer).map(|it| &it.page);
        known(&Arc::from(layer.as_str()), page, layer.as_str())
    };
    facets.set(Facet::Layer, Layer::ALL.iter().map(layer));
    let tools = playbook.tools.iter().map(|(id, tool)| known(id, Some(&tool.page), ""));
    facets.set(Facet::Tool, tools);
    let ladder = playbook.config.ladder.iter();
    facets.set(Facet::Data, ladder.map(|rung| (Arc::from(rung.as_str()), rung.clone())));
    let statuses = STATUSES.iter();
    let status = |(id, _): &(&str, u32)| (Arc::from(*id), word(&format!("search-status-{id}")));
    facets.set(Facet::Status, statuses.map(status));
    facets.keep_used(found.iter().map(|found| &found.values));
    facets
}

/// Names that lead to a page before all others: of tools, roles, layers and
/// people, then other names, then first names.
pub(super) fn names_of(found: &[SearchablePage<'_>]) -> BTreeMap<String, Vec<u32>> {
    let mut ranked: [BTreeMap<String, Vec<u32>>; 3] = Default::default();
    let mut add = |rank: usize, name: &str, number: u32| {
        if let Some(names) = ranked.get_mut(rank) {
            names.entry(plain(name)).or_default().push(number);
        }
    };
    for (number, found) in (0..).zip(found) {
        let title = found.page.card.title.as_str();
        let aliases: &[String] = match &found.page.card.front {
            Front::Role(front) => &front.aliases,
            Front::Tool(front) => &front.aliases,
            Front::Person(front) => {
                // A team's mailbox has no first name.
                let first = title.split(' ').next().filter(|_| !front.desk);
                first.into_iter().for_each(|first| add(2, first, number));
                &[]
            }
            Front::Layer(_) => &[],
            _ => continue,
        };
        add(0, title, number);
        aliases.iter().for_each(|alias| add(1, alias, number));
    }
    let [mut names, others, first_names] = ranked;
    // Another name or a first name never takes the place of a title.
    for (name, numbers) in others.into_iter().chain(first_names) {
        names.entry(name).or_insert(numbers);
    }
    // A name of signs alone reads as nothing, and so do queries that mean something else.
    names.remove("");
    names
}

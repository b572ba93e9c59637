//! The playbook as typed values with resolved references.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::{PageId, Route};
use crate::config::Config;
use crate::document::front::{
    CollectionFront, DrillFront, Front, GuideFront, LayerFront, PersonFront, RoleFront, ToolFront,
    WantedFront,
};
use crate::document::{Card, Excerpts};
use crate::domain::{Kind, Layer};
use crate::memo::Hashed;

use super::by_id::ById;
use super::links::Targets;
use super::workflow::{Named, Workflow};

/// Width and height of an image.
pub type Pixels = (u32, u32);

/// Everything that stands; beside it what can be read of what does not, by which
/// `check` tells what else is wrong with it.
#[derive(Clone, Debug)]
pub struct Playbook {
    /// The settings.
    pub config: Hashed<Config>,
    /// The home page's words.
    pub home: Option<Page>,
    /// Write-ups by id.
    pub workflows: ById<Workflow>,
    /// Roles by id.
    pub roles: ById<Role>,
    /// Layers that have a file.
    pub layers: BTreeMap<Layer, LayerPage>,
    /// Tools by id.
    pub tools: ById<Tool>,
    /// People and desks by id.
    pub people: ById<Person>,
    /// Paths by id.
    pub collections: ById<Collection>,
    /// Drills by id.
    pub drills: ById<Drill>,
    /// Wanted pages by id.
    pub wanted: ById<Wanted>,
    /// Guides by id.
    pub guides: ById<Guide>,
    /// What can be read of pages that do not stand.
    pub fallen: Vec<Page>,
    /// What became of each markdown file, by its path.
    pub documents: BTreeMap<Arc<str>, DocumentState>,
    /// Images and downloads by path: address and size in pixels.
    pub assets: BTreeMap<Arc<str>, (Route, Option<Pixels>)>,
    /// Old addresses and the pages they lead to.
    pub redirects: BTreeMap<Route, PageId>,
    /// Where links lead.
    pub targets: Targets,
}

/// What every page has.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its name.
    pub id: PageId,
    /// Its address.
    pub route: Route,
    /// Title, links, front matter.
    pub card: Hashed<Card>,
    /// What may be quoted.
    pub excerpts: Hashed<Excerpts>,
}

/// What became of a markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentState {
    /// It is published.
    Page(PageId),
    /// It is a draft.
    Draft,
    /// It has an error of its own, which is told once, there.
    Broken,
}

/// Declares a kind that adds only its front matter to a page, with access to it.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($variant:ident, $front:ty) { $($(#[$field_doc:meta])* $field:ident: $ty:ty),* $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug)]
            pub struct $name {
                /// What every page has.
                pub page: Page,
                /// Its front matter.
                pub front: $front,
                $($(#[$field_doc])* pub $field: $ty,)*
            }

            impl $name {
                /// The front matter of this kind, if the page is of this kind.
                pub(super) fn front_of(page: &Page) -> Option<$front> {
                    match &page.card.front {
                        Front::$variant(front) => Some(front.clone()),
                        _ => None,
                    }
                }
            }
        )+
    };
}

kinds! {
    /// A role.
    Role(Role, RoleFront) {
        /// The path to start with.
        start_with: Option<Arc<str>>,
    }
    /// A layer that has a file.
    LayerPage(Layer, LayerFront) {}
    /// A tool.
    Tool(Tool, ToolFront) {
        /// The tool to use instead.
        replaced_by: Option<Arc<str>>,
        /// Place of `data_max` on the ladder, from 0.
        ceiling: Option<usize>,
    }
    /// A person or a desk.
    Person(Person, PersonFront) {
        /// Roles.
        roles: Vec<Arc<str>>,
        /// Workflows they will demonstrate.
        shows: Vec<Arc<str>>,
    }
    /// A path.
    Collection(Collection, CollectionFront) {
        /// Who keeps it up.
        curator: Option<Named>,
        /// For whom.
        roles: Vec<Arc<str>>,
        /// Items of each checkpoint, in the order of `front.checkpoints`.
        items: Vec<Vec<PathItem>>,
    }
    /// A drill.
    Drill(Drill, DrillFront) {
        /// For whom, without `everyone`.
        roles: Vec<Arc<str>>,
        /// It is for every colleague.
        everyone: bool,
        /// The workflow whose error it was.
        from: Option<Arc<str>>,
    }
    /// A wanted page.
    Wanted(Wanted, WantedFront) {
        /// For whom, without `everyone`.
        roles: Vec<Arc<str>>,
        /// It is for every colleague.
        everyone: bool,
    }
    /// A guide.
    Guide(Guide, GuideFront) {}
}

/// An item of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathItem {
    /// A workflow, after retired ones gave way to their replacements.
    Workflow(Arc<str>),
    /// A drill.
    Drill(Arc<str>),
}

impl Playbook {
    /// Every page that stands, in the order of kinds and ids.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.home
            .iter()
            .chain(self.workflows.values().map(|it| &it.page))
            .chain(self.roles.values().map(|it| &it.page))
            .chain(self.layers.values().map(|it| &it.page))
            .chain(self.tools.values().map(|it| &it.page))
            .chain(self.people.values().map(|it| &it.page))
            .chain(self.collections.values().map(|it| &it.page))
            .chain(self.drills.values().map(|it| &it.page))
            .chain(self.wanted.values().map(|it| &it.page))
            .chain(self.guides.values().map(|it| &it.page))
    }

    /// The page of this name.
    pub fn page(&self, id: &PageId) -> Option<&Page> {
        self.page_of(id.kind, &id.id)
    }

    /// The page of this kind and id.
    pub fn page_of(&self, kind: Kind, key: &str) -> Option<&Page> {
        match kind {
            Kind::Workflow => self.workflows.get(key).map(|it| &it.page),
            Kind::Role => self.roles.get(key).map(|it| &it.page),
            Kind::Layer => Layer::parse(key).and_then(|it| self.layers.get(&it)).map(|it| &it.page),
            Kind::Tool => self.tools.get(key).map(|it| &it.page),
            Kind::Person => self.people.get(key).map(|it| &it.page),
            Kind::Collection => self.collections.get(key).map(|it| &it.page),
            Kind::Drill => self.drills.get(key).map(|it| &it.page),
            Kind::Wanted => self.wanted.get(key).map(|it| &it.page),
            Kind::Guide => self.guides.get(key).map(|it| &it.page),
            Kind::Home => self.home.as_ref(),
        }
    }

    /// The rung's place on the ladder, from 0.
    pub fn rung(&self, name: &str) -> Option<usize> {
        self.config.ladder.iter().position(|rung| rung == name)
    }
}

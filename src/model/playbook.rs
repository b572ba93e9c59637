//! The playbook: every page that stands, with its references resolved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::address::{PageId, Route};
use crate::config::Config;
use crate::domain::{Kind, Layer, ToolStatus};
use crate::memo::Hashed;

use super::by_id::ById;
use super::input::OtherFiles;
use super::kinds::{Collection, Drill, Guide, LayerPage, Person, Role, Tool, Wanted};
use super::names::{KindNames, NameMatch, nearest_called};
use super::page::{DocumentState, Page, Pixels};
use super::targets::Targets;
use super::workflow::Workflow;

/// Everything that stands; beside it what can be read of what does not, by which
/// `check` tells what else is wrong with it.
#[derive(Clone, Debug)]
pub struct Playbook {
    /// The settings of the playbook.
    pub config: Hashed<Config>,
    /// The home page's words.
    pub home: Option<Page>,
    /// All write-ups, by their ids.
    pub workflows: ById<Workflow>,
    /// All roles, by their ids.
    pub roles: ById<Role>,
    /// Layers that have a file.
    pub layers: BTreeMap<Layer, LayerPage>,
    /// All tools, by their ids.
    pub tools: ById<Tool>,
    /// People and desks by id; where only desks are shown, those.
    pub people: ById<Person>,
    /// People, where only desks are shown. Nothing of theirs is published; what they
    /// own and what they link to is checked all the same.
    pub hidden_people: ById<Person>,
    /// All paths, by their ids.
    pub collections: ById<Collection>,
    /// All drills, by their ids.
    pub drills: ById<Drill>,
    /// Wanted pages by id.
    pub wanted: ById<Wanted>,
    /// All guides, by their ids.
    pub guides: ById<Guide>,
    /// What can be read of pages that do not stand.
    pub invalid_pages: Vec<Page>,
    /// What became of each markdown file, by its path.
    pub documents: BTreeMap<Arc<str>, DocumentState>,
    /// Images and downloads by path: address and size in pixels.
    pub assets: BTreeMap<Arc<str>, (Route, Option<Pixels>)>,
    /// Images and downloads that are kept back with the pages that they belong to.
    pub withheld: BTreeSet<Arc<str>>,
    /// All files that are no pages, for those that are not published.
    pub unpublished: Hashed<OtherFiles>,
    /// Old addresses and the pages they lead to.
    pub redirects: BTreeMap<Route, PageId>,
    /// The ids that pages had, and those that they have.
    pub former: BTreeMap<PageId, PageId>,
    /// Where the links of pages lead.
    pub targets: Targets,
}

impl Playbook {
    /// Every page that is published, in the order of kinds and ids.
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

    /// Every page that is checked but not published.
    pub fn unpublished(&self) -> impl Iterator<Item = &Page> {
        self.invalid_pages.iter().chain(self.hidden_people.values().map(|it| &it.page))
    }

    /// The tool to use instead of this one, unless that is no better.
    pub fn alternative(&self, tool: &str) -> Option<&str> {
        let instead = self.tools.get(tool)?.replaced_by.as_deref()?;
        let status = self.tools.get(instead)?.front.status;
        let is_usable = !matches!(status, Some(ToolStatus::NotApproved | ToolStatus::Retired));
        is_usable.then_some(instead)
    }

    /// Whoever has this id, also where only desks are shown.
    pub fn anybody(&self, id: &str) -> Option<&Person> {
        self.people.get(id).or_else(|| self.hidden_people.get(id))
    }

    /// Whoever is called so: by id, by name, or by what an id is made of.
    pub fn find_person(&self, word: &str) -> Option<&Person> {
        let mut names = KindNames::default();
        for (id, person) in self.people.iter().chain(self.hidden_people.iter()) {
            names.add(id, &person.page.card.title, &[]);
        }
        let former = self.former.iter().filter(|(former, _)| former.kind == Kind::Person);
        former.for_each(|(former, now)| names.add_former(&former.id, &now.id));
        match names.find(word.trim()) {
            NameMatch::Exactly(id) | NameMatch::ByName(id) => self.anybody(&id),
            NameMatch::Nothing => None,
        }
    }

    /// The id of the person that a word was meant for which means nobody.
    pub fn nearest_person(&self, word: &str) -> Option<&str> {
        let all = self.people.iter().chain(self.hidden_people.iter());
        nearest_called(word, all.map(|(id, person)| (&**id, person.page.card.title.as_str())))
    }

    /// The id of the tool that a word was meant for which means none.
    pub fn nearest_tool(&self, word: &str) -> Option<&str> {
        let all = self.tools.iter();
        nearest_called(word, all.map(|(id, tool)| (&**id, tool.page.card.title.as_str())))
    }

    /// The page of this name.
    pub fn page(&self, id: &PageId) -> Option<&Page> {
        self.page_of(id.kind, &id.id)
    }

    /// The published page of this kind and id.
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

    /// The page that had this kind and id before it was renamed.
    pub fn formerly(&self, kind: Kind, id: &str) -> Option<&Page> {
        // Nearly always empty, and then no key has to be made.
        let former = (!self.former.is_empty()).then(|| PageId { kind, id: Arc::from(id) })?;
        self.page(self.former.get(&former)?)
    }

    /// Addresses that pages had under their former ids, and those that they have now, as
    /// they stand in a browser.
    pub fn moved(&self) -> BTreeMap<String, String> {
        let moved = self.former.iter().filter_map(|(former, now)| {
            let (old, page) = (former.route(), self.page(now)?);
            (self.redirects.get(&old) == Some(now)).then(|| (old.encoded(), page.route.encoded()))
        });
        moved.collect()
    }

    /// The rung's place on the ladder, from 0.
    pub fn rung(&self, name: &str) -> Option<usize> {
        self.config.ladder.iter().position(|rung| rung == name)
    }
}

//! Which outputs a playbook has, and at which addresses.

use std::sync::Arc;

use crate::document::Route;
use crate::document::kind::{Kind, Layer};
use crate::model::{EVERYONE, PageId};

use super::World;
use super::list;

/// One output.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The page of a document; home also without one.
    Page(PageId),
    /// The markdown twin of a document.
    Twin(PageId),
    /// A page of a list, from 1.
    List(List, u32),
    /// An old address.
    Redirect(Route),
    /// `404.html`
    NotFound,
}

/// What a list is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// All pages of a kind.
    Kind(Kind),
    /// All workflows of a role, `everyone` among them.
    Role(Arc<str>),
    /// All workflows of a layer.
    Layer(Layer),
    /// All workflows that use a tool.
    Tool(Arc<str>),
}

impl Subject {
    /// Its address.
    pub fn route(&self) -> Route {
        match self {
            Self::Page(id) => id.route(),
            Self::Twin(id) => Route::twin(id.kind, &id.id),
            Self::List(list, number) => list.route(*number),
            Self::Redirect(route) => route.clone(),
            Self::NotFound => Route::new("404.html"),
        }
    }
}

impl List {
    /// The address of one of its pages. The first page of a kind is
    /// `workflows.html`; everything else lies in `lists/`, where no page's id
    /// can collide with it.
    pub fn route(&self, number: u32) -> Route {
        match self {
            Self::Kind(kind) if number == 1 => Route::list(*kind),
            Self::Kind(kind) => Route::new(format!("lists/{}/{number}.html", kind.folder())),
            Self::Role(id) => Route::new(format!("lists/roles/{id}/{number}.html")),
            Self::Layer(layer) => {
                Route::new(format!("lists/layers/{}/{number}.html", layer.as_str()))
            }
            Self::Tool(id) => Route::new(format!("lists/tools/{id}/{number}.html")),
        }
    }
}

/// Every output of a playbook, in no order.
pub fn subjects(world: &World) -> Vec<Subject> {
    let playbook = &world.playbook;
    let home = PageId { kind: Kind::Home, id: Arc::from("index") };
    let mut subjects = vec![Subject::NotFound];
    if playbook.home.is_none() {
        subjects.push(Subject::Page(home));
    }
    for page in playbook.pages() {
        subjects.push(Subject::Page(page.id.clone()));
        subjects.push(Subject::Twin(page.id.clone()));
    }
    subjects.extend(playbook.redirects.keys().cloned().map(Subject::Redirect));
    let kinds = Kind::WITH_FOLDER.into_iter().map(List::Kind);
    let roles = playbook.roles.keys().map(|id| List::Role(Arc::clone(id)));
    let everyone = std::iter::once(List::Role(Arc::from(EVERYONE)));
    let layers = Layer::ALL.iter().map(|layer| List::Layer(*layer));
    let tools = playbook.tools.keys().map(|id| List::Tool(Arc::clone(id)));
    let everyone = everyone.filter(|_| !playbook.roles.contains_key(EVERYONE));
    let lists = kinds.chain(roles).chain(everyone).chain(layers).chain(tools);
    for list in lists.filter(|list| list::is_linked(world, list)) {
        let pages = list::pages(world, &list);
        subjects.extend((1..=pages).map(|number| Subject::List(list.clone(), number)));
    }
    subjects
}

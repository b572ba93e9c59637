//! Which outputs a playbook has, and at which addresses.

use std::sync::Arc;

use crate::address::Route;
use crate::document::StepTag;
use crate::domain::{Kind, Layer};
use crate::index::{Facet, Initial};
use crate::model::{EVERYONE, PageId};

use super::World;
use super::data::{self, Data};
use super::{list, log, small};

/// One output.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The page of a document; home also without one.
    Page(PageId),
    /// The markdown twin of a document.
    Twin(PageId),
    /// A page of a list, from 1.
    List(List, u32),
    /// A page about the whole playbook.
    Report(Report),
    /// A page of a part of a log, from 1.
    Log(LogOf, Facet, u32),
    /// `go/ID.html`: the address of a write-up that stays when it moves.
    Go(Arc<str>),
    /// A file that is no page.
    Data(Data),
    /// An old address.
    Redirect(Route),
    /// `404.html`
    NotFound,
}

/// A page about the whole playbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Report {
    /// `coverage.html`
    Coverage,
    /// `contribute.html`
    Contribute,
    /// `search.html`
    Search,
}

impl Report {
    /// Its address.
    pub fn route(self) -> Route {
        Route::new(match self {
            Self::Coverage => "coverage.html",
            Self::Contribute => "contribute.html",
            Self::Search => "search.html",
        })
    }
}

/// Which log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LogOf {
    /// What went wrong.
    Caught,
    /// Steps that are gone, and steps that stay.
    Removed,
    /// What to ask.
    Questions,
    /// What people stopped doing.
    Changed,
}

impl LogOf {
    /// Every log.
    pub const ALL: [Self; 4] = [Self::Caught, Self::Removed, Self::Questions, Self::Changed];

    /// Its name in addresses and in the language files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Caught => "caught",
            Self::Removed => "removed",
            Self::Questions => "questions",
            Self::Changed => "changed",
        }
    }

    /// The address of a page of one of its parts. Like those of lists, all but
    /// the first lie in `lists/`.
    pub fn route(self, facet: &Facet, number: u32) -> Route {
        let log = self.as_str();
        Route::new(match facet {
            Facet::All if number == 1 => format!("{log}.html"),
            Facet::All => format!("lists/{log}/{number}.html"),
            Facet::Role(id) => format!("lists/{log}/roles/{id}/{number}.html"),
            Facet::Tool(id) => format!("lists/{log}/tools/{id}/{number}.html"),
            Facet::Kind(kind) => {
                format!("lists/{log}/kinds/{}/{number}.html", kind.as_str().replace(' ', "-"))
            }
            Facet::Step(StepTag::Removed(limit)) => {
                format!("lists/{log}/removed/{}/{number}.html", limit.as_str())
            }
            Facet::Step(StepTag::Kept(reason)) => {
                format!("lists/{log}/kept/{}/{number}.html", reason.as_str())
            }
        })
    }
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
    /// All pages whose titles begin alike.
    Titles(Initial),
}

impl Subject {
    /// Its address.
    pub fn route(&self) -> Route {
        match self {
            Self::Page(id) => id.route(),
            Self::Twin(id) => Route::twin(id.kind, &id.id),
            Self::List(list, number) => list.route(*number),
            Self::Report(report) => report.route(),
            Self::Log(log, facet, number) => log.route(facet, *number),
            Self::Go(id) => go_route(id),
            Self::Data(data) => data.route(),
            Self::Redirect(route) => route.clone(),
            Self::NotFound => Route::new("404.html"),
        }
    }
}

/// The address of a write-up that stays when it moves.
pub(super) fn go_route(id: &str) -> Route {
    Route::new(format!("go/{id}.html"))
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
            Self::Titles(initial) => {
                Route::new(format!("lists/titles/{}/{number}.html", initial.as_str()))
            }
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
    subjects.extend([Report::Coverage, Report::Contribute, Report::Search].map(Subject::Report));
    subjects.extend(log::subjects(world));
    subjects.extend(small::ids(playbook).into_iter().map(Subject::Go));
    subjects.extend(data::subjects(world).into_iter().map(Subject::Data));
    let kinds = Kind::WITH_FOLDER.into_iter().map(List::Kind);
    let roles = playbook.roles.keys().map(|id| List::Role(Arc::clone(id)));
    let everyone = std::iter::once(List::Role(Arc::from(EVERYONE)));
    let layers = Layer::ALL.iter().map(|layer| List::Layer(*layer));
    let tools = playbook.tools.keys().map(|id| List::Tool(Arc::clone(id)));
    let everyone = everyone.filter(|_| !playbook.roles.contains_key(EVERYONE));
    let titles = world.indexes.titles.keys().map(|initial| List::Titles(*initial));
    let lists = kinds.chain(roles).chain(everyone).chain(layers).chain(tools).chain(titles);
    for list in lists.filter(|list| list::is_linked(world, list)) {
        let pages = list::pages(world, &list);
        subjects.extend((1..=pages).map(|number| Subject::List(list.clone(), number)));
    }
    subjects
}

//! Plans every output: a [`View`] is all that one file of the site may show,
//! as plain values with every link resolved. Deliberately absent: HTML around
//! the content, which is the theme's.

mod body;
mod contribute;
mod coverage;
mod data;
mod entries;
mod forge;
mod fragments;
mod home;
mod layer;
mod list;
mod log;
mod path;
mod people;
mod planner;
mod propose;
mod recall;
mod role;
mod search;
mod site;
mod small;
mod status;
mod subjects;
mod tool;
mod twin;
pub mod view;
mod workflow;
mod world;

pub use data::DataView;
pub use site::site_view;
pub use subjects::subjects;
pub use twin::TwinView;
pub use view::View;
pub use world::World;

use crate::address::{OverviewPage, Route, Subject};
use crate::document::Body;
use crate::domain::Kind;
use crate::memo::Hashed;
use planner::Planner;
use view::PageView;

/// Everything that one output is planned from.
#[derive(Clone, Debug)]
pub struct PlanKey {
    /// The output that is planned.
    pub subject: Subject,
    /// The body of its own document.
    pub body: Option<Hashed<Body>>,
    /// Everything else, but for other bodies.
    pub world: Hashed<World>,
}

/// All that one output may show.
#[derive(Clone, Debug)]
pub enum Planned {
    /// An HTML page, made by a template.
    Page(Box<View>),
    /// The markdown twin of a page.
    Twin(Box<TwinView>),
    /// A file that is no page.
    Data(Box<DataView>),
    /// Nothing: the subject is none of this playbook's [`subjects()`].
    Nothing,
}

/// Plans all that one output may show.
pub fn plan(key: &PlanKey) -> Planned {
    let route = key.subject.route();
    let planner = Planner::new(&key.world, &route);
    let none = Hashed::new(Body::default());
    let body = key.body.as_ref().unwrap_or(&none);
    if let Subject::Twin(id) = &key.subject {
        let twin = twin::plan(&planner, id, body);
        return twin.map_or(Planned::Nothing, |twin| Planned::Twin(Box::new(twin)));
    }
    if let Subject::Data(data) = &key.subject {
        return Planned::Data(Box::new(data::plan(&planner, data)));
    }
    match page(&planner, &key.subject, body) {
        Some(page) => Planned::Page(Box::new(view(&key.world, route, page))),
        None => Planned::Nothing,
    }
}

fn view(world: &World, route: Route, page: PageView) -> View {
    View { route, site: world.site.clone(), page }
}

fn page(planner: &Planner<'_>, subject: &Subject, body: &Body) -> Option<PageView> {
    Some(match subject {
        Subject::Page(id) => match id.kind {
            Kind::Workflow => PageView::Workflow(Box::new(workflow::plan(planner, &id.id, body)?)),
            Kind::Role => PageView::Role(Box::new(role::plan(planner, &id.id, body)?)),
            Kind::Layer => PageView::Layer(Box::new(layer::plan(planner, &id.id, body)?)),
            Kind::Tool => PageView::Tool(Box::new(tool::plan(planner, &id.id, body)?)),
            Kind::Person => PageView::Person(Box::new(people::plan(planner, &id.id, body)?)),
            Kind::Collection => PageView::Collection(Box::new(path::plan(planner, &id.id, body)?)),
            Kind::Drill => PageView::Drill(Box::new(small::drill(planner, &id.id, body)?)),
            Kind::Wanted => PageView::Wanted(Box::new(small::wanted(planner, &id.id, body)?)),
            Kind::Guide => PageView::Guide(Box::new(small::guide(planner, &id.id, body)?)),
            Kind::Home => PageView::Home(Box::new(home::plan(planner, body))),
        },
        Subject::List(list, number) => list::plan(planner, list, *number),
        Subject::Redirect(route) => PageView::Redirect(small::redirect(planner, route)?),
        Subject::NotFound => PageView::NotFound(small::not_found(planner)),
        Subject::Overview(OverviewPage::Coverage) => {
            PageView::Coverage(Box::new(coverage::plan(planner)))
        }
        Subject::Overview(OverviewPage::Contribute) => {
            PageView::Contribute(Box::new(contribute::plan(planner)))
        }
        Subject::Overview(OverviewPage::Search) => {
            PageView::Search(Box::new(search::plan(planner)))
        }
        Subject::Log(of, facet, number) => log::plan(planner, *of, facet, *number),
        Subject::Twin(_) | Subject::Data(_) => return None,
    })
}

//! Which outputs a playbook has. A world enters, subjects leave, each of which
//! [`plan`](super::plan) makes a view of.

use std::sync::Arc;

use crate::address::{List, OverviewPage, PageId, Subject};
use crate::domain::{Kind, Layer};
use crate::model::EVERYONE;

use super::world::World;
use super::{data, list, log};

/// Every output of a playbook, in no order.
pub fn subjects(world: &World) -> Vec<Subject> {
    let playbook = &world.playbook;
    let mut subjects = vec![Subject::NotFound];
    // Every site has a first page; without a file for it there is nothing that a twin could show.
    if playbook.home.is_none() {
        subjects.push(Subject::Page(PageId::home()));
    }
    for page in playbook.pages() {
        // Next to each other: a layout counts on it to number the body of both once.
        subjects.push(Subject::Page(page.id.clone()));
        subjects.push(Subject::Twin(page.id.clone()));
    }
    subjects.extend(playbook.redirects.keys().cloned().map(Subject::Redirect));
    subjects.extend(OverviewPage::ALL.map(Subject::Overview));
    subjects.extend(log::subjects(world));
    subjects.extend(data::subjects(world).into_iter().map(Subject::Data));
    let kinds = Kind::WITH_FOLDER.into_iter().map(List::Kind);
    let roles = playbook.roles.keys().map(|id| List::Role(Arc::clone(id)));
    let everyone = std::iter::once(List::Role(Arc::from(EVERYONE)));
    let layers = Layer::ALL.iter().map(|layer| List::Layer(*layer));
    let tools = playbook.tools.keys().map(|id| List::Tool(Arc::clone(id)));
    // A page for the role of this id brings the list along.
    let everyone = everyone.filter(|_| !playbook.roles.contains_key(EVERYONE));
    let titles = world.indexes.titles.keys().map(|initial| List::Titles(*initial));
    let lists = kinds.chain(roles).chain(everyone).chain(layers).chain(tools).chain(titles);
    for list in lists.filter(|list| list::is_linked(world, list)) {
        let pages = list::pages(world, &list);
        subjects.extend((1..=pages).map(|number| Subject::List(list.clone(), number)));
    }
    subjects
}

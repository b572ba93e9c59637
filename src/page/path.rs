//! Plans the page of a collection: a path with its checkpoints.

use crate::document::Body;
use crate::document::kind::Kind;
use crate::model::PathItem;

use super::body::Filler;
use super::planner::Planner;
use super::propose;
use super::view::{CheckpointView, CollectionView, LinkView, PathItemView, PathStepView};

pub(super) fn plan(planner: &Planner<'_>, id: &str, body: &Body) -> Option<CollectionView> {
    let path = planner.playbook().collections.get(id)?;
    let checkpoints = path.front.checkpoints.iter().zip(&path.items);
    let checkpoints = checkpoints.map(|(checkpoint, items)| CheckpointView {
        day: checkpoint.day,
        goal: checkpoint.goal.clone(),
        items: items.iter().map(|it| item(planner, it)).collect(),
        evidence: checkpoint.evidence.clone(),
        coach_asks: checkpoint.coach_asks.clone(),
        manager_asks: checkpoint.manager_asks.clone(),
    });
    Some(CollectionView {
        title: path.page.card.title.clone(),
        summary: path.page.card.summary.clone(),
        roles: planner.roles(&path.roles, path.roles.is_empty()),
        curator: path.curator.as_ref().map(|curator| planner.name(Kind::Person, curator)),
        days: path.front.days,
        behaviours: path.front.target_behaviours.clone(),
        checkpoints: checkpoints.collect(),
        because: path.front.because.clone(),
        body: Filler::new(planner, &path.page, false).body(body),
        actions: propose::actions(planner, &path.page),
    })
}

/// The places of a write-up on paths, up to `most`, with what is before and
/// after it there. Titles of neighbours are not said: they would make this page
/// change with them.
pub(super) fn steps(planner: &Planner<'_>, id: &str, most: usize) -> Vec<PathStepView> {
    let places = planner.indexes().paths.get(id).into_iter().flatten().take(most);
    places.filter_map(|(path, day)| step(planner, id, path, *day)).collect()
}

fn step(planner: &Planner<'_>, id: &str, path: &str, day: u32) -> Option<PathStepView> {
    let LinkView { text, href } = planner.link_to(Kind::Collection, path)?;
    let collection = planner.playbook().collections.get(path)?;
    let points = collection.front.checkpoints.iter().zip(&collection.items);
    let all: Vec<(u32, &PathItem)> =
        points.flat_map(|(point, items)| items.iter().map(|item| (point.day, item))).collect();
    let is_this = |(on, item): &(u32, &PathItem)| {
        *on == day && matches!(item, PathItem::Workflow(other) if **other == *id)
    };
    let at = all.iter().position(is_this);
    let address = |at: Option<usize>| match all.get(at?)?.1 {
        PathItem::Workflow(id) => planner.link_to(Kind::Workflow, id),
        PathItem::Drill(id) => planner.link_to(Kind::Drill, id),
    };
    let values = [("path", &*text), ("day", &*day.to_string())];
    Some(PathStepView {
        text: planner.language.fill("path-day", &values),
        href,
        previous: address(at.and_then(|at| at.checked_sub(1))).map(|link| link.href),
        next: address(at.map(|at| at + 1)).map(|link| link.href),
    })
}

fn item(planner: &Planner<'_>, item: &PathItem) -> PathItemView {
    match item {
        PathItem::Workflow(id) => PathItemView { entry: planner.entry_of(id), drill: None },
        PathItem::Drill(id) => {
            PathItemView { entry: None, drill: planner.link_to(Kind::Drill, id) }
        }
    }
}

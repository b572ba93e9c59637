//! Plans the page of a collection: a path with its checkpoints.

use crate::document::Body;
use crate::domain::Kind;
use crate::index::PlaceOnPath;
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
        curator: path.curator.as_ref().and_then(|curator| planner.contact_name(curator)),
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
    places.filter_map(|place| step(planner, place)).collect()
}

fn step(planner: &Planner<'_>, place: &PlaceOnPath) -> Option<PathStepView> {
    let LinkView { text, href } = planner.link_to(Kind::Collection, &place.path)?;
    let items = planner.indexes().path_items.get(&place.path)?;
    let address = |at: Option<usize>| match items.get(at?)? {
        PathItem::Workflow(id) => planner.link_to(Kind::Workflow, id),
        PathItem::Drill(id) => planner.link_to(Kind::Drill, id),
    };
    let values = [("path", &*text), ("day", &*place.day.to_string())];
    Some(PathStepView {
        text: planner.language.fill("path-day", &values),
        href,
        previous: address(place.at.checked_sub(1)).map(|link| link.href),
        next: address(Some(place.at + 1)).map(|link| link.href),
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

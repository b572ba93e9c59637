//! Plans the pages that show little beside their text: guides, drills, wanted
//! pages, redirects and the page for a wrong address.

use crate::address::Route;
use crate::document::Body;
use crate::domain::Kind;

use super::body::Filler;
use super::fragments::MAX_HUB_PAGES;
use super::planner::Planner;
use super::propose;
use super::view::{DrillView, GuideView, NotFoundView, RedirectView, WantedView};

pub(super) fn guide(planner: &Planner<'_>, id: &str, body: &Body) -> Option<GuideView> {
    let guide = planner.playbook().guides.get(id)?;
    let others = planner.guides().filter(|other| other.page.id != guide.page.id);
    Some(GuideView {
        title: guide.page.card.title.clone(),
        summary: guide.page.card.summary.clone(),
        body: Filler::new(planner, &guide.page, false).body(body),
        others: others.map(|other| planner.link(&other.page)).take(MAX_HUB_PAGES).collect(),
        actions: propose::actions(planner, &guide.page),
    })
}

pub(super) fn drill(planner: &Planner<'_>, id: &str, body: &Body) -> Option<DrillView> {
    let drill = planner.playbook().drills.get(id)?;
    let from = drill.from.as_ref();
    Some(DrillView {
        title: drill.page.card.title.clone(),
        roles: planner.roles(&drill.roles, drill.everyone),
        from: from.and_then(|id| planner.link_to(Kind::Workflow, id)),
        made_up: drill.front.made_up,
        body: Filler::new(planner, &drill.page, false).body(body),
        actions: propose::actions(planner, &drill.page),
    })
}

pub(super) fn wanted(planner: &Planner<'_>, id: &str, body: &Body) -> Option<WantedView> {
    let wanted = planner.playbook().wanted.get(id)?;
    let front = &wanted.front;
    let covering = planner.indexes().covering(planner.playbook(), wanted);
    let closed_by: Vec<_> = covering.take(MAX_HUB_PAGES).map(|page| planner.entry(page)).collect();
    let role = wanted.roles.first().map(AsRef::as_ref);
    let job = front.job.as_deref().unwrap_or(&wanted.page.card.title);
    Some(WantedView {
        title: wanted.page.card.title.clone(),
        roles: planner.roles(&wanted.roles, wanted.everyone),
        layer: front.layer.map(|layer| planner.layer(layer)),
        why: front.why.clone(),
        seen: front.seen,
        write: propose::form(planner, front.layer, role, Some(job)),
        elsewhere: propose::write_it(planner, front.layer, role, Some(job)),
        body: Filler::new(planner, &wanted.page, false).body(body),
        actions: propose::wanted_actions(planner, &wanted.page, closed_by.is_empty()),
        closed_by,
    })
}

pub(super) fn redirect(planner: &Planner<'_>, route: &Route) -> Option<RedirectView> {
    let page = planner.playbook().page(planner.playbook().redirects.get(route)?)?;
    Some(RedirectView { title: page.card.title.clone(), href: planner.href(&page.route) })
}

/// Served at any depth, so that its links begin at the root of `base_url`.
pub(super) fn not_found(planner: &Planner<'_>) -> NotFoundView {
    let base = planner.playbook().config.site.base_url.as_deref().unwrap_or_default();
    let path = base.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    let home = path.map_or_else(|| "/".to_owned(), |(_, path)| format!("/{path}/"));
    NotFoundView { title: planner.word("not-found"), home }
}

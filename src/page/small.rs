//! Plans the pages that show little beside their text: guides, drills, wanted
//! pages, redirects and the page for a wrong address.

use crate::address::Route;
use crate::document::Body;
use crate::domain::{Kind, Taken};
use crate::model::Workflow;

use super::body::Filler;
use super::fragments::{MAX_HUB_PAGES, who_it_was};
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
    let covering: Vec<&Workflow> = covering.collect();
    // The first page that did so answered it.
    let answered = covering.iter().filter_map(|page| page.front.written).min();
    let closed_by: Vec<_> =
        covering.into_iter().take(MAX_HUB_PAGES).map(|page| planner.entry(page)).collect();
    let role = wanted.roles.first().map(AsRef::as_ref);
    let job = front.job.as_deref().unwrap_or(&wanted.page.card.title);
    Some(WantedView {
        title: wanted.page.card.title.clone(),
        roles: planner.roles(&wanted.roles, wanted.everyone),
        layer: front.layer.map(|layer| planner.layer(layer)),
        why: front.why.clone(),
        seen: front.seen,
        asked: front.asked.map(|date| planner.date(date)),
        taken: front.taken.as_ref().map(|taken| being_written(planner, taken)),
        answered: answered.map(|date| planner.date(date)),
        write: propose::form(planner, front.layer, role, Some(job)),
        elsewhere: propose::write_it(planner, front.layer, role, Some(job)),
        body: Filler::new(planner, &wanted.page, false).body(body),
        actions: propose::wanted_actions(planner, &wanted.page, closed_by.is_empty()),
        closed_by,
    })
}

/// Who is writing a page, as far as people are named at all.
fn being_written(planner: &Planner<'_>, taken: &Taken) -> String {
    let by = taken.by.as_deref().and_then(|who| who_it_was(planner, who));
    let by = by.map_or_else(|| planner.word("wanted-somebody"), |it| it.text);
    match taken.date {
        Some(date) => planner
            .language
            .fill("wanted-taken-since", &[("who", &by), ("date", &planner.date(date).text)]),
        None => planner.language.fill("wanted-taken", &[("who", &by)]),
    }
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

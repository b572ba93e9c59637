//! Plans the hub of a layer: pages by role; judgment leads with the error log,
//! redesign with what was saved and which human limits are gone.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::address::{Data, Feed, List, LogFacet, LogKind};
use crate::document::{Body, StepTag};
use crate::domain::{Kind, Layer, Limit, SectionName};
use crate::model::{EVERYONE, Workflow};

use super::body::Filler;
use super::fragments::{MAX_HUB_PAGES, all_pages, caught};
use super::log;
use super::planner::Planner;
use super::propose;
use super::view::{
    LayerPageView, LimitView, LinkView, PageRulesView, RemovedStepView, RoleEntriesView,
    SavingView, TrustRulesView,
};

/// Pages of one role on the hub, so that many roles fit.
const MAX_PAGES_PER_ROLE: usize = 5;

/// Pages whose rules the hub of judgment shows.
const MAX_RULES: usize = 6;

/// Savings, and steps of one limit.
const MAX_LIST_ENTRIES: usize = 10;

pub(super) fn plan(planner: &Planner<'_>, id: &str, body: &Body) -> Option<LayerPageView> {
    let layer = Layer::parse(id)?;
    let page = planner.playbook().layers.get(&layer)?;
    let ids = planner.indexes().by_layer.get(&layer).into_iter().flatten();
    let pages: Vec<&Workflow> = planner.workflows(ids).collect();
    Some(LayerPageView {
        title: page.page.card.title.clone(),
        layer: planner.layer(layer),
        summary: page.page.card.summary.clone(),
        body: Filler::new(planner, &page.page, false).body(body),
        rows: rows(planner, layer),
        rules: (layer == Layer::Judgment).then(|| rules(planner, &pages)).flatten(),
        caught: if layer == Layer::Judgment { caught(planner, &pages) } else { Vec::new() },
        caught_more: (layer == Layer::Judgment)
            .then(|| log::link(planner, LogKind::Caught, &LogFacet::All, "all-caught"))
            .flatten(),
        savings: if layer == Layer::Redesign { savings(planner, &pages) } else { Vec::new() },
        limits: if layer == Layer::Redesign { limits(planner, &pages) } else { Vec::new() },
        limits_more: (layer == Layer::Redesign)
            .then(|| log::link(planner, LogKind::Removed, &LogFacet::All, "all-steps"))
            .flatten(),
        more: (!pages.is_empty()).then(|| all_pages(planner, List::Layer(layer), pages.len())),
        feed: planner.href(&Data::Atom(Feed::Layer(layer)).route()),
        actions: propose::actions(planner, &page.page),
    })
}

/// Pages by role, at most as many as a hub shows in all.
fn rows(planner: &Planner<'_>, layer: Layer) -> Vec<RoleEntriesView> {
    let roles = planner.playbook().roles.keys().filter(|id| &***id != EVERYONE);
    let roles = roles.map(|id| (planner.link_to(Kind::Role, id), id.clone()));
    let everyone = (Some(planner.everyone()), Arc::from(EVERYONE));
    let mut left = MAX_HUB_PAGES;
    let mut rows = Vec::new();
    for (role, id) in roles.chain(std::iter::once(everyone)) {
        let Some(role) = role else { continue };
        let pages = of_role(planner, &id, layer);
        let shown = pages.len().min(MAX_PAGES_PER_ROLE).min(left);
        left -= shown;
        if shown > 0 {
            let more = pages.len() > shown;
            rows.push(RoleEntriesView {
                more: more.then(|| LinkView {
                    text: planner.word("more-of-role"),
                    href: planner.href(&List::Role(id).route(1)),
                }),
                role,
                entries: pages.iter().take(shown).map(|page| planner.entry(page)).collect(),
            });
        }
    }
    rows
}

fn of_role<'a>(planner: &Planner<'a>, role: &str, layer: Layer) -> Vec<&'a Workflow> {
    let pages = planner.workflows(planner.indexes().of_role(role));
    pages.filter(|page| page.layer() == layer).collect()
}

/// What the first pages of the list say about trusting the tool.
fn rules(planner: &Planner<'_>, pages: &[&Workflow]) -> Option<TrustRulesView> {
    let of_page = |page: &&Workflow| {
        let excerpts = &page.page.excerpts;
        let rules = [&excerpts.trust, &excerpts.override_when, &excerpts.do_not_rely];
        rules.iter().any(|rule| rule.is_some()).then(|| PageRulesView {
            page: planner.link(&page.page),
            rules: rules.map(|rule| rule.clone().unwrap_or_default()).into(),
        })
    };
    let rules: Vec<PageRulesView> = pages.iter().filter_map(of_page).take(MAX_RULES).collect();
    let names = [SectionName::Trust, SectionName::Override, SectionName::DoNotRely];
    let headings = names.map(|name| planner.language.heading(name.as_str()).to_owned()).into();
    (!rules.is_empty()).then_some(TrustRulesView { headings, pages: rules })
}

fn savings(planner: &Planner<'_>, pages: &[&Workflow]) -> Vec<SavingView> {
    let mut savings: Vec<SavingView> = pages
        .iter()
        .filter_map(|page| {
            let minutes = planner.minutes(page)?;
            Some(SavingView { page: planner.link(&page.page), minutes })
        })
        .collect();
    savings.sort_by_key(|it| Reverse(it.minutes.before.saturating_sub(it.minutes.after)));
    savings.truncate(MAX_LIST_ENTRIES);
    savings
}

fn limits(planner: &Planner<'_>, pages: &[&Workflow]) -> Vec<LimitView> {
    let limit = |limit: &Limit| LimitView {
        id: limit.as_str(),
        sentence: planner.word(&format!("removed-{}", limit.as_str())),
        steps: removed(planner, pages, *limit),
    };
    Limit::ALL.iter().map(limit).filter(|limit| !limit.steps.is_empty()).collect()
}

fn removed(planner: &Planner<'_>, pages: &[&Workflow], limit: Limit) -> Vec<RemovedStepView> {
    let of_page = |page: &&Workflow| {
        let link = planner.link(&page.page);
        let steps = page.page.excerpts.old_way.iter();
        let removed = steps.filter(|step| step.tag == Some(StepTag::Removed(limit)));
        removed
            .map(|step| RemovedStepView { text: step.text.clone(), page: link.clone() })
            .collect::<Vec<_>>()
    };
    pages.iter().flat_map(of_page).take(MAX_LIST_ENTRIES).collect()
}

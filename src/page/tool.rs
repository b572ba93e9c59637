//! Plans the pages about tools.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::List;
use crate::document::Body;
use crate::domain::{Kind, ToolChange, ToolStatus};
use crate::model::{ReviewReason, Tool};

use super::body::Filler;
use super::fragments::{MAX_HUB_PAGES, all_pages};
use super::planner::Planner;
use super::propose;
use super::view::{
    LinkView, PersonRefView, ToolChangeView, ToolEntryView, ToolGroupView, ToolStatusView,
    ToolView, ToolsView,
};

/// Colleagues to ask for a look over their shoulder.
const MAX_COLLEAGUES: usize = 4;

pub(super) fn plan(planner: &Planner<'_>, id: &str, body: &Body) -> Option<ToolView> {
    let tool = planner.playbook().tools.get(id)?;
    let front = &tool.front;
    let using = planner.indexes().by_tool.get(id).map_or(&[][..], Vec::as_slice);
    let list = || all_pages(planner, List::Tool(Arc::from(id)), using.len());
    Some(ToolView {
        title: tool.page.card.title.clone(),
        summary: tool.page.card.summary.clone(),
        aliases: front.aliases.clone(),
        status: status(planner, front.status),
        data_max: tool.ceiling.and_then(|rung| planner.rung(rung)),
        good_for: front.good_for.clone(),
        not_good_for: front.not_good_for.clone(),
        replaced_by: replaced_by(planner, tool),
        link: front.link.clone(),
        ask: front.ask.clone(),
        show_me: show_me(planner, using),
        body: Filler::new(planner, &tool.page, false).body(body),
        changes: changes(planner, tool),
        to_check: to_check(planner, id),
        entries: planner.entries(using.iter().take(MAX_HUB_PAGES)),
        more: (using.len() > MAX_HUB_PAGES).then(list),
        actions: propose::actions(planner, &tool.page),
    })
}

/// What changed about it, newest first.
fn changes(planner: &Planner<'_>, tool: &Tool) -> Vec<ToolChangeView> {
    let mut changes: Vec<&ToolChange> = tool.front.changes.iter().collect();
    changes.sort_by_key(|change| Reverse(change.date));
    let view = |change: &ToolChange| ToolChangeView {
        date: planner.date(change.date),
        what: change.what.clone(),
        status: change.status.map(|of| status(planner, Some(of)).sentence),
    };
    changes.into_iter().map(view).collect()
}

/// How many pages have to be checked first because of a tool, in a sentence; none where there
/// are none.
pub(super) fn to_check(planner: &Planner<'_>, id: &str) -> Option<String> {
    let is_about = |review: &ReviewReason| review.tool() == Some(id);
    let using = planner.indexes().by_tool.get(id).into_iter().flatten();
    let to_check =
        planner.workflows(using).filter(|workflow| workflow.reviews.iter().any(is_about)).count();
    match to_check {
        0 => None,
        1 => Some(planner.word("tool-one-to-check")),
        many => Some(planner.language.fill("tool-to-check", &[("n", &many.to_string())])),
    }
}

/// Colleagues who will show a page that uses the tool, most pages first.
fn show_me(planner: &Planner<'_>, using: &[Arc<str>]) -> Vec<PersonRefView> {
    let shown_by = &planner.indexes().shown_by;
    let mut people: BTreeMap<&Arc<str>, usize> = BTreeMap::new();
    for id in using.iter().filter_map(|id| shown_by.get(id)).flatten() {
        *people.entry(id).or_default() += 1;
    }
    let mut people: Vec<_> = people.into_iter().collect();
    people.sort_by_key(|(_, pages)| Reverse(*pages));
    people.into_iter().filter_map(|(id, _)| planner.person(id)).take(MAX_COLLEAGUES).collect()
}

/// `tools.html`
pub(super) fn list(planner: &Planner<'_>) -> ToolsView {
    let known = ToolStatus::ALL.iter().copied().map(Some);
    let groups = known.chain(std::iter::once(None)).filter_map(|of| {
        let tools = planner.playbook().tools.values().filter(|tool| tool.front.status == of);
        let tools: Vec<ToolEntryView> = tools.map(|tool| entry(planner, tool)).collect();
        (!tools.is_empty()).then(|| ToolGroupView { status: status(planner, of), tools })
    });
    ToolsView { title: planner.word("list-tools"), groups: groups.collect() }
}

fn status(planner: &Planner<'_>, status: Option<ToolStatus>) -> ToolStatusView {
    let id = status.map_or("unknown", ToolStatus::as_str);
    ToolStatusView { id, sentence: planner.word(&format!("tool-{id}")) }
}

fn replaced_by(planner: &Planner<'_>, tool: &Tool) -> Option<LinkView> {
    planner.link_to(Kind::Tool, tool.replaced_by.as_ref()?)
}

fn entry(planner: &Planner<'_>, tool: &Tool) -> ToolEntryView {
    ToolEntryView {
        name: tool.page.card.title.clone(),
        href: planner.href(&tool.page.route),
        summary: tool.page.card.summary.clone(),
        aliases: tool.front.aliases.clone(),
        good_for: tool.front.good_for.clone(),
        data_max: tool.ceiling.and_then(|rung| planner.rung(rung)),
        replaced_by: replaced_by(planner, tool),
    }
}

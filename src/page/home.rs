//! Plans the home page.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::address::List;
use crate::document::Body;
use crate::domain::{Layer, RepeatResult};
use crate::model::{EVERYONE, Workflow};

use super::body::Filler;
use super::fragments::{path, wanted_entry};
use super::planner::Planner;
use super::view::{
    ActionsView, BlockView, BodyView, CoverageRowView, EntryView, HomeView, LayerSummaryView,
    LinkView, NewOfRoleView, RoleTileView,
};
use super::{propose, recall, tool};

/// Pages that colleagues repeated last.
const MAX_RECENT_REPEATS: usize = 3;

/// New pages per role.
const MAX_NEW_PER_ROLE: usize = 3;

/// Tools that changed.
const MAX_TOOLS_TO_CHECK: usize = 5;

/// Paths and wanted pages.
const MAX_LIST_ENTRIES: usize = 10;

/// Roles: the page must not grow with the company.
const MAX_ROLES: usize = 40;

pub(super) fn plan(planner: &Planner<'_>, body: &Body) -> HomeView {
    let playbook = planner.playbook();
    let home = playbook.home.as_ref();
    let paste = planner.guides().find(|guide| guide.front.nav);
    let open = planner.indexes().open_wanted.iter().take(MAX_LIST_ENTRIES);
    let mut body =
        home.map_or_else(BodyView::default, |page| Filler::new(planner, page, false).body(body));
    let lede_html = take_first_paragraph(&mut body);
    HomeView {
        title: home.map_or(&*playbook.config.site.title, |page| planner.title(page)).to_owned(),
        lede_html,
        body,
        roles: roles(planner),
        recent: recent(planner),
        recalls: recall::all(planner),
        tools_to_check: tools_to_check(planner),
        paste_guide: paste.map(|guide| planner.link(&guide.page)),
        new_by_role: new_by_role(planner),
        coverage: coverage(planner),
        layers: layers(planner),
        collections: playbook
            .collections
            .keys()
            .take(MAX_LIST_ENTRIES)
            .filter_map(|id| path(planner, id))
            .collect(),
        wanted: open
            .filter_map(|id| playbook.wanted.get(id))
            .map(|it| wanted_entry(planner, it))
            .collect(),
        actions: home.map_or_else(ActionsView::default, |page| propose::actions(planner, page)),
    }
}

/// Takes the first paragraph out of the text: it stands above the roles, the
/// rest below them.
fn take_first_paragraph(body: &mut BodyView) -> Option<String> {
    let Some(BlockView::Html { html }) = body.lead.first_mut() else { return None };
    let (lede, rest) = html.trim_start().strip_prefix("<p>")?.split_once("</p>")?;
    let (lede, rest) = (lede.to_owned(), rest.trim_start().to_owned());
    if rest.is_empty() {
        body.lead.remove(0);
    } else {
        *html = rest;
    }
    Some(lede)
}

fn roles(planner: &Planner<'_>) -> Vec<RoleTileView> {
    let roles =
        planner.playbook().roles.iter().filter(|(id, _)| &***id != EVERYONE).take(MAX_ROLES);
    let tile = |(id, role): (&std::sync::Arc<str>, &crate::model::Role)| RoleTileView {
        id: id.to_string(),
        name: role.page.card.title.clone(),
        href: planner.href(&role.page.route),
        aliases: role.front.aliases.clone(),
    };
    roles.map(tile).collect()
}

/// Finished pages by their newest repeat that worked.
fn recent(planner: &Planner<'_>) -> Vec<EntryView> {
    let newest = |page: &Workflow| -> Option<Date> {
        let worked =
            page.front.repeated_by.iter().filter(|repeat| repeat.result != RepeatResult::Failed);
        worked.map(|repeat| repeat.date).max()
    };
    let finished = planner.playbook().workflows.values().filter(|page| page.is_finished());
    let mut repeated: Vec<(Date, &Workflow)> =
        finished.filter_map(|page| Some((newest(page)?, page))).collect();
    repeated.sort_by_key(|(date, page)| (Reverse(*date), page.page.id.clone()));
    repeated.into_iter().take(MAX_RECENT_REPEATS).map(|(_, page)| planner.entry(page)).collect()
}

/// Tools because of which pages have to be checked first.
fn tools_to_check(planner: &Planner<'_>) -> Vec<LinkView> {
    let told = planner.playbook().tools.iter().filter_map(|(id, tool)| {
        let to_check = tool::to_check(planner, id)?;
        let blanks = [("tool", &*tool.page.card.title), ("to_check", &to_check)];
        let text = planner.language.fill("home-tool-to-check", &blanks);
        Some(LinkView { text, href: planner.href(&tool.page.route) })
    });
    told.take(MAX_TOOLS_TO_CHECK).collect()
}

/// The pages of each role that were run last.
fn new_by_role(planner: &Planner<'_>) -> Vec<NewOfRoleView> {
    let playbook = planner.playbook();
    let mut rows = Vec::new();
    for (id, role) in playbook.roles.iter().take(MAX_ROLES) {
        let ids = planner.indexes().by_role.get(id).into_iter().flatten();
        let finished = planner.workflows(ids).filter(|page| page.is_finished());
        let mut pages: Vec<&Workflow> = finished.collect();
        pages.sort_by_key(|page| Reverse(page.last_run));
        let more = pages.len() > MAX_NEW_PER_ROLE;
        let ids = pages.into_iter().take(MAX_NEW_PER_ROLE).map(|page| &page.page.id.id);
        let entries = planner.rail(ids);
        if !entries.is_empty() {
            rows.push(NewOfRoleView {
                role: planner.link(&role.page),
                entries,
                more: more.then(|| LinkView {
                    text: planner.word("more-of-role"),
                    href: planner.href(&List::Role(id.clone()).route(1)),
                }),
            });
        }
    }
    rows
}

fn coverage(planner: &Planner<'_>) -> Vec<CoverageRowView> {
    let counts = |role: &str| {
        let cell = |layer: &Layer| planner.indexes().coverage.cell(role, *layer).finished;
        Layer::ALL.iter().map(cell).collect()
    };
    let roles =
        planner.playbook().roles.iter().filter(|(id, _)| &***id != EVERYONE).take(MAX_ROLES);
    let rows = roles
        .map(|(id, role)| CoverageRowView { role: planner.link(&role.page), counts: counts(id) });
    let everyone = CoverageRowView { role: planner.everyone(), counts: counts(EVERYONE) };
    rows.chain(std::iter::once(everyone)).collect()
}

fn layers(planner: &Planner<'_>) -> Vec<LayerSummaryView> {
    let summary = |layer: &Layer| {
        let page = planner.playbook().layers.get(layer)?;
        page.page.card.summary.clone()
    };
    let layer =
        |layer: &Layer| LayerSummaryView { layer: planner.layer(*layer), summary: summary(layer) };
    Layer::ALL.iter().map(layer).collect()
}

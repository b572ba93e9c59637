//! Plans list pages: up to 100 entries each, so that no page grows with the
//! playbook.

use std::sync::Arc;

use crate::address::{List, OverviewPage};
use crate::domain::Kind;
use crate::model::{Drill, EVERYONE, Page, Playbook, Wanted};

use super::fragments::{MAX_HUB_PAGES, MAX_TITLES, count_pages, letter, pager, path, titles};
use super::people;
use super::planner::{Planner, summary};
use super::tool;
use super::view::{LinkView, ListView, PageView, SummaryView};
use super::world::World;

/// Entries of a list page.
const PER_PAGE: usize = 100;

/// How many pages a list has; an empty list has one, which says so.
pub(super) fn pages(world: &World, list: &List) -> u32 {
    let playbook = &world.playbook;
    let count = match list {
        // People and tools are overviews of one page.
        List::Kind(Kind::Person | Kind::Tool | Kind::Layer | Kind::Home) => 1,
        List::Kind(Kind::Workflow) => world.indexes.workflows.len(),
        List::Kind(Kind::Role) => playbook.roles.len(),
        List::Kind(Kind::Collection) => playbook.collections.len(),
        List::Kind(Kind::Drill) => playbook.drills.len(),
        List::Kind(Kind::Wanted) => playbook.wanted.len(),
        List::Kind(Kind::Guide) => playbook.guides.len(),
        List::Titles(initial) => titles(world, *initial).len(),
        _ => ids(world, list).len(),
    };
    count_pages(count, PER_PAGE)
}

/// Whether any page links to the list. Roles and layers have all their pages in
/// one list, as soon as there is one; without a page of their own the list
/// stands for it. A tool's page shows up to [`MAX_HUB_PAGES`] itself.
pub(super) fn is_linked(world: &World, list: &List) -> bool {
    let playbook = &world.playbook;
    let has_hub = match list {
        List::Kind(_) => return true,
        List::Tool(_) => return ids(world, list).len() > MAX_HUB_PAGES,
        List::Role(id) => playbook.roles.contains_key(id),
        List::Layer(layer) => playbook.layers.contains_key(layer),
        List::Titles(initial) => return titles(world, *initial).len() > MAX_TITLES,
    };
    !has_hub || !ids(world, list).is_empty()
}

pub(super) fn plan(planner: &Planner<'_>, list: &List, number: u32) -> PageView {
    match list {
        List::Kind(Kind::Person) => PageView::People(Box::new(people::list(planner))),
        List::Kind(Kind::Tool) => PageView::Tools(Box::new(tool::list(planner))),
        _ => PageView::List(Box::new(list_view(planner, list, number))),
    }
}

/// The workflows of a list.
fn ids<'a>(world: &'a World, list: &List) -> &'a [Arc<str>] {
    let indexes = &world.indexes;
    let ids = match list {
        List::Kind(Kind::Workflow) => Some(&indexes.workflows),
        List::Role(id) => return indexes.of_role(id),
        List::Layer(layer) => indexes.by_layer.get(layer),
        List::Tool(id) => indexes.by_tool.get(id),
        List::Kind(_) | List::Titles(_) => None,
    };
    ids.map_or(&[], Vec::as_slice)
}

fn list_view(planner: &Planner<'_>, list: &List, number: u32) -> ListView {
    let first = (number.max(1) as usize - 1) * PER_PAGE;
    let entries = ids(planner.world, list).iter().skip(first).take(PER_PAGE);
    let (title, of, up) = heading(planner, list);
    ListView {
        title,
        of,
        entries: planner.entries(entries),
        summaries: summaries(planner, list, first),
        pager: pager(planner, number, pages(planner.world, list), |number| list.route(number)),
        up,
        empty: planner.word("list-empty"),
    }
}

fn heading(planner: &Planner<'_>, list: &List) -> (String, &'static str, Option<LinkView>) {
    match list {
        List::Kind(kind) => (planner.word(&format!("list-{}", kind.folder())), kind.folder(), None),
        List::Role(id) if &**id == EVERYONE && !planner.playbook().roles.contains_key(EVERYONE) => {
            (planner.word("everyone"), "role", None)
        }
        List::Role(id) => of_hub(planner, Kind::Role, id, "role"),
        List::Layer(layer) => of_hub(planner, Kind::Layer, layer.as_str(), "layer"),
        List::Tool(id) => of_hub(planner, Kind::Tool, id, "tool"),
        List::Titles(initial) => {
            let up = LinkView {
                text: planner.word("search"),
                href: planner.href(&OverviewPage::Search.route()),
            };
            let letter = letter(planner, *initial);
            (planner.language.fill("titles-of", &[("letter", &letter)]), "titles", Some(up))
        }
    }
}

fn of_hub(
    planner: &Planner<'_>,
    kind: Kind,
    id: &str,
    of: &'static str,
) -> (String, &'static str, Option<LinkView>) {
    let up = planner.link_to(kind, id);
    let name = up.as_ref().map_or_else(|| planner.word(id), |link| link.text.clone());
    (planner.language.fill("all-of", &[("name", &name)]), of, up)
}

/// How often it was asked for; of one that is answered, by what.
fn wanted_note(planner: &Planner<'_>, wanted: &Wanted) -> Option<String> {
    let answer = planner.indexes().covering(planner.playbook(), wanted).next();
    if let Some(answer) = answer {
        let title = answer.page.card.title.as_str();
        return Some(planner.language.fill("answered-note", &[("title", title)]));
    }
    let asked = |n: u32| planner.language.fill("asked-n-times", &[("n", &n.to_string())]);
    wanted.front.seen.map(asked)
}

/// Which error a drill is made of, or that it is made up.
fn origin(planner: &Planner<'_>, drill: &Drill) -> Option<String> {
    let from = drill.from.as_ref().and_then(|id| planner.link_to(Kind::Workflow, id));
    let from = from.map(|page| format!("{} {}", planner.word("drill-from"), page.text));
    from.or_else(|| drill.front.made_up.then(|| planner.word("drill-made-up")))
}

/// The pages of a drill's roles, by which a script finds the reader's own.
fn roles_of(playbook: &Playbook, drill: &Drill) -> Vec<String> {
    let roles = drill.roles.iter().filter_map(|id| playbook.page_of(Kind::Role, id));
    roles.map(|role| role.route.to_string()).collect()
}

/// What a list page shows of all there is, before any of it is planned.
fn shown<I: Iterator>(all: I, first: usize) -> impl Iterator<Item = I::Item> {
    all.skip(first).take(PER_PAGE)
}

fn summaries(planner: &Planner<'_>, list: &List, first: usize) -> Vec<SummaryView> {
    let playbook = planner.playbook();
    match list {
        List::Kind(Kind::Role) => shown(playbook.roles.values(), first)
            .map(|it| summary_of(planner, &it.page, joined(&it.front.aliases)))
            .collect(),
        List::Kind(Kind::Layer) => playbook
            .layers
            .values()
            .map(|it| summary_of(planner, &it.page, it.front.subtitle.clone()))
            .collect(),
        List::Kind(Kind::Collection) => {
            shown(playbook.collections.keys(), first).filter_map(|id| path(planner, id)).collect()
        }
        List::Kind(Kind::Drill) => {
            shown(playbook.drills.values(), first).map(|it| drill(planner, it)).collect()
        }
        List::Kind(Kind::Wanted) => {
            let indexes = planner.indexes();
            let ids = shown(indexes.open_wanted.iter().chain(&indexes.closed_wanted), first);
            let wanted = ids.filter_map(|id| playbook.wanted.get(id));
            wanted
                .map(|it| SummaryView {
                    summary: it.front.why.clone(),
                    ..summary_of(planner, &it.page, wanted_note(planner, it))
                })
                .collect()
        }
        List::Kind(Kind::Guide) => shown(planner.indexes().guides.iter(), first)
            .filter_map(|id| playbook.guides.get(id))
            .map(|it| summary_of(planner, &it.page, None))
            .collect(),
        List::Titles(initial) => shown(titles(planner.world, *initial).iter(), first)
            .filter_map(|id| playbook.page(id))
            .map(|page| SummaryView { summary: None, ..summary_of(planner, page, None) })
            .collect(),
        _ => Vec::new(),
    }
}

fn summary_of(planner: &Planner<'_>, page: &Page, note: Option<String>) -> SummaryView {
    SummaryView {
        title: page.card.title.clone(),
        href: planner.href(&page.route),
        summary: Some(summary(page)).filter(|text| !text.is_empty()),
        note,
        roles: Vec::new(),
    }
}

/// Names in one line, if there are any.
fn joined(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

fn drill(planner: &Planner<'_>, drill: &Drill) -> SummaryView {
    let names = planner.roles(&drill.roles, drill.everyone).into_iter();
    let names: Vec<String> = names.map(|role| role.text).collect();
    let plain = summary_of(planner, &drill.page, joined(&names));
    SummaryView {
        roles: roles_of(planner.playbook(), drill),
        summary: origin(planner, drill).or(plain.summary),
        ..plain
    }
}

//! Plans `search.html`, as it reads without a script: links to everything that
//! results can be narrowed down by, and titles from A to Z. Deliberately absent:
//! the search itself, which is a script and the files of the index.

use crate::address::{Initial, List, Route};
use crate::domain::{Kind, Layer};
use crate::model::{EVERYONE, Page};

use super::fragments::{MAX_HUB_PAGES, MAX_TITLES, all_of, letter, titles};
use super::planner::Planner;
use super::view::{LetterView, LinkView, LinksView, SearchView};

/// Lists that are not of roles, layers or tools.
const LISTS: [Kind; 6] =
    [Kind::Workflow, Kind::Collection, Kind::Drill, Kind::Wanted, Kind::Guide, Kind::Person];

pub(super) fn plan(planner: &Planner<'_>) -> SearchView {
    SearchView {
        title: planner.word("search"),
        groups: groups(planner),
        letters: planner.indexes().titles.keys().map(|it| under(planner, *it)).collect(),
    }
}

fn groups(planner: &Planner<'_>) -> Vec<LinksView> {
    let playbook = planner.playbook();
    let roles = playbook.roles.iter().filter(|(id, _)| &***id != EVERYONE);
    let roles: Vec<&Page> = roles.map(|(_, role)| &role.page).collect();
    let tools: Vec<&Page> = playbook.tools.values().map(|tool| &tool.page).collect();
    let mut for_roles = pages(planner, Kind::Role, &roles);
    for_roles.links.push(planner.everyone());
    let layers = Layer::ALL.iter().map(|layer| planner.layer(*layer));
    let layers = layers.map(|layer| LinkView {
        text: format!("{}: {}", layer.name, layer.subtitle),
        href: layer.href,
    });
    let lists = LISTS.map(|kind| link_to_list(planner, kind));
    let group = |word: &str, links| LinksView { title: planner.word(word), links, more: None };
    vec![
        for_roles,
        group("list-layers", layers.collect()),
        pages(planner, Kind::Tool, &tools),
        group("lists", lists.into()),
    ]
}

fn link_to_list(planner: &Planner<'_>, kind: Kind) -> LinkView {
    LinkView {
        text: planner.word(&format!("list-{}", kind.folder())),
        href: planner.href(&Route::list(kind)),
    }
}

/// The pages of a kind, up to [`MAX_HUB_PAGES`].
fn pages(planner: &Planner<'_>, kind: Kind, pages: &[&Page]) -> LinksView {
    let all = all_of(planner, "all-pages", &Route::list(kind), pages.len());
    LinksView {
        title: planner.word(&format!("list-{}", kind.folder())),
        links: pages.iter().take(MAX_HUB_PAGES).map(|page| planner.link(page)).collect(),
        more: (pages.len() > MAX_HUB_PAGES).then_some(all),
    }
}

fn under(planner: &Planner<'_>, initial: Initial) -> LetterView {
    let ids = titles(planner.world, initial);
    let letter = letter(planner, initial);
    let all = || LinkView {
        text: planner
            .language
            .fill("titles-all", &[("n", &ids.len().to_string()), ("letter", &letter)]),
        href: planner.href(&List::Titles(initial).route(1)),
    };
    let known = ids.iter().take(MAX_TITLES).filter_map(|id| planner.playbook().page(id));
    LetterView {
        id: initial.as_str(),
        titles: known.map(|page| planner.link(page)).collect(),
        more: (ids.len() > MAX_TITLES).then(all),
        letter,
    }
}

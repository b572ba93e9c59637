//! Plans feeds: the last 50 things that happened to pages. The Atom and the
//! JSON feed of one subject show the same.

use serde::Serialize;

use crate::address::{Data, Feed, List, PageId, Route};
use crate::domain::Kind;
use crate::index::{Event, EventKind};
use crate::memo::Digest;
use crate::model::{EVERYONE, Status, Workflow};

use super::super::planner::{Planner, summary};
use super::super::{status, tool};

/// A feed, in the words of JSON Feed 1.1.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FeedView {
    /// The version of the format: `https://jsonfeed.org/version/1.1`.
    pub version: &'static str,
    /// Of the site and its subject.
    pub title: String,
    /// The page that it is about.
    #[serde(skip_serializing_if = "is_relative")]
    pub home_page_url: String,
    /// The address of the feed itself.
    #[serde(skip_serializing_if = "is_relative")]
    pub feed_url: String,
    /// The code of its language, such as `en`.
    pub language: String,
    /// Its entries, the newest first.
    pub items: Vec<FeedItem>,
    /// The address of the same feed as Atom.
    #[serde(skip)]
    pub atom_url: String,
    /// Atom's id of the feed.
    #[serde(skip)]
    pub id: String,
    /// Atom's author: the playbook.
    #[serde(skip)]
    pub site: String,
    /// The newest date in it; Atom demands one also of an empty feed.
    #[serde(skip)]
    pub updated: String,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FeedItem {
    /// Never changes: page, day and what happened.
    pub id: String,
    /// The page, or what takes its place.
    #[serde(skip_serializing_if = "is_relative")]
    pub url: String,
    /// What happened, and to which page.
    pub title: String,
    /// The page in one sentence, and what a reader should know first.
    pub content_text: String,
    /// The day, as RFC 3339 writes it.
    pub date_published: String,
    /// What happened, and the layer.
    pub tags: Vec<String>,
}

/// JSON Feed knows whole addresses alone: without `base_url` there are none.
fn is_relative(address: &str) -> bool {
    !address.starts_with("https://") && !address.starts_with("http://")
}

/// Of a feed in which nothing has happened.
const NEVER: &str = "1970-01-01T00:00:00Z";

pub(super) fn plan(planner: &Planner<'_>, feed: &Feed) -> FeedView {
    let config = &planner.playbook().config;
    let news = &planner.indexes().news;
    let none = Vec::new();
    let (events, about, home) = match feed {
        Feed::All => (&news.all, None, PageId::home().route()),
        Feed::Role(id) => {
            let events = news.by_role.get(id).unwrap_or(&none);
            (events, Some(role_name(planner, id)), role_page(planner, id))
        }
        Feed::Layer(layer) => {
            let events = news.by_layer.get(layer).unwrap_or(&none);
            let page = planner.playbook().layers.get(layer);
            let home =
                page.map_or_else(|| List::Layer(*layer).route(1), |it| it.page.route.clone());
            (events, Some(planner.layer(*layer).name), home)
        }
    };
    let items: Vec<FeedItem> = events.iter().filter_map(|event| item(planner, event)).collect();
    let title = &config.site.title;
    let atom = Data::Atom(feed.clone()).route();
    FeedView {
        version: "https://jsonfeed.org/version/1.1",
        title: about.map_or_else(|| title.clone(), |about| format!("{title}: {about}")),
        home_page_url: planner.address(&home),
        feed_url: planner.address(&Data::JsonFeed(feed.clone()).route()),
        language: config.site.language_tag.clone(),
        atom_url: planner.address(&atom),
        id: id(planner, &atom, ""),
        site: title.clone(),
        updated: items.first().map_or_else(|| NEVER.to_owned(), |it| it.date_published.clone()),
        items,
    }
}

fn role_name(planner: &Planner<'_>, id: &str) -> String {
    let page = planner.playbook().roles.get(id);
    page.map_or_else(|| planner.word(EVERYONE), |role| role.page.card.title.clone())
}

fn role_page(planner: &Planner<'_>, id: &std::sync::Arc<str>) -> Route {
    let page = planner.playbook().roles.get(id);
    page.map_or_else(|| List::Role(id.clone()).route(1), |role| role.page.route.clone())
}

fn item(planner: &Planner<'_>, event: &Event) -> Option<FeedItem> {
    let playbook = planner.playbook();
    let page = playbook.page(&event.page)?;
    let title = [("title", page.card.title.as_str())];
    let workflow = playbook.workflows.get(&event.page.id);
    let workflow = workflow.filter(|_| event.page.kind == Kind::Workflow);
    let replacement = workflow.and_then(|it| it.replaced_by.as_ref());
    let replacement = replacement.filter(|_| event.what == EventKind::Retired);
    let shown = replacement.and_then(|id| playbook.workflows.get(id)).map_or(page, |it| &it.page);
    let what = event.what.as_str();
    let (content_text, layer) = match workflow {
        Some(workflow) => {
            (content(planner, event, workflow), Some(workflow.layer().as_str().to_owned()))
        }
        None => (changes(planner, event), None),
    };
    Some(FeedItem {
        id: id(planner, &page.route, &format!("{what}-{}", event.date)),
        url: planner.address(&shown.route),
        title: planner.language.fill(&format!("feed-{what}"), &title),
        content_text,
        date_published: format!("{}T00:00:00Z", event.date),
        tags: std::iter::once(what.to_owned()).chain(layer).collect(),
    })
}

/// What changed about a tool on that day, and how many pages have to be run again.
fn changes(planner: &Planner<'_>, event: &Event) -> String {
    let Some(tool) = planner.playbook().tools.get(&event.page.id) else { return String::new() };
    let of_day = tool.front.changes.iter().filter(|change| change.date == event.date);
    let lines = of_day.map(|change| change.what.trim_end_matches('.').to_owned());
    let lines: Vec<String> = lines.chain(tool::to_check(planner, &event.page.id)).collect();
    lines.join(". ")
}

/// Its summary; before it what a reader should know, if there is anything. Of a correction
/// what was wrong, and what to do.
fn content(planner: &Planner<'_>, event: &Event, workflow: &Workflow) -> String {
    if event.what == EventKind::Corrected {
        let of_day = workflow.front.corrected.iter().filter(|it| it.date == event.date);
        let lines = of_day.flat_map(|it| std::iter::once(&it.what).chain(&it.remedy));
        return lines.map(|line| line.trim_end_matches('.')).collect::<Vec<_>>().join(". ");
    }
    let summary = summary(&workflow.page);
    let is_fine =
        matches!(workflow.status, Status::Trial | Status::Proven(_) | Status::TeamDefault);
    let warning = if is_fine { None } else { Some(status::in_full(planner, workflow)) };
    match warning {
        Some(warning) if summary.is_empty() => warning,
        Some(warning) => format!("{warning}. {summary}"),
        None => summary,
    }
}

/// An id that stays whatever else is edited: an address where the site has one,
/// otherwise a `urn:uuid` made of the site's title, the page and the event.
fn id(planner: &Planner<'_>, route: &Route, fragment: &str) -> String {
    let site = &planner.playbook().config.site;
    if let Some(base) = &site.base_url {
        let address = route.absolute(base);
        let mark = if fragment.is_empty() { "" } else { "#" };
        return format!("{address}{mark}{fragment}");
    }
    let name = format!("{}\n{route}\n{fragment}", site.title);
    let hex = Digest::of_bytes(name.as_bytes()).to_string();
    let part = |range: std::ops::Range<usize>| hex.get(range).unwrap_or_default();
    // RFC 9562, version 8: the other bits are ours.
    let groups = (part(0..8), part(8..12), part(13..16), part(17..20), part(20..32));
    format!("urn:uuid:{}-{}-8{}-8{}-{}", groups.0, groups.1, groups.2, groups.3, groups.4)
}

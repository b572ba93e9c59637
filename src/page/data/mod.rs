//! Outputs that are no pages: feeds, site maps, texts for machines and data.
//! Each is planned as plain values like any page, and written from them alone.
//! Deliberately absent: the clock. What has a date has that of front matter.

mod coverage;
mod feed;
mod file;
mod llms;
mod playbook;
mod prompts;
mod sitemap;

use std::sync::Arc;

pub use file::DataView;

use crate::address::Route;
use crate::domain::Layer;

use super::World;
use super::planner::Planner;

/// An output that is no page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Data {
    /// A feed in Atom.
    Atom(Feed),
    /// The same as JSON Feed.
    JsonFeed(Feed),
    /// `sitemap.xml`: every page, or the parts that list them.
    Sitemap,
    /// A part of the site map, from 1.
    SitemapPart(u32),
    /// `robots.txt`
    Robots,
    /// `llms.txt`
    Llms,
    /// Write-ups of a layer, from 1.
    LlmsPart(Layer, u32),
    /// `playbook.json`
    Playbook,
    /// `playbook.schema.json`
    Schema,
    /// `prompts.json`
    Prompts,
    /// `coverage.json`
    Coverage,
}

/// What a feed is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Feed {
    /// Every page.
    All,
    /// Pages of a role, `everyone` among them.
    Role(Arc<str>),
    /// Pages of a layer.
    Layer(Layer),
}

impl Feed {
    fn route(&self, extension: &str) -> Route {
        Route::new(match self {
            Self::All => format!("feeds/all.{extension}"),
            Self::Role(id) => format!("feeds/roles/{id}.{extension}"),
            Self::Layer(layer) => format!("feeds/layers/{}.{extension}", layer.as_str()),
        })
    }

    /// Where the Atom feed is.
    pub fn atom(&self) -> Route {
        self.route("xml")
    }
}

impl Data {
    /// Its address.
    pub fn route(&self) -> Route {
        match self {
            Self::Atom(feed) => feed.atom(),
            Self::JsonFeed(feed) => feed.route("json"),
            Self::Sitemap => Route::new("sitemap.xml"),
            Self::SitemapPart(number) => Route::new(format!("sitemaps/{number}.xml")),
            Self::Robots => Route::new("robots.txt"),
            Self::Llms => Route::new("llms.txt"),
            Self::LlmsPart(layer, number) => {
                Route::new(format!("llms/{}/{number}.txt", layer.as_str()))
            }
            Self::Playbook => Route::new("playbook.json"),
            Self::Schema => Route::new("playbook.schema.json"),
            Self::Prompts => Route::new("prompts.json"),
            Self::Coverage => Route::new("coverage.json"),
        }
    }
}

/// Every output of a playbook that is no page. A company's own `robots.txt` or
/// `llms.txt` in `static/` takes the place of ours.
pub(super) fn subjects(world: &World) -> Vec<Data> {
    let playbook = &world.playbook;
    let roles = playbook.roles.keys().cloned();
    let roles = roles.chain(world.indexes.news.by_role.keys().cloned());
    let roles: std::collections::BTreeSet<Arc<str>> = roles.collect();
    let feeds = std::iter::once(Feed::All)
        .chain(roles.into_iter().map(Feed::Role))
        .chain(Layer::ALL.iter().copied().map(Feed::Layer));
    let mut data = vec![Data::Playbook, Data::Schema, Data::Prompts, Data::Coverage];
    data.extend(feeds.flat_map(|feed| [Data::Atom(feed.clone()), Data::JsonFeed(feed)]));
    data.extend(sitemap::subjects(world));
    data.extend(llms::subjects(world));
    let own = |data: &Data| {
        let route = data.route();
        playbook.assets.values().any(|(taken, _)| *taken == route)
    };
    let texts = [Data::Robots, Data::Llms].into_iter().filter(|data| !own(data));
    data.extend(texts);
    data
}

pub(super) fn plan(planner: &Planner<'_>, data: &Data) -> DataView {
    match data {
        Data::Atom(of) => DataView::Atom(feed::plan(planner, of)),
        Data::JsonFeed(of) => DataView::JsonFeed(feed::plan(planner, of)),
        Data::Sitemap => DataView::Sitemap(sitemap::plan(planner)),
        Data::SitemapPart(number) => DataView::Sitemap(sitemap::part(planner, *number)),
        Data::Robots => DataView::Text(sitemap::robots(planner)),
        Data::Llms => DataView::Text(llms::plan(planner)),
        Data::LlmsPart(layer, number) => DataView::Text(llms::part(planner, *layer, *number)),
        Data::Playbook => DataView::Playbook(playbook::plan(planner)),
        Data::Schema => DataView::Text(playbook::SCHEMA.to_owned()),
        Data::Prompts => DataView::Prompts(prompts::plan(planner)),
        Data::Coverage => DataView::Coverage(coverage::plan(planner)),
    }
}

/// An address as others see it: absolute where the site's own is known,
/// otherwise relative to the output.
fn address(planner: &Planner<'_>, route: &Route) -> String {
    match &planner.playbook().config.site.base_url {
        Some(base) => absolute(base, route),
        None => planner.href(route),
    }
}

/// The page's whole address; the first page is its folder.
fn absolute(base: &str, route: &Route) -> String {
    let path = route.seen_from(&Route::new(""));
    format!("{base}/{}", if path == "index.html" { "" } else { &path })
}

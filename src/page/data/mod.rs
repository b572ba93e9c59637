//! Outputs that are no pages: feeds, site maps, texts for machines and data.
//! Each is planned as plain values like any page, and written from them alone.
//! Deliberately absent: the clock. What has a date has that of front matter.

mod coverage;
mod feed;
mod file;
mod form;
mod llms;
mod playbook;
mod prompts;
mod sitemap;

use std::sync::Arc;

pub use file::DataView;

use crate::address::{Data, Feed};
use crate::domain::Layer;

use super::planner::Planner;
use super::world::World;

/// Every output of a playbook that is no page. A company's own `robots.txt` or
/// `llms.txt` in `static/` takes the place of ours.
pub(super) fn subjects(world: &World) -> Vec<Data> {
    let playbook = &world.playbook;
    let roles = playbook.roles.keys().cloned();
    // `everyone` has news also without a page.
    let roles = roles.chain(world.indexes.news.by_role.keys().cloned());
    let roles: std::collections::BTreeSet<Arc<str>> = roles.collect();
    let feeds = std::iter::once(Feed::All)
        .chain(roles.into_iter().map(Feed::Role))
        .chain(Layer::ALL.iter().copied().map(Feed::Layer));
    let mut data = vec![Data::Playbook, Data::Schema, Data::Prompts];
    data.extend([Data::Coverage, Data::Form]);
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
        Data::Form => DataView::Form(Box::new(form::plan(planner))),
    }
}

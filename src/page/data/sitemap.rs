//! Plans `sitemap.xml` and `robots.txt`. A site map needs whole addresses, so
//! without `base_url` there is none.

use jiff::civil::Date;

use crate::address::{Data, PageId};
use crate::domain::Kind;
use crate::model::Page;

use super::super::fragments::count_pages;
use super::super::planner::Planner;
use super::super::world::World;

/// Addresses in one file; the protocol allows five times as many.
const PER_FILE: usize = 10_000;

/// Addresses of pages, or of the files that list them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SitemapView {
    /// Whether it lists files.
    pub is_index: bool,
    /// Whole addresses, and the day a write-up was last run.
    pub addresses: Vec<(String, Option<String>)>,
}

pub(super) fn subjects(world: &World) -> Vec<Data> {
    if world.playbook.config.site.base_url.is_none() {
        return Vec::new();
    }
    let parts = parts(world);
    let parts = (1..=parts).filter(|_| parts > 1).map(Data::SitemapPart);
    std::iter::once(Data::Sitemap).chain(parts).collect()
}

fn parts(world: &World) -> u32 {
    count_pages(world.playbook.pages().count(), PER_FILE)
}

pub(super) fn plan(planner: &Planner<'_>) -> SitemapView {
    let parts = parts(planner.world);
    if parts == 1 {
        return part(planner, 1);
    }
    let base = planner.playbook().config.site.base_url.as_deref().unwrap_or_default();
    let address = |number| (Data::SitemapPart(number).route().absolute(base), None);
    SitemapView { is_index: true, addresses: (1..=parts).map(address).collect() }
}

pub(super) fn part(planner: &Planner<'_>, number: u32) -> SitemapView {
    let playbook = planner.playbook();
    let base = playbook.config.site.base_url.as_deref().unwrap_or_default();
    // The first page is there also without words of its own.
    let home = playbook.home.is_none().then(|| (PageId::home().route().absolute(base), None));
    let first = (number.max(1) as usize - 1) * PER_FILE;
    let pages = playbook.pages().skip(first).take(PER_FILE);
    let pages = pages
        .map(|page| (page.route.absolute(base), last_run(planner, page).map(|it| it.to_string())));
    let home = home.filter(|_| number == 1);
    SitemapView { is_index: false, addresses: home.into_iter().chain(pages).collect() }
}

fn last_run(planner: &Planner<'_>, page: &Page) -> Option<Date> {
    match page.id.kind {
        Kind::Workflow => planner.playbook().workflows.get(&page.id.id)?.last_run,
        _ => None,
    }
}

/// Keeps search engines out, unless the settings let them in.
pub(super) fn robots(planner: &Planner<'_>) -> String {
    let site = &planner.playbook().config.site;
    if site.noindex {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let mut text = "User-agent: *\nDisallow:\n".to_owned();
    if let Some(base) = &site.base_url {
        text.push_str(&format!("Sitemap: {}\n", Data::Sitemap.route().absolute(base)));
    }
    text
}

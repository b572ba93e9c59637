//! Outputs that are no pages: feeds, site maps, texts for machines and data.

use std::sync::Arc;

use crate::domain::Layer;

use super::folder::Folder;
use super::route::Route;

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
    /// `robots.txt`, which lets search engines in or keeps them out.
    Robots,
    /// `llms.txt`: what a company's own assistant should read first.
    Llms,
    /// Write-ups of a layer, from 1.
    LlmsPart(Layer, u32),
    /// `playbook.json`: what is known of every page.
    Playbook,
    /// `playbook.schema.json`: the form of `playbook.json`.
    Schema,
    /// `prompts.json`: every prompt with its blanks.
    Prompts,
    /// `coverage.json`: where pages are and where they are missing.
    Coverage,
    /// `contribute.js`: what the form for new pages is made of.
    Form,
}

/// What a feed is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Feed {
    /// Pages of the whole playbook.
    All,
    /// Pages of a role, `everyone` among them.
    Role(Arc<str>),
    /// Pages of a layer.
    Layer(Layer),
}

impl Feed {
    fn route(&self, extension: &str) -> Route {
        let name = match self {
            Self::All => "all".to_owned(),
            Self::Role(id) => format!("roles/{id}"),
            Self::Layer(layer) => format!("layers/{}", layer.as_str()),
        };
        Folder::Feeds.route(format_args!("{name}.{extension}"))
    }
}

impl Data {
    /// The files at the root whose place nothing may take. A company may bring its
    /// own `robots.txt` and `llms.txt`.
    pub const RESERVED: [Self; 6] =
        [Self::Sitemap, Self::Playbook, Self::Schema, Self::Prompts, Self::Coverage, Self::Form];

    /// The address of the file.
    pub fn route(&self) -> Route {
        match self {
            Self::Atom(feed) => feed.route("xml"),
            Self::JsonFeed(feed) => feed.route("json"),
            Self::Sitemap => Route::new("sitemap.xml"),
            Self::SitemapPart(number) => Folder::Sitemaps.route(format_args!("{number}.xml")),
            Self::Robots => Route::new("robots.txt"),
            Self::Llms => Route::new("llms.txt"),
            Self::LlmsPart(layer, number) => {
                Folder::Llms.route(format_args!("{}/{number}.txt", layer.as_str()))
            }
            Self::Playbook => Route::new("playbook.json"),
            Self::Schema => Route::new("playbook.schema.json"),
            Self::Prompts => Route::new("prompts.json"),
            Self::Coverage => Route::new("coverage.json"),
            Self::Form => Route::new("contribute.js"),
        }
    }
}

//! Every output that is planned, and where it lies. Deliberately absent: files of
//! the search's index, which lie in a folder of theirs, of the theme and of `static/`.

use crate::domain::Kind;

use super::data::Data;
use super::list::List;
use super::log::{LogFacet, LogKind};
use super::page_id::PageId;
use super::route::Route;

/// One output of a site, whether or not a playbook has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The page of a document; home also without one.
    Page(PageId),
    /// The markdown twin of a document.
    Twin(PageId),
    /// A page of a list, from 1.
    List(List, u32),
    /// A page about the whole playbook.
    Overview(OverviewPage),
    /// A page of a part of a log, from 1.
    Log(LogKind, LogFacet, u32),
    /// A file that is no page.
    Data(Data),
    /// An old address, which leads to where its page is now.
    Redirect(Route),
    /// `404.html`, shown at a wrong address.
    NotFound,
}

/// A page about the whole playbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OverviewPage {
    /// `coverage.html`: where pages are and where they are missing.
    Coverage,
    /// `contribute.html`: how to write a page.
    Contribute,
    /// `search.html`: the search, and titles from A to Z.
    Search,
}

impl OverviewPage {
    /// Every overview, in no order.
    pub const ALL: [Self; 3] = [Self::Coverage, Self::Contribute, Self::Search];

    /// The address of the page.
    pub fn route(self) -> Route {
        Route::new(match self {
            Self::Coverage => "coverage.html",
            Self::Contribute => "contribute.html",
            Self::Search => "search.html",
        })
    }
}

impl Subject {
    /// The outputs at the site's root whose place nothing may take, whether or not
    /// a playbook has them; those below it lie in a [`Folder`](super::Folder).
    pub fn reserved() -> impl Iterator<Item = Self> {
        let lists = Kind::WITH_FOLDER.map(|kind| Self::List(List::Kind(kind), 1));
        let overviews = OverviewPage::ALL.map(Self::Overview);
        let logs = LogKind::ALL.map(|log| Self::Log(log, LogFacet::All, 1));
        let data = Data::RESERVED.map(Self::Data);
        let lists = std::iter::once(Self::NotFound).chain(lists);
        lists.chain(overviews).chain(logs).chain(data)
    }

    /// Where the output lies in the site.
    pub fn route(&self) -> Route {
        match self {
            Self::Page(id) => id.route(),
            Self::Twin(id) => id.twin(),
            Self::List(list, number) => list.route(*number),
            Self::Overview(page) => page.route(),
            Self::Log(log, facet, number) => log.route(facet, *number),
            Self::Data(data) => data.route(),
            Self::Redirect(route) => route.clone(),
            Self::NotFound => Route::new("404.html"),
        }
    }
}

//! Logs: what pages tell beside their own text, gathered from all of them. A log
//! has parts, each of them cut into numbered pages of the site.

use std::sync::Arc;

use crate::domain::{ErrorKind, KeptFor, Limit};

use super::folder::Folder;
use super::route::Route;

/// What a log gathers from all pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LogKind {
    /// Errors of tools that colleagues caught.
    Caught,
    /// Steps that are gone, and steps that stay.
    Removed,
    /// What to ask in interviews and one-to-ones.
    Questions,
    /// What people stopped doing.
    Changed,
}

/// Part of a log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LogFacet {
    /// The log as a whole.
    All,
    /// Pages of a role; pages for every colleague under `everyone`.
    Role(Arc<str>),
    /// Pages that use a tool.
    Tool(Arc<str>),
    /// Errors of a kind.
    Kind(ErrorKind),
    /// Steps that are gone with one human limit.
    Removed(Limit),
    /// Steps that stay for one reason.
    Kept(KeptFor),
}

impl LogKind {
    /// Every log, in the order of the navigation.
    pub const ALL: [Self; 4] = [Self::Caught, Self::Removed, Self::Questions, Self::Changed];

    /// Its name in addresses and in the language files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Caught => "caught",
            Self::Removed => "removed",
            Self::Questions => "questions",
            Self::Changed => "changed",
        }
    }

    /// The address of a page of one of its parts, from 1. Like those of lists, all
    /// but the first lie in `lists/`.
    pub fn route(self, facet: &LogFacet, number: u32) -> Route {
        let log = self.as_str();
        let below = match facet {
            LogFacet::All if number == 1 => return Route::new(format!("{log}.html")),
            LogFacet::All => String::new(),
            LogFacet::Role(id) => format!("roles/{id}/"),
            LogFacet::Tool(id) => format!("tools/{id}/"),
            LogFacet::Kind(kind) => format!("kinds/{}/", kind.as_str().replace(' ', "-")),
            LogFacet::Removed(limit) => format!("removed/{}/", limit.as_str()),
            LogFacet::Kept(reason) => format!("kept/{}/", reason.as_str()),
        };
        Folder::Lists.route(format_args!("{log}/{below}{number}.html"))
    }
}

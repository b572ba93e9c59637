//! The folders that the site keeps for files which it makes by itself. Their
//! routes are made here, and what a playbook brings may not lie in them.

use std::fmt;

use super::route::Route;

/// A folder below the site's root in which the site makes every page, text and
/// script itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// Feeds of pages, roles and layers.
    Feeds,
    /// Pages of lists and logs.
    Lists,
    /// Write-ups by layer that have no place in `llms.txt`.
    Llms,
    /// The index of the search.
    Search,
    /// Parts of the site map.
    Sitemaps,
}

/// How the names of files in them end. Other files, such as pictures, cannot take
/// the place of one.
const ENDINGS: [&str; 5] = [".html", ".js", ".json", ".txt", ".xml"];

impl Folder {
    /// Every folder, by name.
    pub const ALL: [Self; 5] = [Self::Feeds, Self::Lists, Self::Llms, Self::Search, Self::Sitemaps];

    /// Its name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Feeds => "feeds",
            Self::Lists => "lists",
            Self::Llms => "llms",
            Self::Search => "search",
            Self::Sitemaps => "sitemaps",
        }
    }

    /// The address of a file below it.
    pub fn route(self, file: impl fmt::Display) -> Route {
        Route::new(format!("{}/{file}", self.as_str()))
    }

    /// Whether a path lies in it.
    pub fn holds(self, path: &str) -> bool {
        path.split_once('/').is_some_and(|(folder, _)| folder == self.as_str())
    }

    /// Whether a file of this path, in lower case, could take the place of one that
    /// the site makes in any of its folders.
    pub fn is_reserved(path: &str) -> bool {
        Self::ALL.iter().any(|folder| folder.holds(path))
            && ENDINGS.iter().any(|ending| path.ends_with(ending))
    }
}

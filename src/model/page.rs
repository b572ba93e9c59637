//! A page of any kind, and what became of each file.

use crate::address::{PageId, Route};
use crate::document::{Card, Excerpts};
use crate::memo::Hashed;

/// Width and height of an image.
pub type Pixels = (u32, u32);

/// What every page has.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its kind and its id.
    pub id: PageId,
    /// Where it lies in the site.
    pub route: Route,
    /// Title, links, front matter.
    pub card: Hashed<Card>,
    /// What may be quoted.
    pub excerpts: Hashed<Excerpts>,
}

/// What became of a markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentState {
    /// The page is published.
    Page(PageId),
    /// It is a draft.
    Draft,
    /// It has an error of its own, which is told once, there.
    Broken,
}

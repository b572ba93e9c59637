//! Where links lead. Deliberately absent: how that is found out.

use std::collections::HashMap;
use std::sync::Arc;

use crate::address::{PageId, Route};
use crate::document::Unpublished;
use crate::domain::Kind;

use super::page::{Page, Pixels};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// Another site, or a mail program.
    External(String),
    /// An image of another site: shown as a link to it.
    ExternalImage(String),
    /// An anchor of the same page.
    Here(String),
    /// Another page, with an anchor that it has.
    Page(PageId, Option<String>),
    /// A page without the anchor that was asked for.
    NoAnchor(PageId, String),
    /// An image or download, with its size in pixels.
    Asset(Route, Option<Pixels>),
    /// An anchor that this page does not have.
    NoAnchorHere(String),
    /// A draft, which is not published.
    Draft,
    /// A person, where only desks are shown, or a file that is kept back with a page.
    Withheld,
    /// A page with an error of its own, told there.
    Broken,
    /// The list of all pages of a kind: their folder was linked to.
    List(Kind),
    /// A file that is there and not published, with its path from the root.
    Unpublished(String, Unpublished),
    /// Nothing: holds the path from the root that was looked for.
    Missing(String),
    /// No page or file bears the name.
    NoName,
    /// More than one page bears the name: holds their sources.
    SharedName(Vec<Arc<str>>),
    /// Out of the playbook's folder.
    Outside,
    /// An address from the server's root: it works in one place only.
    FromRoot,
}

/// Where the links and images of every page lead, by the path of its source and
/// in the order of the slots.
#[derive(Clone, Debug, Default)]
pub struct Targets(pub(super) HashMap<Arc<str>, Vec<LinkTarget>>);

impl Targets {
    /// Where the links of one page lead.
    pub fn of_page(&self, page: &Page) -> &[LinkTarget] {
        self.0.get(&page.card.path).map_or(&[], Vec::as_slice)
    }
}

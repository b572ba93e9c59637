//! Addresses of the earlier site at which nothing is any more. Deliberately absent: the
//! files of the search's index and of the theme, which no reader keeps.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::{Folder, PageId, Route};
use crate::engine::Build;

use super::pages::PageChanges;

/// An address that was published and leads nowhere now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostAddress {
    /// The address, as it was.
    pub route: Route,
    /// What was published there before.
    pub was: LostOutput,
}

/// What was at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LostOutput {
    /// A page, under the name that it had.
    Page(PageId),
    /// A redirect to this page.
    Redirect(PageId),
    /// An image or download, with its source.
    File(Arc<str>),
    /// A list, a feed, the twin of a page: it went with what it was about.
    Derived,
}

pub(super) fn compare(before: &Build, after: &Build, pages: &PageChanges) -> Vec<LostAddress> {
    let old = before.playbook();
    let is_lost = |route: &&Route| {
        after.site.outputs.get(route.as_str()).is_none()
            && !Folder::Search.holds(route.as_str())
            && !route.as_str().starts_with("theme/")
    };
    let files: BTreeMap<&Route, &Arc<str>> =
        old.assets.iter().map(|(path, (route, _))| (route, path)).collect();
    let renamed = pages.renamed.iter().map(|it| &it.from);
    let gone = renamed.chain(pages.deleted.iter().map(|it| &it.id));
    let gone: BTreeMap<Route, &PageId> = gone.map(|id| (id.route(), id)).collect();
    let lost = before.site.outputs.routes().filter(is_lost).map(|route| {
        let was = if let Some(to) = old.redirects.get(route) {
            LostOutput::Redirect(to.clone())
        } else if let Some(id) = gone.get(route) {
            LostOutput::Page((*id).clone())
        } else {
            let file = files.get(route).map(|path| LostOutput::File(Arc::clone(path)));
            file.unwrap_or(LostOutput::Derived)
        };
        LostAddress { route: route.clone(), was }
    });
    lost.collect()
}

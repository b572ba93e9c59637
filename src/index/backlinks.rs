//! Which pages link to a page from their text.

use std::collections::BTreeMap;

use crate::address::PageId;
use crate::model::{LinkTarget, Playbook};

pub(super) fn derive(playbook: &Playbook) -> BTreeMap<PageId, Vec<PageId>> {
    let mut backlinks: BTreeMap<PageId, Vec<PageId>> = BTreeMap::new();
    for page in playbook.pages() {
        let targets = page.card.links.iter().zip(playbook.targets.of_page(page));
        for (_, target) in targets.filter(|(link, _)| !link.is_image) {
            if let LinkTarget::Page(to, _) | LinkTarget::NoAnchor(to, _) = target
                && *to != page.id
            {
                let from = backlinks.entry(to.clone()).or_default();
                // Pages come in order, so a second link stands at the end.
                if from.last() != Some(&page.id) {
                    from.push(page.id.clone());
                }
            }
        }
    }
    backlinks
}

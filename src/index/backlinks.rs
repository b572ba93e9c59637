//! Which pages link to a page from their text.

use std::collections::BTreeMap;

use crate::model::{PageId, Playbook, Target, resolve};

pub(super) fn derive(playbook: &Playbook) -> BTreeMap<PageId, Vec<PageId>> {
    let mut backlinks: BTreeMap<PageId, Vec<PageId>> = BTreeMap::new();
    for page in playbook.pages() {
        for link in page.card.links.iter().filter(|link| !link.is_image) {
            let target = resolve(playbook, &page.card, &link.href, false);
            if let Target::Page(to, _) | Target::NoAnchor(to, _) = target
                && to != page.id
            {
                let from = backlinks.entry(to).or_default();
                // Pages come in order, so a second link stands at the end.
                if from.last() != Some(&page.id) {
                    from.push(page.id.clone());
                }
            }
        }
    }
    backlinks
}

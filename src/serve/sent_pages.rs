//! Pages as they were last rendered: shared by everybody who asks for one, and
//! there for when a template cannot show it any more. Bytes enter once and leave
//! as often as they are asked for, without a copy.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Pages that are kept when nobody is being sent them, and bytes of them all.
const MAX_PAGES_KEPT: usize = 64;
const MAX_BYTES_KEPT: usize = 8 << 20;

#[derive(Clone, Debug)]
pub(super) struct SentPage {
    /// Equal keys, equal bytes.
    pub key: String,
    /// The state that it was first rendered for.
    pub from: u64,
    pub bytes: Arc<[u8]>,
}

/// The pages, by their routes.
#[derive(Debug, Default)]
pub(super) struct SentPages(Mutex<BTreeMap<String, SentPage>>);

impl SentPages {
    /// What was last shown at an address.
    pub(super) fn get(&self, route: &str) -> Option<SentPage> {
        self.pages().get(route).cloned()
    }

    /// Keeps a page. Of two that were rendered at the same time, one is sent to
    /// both who asked.
    pub(super) fn put(&self, route: &str, page: SentPage) -> SentPage {
        let mut pages = self.pages();
        if let Some(known) = pages.get(route).filter(|known| known.key == page.key) {
            return known.clone();
        }
        pages.insert(route.to_owned(), page.clone());
        forget(&mut pages);
        page
    }

    fn pages(&self) -> MutexGuard<'_, BTreeMap<String, SentPage>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops what is too much, the oldest first. What is being sent is in memory in
/// any case: dropped here, the next to ask for it would take as much again.
fn forget(pages: &mut BTreeMap<String, SentPage>) {
    while pages.len() > MAX_PAGES_KEPT || bytes_of(pages) > MAX_BYTES_KEPT {
        let idle = pages.iter().filter(|(_, page)| Arc::strong_count(&page.bytes) == 1);
        let oldest = idle.min_by_key(|(_, page)| page.from).map(|(route, _)| route.clone());
        let Some(route) = oldest else { return };
        pages.remove(&route);
    }
}

fn bytes_of(pages: &BTreeMap<String, SentPage>) -> usize {
    pages.values().map(|page| page.bytes.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(key: &str, from: u64, bytes: usize) -> SentPage {
        SentPage { key: key.to_owned(), from, bytes: vec![0; bytes].into() }
    }

    #[test]
    fn who_asks_for_the_same_gets_the_same_bytes() {
        let shown = SentPages::default();
        let first = shown.put("a.html", page("k", 1, 10));
        let second = shown.put("a.html", page("k", 2, 10));
        assert!(Arc::ptr_eq(&first.bytes, &second.bytes));
        let newer = shown.put("a.html", page("l", 3, 10));
        assert!(!Arc::ptr_eq(&first.bytes, &newer.bytes));
        assert_eq!(shown.get("a.html").unwrap().from, 3);
    }

    #[test]
    fn the_oldest_go_but_none_that_is_being_sent() {
        let shown = SentPages::default();
        let sending = shown.put("0.html", page("k", 0, MAX_BYTES_KEPT));
        for number in 1..=100 {
            shown.put(&format!("{number}.html"), page("k", number, 10));
        }
        assert!(shown.get("0.html").is_some_and(|it| Arc::ptr_eq(&it.bytes, &sending.bytes)));
        assert!(shown.get("1.html").is_none());
        drop(sending);
        shown.put("101.html", page("k", 101, 10));
        shown.put("102.html", page("k", 102, 10));
        assert!(shown.get("0.html").is_none());
        assert!(shown.get("102.html").is_some());
    }
}

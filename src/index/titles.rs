//! Pages by the first letter of their title, for the list from A to Z.
//! Deliberately absent: an alphabet for each script; what is not a letter of
//! the Latin one, with or without marks, comes under one heading.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::domain::Kind;
use crate::model::{Page, PageId, Playbook};

/// The first letter of a title; `None` for everything but A to Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Initial(Option<char>);

impl Initial {
    fn of(title: &str) -> Self {
        let first = title.chars().find(|letter| letter.is_alphanumeric());
        // A letter without its marks comes first.
        let plain = first.into_iter().nfd().next().map(|letter| letter.to_ascii_lowercase());
        Self(plain.filter(char::is_ascii_lowercase))
    }

    /// Its name in addresses.
    pub fn as_str(self) -> String {
        self.0.map_or_else(|| "other".to_owned(), String::from)
    }

    /// As a heading; `None` when it is no letter.
    pub fn letter(self) -> Option<char> {
        self.0.map(|letter| letter.to_ascii_uppercase())
    }
}

/// Letters come before everything else.
impl Ord for Initial {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.0.is_none(), self.0).cmp(&(other.0.is_none(), other.0))
    }
}

impl PartialOrd for Initial {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Every page but home, by the first letter of its title and then by title.
pub(super) fn derive(playbook: &Playbook) -> BTreeMap<Initial, Vec<PageId>> {
    let mut pages: Vec<(String, &Page)> = playbook
        .pages()
        .filter(|page| page.id.kind != Kind::Home)
        .map(|page| (page.card.title.to_lowercase(), page))
        .collect();
    pages.sort_by(|(one, a), (other, b)| one.cmp(other).then_with(|| a.route.cmp(&b.route)));
    let mut titles: BTreeMap<Initial, Vec<PageId>> = BTreeMap::new();
    for (title, page) in pages {
        titles.entry(Initial::of(&title)).or_default().push(page.id.clone());
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::Initial;

    #[test]
    fn a_title_stands_under_its_letter_without_marks() {
        let under = |title: &str| Initial::of(title).as_str();
        assert_eq!(under("Renewal prep"), "r");
        assert_eq!(under("\u{201c}Ärger\u{201d} melden"), "a");
        assert_eq!(under("Éclair"), "e");
        assert_eq!(under("90 days"), "other");
        assert_eq!(under("会議"), "other");
        assert_eq!(under(""), "other");
    }

    #[test]
    fn what_is_no_letter_comes_last() {
        assert!(Initial::of("Zebra") < Initial::of("90 days"));
        assert!(Initial::of("Apple") < Initial::of("Zebra"));
    }
}

//! Pages by the first letter of their title, for the list from A to Z.
//! Deliberately absent: an alphabet for each script; what is not a letter of
//! the Latin one, with or without marks, comes under one heading.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::address::{Initial, PageId};
use crate::domain::Kind;
use crate::model::{Page, Playbook};

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
        titles.entry(initial(&title)).or_default().push(page.id.clone());
    }
    titles
}

fn initial(title: &str) -> Initial {
    // A quotation mark before a title plays no part.
    let first = title.chars().find(|letter| letter.is_alphanumeric());
    // A letter without its marks comes first.
    let plain = first.into_iter().nfd().next().map(|letter| letter.to_ascii_lowercase());
    Initial(plain.filter(char::is_ascii_lowercase))
}

#[cfg(test)]
mod tests {
    use super::initial;

    #[test]
    fn a_title_stands_under_its_letter_without_marks() {
        let under = |title: &str| initial(title).as_str();
        assert_eq!(under("Renewal prep"), "r");
        assert_eq!(under("\u{201c}Ärger\u{201d} melden"), "a");
        assert_eq!(under("Éclair"), "e");
        assert_eq!(under("90 days"), "other");
        assert_eq!(under("会議"), "other");
        assert_eq!(under(""), "other");
    }

    #[test]
    fn what_is_no_letter_comes_last() {
        assert!(initial("Zebra") < initial("90 days"));
        assert!(initial("Apple") < initial("Zebra"));
    }
}

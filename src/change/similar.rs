//! Which of the pages that came says much the same as one that went: by the share of
//! lines that both have. Texts enter; pairs leave. Deliberately absent: pages of another
//! kind, which are never the same page.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::address::PageId;

/// Lines that two texts have in common, in percent of those of both, from which one is
/// the other under a new name. As in git.
const MUCH: usize = 50;

/// More texts than this have the line, so that it tells nothing of any of them.
const COMMON: usize = 20;

/// Texts of pages that went and of pages that came.
#[derive(Debug, Default)]
pub(super) struct Similarity {
    gone: Vec<(PageId, usize)>,
    came: Vec<(PageId, BTreeSet<String>)>,
    /// The pages that went, by each of their lines.
    lines: FxHashMap<String, Vec<usize>>,
}

impl Similarity {
    pub(super) fn add_gone(&mut self, id: PageId, text: &str) {
        let lines = lines(text);
        for line in &lines {
            self.lines.entry(line.clone()).or_default().push(self.gone.len());
        }
        self.gone.push((id, lines.len()));
    }

    pub(super) fn add_came(&mut self, id: PageId, text: &str) {
        self.came.push((id, lines(text)));
    }

    /// Who is who, the nearest first; nobody is two.
    pub(super) fn pairs(&self) -> BTreeMap<PageId, PageId> {
        let mut near = Vec::new();
        for (id, lines) in &self.came {
            // Through their lines, and not one by one: a folder that is renamed as a whole has
            // thousands of each.
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            let telling = lines.iter().filter_map(|line| self.lines.get(line));
            for gone in telling.filter(|gone| gone.len() <= COMMON).flatten() {
                *shared.entry(*gone).or_default() += 1;
            }
            for (at, shared) in shared {
                let Some((gone, len)) = self.gone.get(at) else { continue };
                let percent = 200 * shared / (len + lines.len()).max(1);
                if gone.kind == id.kind && percent >= MUCH {
                    near.push((percent, gone, id));
                }
            }
        }
        near.sort_by(|(a, a_gone, a_came), (b, b_gone, b_came)| {
            (b, a_gone, a_came).cmp(&(a, b_gone, b_came))
        });
        let (mut pairs, mut taken) = (BTreeMap::new(), BTreeSet::new());
        for (_, gone, came) in near {
            if !pairs.contains_key(gone) && taken.insert(came) {
                pairs.insert(gone.clone(), came.clone());
            }
        }
        pairs
    }
}

fn lines(text: &str) -> BTreeSet<String> {
    let lines = text.lines().map(str::trim).filter(|line| line.chars().any(char::is_alphanumeric));
    lines.map(str::to_owned).collect()
}

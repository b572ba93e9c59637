//! Names in order, each with what belongs to it, in one run of text: a playbook
//! holds hundreds of thousands of them.

use std::collections::BTreeMap;
use std::ops::Range;

/// A map by name that does not change.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ByName<V> {
    names: Box<str>,
    /// Where each name is, in the order of the names.
    // Four bytes a side are half of `usize`, and no source may be larger than a `u32` says.
    entries: Box<[(Range<u32>, V)]>,
}

impl<V> ByName<V> {
    /// What belongs to a name.
    pub fn get(&self, name: &str) -> Option<&V> {
        let found = self.entries.binary_search_by(|(range, _)| self.name(range).cmp(name)).ok()?;
        self.entries.get(found).map(|(_, value)| value)
    }

    /// Whether a name is there.
    pub fn contains(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The names in order.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.entries.iter().map(|(range, _)| self.name(range))
    }

    fn name(&self, range: &Range<u32>) -> &str {
        self.names.get(range.start as usize..range.end as usize).unwrap_or_default()
    }
}

impl<V> Default for ByName<V> {
    fn default() -> Self {
        Self { names: "".into(), entries: Box::default() }
    }
}

impl<K: AsRef<str>, V> From<BTreeMap<K, V>> for ByName<V> {
    fn from(map: BTreeMap<K, V>) -> Self {
        map.into_iter().collect()
    }
}

/// Of names in order, each once.
impl<K: AsRef<str>, V> FromIterator<(K, V)> for ByName<V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(all: T) -> Self {
        let mut names = String::new();
        let mut end = 0;
        let mut entry = |(name, value): (K, V)| {
            let start = end;
            names.push_str(name.as_ref());
            // Past 4 GiB names would read as empty: nothing
            // breaks, and the limits of a page stop it before.
            end = u32::try_from(names.len()).unwrap_or(u32::MAX);
            (start..end, value)
        };
        let entries = all.into_iter().map(&mut entry).collect();
        Self { names: names.into(), entries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_what_its_map_has() {
        let map = BTreeMap::from([("", 0), ("prompt", 1), ("prompt-1", 2), ("über-uns", 3)]);
        let by_name = ByName::from(map.clone());
        for (name, value) in &map {
            assert_eq!(by_name.get(name), Some(value));
        }
        assert!(!by_name.contains("prompt-"));
        assert!(by_name.names().eq(map.into_keys()));
        assert!(!ByName::<u8>::default().contains(""));
    }
}

//! Things by their ids: walked in the order of ids, found without walking. Pages
//! and lists name each other by id hundreds of thousands of times a build.

use std::ops::Deref;
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

/// Things by id, always in the order of their ids.
#[derive(Clone, Debug)]
// Not a tree: comparing ids on the way down took over a quarter of a build of 10,000 pages.
pub struct ById<V>(IndexMap<Arc<str>, V, FxBuildHasher>);

impl<V> ById<V> {
    /// Adds one at the end, to be brought in order by `sort`; what had its id
    /// before is replaced.
    pub(super) fn push(&mut self, id: Arc<str>, value: V) {
        self.0.insert(id, value);
    }

    /// Brings all into the order of their ids.
    pub(super) fn sort(&mut self) {
        self.0.sort_unstable_keys();
    }

    /// All of them, to be changed where they stand.
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.values_mut()
    }
}

impl<V> Extend<(Arc<str>, V)> for ById<V> {
    fn extend<T: IntoIterator<Item = (Arc<str>, V)>>(&mut self, more: T) {
        self.0.extend(more);
        self.sort();
    }
}

impl<V> Default for ById<V> {
    fn default() -> Self {
        Self(IndexMap::default())
    }
}

impl<V> Deref for ById<V> {
    type Target = IndexMap<Arc<str>, V, FxBuildHasher>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a, V> IntoIterator for &'a ById<V> {
    type Item = (&'a Arc<str>, &'a V);
    type IntoIter = indexmap::map::Iter<'a, Arc<str>, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::ById;

    #[test]
    fn things_are_in_the_order_of_their_ids_however_they_came() {
        let mut things = ById::default();
        things.extend([("m".into(), 1), ("z".into(), 2), ("a".into(), 3)]);
        things.push("k".into(), 4);
        things.push("z".into(), 5);
        things.sort();
        let all: Vec<_> = things.iter().map(|(id, thing)| (&**id, *thing)).collect();
        assert_eq!(all, [("a", 3), ("k", 4), ("m", 1), ("z", 5)]);
        assert_eq!(things.get("m"), Some(&1));
    }
}

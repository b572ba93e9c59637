//! Pages per role and layer, before and after.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::address::PageId;
use crate::domain::{Kind, Layer};
use crate::engine::Build;
use crate::index::Cell;
use crate::model::EVERYONE;

use super::pages::PageChanges;

/// A role that has another number of pages in a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageChange {
    /// The role's id; `everyone` for every colleague.
    pub role: Arc<str>,
    /// The layer of the pages.
    pub layer: Layer,
    /// How many there were.
    pub before: Cell,
    /// How many there are.
    pub after: Cell,
}

impl CoverageChange {
    /// Whether the role had none of this layer.
    pub fn is_first(&self) -> bool {
        self.before.finished + self.before.unfinished == 0
    }
}

pub(super) fn compare(before: &Build, after: &Build, pages: &PageChanges) -> Vec<CoverageChange> {
    let (old, new) = (&before.indexes().coverage, &after.indexes().coverage);
    let id = |id: &Arc<str>| PageId { kind: Kind::Role, id: Arc::clone(id) };
    // By what they are called now: a role that was renamed has lost nothing.
    let earlier = before.playbook().roles.keys().map(|role| Arc::clone(&pages.now(&id(role)).id));
    let mut roles: BTreeSet<Arc<str>> = after.playbook().roles.keys().cloned().collect();
    roles.extend(earlier);
    roles.insert(Arc::from(EVERYONE));
    let cells = roles.iter().flat_map(|role| Layer::ALL.iter().map(move |layer| (role, *layer)));
    let changes = cells.map(|(role, layer)| {
        let before = old.cell(&pages.before(&id(role)).id, layer);
        let after = new.cell(role, layer);
        CoverageChange { role: Arc::clone(role), layer, before, after }
    });
    changes.filter(|it| it.before != it.after).collect()
}

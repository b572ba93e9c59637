//! How many pages each role has in each layer.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::kind::Layer;
use crate::model::{EVERYONE, Playbook, Status};

/// Counts by role (`everyone` among them) and layer.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    cells: BTreeMap<(Arc<str>, Layer), Cell>,
}

/// The pages of one role in one layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Finished pages.
    pub finished: u32,
    /// Finished pages that at least two colleagues repeated.
    pub repeated: u32,
    /// First versions, rebuilding and stopped pages.
    pub unfinished: u32,
}

impl Coverage {
    /// The pages of a role in a layer.
    pub fn cell(&self, role: &str, layer: Layer) -> Cell {
        self.cells.get(&(Arc::from(role), layer)).copied().unwrap_or_default()
    }
}

pub(super) fn derive(playbook: &Playbook) -> Coverage {
    let mut coverage = Coverage::default();
    let everyone: Arc<str> = Arc::from(EVERYONE);
    for workflow in playbook.workflows.values().filter(|it| !it.is_retired()) {
        let for_everyone = workflow.everyone.then_some(&everyone);
        for role in workflow.roles.iter().chain(for_everyone) {
            let key = (Arc::clone(role), workflow.layer());
            let cell = coverage.cells.entry(key).or_default();
            if workflow.is_finished() {
                cell.finished += 1;
                let repeated = matches!(workflow.status, Status::Proven(_) | Status::TeamDefault);
                cell.repeated += u32::from(repeated);
            } else {
                cell.unfinished += 1;
            }
        }
    }
    coverage
}

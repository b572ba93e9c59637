//! What only the whole can tell: broken links, missing parts of a contract,
//! pages that may not be used, circles, near-duplicates. Messages leave.
//! Deliberately absent: the clock ([`dates()`] is told the day).

mod circles;
mod contract;
mod dates;
mod duplicates;
mod jobs;
mod links;
mod near_file;
mod paths;
mod standing;
mod way_in;

pub use dates::dates;
pub use duplicates::{Sketched, duplicates};
pub use way_in::way_in;

use crate::diagnostic::Diagnostic;
use crate::model::Playbook;

/// Every message about the whole, in no order.
pub fn run(playbook: &Playbook) -> Vec<Diagnostic> {
    let others = || {
        let mut diagnostics = Vec::new();
        links::check(playbook, &mut diagnostics);
        standing::check(playbook, &mut diagnostics);
        paths::check(playbook, &mut diagnostics);
        jobs::check(playbook, &mut diagnostics);
        diagnostics
    };
    let (mut diagnostics, gaps) = rayon::join(others, || contract::check(playbook));
    diagnostics.extend(gaps);
    diagnostics
}

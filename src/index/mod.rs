//! The lists that pages are shown in: by role, layer, tool, owner and job,
//! coverage, backlinks, similar pages. A playbook enters, ids leave.
//! Deliberately absent: titles and addresses, which stay on the pages.

mod backlinks;
mod coverage;
mod due;
mod indexes;
mod job;
mod logs;
mod news;
mod proposed_names;
mod similar;
mod taxonomy;
mod titles;

pub use coverage::{Cell, Coverage, Missing, missing, retired_tools};
pub use due::{DueFilter, DueOfOwner, DuePage, due};
pub use indexes::{Indexes, PlaceOnPath};
pub use job::job_key;
pub use logs::{ExcerptRef, Log, Logs};
pub use news::{Event, EventKind, News};
pub use proposed_names::ProposedNames;

use crate::model::Playbook;

/// Derives every list of a playbook.
pub fn derive(playbook: &Playbook) -> Indexes {
    let lists = || {
        let mut indexes = taxonomy::derive(playbook);
        indexes.coverage = coverage::derive(playbook);
        indexes.news = news::derive(playbook);
        indexes.logs = logs::derive(playbook);
        indexes.backlinks = backlinks::derive(playbook);
        indexes.proposed_names = proposed_names::derive(playbook);
        indexes.titles = titles::derive(playbook);
        indexes
    };
    let (indexes, similar) = rayon::join(lists, || similar::derive(playbook));
    Indexes { similar, ..indexes }
}

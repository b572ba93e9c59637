//! Pages that readers may rely on more or less than before, and why.

use std::sync::Arc;

use crate::address::PageId;
use crate::domain::Kind;
use crate::engine::Build;
use crate::model::{ReviewReason, Status, Stop, Workflow};

use super::pages::PageChanges;

/// A page whose status, or a reason to check it first, is another.
#[derive(Clone, Debug)]
pub struct StatusChange {
    /// The page, as it is called now.
    pub page: PageId,
    /// Path of the source that it has.
    pub path: Arc<str>,
    /// Its title, as it is.
    pub title: String,
    /// The status that it had.
    pub before: Status,
    /// The status that it has.
    pub after: Status,
    /// What brought it about.
    pub cause: StatusCause,
    /// Readers may rely on it less than before.
    pub is_worse: bool,
}

/// What a status comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusCause {
    /// Something in the page itself.
    Own,
    /// This tool was retired.
    ToolRetired(Arc<str>),
    /// This tool is not approved.
    ToolBanned(Arc<str>),
    /// The page's data is above what this tool may be given.
    DataTooHigh(Arc<str>),
    /// This tool changed after the page was last run.
    ToolChanged(Arc<str>),
    /// This owner has left.
    OwnerLeft(Arc<str>),
}

pub(super) fn compare(before: &Build, after: &Build, pages: &PageChanges) -> Vec<StatusChange> {
    let (old, new) = (before.playbook(), after.playbook());
    let mut changes = Vec::new();
    for (id, now) in &new.workflows {
        let page = PageId { kind: Kind::Workflow, id: Arc::clone(id) };
        let Some(was) = old.workflows.get(&*pages.before(&page).id) else { continue };
        let is_other = was.status.id() != now.status.id();
        // A stopped page whose owner leaves has another reason, and the same status.
        let reason = now.reviews.iter().find(|reason| !was.reviews.contains(reason));
        if !is_other && reason.is_none() {
            continue;
        }
        changes.push(StatusChange {
            page: now.page.id.clone(),
            path: Arc::clone(&now.page.card.path),
            title: now.page.card.title.clone(),
            before: was.status.clone(),
            after: now.status.clone(),
            cause: cause(was, now, reason),
            is_worse: reason.is_some() || now.status.rank() > was.status.rank(),
        });
    }
    changes
}

fn cause(was: &Workflow, now: &Workflow, reason: Option<&ReviewReason>) -> StatusCause {
    match (&now.status, reason) {
        (Status::Stopped(stop), _) if now.status != was.status => match stop {
            Stop::Held => StatusCause::Own,
            Stop::NotApproved(tool) => StatusCause::ToolBanned(Arc::clone(tool)),
            Stop::DataTooHigh(tool) => StatusCause::DataTooHigh(Arc::clone(tool)),
        },
        (_, Some(ReviewReason::ToolRetired(tool))) => StatusCause::ToolRetired(Arc::clone(tool)),
        (_, Some(ReviewReason::ToolChanged(tool, _))) => StatusCause::ToolChanged(Arc::clone(tool)),
        (_, Some(ReviewReason::OwnerLeft(owner))) => StatusCause::OwnerLeft(Arc::clone(owner)),
        _ => StatusCause::Own,
    }
}

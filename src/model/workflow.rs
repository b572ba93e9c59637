//! A write-up with its references resolved and its status derived.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::domain::{Layer, WorkflowFront};

use super::kinds::Named;
use super::page::Page;
use super::status::{ReviewReason, Status};

/// A write-up of an AI workflow.
#[derive(Clone, Debug)]
pub struct Workflow {
    /// What every page has.
    pub page: Page,
    /// Its front matter as typed values.
    pub front: Arc<WorkflowFront>,
    /// Role ids without `everyone`, in the order written.
    pub roles: Vec<Arc<str>>,
    /// It is for every colleague.
    pub everyone: bool,
    /// Its tools, in the order written.
    pub tools: Vec<Named>,
    /// Names among `tools` and `owner` whose page exists but is broken: that is
    /// told there.
    pub broken_names: BTreeSet<String>,
    /// Who answers for it.
    pub owner: Option<Named>,
    /// Place of `data` on the ladder, from 0.
    pub data: Option<usize>,
    /// Pages to know first.
    pub builds_on: Vec<Arc<str>>,
    /// Pages to read next.
    pub next: Vec<Arc<str>>,
    /// The page that replaces it.
    pub replaced_by: Option<Arc<str>>,
    /// The page to use while this one is held.
    pub meanwhile: Option<Arc<str>>,
    /// Its status, which is derived.
    pub status: Status,
    /// Every reason to check it first, told beside the status; its first one is the
    /// status of a page that has no weightier one.
    pub reviews: Vec<ReviewReason>,
    /// Colleagues for whom it worked, each counted once and the owner not at all.
    pub repeaters: usize,
    /// The newest of `verified` and a repeat that worked.
    pub last_run: Option<Date>,
    /// `last_run` and the interval.
    pub due: Option<Date>,
    /// `last_run` and twice the interval: from then on nobody should rely on it unseen.
    pub long_due: Option<Date>,
}

impl Workflow {
    /// The one layer it is of.
    pub fn layer(&self) -> Layer {
        self.front.layer
    }

    /// Whether it was retired by hand.
    pub fn is_retired(&self) -> bool {
        self.status == Status::Retired
    }

    /// Whether lists show it at all.
    pub fn is_listed(&self, hide_gaps: bool) -> bool {
        match self.status {
            Status::Retired => false,
            Status::FirstVersion | Status::Example => !hide_gaps,
            _ => true,
        }
    }

    /// Whether coverage counts it; first versions, examples, rebuilding and stopped pages
    /// are counted apart.
    pub fn is_finished(&self) -> bool {
        matches!(
            self.status,
            Status::Trial | Status::Proven(_) | Status::TeamDefault | Status::NeedsReview(_)
        )
    }
}

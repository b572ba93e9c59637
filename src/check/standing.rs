//! Pages that readers are warned of: stopped ones, and those whose tool, owner
//! or newest repeat gives a reason to check first.

use crate::diagnostic::{Diagnostic, Place, rules::whole};
use crate::model::{Playbook, Review, Status, Stop, Workflow};

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    for page in playbook.workflows.values() {
        match &page.status {
            Status::Stopped(stop) => diagnostics.push(stopped(playbook, page, stop)),
            Status::NeedsReview(review) => diagnostics.push(needs_review(page, review)),
            _ => {}
        }
    }
}

fn stopped(playbook: &Playbook, page: &Workflow, stop: &Stop) -> Diagnostic {
    let place = |key: &str| Place::value(&page.page.card.path, key);
    let alternative =
        |tool: &str| playbook.tools.get(tool).and_then(|it| it.replaced_by.as_deref());
    match stop {
        Stop::NotApproved(tool) => whole::stopped_page(
            place("tools"),
            &format!("the tool `{tool}` is not approved"),
            alternative(tool),
        ),
        Stop::DataTooHigh(tool) => whole::stopped_page(
            place("data"),
            &format!("`{tool}` may not be given data of this rung"),
            alternative(tool),
        ),
    }
}

fn needs_review(page: &Workflow, review: &Review) -> Diagnostic {
    let place = |key: &str| Place::value(&page.page.card.path, key);
    match review {
        Review::ToolRetired(tool) => whole::needs_review(
            place("tools"),
            &format!("the tool `{tool}` was retired"),
            "run it once with the new tool and name that one here",
        ),
        Review::OwnerLeft(owner) => whole::needs_review(
            place("owner"),
            &format!("the owner `{owner}` has left"),
            "name somebody who will answer for this page",
        ),
        Review::RepeatFailed => whole::needs_review(
            place("repeated_by"),
            "the newest repeat failed",
            "mend the page, run it once from end to end, and write that day into `verified`",
        ),
    }
}

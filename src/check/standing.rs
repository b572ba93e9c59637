//! Pages that readers are warned of: stopped ones, and those whose tool, owner
//! or newest repeat gives a reason to check first.

use crate::diagnostic::rules::whole::{pb512_stopped_page, pb513_needs_review};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Playbook, ReviewReason, Status, Stop, Workflow};

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    for page in playbook.workflows.values() {
        if let Status::Stopped(stop) = &page.status {
            diagnostics.push(stopped(playbook, page, stop));
        }
        diagnostics.extend(page.reviews.iter().map(|it| needs_review(playbook, page, it)));
    }
}

fn stopped(playbook: &Playbook, page: &Workflow, stop: &Stop) -> Diagnostic {
    match stop {
        Stop::Held => {
            let reason = page.front.hold.as_ref().and_then(|hold| hold.reason.as_deref());
            pb512_stopped_page::held(Place::key(&page.page.card.path, "hold"), reason)
        }
        Stop::NotApproved(tool) => {
            pb512_stopped_page::tool(tool_place(page, tool), tool, playbook.alternative(tool))
        }
        Stop::DataTooHigh(tool) => {
            let place = Place::value(&page.page.card.path, "data");
            let data = page.front.data.as_deref().unwrap_or_default();
            let most = playbook.tools.get(tool).and_then(|it| it.front.data_max.as_deref());
            let rungs = (data, most.unwrap_or_default());
            pb512_stopped_page::data(place, rungs, tool, playbook.alternative(tool))
        }
    }
}

fn needs_review(playbook: &Playbook, page: &Workflow, review: &ReviewReason) -> Diagnostic {
    let path = &page.page.card.path;
    match review {
        ReviewReason::ToolRetired(tool) => {
            pb513_needs_review::tool(tool_place(page, tool), tool, playbook.alternative(tool))
        }
        ReviewReason::ToolChanged(tool, date) => {
            pb513_needs_review::changed(tool_place(page, tool), tool, &date.to_string())
        }
        ReviewReason::OwnerLeft(owner) => {
            pb513_needs_review::owner(Place::value(path, "owner"), owner)
        }
        ReviewReason::RepeatFailed => {
            let repeats = page.front.repeated_by.iter().enumerate();
            // The same one as that by which the status was derived.
            let newest = repeats.max_by_key(|(_, it)| (it.date, it.result));
            let (at, who) = newest.map_or((0, ""), |(at, it)| (at, it.who.as_str()));
            let place = Place::value(path, format!("repeated_by[{at}]"));
            pb513_needs_review::repeat(place, who)
        }
    }
}

fn tool_place(page: &Workflow, tool: &str) -> Place {
    Place::item(&page.page.card.path, "tools", &page.front.tools, tool)
}

//! What depends on the day: only `check` asks, and it says which day.

use jiff::civil::Date;

use crate::diagnostic::rules::whole::{pb514_future_date, pb515_overdue};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::Playbook;

/// Dates in the future and pages that are due, as of a day.
pub fn dates(playbook: &Playbook, as_of: Date) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for page in playbook.workflows.values().filter(|page| !page.is_retired()) {
        let place = || Place::value(&page.page.card.path, "verified");
        if let Some(verified) = page.front.verified.filter(|verified| *verified > as_of) {
            let (found, as_of) = (verified.to_string(), as_of.to_string());
            diagnostics.push(pb514_future_date::breach(place(), "verified", &found, &as_of));
        }
        if let (Some(last), Some(due)) = (page.last_run, page.due.filter(|due| *due < as_of)) {
            let (last, due) = (last.to_string(), due.to_string());
            diagnostics.push(pb515_overdue::breach(place(), &last, &due));
        }
    }
    diagnostics
}

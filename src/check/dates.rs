//! What depends on the day: only `check` asks, and it says which day.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Place, rules::whole};
use crate::model::Playbook;

/// Dates in the future and pages that are due, as of a day.
pub fn dates(playbook: &Playbook, as_of: Date) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for page in playbook.workflows.values().filter(|page| !page.is_retired()) {
        let place = || Place::value(&page.page.card.path, "verified");
        if page.front.verified.is_some_and(|verified| verified > as_of) {
            diagnostics.push(whole::future_date(place(), "verified", &as_of.to_string()));
        }
        if let Some(due) = page.due.filter(|due| *due < as_of) {
            diagnostics.push(whole::overdue(place(), &due.to_string()));
        }
    }
    diagnostics
}

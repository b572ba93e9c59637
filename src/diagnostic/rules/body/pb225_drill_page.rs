//! A page in drills/ has a drill.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB225", "drill-page", Gap, "pb225_drill_page.md");

/// A drill page without a drill.
pub fn no_block(place: Place) -> Diagnostic {
    RULE.at(place, "this page has no `drill` block: there is nothing to exercise")
        .help("add a fence: ```drill, then `Text: ...`, `Error: the wrong words`, `Verdict: fix`")
}

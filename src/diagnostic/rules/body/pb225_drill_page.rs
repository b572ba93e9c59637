//! A page in drills/ has a drill.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB225",
    name: "drill-page",
    severity: Severity::Gap,
    docs: include_str!("pb225_drill_page.md"),
};

/// A drill page without a drill.
pub fn no_block(place: Place) -> Diagnostic {
    RULE.at(place, "this page has no `drill` block: there is nothing to exercise")
        .help("add a fence: ```drill, then `Text: ...`, `Error: the wrong words`, `Verdict: fix`")
}

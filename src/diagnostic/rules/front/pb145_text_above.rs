//! Something above the front matter.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB145", "text-above", Warn, "pb145_text_above.md");

/// What is passed over.
pub fn passed_over(place: Place) -> Diagnostic {
    RULE.at(place, "the front matter begins below this, so this is not shown")
        .label("above the front matter")
        .help("delete what stands above the front matter, or move it below")
}

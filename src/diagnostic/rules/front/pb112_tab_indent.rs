//! PB112 tab-indent: lines are indented with blanks.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB112", "tab-indent", Warn, "pb112_tab_indent.md");

/// Lines with tabs in their indent.
pub fn tabs(place: Place, lines: usize) -> Diagnostic {
    let message = match lines {
        1 => "a tab as indent; it was read as two blanks".to_owned(),
        _ => format!("tabs as indent on {lines} lines; each was read as two blanks"),
    };
    RULE.at(place, message).label("a tab")
}

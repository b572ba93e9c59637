//! PB112 tab-indent: lines are indented with blanks.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB112", "tab-indent", Warn, "pb112_tab_indent.md");

/// Lines with tabs in their indent.
pub fn tabs(place: Place, lines: usize) -> Diagnostic {
    let message = match lines {
        1 => text!("a tab as indent; it was read as two blanks"),
        _ => text!("tabs as indent on {lines} lines; each was read as two blanks", lines),
    };
    RULE.at(place, message).label("a tab")
}

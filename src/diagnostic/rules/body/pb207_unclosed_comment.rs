//! A comment that never ends hides the rest of the page.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB207",
    name: "unclosed-comment",
    severity: Severity::Error,
    docs: include_str!("pb207_unclosed_comment.md"),
};

/// A comment without its end.
pub fn hides(place: Place) -> Diagnostic {
    RULE.at(place, "this comment is never closed, so what follows is hidden")
        .label("opened here")
        .help("end it with `-->`")
}

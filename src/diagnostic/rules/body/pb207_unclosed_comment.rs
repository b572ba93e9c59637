//! A comment that never ends hides the rest of the page.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB207", "unclosed-comment", Error, "pb207_unclosed_comment.md");

/// A comment without its end.
pub fn unclosed(place: Place) -> Diagnostic {
    RULE.at(place, "this comment is never closed, so what follows is hidden")
        .label("opened here")
        .help("end it with `-->`")
}

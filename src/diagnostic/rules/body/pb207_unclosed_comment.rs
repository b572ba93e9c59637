//! A comment that never ends hides what follows it.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB207", "unclosed-comment", Error, "pb207_unclosed_comment.md");

/// A comment without its end; `last` is the last line that it hides.
pub fn unclosed(place: Place, last: usize) -> Diagnostic {
    RULE.at(place, "this comment is never closed, so nobody sees what stands in it")
        .label(text!("hides everything down to line {last}", last))
        .help("write `-->` where the comment is over, or delete `<!--`")
}

//! A block that holds the fences of another needs longer ones.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB244", "fence-in-block", Warn, "pb244_fence_in_block.md");

/// A block with `inner` in it. `opening` and `closing` are the lines to write for its
/// own fences, the last of which is line `last`.
pub fn found(place: Place, inner: &str, opening: &str, closing: &str, last: usize) -> Diagnostic {
    let message =
        format!("this block holds another one (\"{}\"), whose end would end both", clip(inner));
    RULE.at(place, message)
        .label(format!("read as if it ended with line {last}"))
        .help(opening)
        .help(format!("and write {closing} in line {last}"))
}

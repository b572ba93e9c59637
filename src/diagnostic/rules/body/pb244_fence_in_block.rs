//! A block that holds the fences of another needs longer ones.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB244", "fence-in-block", Warn, "pb244_fence_in_block.md");

/// A block with `inner` in it. `opening` and `closing` are the lines to write for its
/// own fences, the last of which is line `last`.
pub fn found(place: Place, inner: &str, opening: &str, closing: &str, last: usize) -> Diagnostic {
    let message = text!(
        "this block holds another one (\"{inner}\"), whose end would end both",
        inner = clip(inner)
    );
    RULE.at(place, message)
        .label(text!("read as if it ended with line {last}", last))
        .help(opening.to_owned())
        .help(text!("and write {closing} in line {last}", closing, last))
}

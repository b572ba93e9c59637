//! A block between fences that is never closed.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB242", "unclosed-fence", Error, "pb242_unclosed_fence.md");

/// A block without its last line, `fence`, which belongs under the line `last`.
pub fn unclosed(place: Place, fence: &str, last: usize) -> Diagnostic {
    RULE.at(place, "this block is never closed, so what follows would belong to it")
        .label(text!("read as if it ended with line {last}", last))
        .help(text!(
            "write {fence} on a line of its own under line {last}, or where the block ends",
            fence,
            last
        ))
}

/// A fence with nothing below it.
pub fn stray(place: Place) -> Diagnostic {
    RULE.at(place, "this line opens a block, and nothing stands in it")
        .label("no other fence belongs to it")
        .help("delete this line")
}

/// The last line of a block in a list that stands left of the list; `opening` is
/// the line of its first.
pub fn outdented(place: Place, corrected: &str, opening: usize) -> Diagnostic {
    RULE.at(
        place,
        text!("this line should end the block of line {opening} and opens another", opening),
    )
    .label("the block stands in a list, and this line left of it")
    .help(clip(corrected))
}

//! A text under *Prompt* that is no prompt block.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB252", "unmarked-prompt", Gap, "pb252_unmarked_prompt.md");

/// A text that stands in no block.
pub fn plain(place: Place, heading: &str) -> Diagnostic {
    RULE.at(
        place,
        text!("the text under `## {heading}` is in no block that can be copied", heading),
    )
    .label("shown as text")
}

/// A block without its word.
pub fn unmarked(place: Place, heading: &str) -> Diagnostic {
    RULE.at(place, text!("the block under `## {heading}` is not marked as a prompt", heading))
        .label("shown as code")
}

/// Adds what to do where the whole block would be too long to show.
pub fn in_brief(found: Diagnostic, is_block: bool) -> Diagnostic {
    match is_block {
        true => found.help("the first line of the block is\n```prompt"),
        false => {
            found.help("put this line above the prompt\n```prompt\nand this line below it\n```")
        }
    }
}

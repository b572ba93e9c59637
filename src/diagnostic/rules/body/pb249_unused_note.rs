//! A note at the end of a page that nothing refers to.

use super::super::clip::clip;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB249", "unused-note", Warn, "pb249_unused_note.md");

/// A note that is not shown.
pub fn found(place: Place, label: &str) -> Diagnostic {
    let label = clip(label);
    RULE.at(place, "nobody sees this note: nothing in the text leads to it")
        .label("not shown")
        .help(text!("write `[^{label}]` where the note belongs, or delete the note", label))
}

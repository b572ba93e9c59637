//! A prompt has a name and a tool.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, nearest, rule, text};

pub const RULE: Rule = rule!("PB214", "prompt-attribute", Warn, "pb214_prompt_attribute.md");

/// Something on the fence that is neither.
pub fn unknown(place: Place, written: &str) -> Diagnostic {
    let found = RULE.at(
        place,
        text!("\"{written}\": a prompt has `name` and `tool` only", written = clip(written)),
    );
    match nearest(written, ["name", "tool"]) {
        Some(near) => found.label("ignored").help(text!("did you mean `{near}=\"...\"`?", near)),
        None => found.label("ignored").help("write ```prompt name=\"...\" tool=..."),
    }
}

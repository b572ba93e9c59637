//! A tag names a human limit, or why a person keeps a step.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, nearest, rule};

pub const RULE: Rule = rule!("PB231", "step-tag", Warn, "pb231_step_tag.md");

/// A tag with a word that is none of them.
pub fn word(place: Place, written: &str) -> Diagnostic {
    let removed = written.starts_with("removed");
    let known = if removed {
        ["speed", "memory", "availability", "consistency"]
    } else {
        ["judgment", "authority", "relationship", "accountability"]
    };
    let what =
        if removed { "is no limit that a step existed for" } else { "is no reason to keep a step" };
    let word = written.split_once(':').map_or(written, |(_, word)| word.trim());
    let kind = if removed { "removed" } else { "kept" };
    let found = RULE.at(place, format!("\"{}\" {what}", clip(word))).label("shown as text");
    match nearest(word, known) {
        Some(near) => found.help(format!("did you mean `- {kind}: {near}`?")),
        None => found.help(format!("write `- {kind}:` and one of {}", known.join(", "))),
    }
}

//! A tag names a human limit, or why a person keeps a step.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, nearest, rule, text};

pub const RULE: Rule = rule!("PB231", "step-tag", Warn, "pb231_step_tag.md");

/// A tag with a word that is none of them.
pub fn word(place: Place, written: &str) -> Diagnostic {
    let removed = written.starts_with("removed");
    let known = if removed {
        ["speed", "memory", "availability", "consistency"]
    } else {
        ["judgment", "authority", "relationship", "accountability"]
    };
    let word = written.split_once(':').map_or(written, |(_, word)| word.trim());
    let kind = if removed { "removed" } else { "kept" };
    let message = match removed {
        true => text!("\"{word}\" is no limit that a step existed for", word = clip(word)),
        false => text!("\"{word}\" is no reason to keep a step", word = clip(word)),
    };
    let found = RULE.at(place, message).label("shown as text");
    match nearest(word, known) {
        Some(near) => found.help(text!("did you mean `- {kind}: {near}`?", kind, near)),
        None => found.help(text!(
            "write `- {kind}:` and one of {known}",
            kind,
            known = known.join(", ")
        )),
    }
}

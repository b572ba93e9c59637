//! PB506: a path names a retired page.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB506", "retired-item", Warn, "pb506_retired_item.md");

/// A path whose item was retired.
pub fn breach(place: Place, id: &str, replacement: Option<&str>) -> Diagnostic {
    let diagnostic = RULE.at(place, text!("\"{id}\" is retired", id));
    match replacement {
        Some(new) => diagnostic
            .label(text!("`{new}` is shown instead", new))
            .help(text!("write `{new}`, if it teaches the same", new)),
        None => diagnostic
            .label("left out")
            .help("write another page for this checkpoint, or delete this one"),
    }
}

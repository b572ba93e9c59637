//! PB506: a path names a retired page.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB506", "retired-item", Warn, "pb506_retired_item.md");

/// A path whose item was retired.
pub fn breach(place: Place, id: &str, replacement: Option<&str>) -> Diagnostic {
    let diagnostic = RULE.at(place, format!("\"{id}\" is retired"));
    match replacement {
        Some(new) => diagnostic
            .label(format!("`{new}` is shown instead"))
            .help(format!("write `{new}`, if it teaches the same")),
        None => diagnostic
            .label("left out")
            .help("write another page for this checkpoint, or delete this one"),
    }
}

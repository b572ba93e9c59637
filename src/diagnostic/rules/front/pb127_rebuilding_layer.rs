//! PB127 rebuilding-layer: only a redesign is being rebuilt.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB127", "rebuilding-layer", Warn, "pb127_rebuilding_layer.md");

/// `rebuilding` on another layer.
pub fn other(place: Place, layer: &str) -> Diagnostic {
    RULE.at(place, text!("`rebuilding` on a {layer} page is not read", layer))
        .label("for `layer: redesign` only")
        .help("delete it, or make the page one of `layer: redesign`")
}

//! PB127 rebuilding-layer: only a redesign is being rebuilt.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB127",
    name: "rebuilding-layer",
    severity: Severity::Warn,
    docs: include_str!("pb127_rebuilding_layer.md"),
};

/// `rebuilding` on another layer.
pub fn other(place: Place, layer: &str) -> Diagnostic {
    RULE.at(place, format!("`rebuilding` on a {layer} page is not read"))
        .label("for `layer: redesign` only")
        .help("delete it, or make the page one of `layer: redesign`")
}

//! A layer by what the site or a colleague calls it.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB144", "layer-name", Warn, "pb144_layer_name.md");

/// "Judge it" for judgment.
pub fn read_as(place: Place, found: &str, layer: &str) -> Diagnostic {
    RULE.at(place, text!("{found} was read as `{layer}`", found, layer))
        .label("fluency, judgment or redesign")
}

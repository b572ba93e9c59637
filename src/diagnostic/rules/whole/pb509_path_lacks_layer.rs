//! PB509: a path has no page of some layer.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB509", "path-lacks-layer", Warn, "pb509_path_lacks_layer.md");

/// A path without a page of these layers and without a reason.
pub fn breach(place: Place, layers: &[&str]) -> Diagnostic {
    RULE.at(place, text!("this path has no page of {layers}", layers = layers.join(", ")))
        .label("none among these")
        .help("add one to the `do:` of a checkpoint")
        .help("or say why not: `because: ...`")
}

//! PB509: a path has no page of some layer.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB509",
    name: "path-lacks-layer",
    severity: Severity::Warn,
    docs: include_str!("pb509_path_lacks_layer.md"),
};

/// A path without a page of these layers and without a reason.
pub fn path_lacks_layer(place: Place, layers: &[&str]) -> Diagnostic {
    RULE.at(place, format!("this path has no {} page", layers.join(" and no ")))
        .help("add one to a checkpoint, or say why not with `because: ...`")
}

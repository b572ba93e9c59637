//! PB133 drill-source: a drill says where its errors come from.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB133", "drill-source", Warn, "pb133_drill_source.md");

/// Neither a source nor made up.
pub fn missing(place: Place) -> Diagnostic {
    RULE.at(place, "this drill does not say whose error it was")
        .label("add `from:` or `made_up:`")
        .help("name the workflow whose caught error it was: `from: ...`")
        .help("if it never happened, say so: `made_up: true`")
}

//! PB913 needless-setting: a setting that is none any more asks for what is done anyway.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

/// `needless-setting`
pub const RULE: Rule = rule!("PB913", "needless-setting", Warn, "pb913_needless_setting.md");

/// A line that changes nothing.
pub fn breach(place: Place, path: &str) -> Diagnostic {
    RULE.at(place, text!("`{path}` is no setting any more, and what it says is done anyway", path))
        .label("needless")
        .help("delete this line")
}

//! PB114 wrong-type: a value has the form that its key takes.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB114",
    name: "wrong-type",
    severity: Severity::Error,
    docs: include_str!("pb114_wrong_type.md"),
};

/// A list or group where text belongs, or the other way round.
pub fn wrong(place: Place, key: &str, found: &str, noun: &str, wanted: &str) -> Diagnostic {
    RULE.at(place, format!("{found}: `{key}` takes {wanted}, and this is {noun}"))
        .label(format!("{wanted} belongs here"))
        .help(match wanted {
            "one text" => format!("write one value: `{key}: ...`"),
            _ => format!("look at an example of `{key}` in a page that `playbook new` writes"),
        })
}

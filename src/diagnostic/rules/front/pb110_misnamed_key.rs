//! PB110 misnamed-key: a key in another spelling, taken for the one that was meant.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB110", "misnamed-key", Warn, "pb110_misnamed_key.md");

/// `role:` for `roles:`.
pub fn read_as(place: Place, written: &str, key: &str, value: &str) -> Diagnostic {
    let value = if value.is_empty() || value.chars().count() > 80 { "..." } else { value };
    RULE.at(place, text!("`{written}` was read as `{key}`", written, key))
        .label(format!("`{key}`"))
        .help(format!("{key}: {value}"))
}

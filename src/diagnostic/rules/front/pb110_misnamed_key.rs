//! PB110 misnamed-key: a key in another spelling, taken for the one that was meant.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB110", "misnamed-key", Warn, "pb110_misnamed_key.md");

/// `role:` for `roles:`.
pub fn read_as(place: Place, written: &str, key: &str) -> Diagnostic {
    RULE.at(place, text!("`{written}` was read as `{key}`", written, key)).label(format!("`{key}`"))
}

/// Several keys of one page, each as it was written and as it was read.
pub fn read_as_others<'a>(
    place: Place,
    names: impl Iterator<Item = (&'a str, &'static str)>,
) -> Diagnostic {
    let name = |(written, key)| text!("`{written}` as `{key}`", written, key);
    let names = Text::joined(names.map(name), ", ");
    RULE.at(place, text!("these keys were read as others: {names}", names))
        .label("the first of them")
}

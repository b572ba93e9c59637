//! PB125 many-roles: a page is for at most three roles.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB125", "many-roles", Warn, "pb125_many_roles.md");

/// More than three roles.
pub fn many(place: Place, count: usize, most: usize) -> Diagnostic {
    RULE.at(place, sentence(Text::verbatim(count.to_string())))
        .label(text!("{most} at most, or `everyone`", most))
        .help("write `roles: [everyone]`, or keep the roles that run it every week")
}

/// The sentence; a form that counts by itself has a blank for how many there are.
pub fn sentence(count: Text) -> Text {
    text!("this page is for {count} roles", count)
}

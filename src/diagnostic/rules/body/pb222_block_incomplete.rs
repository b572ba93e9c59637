//! A block says what its readers need.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Text, rule, text};

pub const RULE: Rule = rule!("PB222", "block-incomplete", Gap, "pb222_block_incomplete.md");

/// A caught error that lacks something.
pub fn caught(place: Place, missing: &[&str], shown: bool) -> Diagnostic {
    incomplete(place, "caught error", missing, shown)
}

/// A drill that lacks something.
pub fn drill(place: Place, missing: &[&str], shown: bool) -> Diagnostic {
    incomplete(place, "drill", missing, shown)
}

fn incomplete(place: Place, what: &'static str, missing: &[&str], shown: bool) -> Diagnostic {
    let names: Vec<String> = missing.iter().map(|name| format!("`{name}`")).collect();
    let found = RULE.at(
        place,
        text!(
            "this {what} does not say {names}",
            what = Text::from(what),
            names = names.join(", ")
        ),
    );
    let label = if shown { "shown without it" } else { "not shown until it does" };
    missing.iter().fold(found.label(label), |found, name| {
        found.help(text!("add `{name}: ...`", name = *name))
    })
}

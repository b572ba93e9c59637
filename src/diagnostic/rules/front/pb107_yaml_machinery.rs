//! PB107 yaml-machinery: front matter is keys and values, nothing more.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB107", "yaml-machinery", Error, "pb107_yaml_machinery.md");

/// `&name`
pub fn anchor(place: Place) -> Diagnostic {
    refused(place, "a word that starts with `&` is an anchor to YAML, and anchors are refused")
}

/// `*name`
pub fn alias(place: Place) -> Diagnostic {
    refused(place, "a word that starts with `*` is an alias to YAML, and aliases are refused")
}

/// `<<:`
pub fn merge_key(place: Place) -> Diagnostic {
    refused(place, "`<<` merges another group, and merging is refused")
}

/// `!name`
pub fn tag(place: Place) -> Diagnostic {
    refused(place, "a word that starts with `!` is a tag to YAML, and tags are refused")
}

fn refused(place: Place, message: &'static str) -> Diagnostic {
    RULE.at(place, message)
        .label("refused")
        .help("write the value itself, in double quotes when it begins with `&`, `*` or `!`")
}

//! PB301: a link leads to a file that is not there.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB301", "broken-link", Error, "pb301_broken_link.md");

/// `path` is what was looked for, from the root; `near` a page of a similar
/// name, as an address to write, and `example` any page, to show how one is written.
pub fn breach(place: Place, path: &str, near: Option<&str>, example: Option<&str>) -> Diagnostic {
    let diagnostic = RULE
        .at(place, text!("\"{path}\": there is no such page or file", path = shortened(path)))
        .label("shown as plain text until it leads somewhere");
    match (near, example) {
        (Some(near), _) => diagnostic.help(text!("did you mean `{near}`?", near)),
        (None, Some(example)) => diagnostic.help(text!(
            "write the way from this file to the other one, as `{example}` leads to a page",
            example
        )),
        (None, None) => diagnostic.help("write the way from this file to the other one"),
    }
}

//! PB134 tool-link: where a tool is, is a whole address that a browser opens.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB134", "tool-link", Error, "pb134_tool_link.md");

/// Another scheme, a part of an address, or none.
pub fn no_address(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, text!("{found}: no page may open this address", found))
        .label("this link is left out")
        .help("write the whole address: `link: https://...`")
        .help("a channel or a form to ask in goes into `ask:`")
}

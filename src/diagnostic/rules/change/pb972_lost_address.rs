//! PB972: an address that is no page's leads nowhere any more.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB972", "lost-address", Warn, "pb972_lost_address.md");

/// An image or download that is gone.
pub fn file(place: Place, address: &str) -> Diagnostic {
    RULE.at(place, text!("{address} was published, and leads nowhere now", address))
        .help("put the file back under this name, if colleagues may have its address")
}

/// An old address that its page no longer takes.
pub fn redirect(place: Place, address: &str) -> Diagnostic {
    RULE.at(place, text!("the old address {address} leads here no longer", address))
        .help(text!("write it into `redirect_from` again: `redirect_from: [{address}]`", address))
}

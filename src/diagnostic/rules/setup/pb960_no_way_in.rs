//! PB960 no-way-in: nobody can hand anything in.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

/// `no-way-in`
pub const RULE: Rule = rule!("PB960", "no-way-in", Warn, "pb960_no_way_in.md");

/// Neither a contact nor a repository.
pub fn breach(place: Place) -> Diagnostic {
    RULE.at(place, "readers cannot write from any page: neither a contact nor a repository is set")
        .help("add `[contact]` with a `url` that begins with `mailto:` or `https://`, or `[repository]` with its `url`")
}

//! PB503: a name stands where an id should.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB503", "name-for-id", Warn, "pb503_name_for_id.md");

/// A display name that was understood.
pub fn breach(place: Place, word: &str, id: &str) -> Diagnostic {
    RULE.at(place, text!("\"{word}\" is the name of `{id}`", word, id))
        .label(text!("read as `{id}`", id))
        .help(text!("write `{id}`: a name may change, a file name rarely does", id))
}

//! A page holds no key, token or password.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Text, rule, text};

pub const RULE: Rule = rule!("PB260", "key", Warn, "pb260_key.md");

/// A value that begins as the keys of one maker do. It is not repeated: messages go to
/// logs that more people read than the page.
pub fn of(place: Place, maker: &str, begins: &str) -> Diagnostic {
    told(place, text!("`{begins}...` looks like a key of {maker}", begins, maker))
}

/// A value that its label calls a secret.
pub fn labelled(place: Place) -> Diagnostic {
    told(place, text!("this looks like a password or a key"))
}

fn told(place: Place, message: Text) -> Diagnostic {
    RULE.at(place, message)
        .label("published as it stands")
        .help("take it out, and have it replaced by a new one: it stays in the file's history")
}

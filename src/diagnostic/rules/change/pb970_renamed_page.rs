//! PB970: a page was renamed, and something still goes by its old name.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB970", "renamed-page", Error, "pb970_renamed_page.md");

/// A page whose old address leads nowhere. `places` are where the old name still stands;
/// `line` leads the address on, and is written at `end` of the front matter.
pub fn no_redirect(
    place: Place,
    (old, new): (&str, &str),
    places: &[Place],
    (line, end): (String, Option<Range<usize>>),
) -> Diagnostic {
    let message = match places.len() {
        0 => text!("\"{old}\" is now \"{new}\", and its old address leads nowhere", old, new),
        1 => {
            text!("\"{old}\" is now \"{new}\": its old address and 1 place lead nowhere", old, new)
        }
        count => text!(
            "\"{old}\" is now \"{new}\": its old address and {count} places lead nowhere",
            old,
            new,
            count
        ),
    };
    let found = RULE.at(place, message);
    let found = match end {
        Some(end) => found.pasted(end, line),
        None => found.help(text!("add this to its front matter: `{line}`", line)),
    };
    with_places(found, old, new, places)
}

/// A page whose old address leads to it, while these places do not.
pub fn places(place: Place, (old, new): (&str, &str), places: &[Place]) -> Diagnostic {
    let message = match places.len() {
        1 => text!("\"{old}\" is now \"{new}\": 1 place leads nowhere", old, new),
        count => text!("\"{old}\" is now \"{new}\": {count} places lead nowhere", old, new, count),
    };
    with_places(RULE.at(place, message), old, new, places)
}

fn with_places(found: Diagnostic, old: &str, new: &str, places: &[Place]) -> Diagnostic {
    if places.is_empty() {
        return found;
    }
    let found = found.help(text!("and name `{new}` where `{old}` still stands", old, new));
    let still = |found: Diagnostic, place: &Place| {
        found.related(place.clone(), text!("still names \"{old}\"", old))
    };
    places.iter().fold(found, still)
}

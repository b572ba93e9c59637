//! PB510: a page lacks parts of its contract.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB510", "first-version", Gap, "pb510_first_version.md");

/// A page that lacks parts. `have` of `of` parts are there; `missing` names the
/// others, each with what to write.
pub fn breach(
    place: Place,
    layer: &str,
    (have, of): (usize, usize),
    missing: &[(Text, Text)],
) -> Diagnostic {
    let names = Text::joined(missing.iter().map(|(name, _)| name.clone()), ", ");
    let message = match have {
        0 => text!("the {of} parts of a {layer} page are still to come: {names}", of, layer, names),
        1 => text!("1 of {of} parts of a {layer} page is here; missing: {names}", of, layer, names),
        _ => text!(
            "{have} of {of} parts of a {layer} page are here; missing: {names}",
            have,
            of,
            layer,
            names
        ),
    };
    let found = RULE.at(place, message).label("decides which parts a page has");
    missing.iter().fold(found, |found, (_, help)| found.help(help.clone()))
}

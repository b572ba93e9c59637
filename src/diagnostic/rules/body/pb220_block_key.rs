//! `caught` and `drill` blocks have fixed keys.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, nearest, rule, text};

pub const RULE: Rule = rule!("PB220", "block-key", Warn, "pb220_block_key.md");

/// A key that the block does not have.
pub fn unknown(place: Place, block: &str, written: &str, known: &[&str]) -> Diagnostic {
    let found =
        RULE.at(place, text!("\"{written}\": a `{block}` block has no such key", written, block));
    let found = found.label("left out");
    match nearest(written, known.iter().copied()) {
        Some(near) => found.help(text!("did you mean `{near}:`?", near)),
        None => found
            .help(text!("its keys are {known}", known = known.join(", ")))
            .help("a line that goes on with the text above is indented"),
    }
}

/// A key that is there already.
pub fn twice(place: Place, first: Place, name: &str) -> Diagnostic {
    RULE.at(place, text!("\"{name}\" is there twice: the first one counts", name))
        .label("left out")
        .related(first, "the first one")
        .help("put both into one, or make a block of its own for the second error")
}

/// Text before the first key.
pub fn keyless(place: Place, block: &str, known: &[&str]) -> Diagnostic {
    RULE.at(place, text!("this line of a `{block}` block stands below no key", block))
        .label("left out")
        .help(text!("write before it what it is: {known}", known = known.join(", ")))
        .help("what is about the block goes above it")
}

/// The same where more than one line is left out.
pub fn down_to(found: Diagnostic, last: Option<Place>) -> Diagnostic {
    match last {
        Some(last) => found.related(last, "left out down to here"),
        None => found,
    }
}

/// A key of an error before any error.
pub fn before_error(place: Place, name: &str) -> Diagnostic {
    RULE.at(place, text!("\"{name}\" belongs to an error, and there is none above it", name))
        .label("left out")
        .help("write `Error: the wrong words` on the line before")
}

//! An error of a drill is quoted from its text, where it occurs once.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB224", "drill-quote", Error, "pb224_drill_quote.md");

/// A quote that occurs never, or more than once.
pub fn times(place: Place, quote: &str, times: usize) -> Diagnostic {
    let quote = clip(quote);
    let found = match times {
        0 => RULE.at(place, text!("\"{quote}\" is not in the text of this drill", quote)),
        _ => RULE.at(
            place,
            text!("\"{quote}\" is {times} times in the text of this drill", quote, times),
        ),
    };
    let help = match times {
        0 => "copy the wrong words from `Text`, letter by letter",
        _ => "quote more of the sentence, so that it occurs once",
    };
    found.label("this error is left out").help(help)
}

/// More errors than a drill has.
pub fn too_many(place: Place, limit: usize) -> Diagnostic {
    RULE.at(place, text!("a drill has at most {limit} errors", limit))
        .label("left out from here on")
        .help("make several drills of it")
}

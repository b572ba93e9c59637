//! The minutes of the steps add up to those at the top.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB233", "minutes-sum", Warn, "pb233_minutes_sum.md");

/// The steps of `way` take `sum` minutes, and `key` says `given`.
pub fn differs(place: Place, way: &str, sum: u32, key: &str, given: u32) -> Diagnostic {
    let message = text!(
        "the steps of *{way}* add up to {sum} minutes, and `minutes.{key}` says {given}",
        way,
        sum,
        key,
        given
    );
    RULE.at(place, message).label(text!("{sum}?", sum)).help(text!(
        "write `{key}: {sum}` here, or mend the minutes of a step",
        key,
        sum
    ))
}

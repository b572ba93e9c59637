//! PB123 title-length: a title names the job in 8 to 80 characters.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB123", "title-length", Warn, "pb123_title_length.md");

use std::ops::RangeInclusive;

/// Too short or too long.
pub fn outside(
    place: Place,
    title: &str,
    length: usize,
    wanted: &RangeInclusive<usize>,
) -> Diagnostic {
    let (least, most) = (wanted.start(), wanted.end());
    let found = RULE.at(place, format!("this title has {length} characters"));
    if length < *least {
        return found.label(format!("{least} to {most} characters")).help(format!(
            "name the job that \"{title}\" is part of: what is done, and with what or for whom"
        ));
    }
    found
        .label(format!("{least} to {most} characters"))
        .help("name the job only, and move the rest to `summary:`")
}

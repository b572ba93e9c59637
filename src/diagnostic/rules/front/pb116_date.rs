//! PB116 date: a date is written year, month, day.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB116", "date", Error, "pb116_date.md");

/// Day first or month first?
pub fn two_readings(
    place: Place,
    key: &str,
    found: &str,
    readings: &[(String, String); 2],
) -> Diagnostic {
    let [(first, first_words), (second, second_words)] = readings;
    RULE.at(place, format!("{found} can be {first_words} or {second_words}"))
        .label("which of the two?")
        .help(format!("{key}: {first}  # {first_words}"))
        .help(format!("{key}: {second}  # {second_words}"))
}

/// No date.
pub fn none(place: Place, key: &str, found: &str, why: Option<&str>) -> Diagnostic {
    let message = match why {
        Some(why) => format!("{found} is no date: {why}"),
        None => format!("{found} is no date"),
    };
    RULE.at(place, message).label("year, month, day").help(format!("{key}: YYYY-MM-DD"))
}

/// A day among other words, which may say that nothing was run.
pub fn among_words(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, format!("{found}: only a day can stand here")).label("a day and other words")
}

/// "Not yet", where a day belongs.
pub fn nothing(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, format!("{found} is no date: a day that never was is left out"))
        .label("year, month, day")
        .help("delete this line until there is a day to write")
}

//! PB908 setting-interval: an interval is written in days.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB908", "setting-interval", Error, "pb908_setting_interval.md");

/// No number of days.
pub fn not_days(place: Place, key: &str, found: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    let digits: String = found.chars().take_while(char::is_ascii_digit).collect();
    let message = RULE
        .at(place, format!("\"{found}\" is no number of days"))
        .label("days, from 1d to 3650d");
    match digits.len() {
        1..=3 => message.help(format!("{name} = \"{digits}d\"")),
        _ => message.help(format!("write a number and a `d` in quotes: `{name} = \"...d\"`")),
    }
}

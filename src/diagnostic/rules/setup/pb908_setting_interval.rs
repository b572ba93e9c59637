//! PB908 setting-interval: an interval is written in days.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB908", "setting-interval", Error, "pb908_setting_interval.md");

/// No number of days.
pub fn not_days(place: Place, key: &str, found: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    let digits: String = found.chars().take_while(char::is_ascii_digit).collect();
    let days = if digits.is_empty() || digits.len() > 3 { "90" } else { &digits };
    RULE.at(place, text!("\"{found}\" is no number of days", found))
        .label("days, from 1d to 3650d")
        .help(text!("{name} = \"{days}d\"", name, days))
}

//! PB908 setting-interval: an interval is written in days.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB908", "setting-interval", Error, "pb908_setting_interval.md");

/// No number of days; `likely` are those that are meant.
pub fn not_days(place: Place, key: &str, found: &str, likely: Option<u32>) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    let message = RULE
        .at(place, text!("\"{found}\" is no number of days", found))
        .label("days, from 1d to 3650d");
    match likely {
        Some(days) => message.help(Text::verbatim(format!("{name} = \"{days}d\""))),
        None => {
            message.help(text!("write a number and a `d` in quotes: `{name} = \"...d\"`", name))
        }
    }
}

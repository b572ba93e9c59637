//! PB117 date-form: a date in another form, with one reading only.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB117", "date-form", Warn, "pb117_date_form.md");

/// `4 March 2026`
pub fn assumed(place: Place, found: &str, date: &str) -> Diagnostic {
    RULE.at(place, text!("{found} was read as {date}", found, date)).label("year, month, day")
}

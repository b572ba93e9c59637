//! A number of days as people write it: `90d`. One reading for front matter and
//! for settings, and what was meant by a text that is no such number.

/// Days of an interval: longer is a slip of the keyboard.
const DAYS: std::ops::RangeInclusive<u32> = 1..=3650;

/// `90d`, `90 d`, `90 days`.
pub fn parse_days(text: &str) -> Option<u32> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at_checked(digits)?;
    let unit_is_days = matches!(unit.trim().to_lowercase().as_str(), "d" | "day" | "days");
    number.parse().ok().filter(|days| unit_is_days && DAYS.contains(days))
}

/// What somebody who wrote no number of days meant, as far as it can be read.
pub fn likely_days(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let number = only_number(&text)?;
    let unit = match text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ') {
        "" | "t" | "tage" => 1,
        unit if unit.starts_with('w') => 7,
        unit if unit.starts_with('m') => 30,
        unit if unit.starts_with('y') || unit.starts_with('j') => 365,
        _ => return None,
    };
    number.parse::<u32>().ok()?.checked_mul(unit).filter(|days| DAYS.contains(days))
}

/// The digits of a text with one number in it.
pub fn only_number(text: &str) -> Option<&str> {
    let is_digit = |c: char| c.is_ascii_digit();
    let start = text.find(is_digit)?;
    let from = text.get(start..)?;
    let digits = from.get(..from.find(|c| !is_digit(c)).unwrap_or(from.len()))?;
    let before = text.get(..start)?;
    let after = from.get(digits.len()..)?;
    // `1,200`, `2-3` and `-4` are other numbers than their digits.
    let is_more = after.contains(is_digit) || before.ends_with(['-', '.', ',', '–']);
    (!is_more && digits.len() <= 9).then_some(digits)
}

//! A number of days as people write it: `90d`. One reading for front matter and
//! for settings. Deliberately absent: what was meant by anything else.

/// Days of an interval: longer is a slip of the keyboard.
pub const DAYS: std::ops::RangeInclusive<u32> = 1..=3650;

/// `90d`, `90 d`, `90 days`.
pub fn parse_days(text: &str) -> Option<u32> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at_checked(digits)?;
    let unit_is_days = matches!(unit.trim().to_lowercase().as_str(), "d" | "day" | "days");
    number.parse().ok().filter(|days| unit_is_days && DAYS.contains(days))
}

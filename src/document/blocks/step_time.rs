//! The time of a step, `20 min, me`: read strictly, and put right where it is
//! clear what was meant.

/// `20 min, me`: a length, and at most who.
pub(super) fn time(inner: &str) -> Option<(u32, Option<String>)> {
    let mut minutes = None;
    let mut who = Vec::new();
    for part in inner.split(',').map(str::trim) {
        match length(part) {
            Some(n) if minutes.is_none() => minutes = Some(n),
            // Of two lengths the first is the step's; the other stays as it was written.
            _ => who.push(part),
        }
    }
    let who = who.join(", ");
    Some((minutes?, (!who.is_empty()).then_some(who)))
}

/// `20 min`, `20min`, `2 hours`, in minutes.
fn length(text: &str) -> Option<u32> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at_checked(digits)?;
    number.parse::<u32>().ok()?.checked_mul(unit_minutes(unit)?)
}

/// Minutes of a unit.
fn unit_minutes(unit: &str) -> Option<u32> {
    match unit.trim().trim_end_matches('.').to_lowercase().as_str() {
        "min" | "mins" | "minute" | "minutes" | "minuten" | "m" => Some(1),
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" => Some(60),
        _ => None,
    }
}

/// Whether minutes or hours are somewhere in a bracket.
pub(super) fn has_length(inner: &str) -> bool {
    inner.split(',').any(|part| loose(part).is_some())
}

/// The bracket as it is understood: minutes first, then who. Without minutes in
/// it, twenty stand for those that only the writer knows.
pub(super) fn corrected(inner: &str) -> String {
    let mut minutes = None;
    let mut who = Vec::new();
    for part in inner.split(',').map(str::trim) {
        match loose(part).filter(|_| minutes.is_none()) {
            Some((n, rest)) => {
                minutes = Some(n);
                who.push(rest);
            }
            // "No limit" is what leaving the minutes open would say.
            None if part.to_lowercase().starts_with("no ") => {}
            None => who.push(part.to_owned()),
        }
    }
    let minutes = format!("{} min", minutes.unwrap_or(20));
    let who = who.into_iter().filter(|part| !part.is_empty());
    let parts: Vec<String> = std::iter::once(minutes).chain(who).collect();
    format!("({})", parts.join(", "))
}

/// The length in `about 1.5 hours each`, in minutes, and what follows it.
fn loose(part: &str) -> Option<(u32, String)> {
    let words: Vec<&str> = part.split_whitespace().collect();
    words.iter().enumerate().find_map(|(at, word)| {
        // Of `20-30 min` the longer; `~20` is 20.
        let word = word.rsplit(['-', '\u{2013}']).next()?;
        let word = word.trim_start_matches(|c: char| !c.is_ascii_digit());
        let is_unit = |c: char| !c.is_ascii_digit() && c != '.';
        let (number, unit) = word.split_at_checked(word.find(is_unit).unwrap_or(word.len()))?;
        let after = if unit.is_empty() { at + 2 } else { at + 1 };
        let unit = if unit.is_empty() { words.get(at + 1)? } else { unit };
        let minutes = in_minutes(number, unit_minutes(unit)?)?;
        Some((minutes, words.get(after..).unwrap_or_default().join(" ")))
    })
}

/// `1.5` of a unit in whole minutes.
fn in_minutes(number: &str, unit: u32) -> Option<u32> {
    // Whole numbers are enough: a tenth of an hour is six minutes, and nobody times a step closer.
    let (whole, tenths) = number.split_once('.').unwrap_or((number, "0"));
    let tenths: u32 = tenths.get(..1).unwrap_or("0").parse().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(unit)?.checked_add(tenths * unit / 10)
}

#[cfg(test)]
mod tests {
    use super::{corrected, has_length, time};

    #[test]
    fn a_bracket_that_is_no_time_is_put_right() {
        for (written, right) in [
            ("30 min each, 22 sellers", "(30 min, each, 22 sellers)"),
            ("no limit, CSM", "(20 min, CSM)"),
            ("about 1.5 hours, me", "(90 min, me)"),
            ("20-30min", "(30 min)"),
            ("CSM", "(20 min, CSM)"),
            ("", "(20 min)"),
        ] {
            assert_eq!(time(written), None, "{written}");
            assert_eq!(corrected(written), right, "{written}");
            let inner = right.trim_matches(['(', ')']);
            assert!(time(inner).is_some(), "{right}");
        }
        assert!(has_length("me, about 5 min") && !has_length("version 3, by mail"));
    }
}

//! Dates as people write them. Text enters; a date, or what is wrong with it,
//! leaves. A date with two readings is never guessed.

use jiff::civil::Date;

/// What a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateReading {
    /// `2026-04-03`
    Plain(Date),
    /// Another form with one reading only: `3 April 2026`, `2026/4/3`.
    OtherForm(Date),
    /// `3/4/2026`: day first, then month first.
    Ambiguous(Date, Date),
    /// No date; the reason as the end of a sentence, if there is a special one.
    None(Option<String>),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Years that a page of a playbook can be from.
// A year of two or five digits is a slip, and one before 2000 is no run of an AI workflow.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// Reads a date.
pub(super) fn read(text: &str) -> DateReading {
    let text = text.trim();
    if let Some(reading) = with_time(text) {
        return reading;
    }
    let separators: Vec<char> = text.chars().filter(|c| matches!(c, '-' | '/' | '.')).collect();
    match separators.as_slice() {
        // `2026-4/3` is no date that anybody writes on purpose.
        [first, second] if first == second => numbers(text, *first),
        _ => words(text),
    }
}

/// "3 April 2026", for a message.
pub(super) fn in_words(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month));
    let month = month.copied().unwrap_or_default();
    let (first, rest) = month.split_at_checked(1).unwrap_or(("", month));
    format!("{} {}{rest} {}", date.day(), first.to_uppercase(), date.year())
}

/// A day with a time behind it: the time is dropped.
fn with_time(text: &str) -> Option<DateReading> {
    let (day, time) = text.split_once(['T', ' '])?;
    let is_time = time.len() >= 4
        && time.contains(':')
        && time.chars().all(|c| c.is_ascii_digit() || "+-:.Z".contains(c));
    match (is_time, read(day)) {
        (true, DateReading::Plain(date)) => Some(DateReading::OtherForm(date)),
        _ => None,
    }
}

fn numbers(text: &str, separator: char) -> DateReading {
    let parts: Vec<&str> = text.split(separator).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let [first, second, third] = parts.as_slice() else { return DateReading::None(None) };
    if !parts.iter().all(digits) {
        return DateReading::None(None);
    }
    // The year first has one order of day and month everywhere.
    if first.len() >= 3 {
        let plain = separator == '-' && (first.len(), second.len(), third.len()) == (4, 2, 2);
        return match date(first, second, third) {
            Ok(date) if plain => DateReading::Plain(date),
            Ok(date) => DateReading::OtherForm(date),
            Err(why) => DateReading::None(Some(why)),
        };
    }
    // In `3/4/26` even the year is a guess.
    if third.len() != 4 {
        return DateReading::None(None);
    }
    match (date(third, second, first), date(third, first, second)) {
        // With full stops the day comes first wherever they are in use.
        (Ok(day_first), _) if separator == '.' => DateReading::OtherForm(day_first),
        // Neither is taken: a wrong date would say for months that a page is fresh.
        (Ok(day_first), Ok(month_first)) if day_first != month_first => {
            DateReading::Ambiguous(day_first, month_first)
        }
        (Ok(date), _) | (_, Ok(date)) => DateReading::OtherForm(date),
        (Err(why), Err(_)) => DateReading::None(Some(why)),
    }
}

/// `3 April 2026`, `April 3, 2026`, `3 Apr 2026`.
fn words(text: &str) -> DateReading {
    let parts: Vec<&str> = text.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, year] = parts.as_slice() else { return DateReading::None(None) };
    let month_of = |word: &str| {
        let word = word.trim_end_matches('.').to_lowercase();
        // Three letters tell the months apart, and two would not: "ju".
        let at = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word))?;
        Some((at + 1).to_string())
    };
    let reading = match (month_of(first), month_of(second)) {
        (Some(month), None) => date(year, &month, second),
        (None, Some(month)) => date(year, &month, first),
        _ => return DateReading::None(None),
    };
    reading.map_or_else(|why| DateReading::None(Some(why)), DateReading::OtherForm)
}

fn date(year: &str, month: &str, day: &str) -> Result<Date, String> {
    let year_number = year.parse::<i16>().ok().filter(|year| YEARS.contains(year));
    let Some(year_number) = year_number else {
        return Err(format!(
            "the year {year} is not between {} and {}",
            YEARS.start(),
            YEARS.end()
        ));
    };
    let Some(month_number) = month.parse::<i8>().ok().filter(|month| (1..=12).contains(month))
    else {
        return Err(format!("there is no month {month}"));
    };
    let day_number = day.parse::<i8>().ok();
    day_number
        .and_then(|day| Date::new(year_number, month_number, day).ok())
        .ok_or_else(|| format!("that month has no day {day}"))
}

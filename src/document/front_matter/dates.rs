//! Dates as people write them. Text enters; a date, or what is wrong with it,
//! leaves. A date with two readings is never guessed.

use jiff::civil::Date;

use crate::diagnostic::{Text, text};
use crate::language;

/// What a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateReading {
    /// `2026-04-03`
    Plain(Date),
    /// Another form with one reading only: `3 April 2026`, `2026/4/3`.
    OtherForm(Date),
    /// A day and other words: `2026-04-03 (Ann)`.
    AmongWords(Date),
    /// `3/4/2026`: day first, then month first.
    Ambiguous(Date, Date),
    /// No date; the reason as the end of a sentence, if there is a special one.
    None(Option<Text>),
}

/// Years that a page of a playbook can be from.
// A year of two or five digits is a slip, and one before 2000 is no run of an AI workflow.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// Words that say nothing of a day: "on Friday, the 20th of November 2026".
const FILLERS: [&str; 20] = [
    "on",
    "the",
    "of",
    "am",
    "den",
    "der",
    "vom",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
];

/// Reads a date.
pub(super) fn read(text: &str) -> DateReading {
    let text = text.trim();
    match whole(text) {
        DateReading::None(why) => among_words(text).unwrap_or(DateReading::None(why)),
        reading => reading,
    }
}

/// "3 April 2026", for a message.
pub(super) fn in_words(date: Date) -> Text {
    let months = language::find("en").months.as_slice();
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| months.get(month));
    let month = Text::from(month.map_or("", String::as_str));
    text!("{day} {month} {year}", day = date.day(), month, year = date.year())
}

/// A text that is a date and nothing else.
fn whole(text: &str) -> DateReading {
    if let Some(reading) = with_time(text) {
        return reading;
    }
    // `20. 11. 2026` is written with blanks as often as without.
    let text = &text.replace(". ", ".");
    let separators: Vec<char> = text.chars().filter(|c| matches!(c, '-' | '/' | '.')).collect();
    match separators.as_slice() {
        // `2026-4/3` is no date that anybody writes on purpose.
        [first, second] if first == second && !text.contains(' ') => numbers(text, *first),
        _ => words(&text.replace('.', ". ")),
    }
}

/// A day with a time behind it: the time is dropped.
fn with_time(text: &str) -> Option<DateReading> {
    let (day, time) = text.split_once(['T', ' '])?;
    let is_time = time.len() >= 4
        && time.contains(':')
        && time.chars().all(|c| c.is_ascii_digit() || "+-:.Z".contains(c));
    match (is_time, whole(day)) {
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

/// `3 April 2026`, `April 3, 2026`, `3. Apr. 2026`, `the 3rd of April 2026`.
fn words(text: &str) -> DateReading {
    let parts = text.split([' ', ',', '-', '\u{a0}']).filter(|part| !part.is_empty());
    let is_filler = |part: &&str| FILLERS.contains(&part.to_lowercase().as_str());
    let parts: Vec<&str> = parts.filter(|part| !is_filler(part)).collect();
    let [first, second, year] = parts.as_slice() else { return DateReading::None(None) };
    let reading = match (month_of(first), month_of(second)) {
        (Some(month), None) => day_of(second).map(|day| date(year, &month, day)),
        (None, Some(month)) => day_of(first).map(|day| date(year, &month, day)),
        _ => None,
    };
    match reading {
        None => DateReading::None(None),
        Some(reading) => {
            reading.map_or_else(|why| DateReading::None(Some(why)), DateReading::OtherForm)
        }
    }
}

/// The number of a month by its name in any shipped language, or the start of it.
fn month_of(word: &str) -> Option<String> {
    let word = word.trim_end_matches('.').to_lowercase();
    // Three letters tell the months apart, and two would not: "ju".
    if word.chars().count() < 3 {
        return None;
    }
    let is_month = |month: &String| month.to_lowercase().starts_with(&word);
    let at = language::shipped().iter().find_map(|it| it.months.iter().position(is_month))?;
    Some((at + 1).to_string())
}

/// The day of `3`, `3.` and `3rd`.
fn day_of(word: &str) -> Option<&str> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = word.strip_prefix(digits)?.to_lowercase();
    let is_day = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_day && matches!(ending.as_str(), "" | "." | "st" | "nd" | "rd" | "th")).then_some(digits)
}

/// The one day in a text with other words, which may say what became of it.
fn among_words(text: &str) -> Option<DateReading> {
    let words: Vec<&str> = text.split_whitespace().collect();
    // A long text is no date, and every part of it would be looked at.
    if words.len() < 2 || words.len() > 12 {
        return None;
    }
    let mut found = None;
    let mut from = 0;
    while from < words.len() {
        // The longest part that is a date, so that `3 April 2026` is not cut.
        let length = (1..=5.min(words.len() - from)).rev().find_map(|length| {
            let part = words.get(from..from + length)?.join(" ");
            let part = part.trim_matches(['(', ')', ',', ';', ':']);
            match whole(part) {
                DateReading::Plain(date) | DateReading::OtherForm(date) => Some((length, date)),
                _ => None,
            }
        });
        let Some((length, date)) = length else {
            // Another number may be a second day: `1 to 3 October 2026`.
            if words.get(from)?.contains(|c: char| c.is_ascii_digit()) {
                return None;
            }
            from += 1;
            continue;
        };
        if found.replace(date).is_some() {
            return None;
        }
        from += length;
    }
    found.map(DateReading::AmongWords)
}

fn date(year: &str, month: &str, day: &str) -> Result<Date, Text> {
    let year_number = year.parse::<i16>().ok().filter(|year| YEARS.contains(year));
    let Some(year_number) = year_number else {
        return Err(text!(
            "the year {year} is not between {first} and {last}",
            year,
            first = *YEARS.start(),
            last = *YEARS.end()
        ));
    };
    let Some(month_number) = month.parse::<i8>().ok().filter(|month| (1..=12).contains(month))
    else {
        return Err(text!("there is no month {month}", month));
    };
    let day_number = day.parse::<i8>().ok();
    day_number
        .and_then(|day| Date::new(year_number, month_number, day).ok())
        .ok_or_else(|| text!("that month has no day {day}", day))
}

//! Accounts: bank accounts (IBAN) and payment cards. A text enters; what passes the
//! checksum of its kind is added to what was found. Deliberately absent: account
//! numbers of single countries, which no checksum tells from an order number.

use super::value::{SensitiveValue, Shape, add, after, before, runs};

/// The shortest IBAN there is, Norway's.
const MIN_IBAN: usize = 15;
/// The longest that the standard allows.
const MAX_IBAN: usize = 34;

pub(super) fn find(text: &str, found: &mut Vec<SensitiveValue>) {
    iban(text, found);
    card(text, found);
}

fn iban(text: &str, found: &mut Vec<SensitiveValue>) {
    let is_part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    for run in runs(text, is_part) {
        // The country, and the two digits of the checksum.
        let mut start = text.get(run.clone()).unwrap_or_default().bytes();
        let begins = [
            u8::is_ascii_uppercase,
            u8::is_ascii_uppercase,
            u8::is_ascii_digit,
            u8::is_ascii_digit,
        ];
        let begins =
            begins.into_iter().all(|is_kind| start.next().is_some_and(|byte| is_kind(&byte)));
        if !begins || before(text, run.start).is_some_and(char::is_alphanumeric) {
            continue;
        }
        if let Some(end) = iban_end(text.get(run.start..).unwrap_or_default()) {
            add(found, run.start..run.start + end, Shape::Iban);
        }
    }
}

/// Where the account ends that a text begins with: the longest that passes.
fn iban_end(text: &str) -> Option<usize> {
    let mut number = String::with_capacity(MAX_IBAN);
    let mut end = None;
    for (at, c) in text.char_indices() {
        // Groups of four have blanks between them; a second blank ends the number.
        let is_blank = matches!(c, ' ' | '\u{A0}' | '\u{202F}');
        if is_blank && !text.get(..at).is_some_and(|it| it.ends_with([' ', '\u{A0}', '\u{202F}'])) {
            continue;
        }
        if !(c.is_ascii_uppercase() || c.is_ascii_digit()) || number.len() == MAX_IBAN {
            break;
        }
        number.push(c);
        let next = after(text, at + 1);
        let is_whole = !next.is_some_and(char::is_alphanumeric);
        if is_whole && number.len() >= MIN_IBAN && remainder(&number) == 1 {
            end = Some(at + 1);
        }
    }
    end
}

/// ISO 7064: the country and its digits go to the end, letters count from ten, and all
/// of it is divided by 97.
fn remainder(number: &str) -> u32 {
    let (country, account) = number.split_at_checked(4).unwrap_or((number, ""));
    let digits = account.chars().chain(country.chars()).filter_map(|c| c.to_digit(36));
    digits.fold(0, |rest, digit| (rest * if digit > 9 { 100 } else { 10 } + digit) % 97)
}

fn card(text: &str, found: &mut Vec<SensitiveValue>) {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-');
    for run in runs(text, is_part) {
        let written = text.get(run.clone()).unwrap_or_default();
        let trimmed = written.trim_matches([' ', '-']);
        let start = run.start + written.len() - written.trim_start_matches([' ', '-']).len();
        let digits: Vec<u32> = trimmed.chars().filter_map(|c| c.to_digit(10)).collect();
        // Parts of other numbers: behind a letter, a point or a comma.
        let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '/');
        let stands_alone = !before(text, start)
            .is_some_and(|c| goes_on(c) || matches!(c, '.' | ','))
            && !after(text, start + trimmed.len()).is_some_and(goes_on);
        if stands_alone && is_card(&digits) && groups_like_a_card(trimmed) {
            add(found, start..start + trimmed.len(), Shape::Card);
        }
    }
}

/// Whether no group is shorter than a card has them, or longer, but for one run.
fn groups_like_a_card(written: &str) -> bool {
    let groups: Vec<usize> = written.split([' ', '-']).map(str::len).collect();
    groups.len() == 1 || groups.iter().all(|length| (3..=6).contains(length))
}

/// By the first digits of the issuers, the lengths that go with them, and Luhn's sum.
fn is_card(digits: &[u32]) -> bool {
    let first =
        |count: usize| digits.iter().take(count).fold(0, |number, digit| number * 10 + digit);
    let lengths = match (first(2), first(4)) {
        (34 | 37, _) => 15..=15,
        (36 | 38, _) => 14..=14,
        (35 | 51..=55 | 65, _) | (_, 2221..=2720 | 6011) => 16..=16,
        (40..=49, _) => 13..=19,
        _ => return false,
    };
    lengths.contains(&digits.len()) && luhn(digits)
}

fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .zip([false, true].into_iter().cycle())
        .map(|(digit, doubled)| match (doubled, digit * 2) {
            (false, _) => *digit,
            (true, twice) if twice > 9 => twice - 9,
            (true, twice) => twice,
        })
        .sum();
    sum.is_multiple_of(10)
}

//! Mail addresses and phone numbers. A text enters; what looks like one is added to
//! what was found. Deliberately absent: numbers of a single country without a sign of
//! what they are, which look like an order's.

use std::ops::Range;

use super::value::{SensitiveValue, Shape, add, after, before, runs, shortly_before};

/// Domains that belong to nobody (RFC 2606), for examples.
const NOBODYS: [&str; 8] = [
    "example.com",
    "example.org",
    "example.net",
    "example",
    "test",
    "invalid",
    "localhost",
    "example.edu",
];

/// Endings of files that look like those of a domain: `shot@2x.png`.
const FILES: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "md", "txt", "pdf", "css", "json"];

/// Adds the mail addresses outside the allowed domains.
pub(super) fn mail(text: &str, allowed: &[String], found: &mut Vec<SensitiveValue>) {
    for (at, _) in text.match_indices('@') {
        let in_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
        let in_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let left = text.get(..at).unwrap_or_default();
        let right = text.get(at + 1..).unwrap_or_default();
        let name = left.get(left.trim_end_matches(in_name).len()..).unwrap_or_default();
        let name = name.trim_start_matches(['.', '-', '_', '%', '+']);
        let end = right.find(|c| !in_domain(c)).unwrap_or(right.len());
        let domain = right.get(..end).unwrap_or_default().trim_end_matches(['.', '-']);
        let start = at - name.len();
        if is_address(name, domain)
            && !is_somewhere_else(text, start, name)
            && !is_allowed(domain, allowed)
        {
            add(found, start..at + 1 + domain.len(), Shape::Mail(domain.to_lowercase()));
        }
    }
}

fn is_address(name: &str, domain: &str) -> bool {
    let is_label = |label: &str| !label.is_empty() && !label.starts_with('-');
    let Some((_, top)) = domain.rsplit_once('.') else { return false };
    !name.is_empty()
        && domain.split('.').all(is_label)
        && top.chars().count() >= 2
        && top.chars().all(char::is_alphabetic)
        && !FILES.contains(&top.to_lowercase().as_str())
}

/// Whether it is the account of a web address, `https://name@host`, or of a repository,
/// or goes on from a blank.
fn is_somewhere_else(text: &str, start: usize, name: &str) -> bool {
    let word = shortly_before(text, start)
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '<' | '"'))
        .next();
    let in_address =
        word.is_some_and(|word| word.rsplit_once("://").is_some_and(|(_, it)| !it.contains('/')));
    in_address || name == "git" || matches!(before(text, start), Some('}' | ']' | '>'))
}

fn is_allowed(domain: &str, allowed: &[String]) -> bool {
    let domain = domain.to_lowercase();
    let is_below = |known: &str| {
        domain.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let allowed = allowed.iter().map(|it| it.trim_start_matches('@').to_lowercase());
    // `yourcompany.com` stands for the reader's own.
    NOBODYS.into_iter().any(is_below)
        || allowed.into_iter().any(|it| is_below(&it))
        || domain.starts_with("your")
}

/// Words before a number that call it a phone's.
const LABELS: [&str; 13] = [
    "tel",
    "tel.",
    "telefon",
    "telephone",
    "phone",
    "mobile",
    "mobil",
    "cell",
    "handy",
    "fax",
    "whatsapp",
    "durchwahl",
    "hotline",
];

/// Adds the phone numbers: with a country, with an area in brackets or hyphens, with a
/// zero first, or called one.
pub(super) fn phone(text: &str, found: &mut Vec<SensitiveValue>) {
    let is_part = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '+' | ' ' | '(' | ')' | '-' | '/' | '.' | '\u{A0}' | '\u{2011}' | '\u{2013}'
            )
    };
    for run in runs(text, is_part) {
        let written = text.get(run.clone()).unwrap_or_default();
        // Nearly all runs are a blank or a full stop.
        if written.len() < 7 {
            continue;
        }
        let begins = written.find(['+', '(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        let ends = written.rfind(|c: char| c.is_ascii_digit());
        let (Some(begins), Some(ends)) = (begins, ends) else { continue };
        let range = run.start + begins..run.start + (ends + 1).max(begins);
        let number = Number::read(text.get(range.clone()).unwrap_or_default());
        if stands_alone(text, &range) && number.is_phone(label(text, range.start)) {
            add(found, range, Shape::Phone);
        }
    }
}

/// Whether a number is no part of a word, an address or another number.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let goes_on =
        |c: char| c.is_alphanumeric() || matches!(c, '_' | '=' | '%' | '#' | '&' | '@' | '~');
    let ends = |c: char| goes_on(c) || matches!(c, '/' | ':' | '*');
    // The address of a link is told with the link.
    let is_link =
        text.get(..range.start).is_some_and(|it| it.ends_with("tel:") || it.ends_with("sms:"));
    let is_part =
        before(text, range.start).is_some_and(|c| goes_on(c) || matches!(c, '.' | ',' | '-' | '/'));
    !is_part && !is_link && !after(text, range.end).is_some_and(ends)
}

/// Whether the word before a place calls what follows a phone number.
fn label(text: &str, at: usize) -> bool {
    let line = shortly_before(text, at).rsplit('\n').next().unwrap_or_default();
    let line = line.trim_end_matches([' ', ':', '*', '_', '(']);
    let word = line.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '*' | '|')).next();
    word.is_some_and(|word| LABELS.contains(&word.to_lowercase().as_str()))
}

/// A number in its groups.
struct Number<'a> {
    written: &'a str,
    groups: Vec<&'a str>,
    digits: usize,
}

impl<'a> Number<'a> {
    fn read(written: &'a str) -> Self {
        let groups = written.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
        let groups: Vec<&str> = groups.collect();
        let digits = groups.iter().map(|group| group.len()).sum();
        Self { written, groups, digits }
    }

    fn is_phone(&self, is_called_one: bool) -> bool {
        // A sum, such as "10 000 000"; and no gap is that wide within a number.
        let is_round = self.groups.concat().ends_with("00000");
        let is_torn = self.written.contains("   ")
            || self.written.get(1..).is_some_and(|it| it.contains('+'));
        if self.digits > 15 || is_round || is_torn {
            return false;
        }
        let first = self.groups.first().copied().unwrap_or_default();
        if self.written.starts_with('+') {
            return self.digits >= 9 && !first.starts_with('0');
        }
        (is_called_one && self.digits >= 7)
            || self.has_international_zeros(first)
            || self.is_north_american()
            || self.has_area_zero(first)
    }

    /// `0049 30 1234567`
    fn has_international_zeros(&self, first: &str) -> bool {
        first.starts_with("00")
            && !first.starts_with("000")
            && self.digits >= 11
            && self.groups.len() > 1
    }

    /// `(212) 555-0123`, `212-555-0123`, `212.555.0123`, with or without a one before it.
    fn is_north_american(&self) -> bool {
        let groups = match self.groups.as_slice() {
            ["1", rest @ ..] => rest,
            groups => groups,
        };
        let [area, exchange, line] = groups else { return false };
        let is_office = |group: &str| group.len() == 3 && !group.starts_with(['0', '1']);
        let is_written_so = self.written.starts_with('(') || !self.written.contains([' ', '/']);
        is_office(area) && is_office(exchange) && line.len() == 4 && is_written_so
    }

    /// `07700 900123`, `0171/2345678`, `(030) 123 45 67`
    fn has_area_zero(&self, first: &str) -> bool {
        let is_area =
            first.starts_with('0') && !first.starts_with("00") && (3..=5).contains(&first.len());
        let has_gap = (2..=5).contains(&self.groups.len());
        is_area && has_gap && (9..=12).contains(&self.digits) && !self.written.contains('.')
    }
}

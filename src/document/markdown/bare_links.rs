//! Addresses that stand in a text as they are: `https://...`, `www...` and
//! mailboxes, found as GitHub's extension of links does it. Deliberately absent:
//! addresses in code and in the text of a link.

use std::ops::Range;

/// An address in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BareLink {
    /// In the text.
    pub(super) range: Range<usize>,
    /// What stands before it in the address that it means.
    pub(super) scheme: &'static str,
}

/// Whether there may be one: most texts have none.
pub(super) fn may_have(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memmem::find(bytes, b"://").is_some()
        || memchr::memmem::find(bytes, b"www.").is_some()
        || memchr::memchr(b'@', bytes).is_some()
}

/// The first address that begins at `from` or after it.
pub(super) fn next(text: &str, from: usize) -> Option<BareLink> {
    let mut at = from;
    while let Some(found) = text.get(at..)?.find([':', 'w', 'W', '@']) {
        let sign = at + found;
        let candidate = match text.as_bytes().get(sign)? {
            b':' => web(text, sign),
            b'@' => mailbox(text, sign),
            _ => www(text, sign),
        };
        if let Some(link) = candidate.filter(|link| link.range.start >= from) {
            return Some(link);
        }
        at = sign + 1;
    }
    None
}

/// `https://host...`, by its colon.
fn web(text: &str, colon: usize) -> Option<BareLink> {
    let after = text.get(colon..)?.strip_prefix("://")?;
    let before = text.get(..colon)?;
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let start = before.trim_end_matches(is_letter).len();
    let scheme = before.get(start..)?.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") || !may_begin(text, start) {
        return None;
    }
    let host = after.split(|c: char| !is_in_host(c)).next()?;
    // GitHub takes a host without a full stop here, such as `http://localhost`.
    host.starts_with(|c: char| c.is_alphanumeric()).then_some(())?;
    let range = start..end(text, colon + "://".len() + host.len())?;
    Some(BareLink { range, scheme: "" })
}

/// `www.host...`, by its first letter.
fn www(text: &str, start: usize) -> Option<BareLink> {
    let prefix = text.get(start..start + "www.".len())?;
    if !prefix.eq_ignore_ascii_case("www.") || !may_begin(text, start) {
        return None;
    }
    let host = text.get(start..)?.split(|c: char| !is_in_host(c)).next()?;
    let parts: Vec<&str> = host.trim_end_matches('.').split('.').collect();
    let last_two = parts.iter().rev().take(2);
    let is_host = parts.len() >= 2
        && parts.iter().all(|part| !part.is_empty())
        && last_two.into_iter().all(|part| !part.contains('_'));
    is_host.then_some(())?;
    let range = start..end(text, start + host.len())?;
    // Encrypted: hardly any host is left that does not do it.
    Some(BareLink { range, scheme: "https://" })
}

/// `name@host.org`, by its sign.
fn mailbox(text: &str, sign: usize) -> Option<BareLink> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let before = text.get(..sign)?;
    let start = before.trim_end_matches(in_name).len();
    // `https://user@host` and `x/y@1.2` are no mailboxes.
    let is_apart = !text.get(..start)?.ends_with(['/', ':', '@']);
    let host = text.get(sign + 1..)?;
    let in_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let host = host.split(|c: char| !in_host(c)).next()?.trim_end_matches('.');
    let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with(['-', '_']);
    if start == sign || !is_apart || !is_host || host.contains("..") {
        return None;
    }
    let range = start..sign + 1 + host.len();
    Some(BareLink { range, scheme: "mailto:" })
}

/// Only after white space and a few signs: `xhttps://` is a word.
fn may_begin(text: &str, start: usize) -> bool {
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    // Quotation marks and brackets besides GitHub's list: they stand before addresses in prose.
    before.is_none_or(|c| {
        c.is_whitespace() || !(c.is_alphanumeric() || matches!(c, '/' | '@' | '.' | '-' | '='))
    })
}

fn is_in_host(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_')
}

/// The end of an address whose host ends at `host_end`: up to white space or `<`,
/// without the punctuation of the sentence around it.
fn end(text: &str, host_end: usize) -> Option<usize> {
    let rest = text.get(host_end..)?;
    let stop = rest.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(rest.len());
    let mut end = host_end + stop;
    // Counted once: an address may end with a hundred thousand of them.
    let path = text.get(host_end..end)?;
    let mut unopened = path.matches(')').count().saturating_sub(path.matches('(').count());
    loop {
        let address = text.get(..end)?;
        let last = address.chars().next_back()?;
        let path = text.get(host_end..end).unwrap_or_default();
        let drop = match last {
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '"' => last.len_utf8(),
            '\u{2019}' | '\u{201D}' | '\u{201C}' | '\u{BB}' | '\u{2026}' => last.len_utf8(),
            // A bracket belongs to the address when it was opened in it.
            ')' if unopened > 0 => {
                unopened -= 1;
                1
            }
            ']' | '}' | '|' => 1,
            ';' => entity(path).unwrap_or(1),
            _ => return Some(end),
        };
        end -= drop;
        if end <= host_end {
            return Some(host_end.min(text.len()));
        }
    }
}

/// The length of `&word;` at the end of a path.
fn entity(path: &str) -> Option<usize> {
    let (before, name) = path.strip_suffix(';')?.rsplit_once('&')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    is_name.then_some(path.len() - before.len())
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn addresses_end_where_github_ends_them() {
        let cases = [
            ("See https://crm.example.com/renewals before", "https://crm.example.com/renewals"),
            ("(see https://a.example/x_(y)).", "https://a.example/x_(y)"),
            ("visit www.example.com, or call", "www.example.com"),
            ("mail help@example.com.", "help@example.com"),
            ("https://a.example/?q=1&copy;", "https://a.example/?q=1"),
            ("**https://a.example/**", "https://a.example/"),
            ("\u{201E}https://a.example/x\u{201C}", "https://a.example/x"),
            ("http://localhost:3000/a!", "http://localhost:3000/a"),
            ("HTTPS://A.example", "HTTPS://A.example"),
        ];
        for (text, address) in cases {
            let found = next(text, 0).and_then(|link| text.get(link.range));
            assert_eq!(found, Some(address), "{text}");
        }
        for text in
            ["xhttps://a.example", "www.", "a@b", "@name", "https://", "ftp://a.example", "4:3"]
        {
            assert_eq!(next(text, 0), None, "{text}");
        }
    }
}

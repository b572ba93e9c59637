//! Addresses as they are written in content: what they point at, decided on
//! the decoded value, their parts, and how they are written into HTML.
//! Deliberately absent: which of them exist.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What an address points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlKind {
    /// A web address: `https://...` or `http://...`.
    External,
    /// A mail address: `mailto:...`.
    Mail,
    /// `#part` of the same page.
    Fragment,
    /// A path in the playbook.
    Relative,
    /// Something that a page may not open: its scheme, or `//`.
    Unsafe(String),
}

/// Decides on the decoded value: percent signs, control characters, white
/// space and case hide no scheme. Entities are decoded by the markdown parser.
pub fn classify(href: &str) -> UrlKind {
    if let Some(target) = plainly(href) {
        return target;
    }
    let plain = stripped(href);
    // Another host under the page's scheme: it looks like a path and is none.
    if plain.starts_with("//") {
        return UrlKind::Unsafe("//".to_owned());
    }
    match scheme(&plain) {
        Some("http" | "https") => UrlKind::External,
        Some("mailto") => UrlKind::Mail,
        Some(other) => UrlKind::Unsafe(other.to_owned()),
        // Last, since it decodes: hardly any address comes here.
        None => match hidden_scheme(href) {
            Some(hidden) => UrlKind::Unsafe(hidden),
            None if plain.starts_with('#') => UrlKind::Fragment,
            None => UrlKind::Relative,
        },
    }
}

/// What an address points at that hides nothing: most are spelled like this,
/// and a playbook holds tens of thousands.
fn plainly(href: &str) -> Option<UrlKind> {
    let is_plain = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'/' | b'.' | b'-' | b'_' | b'#' | b'?' | b'=')
    };
    let rest = href.strip_prefix("https://");
    let target = match (rest, href.as_bytes()) {
        (Some(_), _) => UrlKind::External,
        // For the long way, which refuses it.
        (None, [b'/', b'/', ..]) => return None,
        (None, [b'#', ..]) => UrlKind::Fragment,
        (None, _) => UrlKind::Relative,
    };
    rest.unwrap_or(href).bytes().all(is_plain).then_some(target)
}

/// An address of a mailbox without the parameters that it brings, if it brings
/// any: subject, copies and text are for whoever writes the mail.
pub fn bare_mailbox(href: &str) -> Option<&str> {
    let (mailbox, _) = href.split_once('?')?;
    (classify(href) == UrlKind::Mail).then_some(mailbox)
}

/// The scheme before the first colon, without what browsers skip; lower case
/// is for the caller.
fn scheme(plain: &str) -> Option<&str> {
    let (scheme, _) = plain.split_once(':')?;
    let starts = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (starts && scheme.chars().all(valid)).then_some(scheme)
}

/// A scheme that shows only after percent-decoding, up to three times. No browser
/// runs it, but nobody means well by it either.
fn hidden_scheme(href: &str) -> Option<String> {
    let mut decoded = href.to_owned();
    // Bounded: a text may be encoded any number of times, and no server decodes even twice.
    for _ in 0..3 {
        decoded = percent_decode_str(&decoded).decode_utf8_lossy().into_owned();
        let plain = stripped(&decoded);
        if plain.starts_with("//") {
            return Some("//".to_owned());
        }
        if let Some(scheme) = scheme(&plain) {
            return Some(scheme.to_owned());
        }
    }
    None
}

/// Lower case, without white space, control and invisible characters, and with
/// slashes as browsers read them.
fn stripped(href: &str) -> String {
    let skipped = |c: &char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFFD}')
    };
    href.chars()
        .filter(|c| !skipped(c))
        // Browsers read backslashes in addresses of the web as slashes: `\\host` leads elsewhere.
        .map(|c| if c == '\\' { '/' } else { c.to_ascii_lowercase() })
        .collect()
}

/// Whether this is a whole address of the web or of a mail box, plainly spelled:
/// what a field may hold that knows no page around it.
pub fn is_whole(address: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\".contains(c);
    let after = |scheme: &str| {
        let (start, rest) = address.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    };
    let starts_with_host = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    address.chars().all(plain)
        && match classify(address) {
            UrlKind::External => {
                after("https://").or_else(|| after("http://")).is_some_and(starts_with_host)
            }
            UrlKind::Mail => after("mailto:").is_some_and(|rest| rest.contains('@')),
            UrlKind::Fragment | UrlKind::Relative | UrlKind::Unsafe(_) => false,
        }
}

/// The parts of a relative address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UrlParts<'a> {
    /// Before `?` and `#`; empty for the same page.
    pub path: &'a str,
    /// What stands behind the `?`.
    pub query: Option<&'a str>,
    /// What stands behind the `#`.
    pub fragment: Option<&'a str>,
}

/// Cuts an address at its first `#`, and what is before it at its first `?`.
pub fn split(href: &str) -> UrlParts<'_> {
    let (rest, fragment) = match href.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment)),
        None => (href, None),
    };
    match rest.split_once('?') {
        Some((path, query)) => UrlParts { path, query: Some(query), fragment },
        None => UrlParts { path: rest, query: None, fragment },
    }
}

/// Percent-decodes a path or fragment; None when that is no UTF-8.
pub fn decode(part: &str) -> Option<String> {
    percent_decode_str(part).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// The path in the playbook that the decoded relative path `to` means in the
/// file `from`. None when it leads out of the playbook. A leading `/` counts
/// from the playbook's root.
pub fn resolve(from: &str, to: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    if !to.starts_with('/') {
        parts.extend(from.split('/'));
        parts.pop();
    }
    for part in to.split('/') {
        match part {
            "" | "." => {}
            // Out of the playbook there is nothing that a
            // page may show, not even whether it exists.
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// What stays as it is in a written address: everything that has a meaning
/// there, and `%`, so that nothing is encoded twice.
const WRITTEN: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'[')
    .add(b']');

/// The address for an attribute, percent-encoded where it has to be; not yet
/// escaped for HTML.
pub fn encode(href: &str) -> String {
    utf8_percent_encode(href, WRITTEN).to_string()
}

#[cfg(test)]
mod tests {
    use super::{UrlKind, classify, is_whole, resolve, split};

    #[test]
    fn a_scheme_is_found_however_it_is_spelled() {
        let hostile = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript\u{a0}:alert(1)",
            "java%73cript:alert(1)",
            "java%2573cript:alert(1)",
            "javascript%3Aalert(1)",
            "java\u{200b}script:alert(1)",
            "vbscript:x",
            "data:text/html,<script>alert(1)</script>",
            "file:///etc/passwd",
            "C:\\secret.txt",
            "//evil.example",
            "\\\\evil.example\\share",
            "/\\evil.example",
            "%2f%2fevil.example",
        ];
        for href in hostile {
            assert!(matches!(classify(href), UrlKind::Unsafe(_)), "{href:?}");
        }
    }

    #[test]
    fn what_a_page_may_open_stays() {
        assert_eq!(classify("https://example.com/a:b"), UrlKind::External);
        assert_eq!(classify("HTTP://example.com"), UrlKind::External);
        assert_eq!(classify("mailto:a@example.com"), UrlKind::Mail);
        assert_eq!(classify("#steps"), UrlKind::Fragment);
        for href in ["a.md", "../a/b.md#c:d", "?q=a:b", "/a", "10:30.md", "", "a/b:c.md"] {
            assert_eq!(classify(href), UrlKind::Relative, "{href}");
        }
    }

    #[test]
    fn a_whole_address_has_a_scheme_and_a_host() {
        for address in ["https://example.com", "HTTP://[::1]:80/a?b#c", "mailto:a@example.com"] {
            assert!(is_whole(address), "{address}");
        }
        for address in [
            "",
            "example.com",
            "/assistant",
            "#top",
            "https:example.com",
            "https://",
            "https:///a",
            "ht\ttps://example.com",
            "https://example.com/a b",
            "https:\\\\example.com",
            "javascript:alert(1)",
            "%6Aavascript:alert(1)",
            "mailto:nobody",
        ] {
            assert!(!is_whole(address), "{address:?}");
        }
    }

    #[test]
    fn a_relative_path_is_resolved_from_its_file() {
        let from = "content/workflows/cs/renewal.md";
        assert_eq!(resolve(from, "a.md").as_deref(), Some("content/workflows/cs/a.md"));
        assert_eq!(resolve(from, "../../tools/x.md").as_deref(), Some("content/tools/x.md"));
        assert_eq!(resolve(from, "/static/x.pdf").as_deref(), Some("static/x.pdf"));
        assert_eq!(resolve(from, "../../../../x.md"), None);
        let parts = split("a.md?x#y?z");
        assert_eq!((parts.path, parts.query, parts.fragment), ("a.md", Some("x"), Some("y?z")));
    }
}

//! What may be the matter with a value as it stands on its line, and how it is
//! written properly. Deliberately absent: lines and places.

/// What a value on a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Fine as it is.
    Fine,
    /// `|` or `>`: the lines below are its text.
    Block,
    /// A quote or bracket that does not close on this line.
    Open,
    /// Not what it was meant to be.
    Faulty(ScalarFault),
}

/// What is the matter with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScalarFault {
    /// `: ` in unquoted text.
    Colon,
    /// ` #` in unquoted text cuts it.
    Hash,
    /// Curly quotes around it.
    Curly,
    /// Curly quotes in a list in brackets.
    CurlyList,
    /// A quote without its second one.
    Unclosed,
    /// Starts with a sign that means something to YAML, or goes on behind a
    /// closing quote or bracket.
    Sign,
}

/// Looks at a value. `prose`: no comment is expected in it. `channel`: it may
/// start with `#`.
pub(super) fn look(text: &str, prose: bool, channel: bool) -> Value {
    let Some(first) = text.chars().next() else { return Value::Fine };
    match first {
        // `#sales` is the name of a channel here; with a blank it is a comment after all.
        '#' if channel && !text.starts_with("# ") => Value::Faulty(ScalarFault::Hash),
        '#' => Value::Fine,
        '|' | '>' if is_block_header(text) => Value::Block,
        '"' | '\'' => enclosed(text, quote_end(text)),
        // Left behind by a template that nobody filled in: it is text, and no map of maps.
        '{' if text.starts_with("{{") || text.starts_with("{%") => Value::Faulty(ScalarFault::Sign),
        // With straight quotes too, curly ones may be meant as they stand.
        '[' | '{' if has_curly(text) && !text.contains('"') => {
            Value::Faulty(ScalarFault::CurlyList)
        }
        '[' | '{' => enclosed(text, bracket_end(text)),
        '“' | '”' | '„' | '‘' | '’' if without_curly_quotes(text).is_some() => {
            Value::Faulty(ScalarFault::Curly)
        }
        '@' | '`' | '%' | '|' | '>' | ']' | '}' | ',' => Value::Faulty(ScalarFault::Sign),
        '-' | '?' | '&' | '!' if text.chars().nth(1) == Some(' ') => {
            Value::Faulty(ScalarFault::Sign)
        }
        // `*bold*`, or a sentence that begins so; `*name`
        // alone is an alias, which is refused as one.
        '*' if text.contains(' ') || text.len() > 1 && text.ends_with('*') => {
            Value::Faulty(ScalarFault::Sign)
        }
        '&' | '!' | '*' => Value::Fine,
        _ => plain(text, prose),
    }
}

/// The value without the faulty signs, as text.
pub(super) fn meant(text: &str, fault: ScalarFault) -> String {
    let inner = match fault {
        ScalarFault::Curly => without_curly_quotes(text),
        ScalarFault::Unclosed => text.get(1..),
        ScalarFault::Colon | ScalarFault::Hash | ScalarFault::CurlyList | ScalarFault::Sign => None,
    };
    inner.unwrap_or(text).chars().map(|c| if is_control(c) { '\u{fffd}' } else { c }).collect()
}

/// A text in quotes.
pub(super) fn quote(text: &str) -> String {
    // The form that is easiest to read, since messages show it to be copied.
    if !text.contains(['"', '\\']) {
        return format!("\"{text}\"");
    }
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A text as it is written in front matter: in quotes only where it needs them.
pub(super) fn written(text: &str, in_brackets: bool) -> String {
    let is_word = matches!(text, "" | "~" | "null" | "Null" | "NULL");
    let divides = in_brackets && text.contains([',', '[', ']', '{', '}', '"']);
    let is_plain = !text.starts_with(['"', '\'', '[', '{', '#', '&', '!', '*']) && !is_word;
    if is_plain && !divides && look(text, true, false) == Value::Fine {
        return text.to_owned();
    }
    quote(text)
}

/// Texts as a list in brackets.
pub(super) fn list<T: AsRef<str>>(texts: &[T]) -> String {
    let items: Vec<String> = texts.iter().map(|text| written(text.as_ref(), true)).collect();
    format!("[{}]", items.join(", "))
}

/// A character that no text needs, and that YAML refuses.
pub(super) fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

/// Where a quoted text that starts `text` ends, behind its quote.
pub(super) fn quote_end(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut rest = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = rest.next() {
        if c == '\\' && quote == '"' {
            rest.next();
        } else if c == quote {
            // '' is a quote inside single quotes.
            if quote != '\'' || rest.next_if(|(_, next)| *next == '\'').is_none() {
                return Some(at + quote.len_utf8());
            }
        }
    }
    None
}

/// Where a list or map in brackets that starts `text` ends, behind its bracket.
pub(super) fn bracket_end(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    let mut before = ' ';
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let mut length = c.len_utf8();
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            // Elsewhere it is an apostrophe: `[don't, won't]`.
            '"' | '\'' if " \t\n[{,:".contains(before) => {
                length = quote_end(text.get(at..).unwrap_or_default())?;
            }
            _ => {}
        }
        at += length;
        before = c;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The text between the curly quotes around it.
fn without_curly_quotes(text: &str) -> Option<&str> {
    let single = text.starts_with(['‘', '’']);
    let inner = text.get(text.chars().next()?.len_utf8()..)?;
    if single {
        inner.strip_suffix(['’', '‘', '\''])
    } else {
        inner.strip_suffix(['”', '“', '"'])
    }
}

/// Curly quotes where a list's own quotes would be.
fn has_curly(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let opens = matches!(c, '“' | '”' | '„') && "[{,: ".contains(before);
        before = c;
        opens
    })
}

fn is_block_header(text: &str) -> bool {
    let header = text.split(" #").next().unwrap_or_default().trim_end();
    // `|`, `>`, with an indent and a `+` or `-` at most: "> 3 days" is text.
    header.len() <= 3 && header.chars().skip(1).all(|c| c.is_ascii_digit() || "+-".contains(c))
}

/// A value in quotes or brackets that end at `end`.
fn enclosed(text: &str, end: Option<usize>) -> Value {
    let Some(end) = end else { return Value::Open };
    let behind = text.get(end..).unwrap_or_default();
    if behind.is_empty() || behind.starts_with(" #") || behind.trim_start().starts_with('#') {
        return Value::Fine;
    }
    Value::Faulty(ScalarFault::Sign)
}

fn plain(text: &str, prose: bool) -> Value {
    // In prose ` #` cuts a sentence short, as in "Ticket
    // #42"; elsewhere it is a comment on purpose.
    let comment = text.find(" #");
    if prose && comment.is_some() {
        return Value::Faulty(ScalarFault::Hash);
    }
    let read = comment.and_then(|at| text.get(..at)).unwrap_or(text).trim_end();
    if read.contains(": ") || read.ends_with(':') {
        return Value::Faulty(ScalarFault::Colon);
    }
    Value::Fine
}

//! Reads code in one pass by what a language says of itself: comments,
//! strings, words. It looks at no character twice, so no text can make it slow.
//! Deliberately absent: grammar; a word is a keyword wherever it stands.

use super::languages::{Flavour, Language, Quote, Reach};
use super::spans::{Class, Spans};

/// Writes `text` as runs.
pub(super) fn scan(language: &Language, text: &str, spans: &mut Spans<'_>) {
    match language.flavour {
        Flavour::Diff => return diff(text, spans),
        Flavour::Markup => return markup(text, spans),
        _ => {}
    }
    let mut scanner = Scanner { language, text, at: 0, line_start: true, depth: 0, spans };
    while scanner.at < text.len() {
        scanner.step();
    }
}

struct Scanner<'a, 's, 'h> {
    language: &'a Language,
    text: &'a str,
    at: usize,
    /// Nothing but white space and the dash of a list has been on this line.
    line_start: bool,
    /// Braces that are open, in style sheets.
    depth: usize,
    spans: &'s mut Spans<'h>,
}

impl<'a> Scanner<'a, '_, '_> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Writes the next `length` bytes.
    fn take(&mut self, length: usize, class: Class) {
        let run = self.rest().get(..length).unwrap_or(self.rest());
        self.spans.run(run, class);
        // At least one, so that no mistake in a row of the table makes an endless loop.
        self.at += run.len().max(1);
        let starts = |run: &str| run.trim().is_empty() || run == "-";
        self.line_start = run.ends_with('\n') || (self.line_start && starts(run));
    }

    fn step(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return };
        if first.is_whitespace() {
            let blank = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
            let within = rest.get(..blank).unwrap_or_default();
            let blank = within.find('\n').map_or(blank, |line| line + 1);
            self.take(blank, Class::Plain);
        } else if let Some(length) = self.comment(rest) {
            self.take(length, Class::Comment);
        } else if let Some(length) = self.string(rest) {
            let class = if self.is_key(rest, length) { Class::Attribute } else { Class::String };
            self.take(length, class);
        } else if first.is_ascii_digit() {
            self.take(number(rest), Class::Number);
        } else if self.language.sigils.contains(first) && word(self.after(rest, first)) > 0 {
            self.take(first.len_utf8() + word(self.after(rest, first)), Class::Attribute);
        } else if is_word_start(first) {
            let length = self.word_length(rest);
            self.take(length, self.word_class(rest, length));
        } else {
            match first {
                '{' => self.depth += 1,
                '}' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            self.take(first.len_utf8(), Class::Plain);
        }
    }

    /// The string that starts here. In data an apostrophe inside a word
    /// starts none.
    fn string(&self, rest: &str) -> Option<usize> {
        // Unquoted prose stands in data: `note: don't ask`.
        let data = matches!(self.language.flavour, Flavour::Yaml | Flavour::Settings);
        if data && self.before().is_some_and(char::is_alphanumeric) {
            return None;
        }
        self.language.quotes.iter().find_map(|quote| string(quote, rest))
    }

    fn before(&self) -> Option<char> {
        self.text.get(..self.at).and_then(|before| before.chars().next_back())
    }

    fn after(&self, rest: &'a str, first: char) -> &'a str {
        rest.get(first.len_utf8()..).unwrap_or_default()
    }

    fn comment(&self, rest: &str) -> Option<usize> {
        // `https://x#part` and `${#list}` have a `#` that begins no comment.
        let parted = self.before().is_none_or(char::is_whitespace);
        let starts = |mark: &str| rest.starts_with(mark) && (mark != "#" || parted);
        if self.language.line_comments.iter().any(|mark| starts(mark)) {
            return Some(rest.find('\n').unwrap_or(rest.len()));
        }
        let (open, close) =
            self.language.block_comments.iter().find(|(open, _)| rest.starts_with(open))?;
        let inner = rest.get(open.len()..).unwrap_or_default();
        Some(inner.find(close).map_or(rest.len(), |end| open.len() + end + close.len()))
    }

    /// Whether a string or word is a key: before a colon in data, before an
    /// equals sign in settings.
    fn is_key(&self, rest: &str, length: usize) -> bool {
        let after = rest.get(length..).unwrap_or_default().trim_start_matches([' ', '\t']);
        match self.language.flavour {
            Flavour::Json => after.starts_with(':'),
            Flavour::Yaml => {
                let ends = after
                    .strip_prefix(':')
                    .is_some_and(|value| value.is_empty() || value.starts_with([' ', '\n', '\t']));
                ends && self.line_start
            }
            Flavour::Settings => self.line_start && after.starts_with('='),
            Flavour::Css => after.starts_with(':') && self.depth > 0,
            _ => false,
        }
    }

    fn word_length(&self, rest: &str) -> usize {
        let length = word(rest);
        let hyphens =
            matches!(self.language.flavour, Flavour::Css | Flavour::Yaml | Flavour::Verbs);
        let mut end = length;
        // `border-radius`, `due-date:`, `Get-ChildItem`
        while hyphens
            && let Some(next) = rest.get(end..).and_then(|after| after.strip_prefix('-'))
            && word(next) > 0
        {
            end += 1 + word(next);
        }
        end
    }

    fn word_class(&self, rest: &str, length: usize) -> Class {
        let word = rest.get(..length).unwrap_or_default();
        if self.is_key(rest, length) {
            return Class::Attribute;
        }
        if let Some(class) = self.language.class_of(word) {
            return class;
        }
        let after = rest.get(length..).unwrap_or_default();
        if self.language.flavour == Flavour::Verbs && word.contains('-') {
            return Class::Function;
        }
        if matches!(self.language.flavour, Flavour::Json | Flavour::Yaml | Flavour::Css) {
            return Class::Plain;
        }
        if after.starts_with('(') || after.starts_with("!(") {
            return Class::Function;
        }
        // Not all in capitals: that is a constant, whatever its type.
        let camel = word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
        if camel && self.language.upper_case_types { Class::Type } else { Class::Plain }
    }
}

fn is_word_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

/// Bytes of the word at the start.
fn word(text: &str) -> usize {
    if !text.starts_with(is_word_start) {
        return 0;
    }
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// Bytes of the number at the start: digits, units, a point before a digit.
fn number(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let point = c == '.' && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !c.is_alphanumeric() && c != '_' && c != '%' && !point {
            return at;
        }
    }
    text.len()
}

/// The longest way to write one character: an escape of a code point.
const CHARACTER_BYTES: usize = 10;

/// Bytes of the string at the start, if one starts there.
fn string(quote: &Quote, text: &str) -> Option<usize> {
    let inner = text.strip_prefix(quote.open)?;
    let offset = quote.open.len();
    let mut chars = inner.char_indices();
    let mut length = 0;
    while let Some((at, c)) = chars.next() {
        let closes = inner.get(at..).is_some_and(|rest| rest.starts_with(quote.close));
        if closes && (quote.reach != Reach::Character || length > 0) {
            return Some(offset + at + quote.close.len());
        }
        let escaped = c == '\\' && quote.escapes;
        if escaped {
            chars.next();
        }
        length += 1;
        // In Rust `'a` is a lifetime: it must not swallow the text up to the next apostrophe.
        let too_long = at > CHARACTER_BYTES || (length > 1 && !inner.starts_with('\\'));
        match quote.reach {
            Reach::Character if c == '\n' || too_long => return None,
            Reach::Line if c == '\n' => return Some(offset + at),
            _ => {}
        }
    }
    (quote.reach != Reach::Character).then_some(text.len())
}

fn diff(text: &str, spans: &mut Spans<'_>) {
    for line in text.split_inclusive('\n') {
        let class = match line.as_bytes() {
            // Before the lines of one sign: the names of the two files begin like lines of them.
            [b'+', b'+', b'+', ..] | [b'-', b'-', b'-', ..] | [b'@', b'@', ..] => Class::Keyword,
            [b'+', ..] => Class::Inserted,
            [b'-', ..] => Class::Deleted,
            _ => Class::Plain,
        };
        spans.run(line, class);
    }
}

/// Tags with their attributes, comments, and the text between them.
fn markup(text: &str, spans: &mut Spans<'_>) {
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let (plain, tag) = rest.split_at_checked(open).unwrap_or((rest, ""));
        spans.run(plain, Class::Plain);
        let comment = tag.starts_with("<!--");
        let end = if comment { "-->" } else { ">" };
        let found = if comment { tag.find(end) } else { tag_end(tag) };
        let length = found.map_or(tag.len(), |at| at + end.len());
        let (tag, after) = tag.split_at_checked(length).unwrap_or((tag, ""));
        if comment {
            spans.run(tag, Class::Comment)
        } else {
            element(tag, spans)
        }
        rest = after;
    }
    spans.run(rest, Class::Plain);
}

/// The `>` of a tag; one in quotation marks is none.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.char_indices().find_map(|(at, c)| {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
        (c == '>' && quote.is_none()).then_some(at)
    })
}

fn element(tag: &str, spans: &mut Spans<'_>) {
    let name_end = tag.find(char::is_whitespace).unwrap_or(tag.len());
    let (name, mut rest) = tag.split_at_checked(name_end).unwrap_or((tag, ""));
    spans.run(name, Class::Keyword);
    while let Some(first) = rest.chars().next() {
        let (length, class) = match first {
            '"' | '\'' => {
                let close = rest.get(1..).and_then(|inner| inner.find(first));
                (close.map_or(rest.len(), |at| at + 2), Class::String)
            }
            '>' | '/' | '?' => (first.len_utf8(), Class::Keyword),
            _ if is_word_start(first) => {
                let name = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.');
                (rest.find(name).unwrap_or(rest.len()), Class::Attribute)
            }
            _ => (first.len_utf8(), Class::Plain),
        };
        let (run, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        spans.run(run, class);
        rest = after;
    }
}

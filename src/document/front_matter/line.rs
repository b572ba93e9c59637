//! One line of front matter, cut into its parts without reading YAML: indent,
//! dashes, key, value. Deliberately absent: anything that spans lines.

use std::ops::Range;

/// A line without its line feed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// First byte in the file.
    pub(super) start: usize,
    /// Blanks before the text, as written.
    pub(super) blanks: &'t str,
    pub(super) text: &'t str,
    /// Whether a line feed follows.
    pub(super) ended: bool,
}

impl<'t> Line<'t> {
    /// The lines of a text that starts at byte `start` of the file.
    pub(super) fn all(text: &'t str, start: usize) -> Vec<Self> {
        let mut next = start;
        let line = |whole: &'t str| {
            let (line, ended) =
                whole.strip_suffix('\n').map_or((whole, false), |line| (line, true));
            let text = line.trim_start_matches([' ', '\t']);
            let blanks = line.strip_suffix(text).unwrap_or_default();
            let start = next;
            next += whole.len();
            Self { start, blanks, text, ended }
        };
        text.split_inclusive('\n').map(line).collect()
    }

    /// Columns before the text; a tab counts as two.
    pub(super) fn indent(&self) -> usize {
        // As `repair` writes it, so that lines below keep their place.
        self.blanks.len() + self.blanks.matches('\t').count()
    }

    /// First byte of the text in the file.
    pub(super) fn text_start(&self) -> usize {
        self.start + self.blanks.len()
    }
}

/// The parts of a line, as bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LineParts {
    /// Lines that belong to the value are indented more than this column.
    pub(super) parent: usize,
    /// Whether a `- ` comes first.
    pub(super) item: bool,
    /// The key without its colon.
    pub(super) key: Option<Range<usize>>,
    /// What follows, without blanks around it.
    pub(super) value: Range<usize>,
    /// No blank between the colon and the value.
    pub(super) no_blank_after_colon: bool,
}

/// Cuts a line; none for a blank line, a comment, or one that carries on what
/// the line above began.
pub(super) fn cut(line: &Line<'_>) -> Option<LineParts> {
    let mut at = 0;
    let mut dash = None;
    while let Some(rest) = line.text.get(at..)
        && (rest.starts_with("- ") || rest == "-")
    {
        dash = Some(line.indent() + at);
        let after = rest.get(1..).unwrap_or_default();
        at += 1 + after.len() - after.trim_start().len();
    }
    let item = dash.is_some();
    let rest = line.text.get(at..).unwrap_or_default();
    if !item && (rest.is_empty() || rest.starts_with('#')) {
        return None;
    }
    if let Some((key, no_blank_after_colon)) = key_of(rest, line.indent() == 0 && !item) {
        let parent = line.indent() + at;
        let value = trimmed(line.text, at + key + 1);
        return Some(LineParts {
            parent,
            item,
            key: Some(at..at + key),
            value,
            no_blank_after_colon,
        });
    }
    dash.map(|parent| LineParts {
        parent,
        item,
        key: None,
        value: trimmed(line.text, at),
        no_blank_after_colon: false,
    })
}

/// The key's length, and whether the blank after its colon is missing: at the
/// line's start nothing but a key can stand, so there it may be.
fn key_of(rest: &str, at_line_start: bool) -> Option<(usize, bool)> {
    let colon = rest.find(':')?;
    let key = rest.get(..colon)?;
    let after = rest.get(colon + 1..)?;
    // Blanks too, since people write `verified with:`.
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
    let is_key = key.starts_with(char::is_alphabetic) && key.chars().all(plain);
    let spaced = after.is_empty() || after.starts_with([' ', '\t']);
    let no_blank_after_colon =
        // `https://...` at the line's start is an address, and "Call at 9:30" is a sentence.
        !spaced && at_line_start && !after.starts_with("//") && !key.contains(' ');
    (is_key && (spaced || no_blank_after_colon)).then_some((colon, no_blank_after_colon))
}

fn trimmed(text: &str, from: usize) -> Range<usize> {
    let value = text.get(from..).unwrap_or_default();
    let start = from + value.len() - value.trim_start().len();
    start..start + value.trim().len()
}

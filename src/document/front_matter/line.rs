//! One line of front matter, cut into its parts without reading YAML: indent,
//! dashes, key, value, and what has to be changed so that YAML reads them so too.
//! Deliberately absent: anything that spans lines.

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
            let start = next;
            next += whole.len();
            Self::new(line, start, ended)
        };
        text.split_inclusive('\n').map(line).collect()
    }

    /// One line that starts at byte `start` of the file.
    pub(super) fn new(line: &'t str, start: usize, ended: bool) -> Self {
        let text = line.trim_start_matches([' ', '\t']);
        let blanks = line.strip_suffix(text).unwrap_or_default();
        Self { start, blanks, text, ended }
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
    /// What has to be changed around key and value, in order.
    pub(super) edits: Vec<LineEdit>,
}

/// A change of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LineEdit {
    /// Bytes of the line's text.
    pub(super) range: Range<usize>,
    /// What belongs there.
    pub(super) text: &'static str,
    /// What is the matter; none where another edit of the line says it.
    pub(super) fault: Option<LineFault>,
}

/// What is the matter with the signs around key and value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineFault {
    /// `layer:fluency`
    NoBlankAfterColon,
    /// `-sales`
    NoBlankAfterDash,
    /// `• sales`
    Bullet,
    /// `title = Renewal prep`, `data： internal`
    ColonSign,
    /// `**title:** Renewal prep`
    BoldKey,
    /// `- title: Renewal prep` where no list is open.
    DashBeforeKey,
    /// A hint of the template behind what was written.
    Hint,
}

/// Signs that word processors put before the entries of a list.
const BULLETS: [char; 15] =
    ['•', '·', '‣', '◦', '▪', '●', '○', '∙', '–', '—', '*', '+', '➢', '\u{f0b7}', '\u{2010}'];

/// Cuts a line that YAML reads as it was meant, but perhaps for one blank; none for
/// a blank line, a comment, or one that carries on what the line above began.
pub(super) fn cut(line: &Line<'_>) -> Option<LineParts> {
    let (at, dash) = dashes(line);
    let rest = line.text.get(at..).unwrap_or_default();
    if dash.is_none() && (rest.is_empty() || rest.starts_with('#')) {
        return None;
    }
    parts(line, at, dash, Vec::new(), |rest| key_of(rest, line.indent() == 0 && dash.is_none()))
}

/// Cuts a line that was written with other signs than YAML has. `in_list`: entries
/// of a list may stand here. `is_known`: whether a text is a key.
pub(super) fn cut_other_signs(
    line: &Line<'_>,
    in_list: bool,
    is_known: &dyn Fn(&str) -> bool,
) -> Option<LineParts> {
    if line.text.is_empty() || line.text.starts_with('#') {
        return None;
    }
    let bullet = if in_list { bullet(line.text) } else { None };
    let Some(bullet) = bullet else {
        // A line that carries on a text may hold any sign: only at its start keys are looked for.
        let key = |rest: &str| other_key(rest, is_known);
        return if line.indent() == 0 { parts(line, 0, None, Vec::new(), key) } else { None };
    };
    let at = bullet.range.end;
    parts(line, at, Some(line.indent()), vec![bullet], |rest| {
        key_of(rest, false).or_else(|| other_key(rest, is_known))
    })
}

/// A key at the start of some text.
struct Key {
    range: Range<usize>,
    /// Behind its colon.
    end: usize,
    edits: Vec<LineEdit>,
}

/// Where the text behind the dashes starts, and the column of the last dash.
fn dashes(line: &Line<'_>) -> (usize, Option<usize>) {
    let mut at = 0;
    let mut dash = None;
    while let Some(rest) = line.text.get(at..)
        && (rest.starts_with("- ") || rest == "-")
    {
        dash = Some(line.indent() + at);
        let after = rest.get(1..).unwrap_or_default();
        at += 1 + after.len() - after.trim_start().len();
    }
    (at, dash)
}

fn parts(
    line: &Line<'_>,
    at: usize,
    dash: Option<usize>,
    mut edits: Vec<LineEdit>,
    key_of: impl Fn(&str) -> Option<Key>,
) -> Option<LineParts> {
    let item = dash.is_some();
    let rest = line.text.get(at..).unwrap_or_default();
    if let Some(key) = key_of(rest) {
        let move_by = |range: Range<usize>| range.start + at..range.end + at;
        let moved = |edit: LineEdit| LineEdit { range: move_by(edit.range.clone()), ..edit };
        edits.extend(key.edits.into_iter().map(moved));
        let value = trimmed(line.text, at + key.end);
        let (parent, key) = (line.indent() + at, Some(move_by(key.range)));
        return Some(LineParts { parent, item, key, value, edits });
    }
    let value = trimmed(line.text, at);
    dash.map(|parent| LineParts { parent, item, key: None, value, edits })
}

/// A key with a colon. The blank behind it may be missing at the line's start, where
/// nothing but a key can stand.
fn key_of(rest: &str, at_line_start: bool) -> Option<Key> {
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
    let end = colon + 1;
    let insert = LineEdit { range: end..end, text: " ", fault: Some(LineFault::NoBlankAfterColon) };
    let edits = if no_blank_after_colon { vec![insert] } else { Vec::new() };
    (is_key && (spaced || no_blank_after_colon)).then_some(Key { range: 0..colon, end, edits })
}

/// A known key in bold, or with another sign than a colon.
fn other_key(rest: &str, is_known: &dyn Fn(&str) -> bool) -> Option<Key> {
    let mark = ["**", "__"].into_iter().find(|mark| rest.starts_with(mark));
    let start = mark.map_or(0, str::len);
    let sign = |c: char| matches!(c, ':' | '：' | '=' | '﹕');
    let is_inner = |c: char| mark.is_some_and(|mark| mark.starts_with(c));
    let text = rest.get(start..)?;
    let length = text.find(|c: char| sign(c) || is_inner(c) && c != '_')?;
    let key = text.get(..length)?.trim_end_matches(['_', ' ']);
    if key.is_empty() || !is_known(key) {
        return None;
    }
    let range = start..start + key.len();
    let mut edits = Vec::new();
    // Bold ends behind the colon or before it: `**title:** x`, `**title**: x`.
    let between = rest.get(range.end..)?;
    let tail = between.len() - between.trim_start_matches(|c: char| is_inner(c) || c == ' ').len();
    let colon = range.end + tail;
    let found = rest.get(colon..)?.chars().next().filter(|c| sign(*c))?;
    let mut end = colon + found.len_utf8();
    if let Some(mark) = mark {
        let behind = rest.get(end..)?;
        end += if behind.starts_with(mark) { mark.len() } else { 0 };
        edits.push(LineEdit { range: 0..start, text: "", fault: Some(LineFault::BoldKey) });
    }
    let is_spaced = rest.get(end..)?.starts_with([' ', '\t']) || rest.get(end..)?.is_empty();
    let fault = (mark.is_none()).then_some(LineFault::ColonSign);
    edits.push(LineEdit { range: range.end..end, text: if is_spaced { ":" } else { ": " }, fault });
    Some(Key { range, end, edits })
}

/// A sign of a list that is no dash with a blank.
fn bullet(text: &str) -> Option<LineEdit> {
    let first = text.chars().next()?;
    let (sign, fault) = match first {
        '-' => (1, LineFault::NoBlankAfterDash),
        _ if BULLETS.contains(&first) => (first.len_utf8(), LineFault::Bullet),
        '0'..='9' => {
            let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let is_number = text.get(digits..)?.starts_with([')', '.']);
            (is_number.then_some(digits + 1)?, LineFault::Bullet)
        }
        _ => return None,
    };
    let behind = text.get(sign..)?;
    let blanks = behind.len() - behind.trim_start().len();
    // `--` and `**bold**` are no entries, and `*x` and `1.5` need a blank to be some.
    let is_entry = match first {
        '-' => !behind.starts_with('-'),
        '*' | '+' | '0'..='9' => blanks > 0,
        _ => true,
    };
    let range = 0..sign + blanks;
    is_entry.then_some(LineEdit { range, text: "- ", fault: Some(fault) })
}

fn trimmed(text: &str, from: usize) -> Range<usize> {
    let value = text.get(from..).unwrap_or_default();
    let start = from + value.len() - value.trim_start().len();
    start..start + value.trim().len()
}

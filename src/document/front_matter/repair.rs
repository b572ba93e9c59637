//! The tolerant part of reading: front matter as people write it becomes text
//! that a YAML parser reads as it was meant. Works line by line, changes only
//! what has one reading, and says each time what was assumed. Deliberately
//! absent: values of keys; a line that is fine passes through unchanged.

use std::ops::Range;

use super::line::{self, Line, LineParts};
use super::repaired::RepairedText;
use super::report::{FrontMatterReport, quoted};
use super::scalar::{self, ScalarFault, Value};
use crate::diagnostic::rules::front::{pb111_unquoted, pb112_tab_indent, pb113_hidden_character};
use crate::domain::{FieldShape, Kind, is_any};

/// Lines that a value in quotes or brackets may take and still be looked at.
const MAX_VALUE_CHARS: usize = 200;

/// Mends the lines of `inner`, which starts at byte `base` of the file.
pub(super) fn repair(
    inner: &str,
    base: usize,
    kind: Kind,
    report: &mut FrontMatterReport<'_>,
) -> RepairedText {
    let lines = Line::all(inner, base);
    let repaired = RepairedText::default();
    let mut repairer =
        Repairer { lines, at: 0, kind, prose_list: false, tabs: Vec::new(), repaired, report };
    while repairer.at < repairer.lines.len() {
        repairer.step();
    }
    repairer.report_tabs();
    repairer.repaired
}

struct Repairer<'t, 'r, 's> {
    lines: Vec<Line<'t>>,
    /// The line at hand.
    at: usize,
    /// Decides which keys there are.
    kind: Kind,
    /// Whether the items below the last key are prose.
    prose_list: bool,
    /// Indents with tabs: where, and the line as it should be.
    tabs: Vec<(Range<usize>, String)>,
    repaired: RepairedText,
    report: &'r mut FrontMatterReport<'s>,
}

impl<'t> Repairer<'t, '_, '_> {
    fn step(&mut self) {
        let Some(line) = self.lines.get(self.at).copied() else { return };
        // Blank lines, comments and what carries on a value above are not ours to judge.
        let Some(parts) = line::cut(&line) else { return self.pass(1, true) };
        let key = parts.key.clone().and_then(|key| line.text.get(key)).unwrap_or_default();
        if parts.key.is_some() && !parts.item {
            self.prose_list = is_any(self.kind, key, |shape| shape == FieldShape::Texts);
        } else if self.prose_list && parts.key.is_some() {
            // `- Copying: the usage figures` is prose, and no key.
            let start = parts.key.clone().map_or(0, |key| key.start);
            let whole = LineParts { key: None, value: start..parts.value.end, ..parts };
            return self.rewrite(&line, &whole, Some(ScalarFault::Colon), 1);
        }
        let text = line.text.get(parts.value.clone()).unwrap_or_default();
        let prose = self.prose_list || is_any(self.kind, key, FieldShape::is_prose);
        let channel = is_any(self.kind, key, |shape| shape == FieldShape::Channel);
        match scalar::look(text, prose, channel) {
            Value::Fine if parts.no_blank_after_colon => self.rewrite(&line, &parts, None, 1),
            Value::Fine => self.pass(1, true),
            // The text of a block is prose: nothing in it is a key, a quote or a comment.
            Value::Block => {
                let deeper = |line: &Line<'_>| line.indent() > parts.parent;
                let below = self.count_below(|line| line.text.is_empty() || deeper(line));
                self.pass(1, true);
                self.pass(below, false);
            }
            Value::Open => self.open(&line, &parts, text),
            // A list may go on below, so only its quotes are changed and nothing is joined.
            Value::Faulty(ScalarFault::CurlyList) => {
                self.rewrite(&line, &parts, Some(ScalarFault::CurlyList), 1);
            }
            Value::Faulty(fault) => {
                // In quotes a value would end at its line,
                // and what is wrapped below it would be lost.
                let carries_on = |line: &Line<'_>| {
                    line.indent() > parts.parent
                        && !line.text.is_empty()
                        && !line.text.starts_with('#')
                        && line::cut(line).is_none()
                };
                let more = self.count_below(carries_on);
                self.rewrite(&line, &parts, Some(fault), 1 + more);
            }
        }
    }

    /// A quote or bracket that does not close on its line: it may close below,
    /// before the next key.
    fn open(&mut self, line: &Line<'_>, parts: &LineParts, text: &str) {
        let mut whole = text.to_owned();
        let mut lines = 1;
        let is_quote = text.starts_with(['"', '\'']);
        // Bounded, since a file of opening quotes would be read to its end for each of them.
        for below in self.lines.iter().skip(self.at + 1).take(MAX_VALUE_CHARS) {
            // The next key ends the search: a quote that closes there is that key's own.
            if below.indent() <= parts.parent && line::cut(below).is_some() {
                break;
            }
            lines += 1;
            whole.push('\n');
            whole.push_str(below.text);
            // The whole is looked through only where it may end, not once for each line.
            let may_close = below.text.contains(['"', '\'', ']', '}']);
            let end = if is_quote { scalar::quote_end } else { scalar::bracket_end };
            if may_close && end(&whole).is_some() {
                return self.pass(lines, true);
            }
        }
        if is_quote {
            self.rewrite(line, parts, Some(ScalarFault::Unclosed), 1)
        } else {
            // A bracket that never closes is the parser's to
            // tell: where it was meant to end, nobody knows.
            self.pass(1, true)
        }
    }

    fn count_below(&self, belongs: impl Fn(&Line<'_>) -> bool) -> usize {
        self.lines.iter().skip(self.at + 1).take_while(|line| belongs(line)).count()
    }

    /// Takes lines as they are, but for tabs in their indent. Where a tab may
    /// be text, only one at the line's very start is taken for indent.
    fn pass(&mut self, count: usize, tabs_indent: bool) {
        for _ in 0..count {
            let Some(line) = self.lines.get(self.at).copied() else { return };
            self.indent(&line, tabs_indent);
            self.text(line.text, line.text_start());
            self.end_line(&line);
            self.at += 1;
        }
    }

    /// Writes a line's value in quotes, with `count - 1` lines that carry it on.
    fn rewrite(
        &mut self,
        line: &Line<'_>,
        parts: &LineParts,
        fault: Option<ScalarFault>,
        count: usize,
    ) {
        let head_end = parts.key.as_ref().map_or(parts.value.start, |key| key.end + 1);
        let head = line.text.get(..head_end).unwrap_or_default();
        let gap = line.text.get(head_end..parts.value.start).unwrap_or_default();
        let gap = if parts.no_blank_after_colon { " " } else { gap };
        let (value, original) = self.joined(line, parts, count);
        let written = match fault {
            None => value.clone(),
            // Single curly ones stay: in a list they are mostly apostrophes.
            Some(ScalarFault::CurlyList) => value.replace(['“', '”', '„'], "\""),
            Some(fault) => scalar::quote(&scalar::meant(&value, fault)),
        };
        self.indent(line, true);
        self.text(head, line.text_start());
        let gap_start = line.text_start() + head_end;
        self.repaired.replace(gap_start..original.start, gap);
        self.repaired.replace(original.clone(), &written);
        let last = self.lines.get(self.at + count - 1).copied();
        self.end_line(&last.unwrap_or(*line));
        self.at += count;
        // The message shows the line to copy, as it was read.
        let corrected = format!("{head}{gap}{written}");
        let place = match fault {
            None => self.report.bytes(&(line.text_start()..original.end)),
            Some(_) => self.report.bytes(&original),
        };
        let value = if parts.no_blank_after_colon { format!("{head}{value}") } else { value };
        let say = match fault {
            None => pb111_unquoted::no_blank_after_colon,
            Some(ScalarFault::Colon) => pb111_unquoted::colon,
            Some(ScalarFault::Hash) => pb111_unquoted::hash,
            Some(ScalarFault::Curly | ScalarFault::CurlyList) => pb111_unquoted::curly,
            Some(ScalarFault::Unclosed) => pb111_unquoted::unclosed,
            Some(ScalarFault::Sign) => pb111_unquoted::sign,
        };
        self.report.add(say(place, &quoted(&value), corrected.trim()));
    }

    /// A value with the lines that carry it on, and its bytes in the file.
    fn joined(&self, line: &Line<'_>, parts: &LineParts, count: usize) -> (String, Range<usize>) {
        let mut value = line.text.get(parts.value.clone()).unwrap_or_default().to_owned();
        let mut end = line.text_start() + parts.value.end;
        for below in self.lines.iter().skip(self.at + 1).take(count.saturating_sub(1)) {
            value.push(' ');
            value.push_str(below.text.trim_end());
            end = below.text_start() + below.text.trim_end().len();
        }
        (value, line.text_start() + parts.value.start..end)
    }

    fn indent(&mut self, line: &Line<'_>, tabs_indent: bool) {
        let is_tab = line.blanks.starts_with('\t') || tabs_indent && line.blanks.contains('\t');
        if !is_tab || line.text.is_empty() {
            return self.repaired.keep(line.blanks, line.start);
        }
        let spaces = line.blanks.replace('\t', "  ");
        let range = line.start..line.text_start();
        self.repaired.replace(range.clone(), &spaces);
        self.tabs.push((range, format!("{spaces}{}", line.text)));
    }

    /// Takes text as it is, but for characters that cannot be printed.
    fn text(&mut self, text: &str, start: usize) {
        // A fold and no `all`: it has no early way out, and so compares many bytes at a time.
        if text.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~')) {
            return self.repaired.keep(text, start);
        }
        let mut kept = 0;
        for (at, c) in text.char_indices().filter(|(_, c)| scalar::is_control(*c)) {
            self.repaired.keep(text.get(kept..at).unwrap_or_default(), start + kept);
            kept = at + c.len_utf8();
            let range = start + at..start + kept;
            self.report.add(pb113_hidden_character::replaced(self.report.bytes(&range), c));
            self.repaired.replace(range, "\u{fffd}");
        }
        self.repaired.keep(text.get(kept..).unwrap_or_default(), start + kept);
    }

    fn end_line(&mut self, line: &Line<'_>) {
        if line.ended {
            self.repaired.keep("\n", line.text_start() + line.text.len());
        }
    }

    fn report_tabs(&mut self) {
        // One message for the file: whoever uses tabs uses them in each line.
        if let Some((range, corrected)) = self.tabs.first() {
            let place = self.report.bytes(range);
            self.report.add(pb112_tab_indent::tabs(place, self.tabs.len(), corrected));
        }
    }
}

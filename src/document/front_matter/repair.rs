//! The tolerant part of reading: front matter as people write it becomes text
//! that a YAML parser reads as it was meant. Works line by line, changes only
//! what has one reading, and says each time what was assumed. Deliberately
//! absent: values of keys; a line that is fine passes through unchanged.

use std::ops::Range;

use super::line::{self, Line, LineEdit, LineFault, LineParts};
use super::repaired::RepairedText;
use super::report::{FrontMatterReport, quoted};
use super::scalar::{self, ScalarFault, Value};
use super::{hints, keys};
use crate::diagnostic::rules::front::{
    pb111_unquoted, pb112_tab_indent, pb113_hidden_character, pb140_line_signs, pb141_unindented,
    pb142_hint_left,
};
use crate::domain::{FieldShape, Kind, is_any};

/// Lines that a value in quotes or brackets may take and still be looked at.
const MAX_VALUE_LINES: usize = 200;

/// Mends the lines of `inner`, which starts at byte `base` of the file.
pub(super) fn repair(
    inner: &str,
    base: usize,
    kind: Kind,
    report: &mut FrontMatterReport<'_>,
) -> RepairedText {
    let lines = Line::all(inner, base);
    let repaired = RepairedText::default();
    let mut repairer = Repairer {
        lines,
        at: 0,
        kind,
        above: KeyAbove::default(),
        tabs: Vec::new(),
        repaired,
        report,
    };
    while repairer.at < repairer.lines.len() {
        repairer.step();
    }
    repairer.report_tabs();
    repairer.repaired
}

/// What the last key at the line's start allows below it.
#[derive(Default)]
struct KeyAbove {
    /// The key as written.
    name: String,
    /// Its entries, if it has some, are prose.
    prose_list: bool,
    /// It has no value on its line and takes a list.
    list: bool,
    /// It has prose on its line that may go on below.
    prose: bool,
}

struct Repairer<'t, 'r, 's> {
    lines: Vec<Line<'t>>,
    /// The line at hand.
    at: usize,
    /// Decides which keys there are.
    kind: Kind,
    above: KeyAbove,
    /// Indents with tabs: where, and what they were read as.
    tabs: Vec<(Range<usize>, String)>,
    repaired: RepairedText,
    report: &'r mut FrontMatterReport<'s>,
}

impl<'t> Repairer<'t, '_, '_> {
    fn step(&mut self) {
        let Some(line) = self.lines.get(self.at).copied() else { return };
        // Blank lines, comments and what carries on a value above are not ours to judge.
        let Some(mut parts) = self.cut(&line) else { return self.carries_on(&line) };
        let key = parts.key.clone().and_then(|key| line.text.get(key)).unwrap_or_default();
        self.forget_dash(&line, key, &mut parts);
        if parts.key.is_some() && !parts.item {
            let above = self.key_above(key, parts.value.is_empty());
            self.above = KeyAbove { prose: above.prose && line.indent() == 0, ..above };
        } else if self.above.prose_list && parts.key.is_some() {
            // `- Copying: the usage figures` is prose, and no key.
            let start = parts.key.clone().map_or(0, |key| key.start);
            let whole = LineParts { key: None, value: start..parts.value.end, ..parts };
            return self.rewrite(&line, &whole, Some(ScalarFault::Colon), 1);
        }
        let prose = self.above.prose_list || self.is_any(key, FieldShape::is_prose);
        if prose {
            self.forget_hint(&line, &mut parts);
        }
        let text = line.text.get(parts.value.clone()).unwrap_or_default();
        let channel = self.is_any(key, |shape| shape == FieldShape::Channel);
        match scalar::look(text, prose, channel) {
            Value::Fine => {
                self.above.prose &= !text.is_empty() && !text.starts_with(['"', '\'', '[', '{']);
                self.write(&line, &parts, None, 1);
            }
            Value::Block => self.block(&line, &parts),
            Value::Open => self.open(&line, &parts, text),
            // A list may go on below, so only its quotes are changed and nothing is joined.
            Value::Faulty(ScalarFault::CurlyList) => {
                self.rewrite(&line, &parts, Some(ScalarFault::CurlyList), 1);
            }
            // The name of somebody: what stands before it is told where it is read.
            Value::Faulty(ScalarFault::Sign) if text.starts_with('@') && self.takes_id(key) => {
                self.write(&line, &parts, Some(&scalar::quote(text)), 1);
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

    fn cut(&self, line: &Line<'t>) -> Option<LineParts> {
        let is_known = |key: &str| keys::is_known(self.kind, key);
        line::cut(line).or_else(|| line::cut_other_signs(line, self.above.list, &is_known))
    }

    fn is_any(&self, key: &str, passes: fn(FieldShape) -> bool) -> bool {
        is_any(self.kind, key, passes)
    }

    fn takes_id(&self, key: &str) -> bool {
        let key = if key.is_empty() { self.above.name.as_str() } else { key };
        self.is_any(key, |shape| matches!(shape, FieldShape::Id | FieldShape::Ids))
    }

    fn key_above(&self, key: &str, is_empty: bool) -> KeyAbove {
        let takes_list = |shape| {
            matches!(
                shape,
                FieldShape::Texts | FieldShape::Ids | FieldShape::Paths | FieldShape::Groups(..)
            )
        };
        // `Rollen` has the list of `roles` below it.
        let field = keys::field(self.kind, key).unwrap_or(key);
        KeyAbove {
            name: field.to_owned(),
            prose_list: self.is_any(field, |shape| shape == FieldShape::Texts),
            list: is_empty && self.is_any(field, takes_list),
            prose: self.is_any(field, FieldShape::is_prose),
        }
    }

    /// `- title: Renewal prep`, where nothing has entries.
    fn forget_dash(&mut self, line: &Line<'_>, key: &str, parts: &mut LineParts) {
        let is_top = parts.item && line.indent() == 0 && !self.above.list;
        if is_top && keys::is_known(self.kind, key) {
            let start = parts.key.as_ref().map_or(0, |key| key.start);
            let fault = Some(LineFault::DashBeforeKey);
            parts.edits.retain(|edit| edit.range.start >= start);
            parts.edits.insert(0, LineEdit { range: 0..start, text: "", fault });
            (parts.item, parts.parent) = (false, 0);
        }
    }

    /// A hint of the template that stands behind what somebody wrote before it.
    fn forget_hint(&mut self, line: &Line<'_>, parts: &mut LineParts) {
        let text = line.text.get(parts.value.clone()).unwrap_or_default();
        let Some(hash) = text.find(" #").filter(|_| !text.starts_with('#')) else { return };
        let (before, behind) = text.split_at_checked(hash).unwrap_or((text, ""));
        if hints::is_hint(behind.trim_start_matches([' ', '#'])) {
            let end = parts.value.start + before.trim_end().len();
            let fault = Some(LineFault::Hint);
            parts.edits.push(LineEdit { range: end..parts.value.end, text: "", fault });
            parts.value.end = end;
        }
    }

    /// A line that is no key and no entry. At the line's start nothing can stand that
    /// goes on with prose above it, though people wrap it there.
    fn carries_on(&mut self, line: &Line<'t>) {
        let is_text = line.indent() == 0 && line.text.starts_with(char::is_alphanumeric);
        // Another colon or hash would need quotes around all of it.
        if !self.above.prose || !is_text || line.text.contains(": ") || line.text.contains(" #") {
            return self.pass(1, true);
        }
        let is_more = |line: &Line<'_>| {
            line.indent() == 0
                && line.text.starts_with(char::is_alphanumeric)
                && self.cut(line).is_none()
        };
        let count = 1 + self.count_below(is_more);
        self.indented(count);
    }

    /// Takes lines as if they were indented.
    fn indented(&mut self, count: usize) {
        let (mut first, mut last, mut indented) = (None, 0, String::new());
        for _ in 0..count {
            let Some(line) = self.lines.get(self.at).copied() else { break };
            if !line.text.is_empty() {
                self.repaired.replace(line.start..line.start, "  ");
                indented.push_str("  ");
                first = first.or(Some(line.start));
                last = line.text_start() + line.text.len();
            }
            indented.push_str(line.blanks);
            indented.push_str(line.text);
            indented.push('\n');
            self.pass(1, false);
        }
        if let Some(first) = first {
            let place = self.report.bytes(&(first..last));
            let message = pb141_unindented::text(place, &self.above.name);
            self.report.mend(message, first..last, indented.trim_end());
        }
    }

    /// The text of a block is prose: nothing in it is a key, a quote or a comment.
    fn block(&mut self, line: &Line<'t>, parts: &LineParts) {
        let deeper = |line: &Line<'_>| line.indent() > parts.parent;
        let below = self.count_below(|line| line.text.is_empty() || deeper(line));
        let has_text =
            self.lines.iter().skip(self.at + 1).take(below).any(|it| !it.text.is_empty());
        self.write(line, parts, None, 1);
        if has_text || parts.parent > 0 {
            return self.pass(below, false);
        }
        // The text stands below its `|` without an indent, up to the next key.
        let mut count = 0;
        let lines = self.lines.iter().skip(self.at);
        for (number, line) in lines.enumerate() {
            if self.cut(line).is_some_and(|parts| !parts.item) {
                break;
            }
            // Blank lines before the next key belong to nothing.
            count = if line.text.is_empty() { count } else { number + 1 };
        }
        self.indented(count);
    }

    /// A quote or bracket that does not close on its line: it may close below,
    /// before the next key.
    fn open(&mut self, line: &Line<'t>, parts: &LineParts, text: &str) {
        self.above.prose = false;
        let mut whole = text.to_owned();
        let mut lines = 1;
        let is_quote = text.starts_with(['"', '\'']);
        // Bounded, since a file of opening quotes would be read to its end for each of them.
        for below in self.lines.iter().skip(self.at + 1).take(MAX_VALUE_LINES) {
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
                self.write(line, parts, None, 1);
                return self.pass(lines - 1, true);
            }
        }
        if is_quote {
            self.rewrite(line, parts, Some(ScalarFault::Unclosed), 1)
        } else {
            // A bracket that never closes is the parser's to
            // tell: where it was meant to end, nobody knows.
            self.write(line, parts, None, 1)
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
        line: &Line<'t>,
        parts: &LineParts,
        fault: Option<ScalarFault>,
        count: usize,
    ) {
        self.above.prose = false;
        let (value, original) = self.joined(line, parts, count);
        let written = match fault {
            None => value.clone(),
            // Single curly ones stay: in a list they are mostly apostrophes.
            Some(ScalarFault::CurlyList) => value.replace(['“', '”', '„'], "\""),
            Some(fault) => scalar::quote(&scalar::meant(&value, fault)),
        };
        self.write(line, parts, Some(&written), count);
        let Some(fault) = fault else { return };
        let say = match fault {
            ScalarFault::Colon => pb111_unquoted::colon,
            ScalarFault::Hash => pb111_unquoted::hash,
            ScalarFault::Curly | ScalarFault::CurlyList => pb111_unquoted::curly,
            ScalarFault::Unclosed => pb111_unquoted::unclosed,
            ScalarFault::Sign => pb111_unquoted::sign,
        };
        let message = say(self.report.bytes(&original), &quoted(&value));
        self.report.mend(message, original, written);
    }

    /// Writes a line with what has to be changed around key and value, and with
    /// another value where there is one, which stands for `count` lines.
    fn write(&mut self, line: &Line<'t>, parts: &LineParts, value: Option<&str>, count: usize) {
        self.indent(line, true);
        let mut kept = 0;
        let end = if value.is_some() { parts.value.start } else { line.text.len() };
        let base = line.text_start();
        for edit in &parts.edits {
            // What is left out behind the value goes with the value.
            let is_behind = edit.range.start > parts.value.start;
            if is_behind && value.is_some() {
                self.report_edit(line, edit);
                continue;
            }
            self.text(line.text.get(kept..edit.range.start).unwrap_or_default(), base + kept);
            let range = base + edit.range.start..base + edit.range.end;
            self.repaired.replace(range, edit.text);
            self.report_edit(line, edit);
            kept = edit.range.end;
        }
        self.text(line.text.get(kept..end).unwrap_or_default(), base + kept);
        if let Some(value) = value {
            let (_, original) = self.joined(line, parts, count);
            self.repaired.replace(original, value);
        }
        let last = self.lines.get(self.at + count - 1).copied();
        self.end_line(&last.unwrap_or(*line));
        self.at += count;
    }

    fn report_edit(&mut self, line: &Line<'_>, edit: &LineEdit) {
        let base = line.text_start();
        let range = base + edit.range.start..base + edit.range.end;
        let Some(fault) = edit.fault else { return self.report.mend_too(range, edit.text) };
        // What is missing has no place of its own.
        let shown = if range.is_empty() { base..base + line.text.len() } else { range.clone() };
        let place = self.report.bytes(&shown);
        let found = self.report.text.get(shown).unwrap_or_default().trim();
        let message = match fault {
            LineFault::NoBlankAfterColon => {
                pb111_unquoted::no_blank_after_colon(place, &quoted(found))
            }
            LineFault::NoBlankAfterDash => pb140_line_signs::dash(place),
            LineFault::Bullet => pb140_line_signs::bullet(place, found),
            LineFault::ColonSign => pb140_line_signs::colon(place, found),
            LineFault::BoldKey => pb140_line_signs::bold(place),
            LineFault::DashBeforeKey => pb140_line_signs::dash_before_key(place),
            LineFault::Hint => pb142_hint_left::dropped(place),
        };
        self.report.mend(message, range, edit.text);
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
        self.tabs.push((range, spaces));
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
        let count = self.tabs.len();
        // One message for the file: whoever uses tabs uses them in each line.
        for (number, (range, spaces)) in std::mem::take(&mut self.tabs).into_iter().enumerate() {
            if number == 0 {
                let message = pb112_tab_indent::tabs(self.report.bytes(&range), count);
                self.report.mend(message, range, spaces);
            } else {
                self.report.mend_too(range, spaces);
            }
        }
    }
}

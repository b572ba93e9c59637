//! Cells beyond the columns of a table: the specification leaves them out, and
//! whoever wrote them has to know.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::events::Events;

/// What a row has beyond the table's columns.
#[derive(Debug)]
pub(in crate::document) struct LostCells {
    /// In the file.
    pub(in crate::document) range: Range<usize>,
    /// How many the table has.
    pub(in crate::document) columns: usize,
    /// The row as it should be written, when a bar in code has cut it.
    pub(in crate::document) corrected: Option<String>,
}

/// Looks for them in every table.
pub(in crate::document) fn find(events: &Events<'_>) -> Vec<LostCells> {
    let mut lost = Vec::new();
    for table in events.all() {
        let Some(Tag::Table(alignments)) = events.tag(table) else { continue };
        for row in events.children(events.inside(table)) {
            if let Some(Tag::TableRow) = events.tag(row) {
                lost.extend(beyond(events, row, alignments.len()));
            }
        }
    }
    lost
}

fn beyond(events: &Events<'_>, row: usize, columns: usize) -> Option<LostCells> {
    let range = events.range(row);
    let line = events.source_of(range.clone()).lines().next()?;
    let bars = bars(line);
    let leads = line.trim_start().starts_with('|');
    let last = bars.get(columns.checked_sub(usize::from(!leads))?)?;
    let rest = line.get(last + 1..)?;
    let words = rest.trim().trim_end_matches('|').trim_end();
    if !words.contains(|c: char| c != '|' && !c.is_whitespace()) {
        return None;
    }
    let start = range.start + last + 1 + (rest.len() - rest.trim_start().len());
    let corrected = with_code_whole(line, &bars);
    Some(LostCells { range: start..start + words.len(), columns, corrected })
}

/// The bars of a row that part cells: those without a backslash, in code too.
fn bars(line: &str) -> Vec<usize> {
    let mut escaped = false;
    let mut bars = Vec::new();
    for (at, c) in line.char_indices() {
        if c == '|' && !escaped {
            bars.push(at);
        }
        escaped = c == '\\' && !escaped;
    }
    bars
}

/// The row with a backslash before each bar that is in code, if there is one.
fn with_code_whole(line: &str, bars: &[usize]) -> Option<String> {
    let mut whole = String::with_capacity(line.len() + 4);
    let mut ticks = 0_usize;
    let mut changed = false;
    for (at, c) in line.char_indices() {
        ticks += usize::from(c == '`');
        if ticks % 2 == 1 && bars.binary_search(&at).is_ok() {
            whole.push('\\');
            changed = true;
        }
        whole.push(c);
    }
    (changed && ticks.is_multiple_of(2)).then_some(whole)
}

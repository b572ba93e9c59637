//! Front matter in another notation than YAML: JSON and TOML become the same tree
//! of places. Deliberately absent: what the values mean.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::node::{MapEntry, Node, NodeShape};
use super::repaired::RepairedText;
use super::report::FrontMatterReport;
use super::{mends, scalar, tree};
use crate::diagnostic::rules::front::{pb147_other_notation, pb148_unreadable_notation};
use crate::document::words;

/// How keys and values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    Yaml,
    Toml,
    /// The braces are part of what is between the fences.
    Json,
}

/// The keys of front matter that is no YAML; `front` is all of it with its fences.
pub(super) fn entries(
    notation: Notation,
    inner: &Range<usize>,
    front: &Range<usize>,
    report: &mut FrontMatterReport<'_>,
) -> Option<Vec<MapEntry>> {
    let text = report.text.get(inner.clone()).unwrap_or_default();
    let name = if notation == Notation::Json { "JSON" } else { "TOML" };
    let shown = report.text.get(front.clone()).unwrap_or_default();
    let first_line = front.start..front.start + shown.lines().next().map_or(0, str::len);
    let place = report.bytes(&first_line);
    let read = match notation {
        // YAML has all of JSON.
        Notation::Json | Notation::Yaml => {
            let mut repaired = RepairedText::default();
            repaired.keep(text, inner.start);
            tree::parse_whole(&repaired, report)
        }
        Notation::Toml => match DeTable::parse(text) {
            Ok(table) => Ok(table_entries(table.get_ref(), text, inner.start)),
            Err(fault) => {
                let span = fault.span().unwrap_or(0..0);
                Err((span.start + inner.start..span.end + inner.start, fault.message().to_owned()))
            }
        },
    };
    match read {
        Ok(entries) => {
            let lines = format!("---\n{}---", yaml_lines(&entries));
            let message = pb147_other_notation::read(place, name);
            let whole = mends::lines_around(report.text, front);
            report.add(message.pasted(whole, lines));
            Some(entries)
        }
        Err((range, why)) => {
            let fault = report.bytes(&range);
            report.add(pb148_unreadable_notation::fault(place, fault, name, &why));
            None
        }
    }
}

fn table_entries(table: &DeTable<'_>, text: &str, base: usize) -> Vec<MapEntry> {
    let entry =
        |(key, value): (&Spanned<std::borrow::Cow<'_, str>>, &Spanned<DeValue<'_>>)| MapEntry {
            key: key.get_ref().to_string(),
            key_range: moved(key.span(), base),
            value: node(value, text, base),
        };
    let mut entries: Vec<MapEntry> = table.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.key_range.start);
    entries
}

// As deep as the parser lets a file nest, which is no danger to any stack.
fn node(value: &Spanned<DeValue<'_>>, text: &str, base: usize) -> Node {
    let shape = match value.get_ref() {
        DeValue::String(text) => NodeShape::Text(text.to_string()),
        DeValue::Array(items) => {
            NodeShape::List(items.iter().map(|item| node(item, text, base)).collect())
        }
        DeValue::Table(table) => NodeShape::Map(table_entries(table, text, base)),
        // Numbers, dates, true and false stay what somebody wrote.
        _ => NodeShape::Text(text.get(value.span()).unwrap_or_default().to_owned()),
    };
    Node { range: moved(value.span(), base), shape }
}

fn moved(range: Range<usize>, base: usize) -> Range<usize> {
    range.start + base..range.end + base
}

/// The same as lines of YAML.
fn yaml_lines(entries: &[MapEntry]) -> String {
    let line = |entry: &MapEntry| format!("{}: {}\n", entry.key, yaml(&entry.value, false));
    entries.iter().map(line).collect()
}

fn yaml(node: &Node, in_brackets: bool) -> String {
    match &node.shape {
        NodeShape::Absent | NodeShape::Refused => String::new(),
        NodeShape::Text(text) => scalar::written(&words::one_line(text), in_brackets),
        NodeShape::List(items) => {
            let items: Vec<String> = items.iter().map(|item| yaml(item, true)).collect();
            format!("[{}]", items.join(", "))
        }
        NodeShape::Map(entries) => {
            let part = |entry: &MapEntry| format!("{}: {}", entry.key, yaml(&entry.value, true));
            let parts: Vec<String> = entries.iter().map(part).collect();
            format!("{{{}}}", parts.join(", "))
        }
    }
}

//! Where front matter and prompts name a page. A document and the words that mean the
//! page enter, the places of those words leave. Which field names what is said by the
//! field's description. Deliberately absent: links.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::KeyPlace;
use crate::document::{Cut, Document};
use crate::domain::{Field, FieldShape, Kind, fields_of};

/// A word in a file that means a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// Bytes of the word in the text as its reader sees it.
    pub place: Range<usize>,
    /// The key path of the list that it is one word of, and which one.
    pub item: Option<(String, usize)>,
}

/// Every place where a document names a page of this kind by one of these words, which
/// are in lower case.
pub(super) fn find(document: &Document, kind: Kind, words: &BTreeSet<String>) -> Vec<Reference> {
    let mut found = Vec::new();
    let keys = &document.map.keys;
    for key in keys.names() {
        let Some(field) = field(document.kind, key).filter(|it| it.names.contains(&kind)) else {
            continue;
        };
        // A list of words is read word by word.
        if keys.contains(&format!("{key}[0]")) {
            continue;
        }
        let Some(value) = keys.get(key).map(KeyPlace::value) else { continue };
        let text = document.map.text.get(value.clone()).unwrap_or_default();
        let parts = if matches!(field.shape, FieldShape::Text) { whole(text) } else { parts(text) };
        let is_alone = parts.len() == 1;
        for part in parts {
            let word = text.get(part.clone()).unwrap_or_default();
            let Some(name) = name_in(word, kind, field, words) else { continue };
            let start = value.start + part.start;
            let place = start + name.start..start + name.end;
            found.push(Reference { place, item: list_of(key).filter(|_| is_alone) });
        }
    }
    if kind == Kind::Tool {
        found.extend(prompts(document, words));
    }
    found
}

/// The numbers of words that are meant.
pub(super) fn numbers(words: &[String], is_meant: impl Fn(&String) -> bool) -> Vec<usize> {
    let numbered = words.iter().enumerate().filter(|(_, word)| is_meant(word));
    numbered.map(|(number, _)| number).collect()
}

/// The description of the field at a key path such as `checkpoints[0].do[1]`.
pub(super) fn field(kind: Kind, key: &str) -> Option<&'static Field> {
    let mut names = key.split('.').map(|part| part.split('[').next().unwrap_or(part));
    let first = names.next()?;
    let mut field = fields_of(kind).into_iter().flatten().find(|field| field.name == first)?;
    for name in names {
        field = field.shape.fields().iter().find(|field| field.name == name)?;
    }
    Some(field)
}

fn list_of(key: &str) -> Option<(String, usize)> {
    let (list, number) = key.strip_suffix(']')?.rsplit_once('[')?;
    Some((list.to_owned(), number.parse().ok()?))
}

/// Where the name is in a word, if it means the page.
fn name_in(
    word: &str,
    kind: Kind,
    field: &Field,
    words: &BTreeSet<String>,
) -> Option<Range<usize>> {
    // In a path, exercises are told from workflows by what stands before the name.
    let is_drill_here = kind == Kind::Drill && field.names.len() > 1;
    let name = if is_drill_here { word.strip_prefix("drill:")?.trim_start() } else { word };
    let start = word.len() - name.len();
    let name = name.strip_suffix(".md").unwrap_or(name);
    words.contains(&name.to_lowercase()).then(|| start..start + name.len())
}

/// The words of a value that may hold several: `sales, support`, `[[people/ann]]`.
fn parts(text: &str) -> Vec<Range<usize>> {
    const BETWEEN: [char; 8] = [',', ';', '/', '&', '+', '|', '\n', '\u{b7}'];
    let mut parts = Vec::new();
    let mut start = 0;
    for part in text.split(BETWEEN) {
        let inner = trimmed(part);
        parts.push(start + inner.start..start + inner.end);
        // Each of these signs is one or two bytes long.
        start += part.len();
        start += text.get(start..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn whole(text: &str) -> Vec<Range<usize>> {
    vec![trimmed(text)]
}

/// Without what people and tools put around a name.
fn trimmed(text: &str) -> Range<usize> {
    let around = |sign: char| sign.is_whitespace() || "\"'[]()<>@".contains(sign);
    let start = text.len() - text.trim_start_matches(around).len();
    start..start.max(text.trim_end_matches(around).len())
}

/// `tool=...` on the fences of prompts.
fn prompts(document: &Document, words: &BTreeSet<String>) -> Vec<Reference> {
    let markdown = &document.body.markdown;
    let text = &*markdown.text;
    let named = |(range, cut): &(Range<u32>, Cut)| {
        let Cut::Prompt(number) = cut else { return None };
        let prompt = document.excerpts.prompts.get(*number as usize)?;
        let tool = prompt.tool.as_deref().filter(|it| words.contains(&it.to_lowercase()))?;
        let before = text.get(..range.start as usize)?.trim_end_matches('\n');
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let value = line + before.get(line..)?.find("tool=")? + "tool=".len();
        let at = value + text.get(value..)?.find(tool)?;
        Some(Reference { place: at..at + tool.len(), item: None })
    };
    markdown.cuts.iter().filter_map(named).collect()
}

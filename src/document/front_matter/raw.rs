//! Front matter before anybody asks what its keys mean: the keys of another tool, each
//! with its value, read as tolerantly as our own. Deliberately absent: types; which keys
//! there may be.

use std::ops::Range;
use std::sync::Arc;

use super::node::{MapEntry, Node, NodeShape};
use super::notation::{self, Notation};
use super::report::FrontMatterReport;
use super::{head, repair, scalar, tree};
use crate::document::{DocumentSettings, words};
use crate::domain::Kind;

/// The value of a key, whatever the key means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawValue {
    /// The key stands there without a value.
    Nothing,
    /// One text, as it was written.
    Text(String),
    /// A list of values.
    List(Vec<RawValue>),
    /// Keys with values of their own.
    Map(Vec<(String, RawValue)>),
}

impl RawValue {
    fn of(node: &Node, text: &str) -> Self {
        match &node.shape {
            NodeShape::Absent => Self::Nothing,
            NodeShape::Text(text) => Self::Text(text.clone()),
            // An alias or something that YAML cannot read: the words are there all the same.
            NodeShape::Refused => match text.get(node.range.clone()).map(str::trim) {
                Some(words) if !words.is_empty() => Self::Text(words.to_owned()),
                _ => Self::Nothing,
            },
            NodeShape::List(items) => {
                Self::List(items.iter().map(|item| Self::of(item, text)).collect())
            }
            NodeShape::Map(entries) => Self::Map(pairs(entries, text)),
        }
    }

    /// The value as it is written behind its key, on one line.
    pub fn written(&self) -> String {
        self.in_yaml(false)
    }

    fn in_yaml(&self, in_brackets: bool) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => scalar::written(&words::one_line(text), in_brackets),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.in_yaml(true)).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Map(pairs) => {
                let pair = |(key, value): &(String, Self)| {
                    format!("{}: {}", scalar::written(key, true), value.in_yaml(true))
                };
                format!("{{{}}}", pairs.iter().map(pair).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Every text in it, one behind the other.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Text(text) => vec![text],
            Self::List(items) => items.iter().flat_map(Self::texts).collect(),
            Self::Map(pairs) => pairs.iter().flat_map(|(_, value)| value.texts()).collect(),
        }
    }
}

/// A file cut in two, and the keys of the first part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawFrontMatter {
    /// The keys at the top, each with its value, in the order of the file.
    pub entries: Vec<(String, RawValue)>,
    /// The bytes of the text that are the page's body.
    pub body: Range<usize>,
}

/// Reads the keys of `text`, which is normalised: no BOM, LF line ends. A file without
/// front matter is all body.
pub fn read_raw(kind: Kind, text: &str, settings: &DocumentSettings) -> RawFrontMatter {
    let path: Arc<str> = Arc::from("");
    let mut report = FrontMatterReport::new(&path, text, settings);
    let Some(head) = head::find(kind, text, &mut report) else {
        return RawFrontMatter { entries: Vec::new(), body: 0..text.len() };
    };
    let entries = match head.notation {
        Notation::Yaml => {
            let inner = text.get(head.inner.clone()).unwrap_or_default();
            let repaired = repair::repair(inner, head.inner.start, kind, &mut report);
            Some(tree::parse(&repaired, &mut report))
        }
        other => notation::entries(other, &head.inner, &head.front, &mut report),
    };
    match entries {
        Some(entries) => RawFrontMatter { entries: pairs(&entries, text), body: head.body },
        // What nobody can read stays where it is seen.
        None => RawFrontMatter { entries: Vec::new(), body: 0..text.len() },
    }
}

fn pairs(entries: &[MapEntry], text: &str) -> Vec<(String, RawValue)> {
    entries.iter().map(|entry| (entry.key.clone(), RawValue::of(&entry.value, text))).collect()
}

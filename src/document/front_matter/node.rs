//! Front matter as a tree of places: every value keeps its text as written and
//! its bytes in the original file. Deliberately absent: YAML's own idea of
//! types, so that `12`, `yes` and `1.10` stay what a person wrote.

use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// Bytes of the original text, quotes and brackets included.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) shape: NodeShape,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NodeShape {
    /// Empty, `null` or `~`.
    Absent,
    /// Could not be read; a message says why.
    Refused,
    /// Text, a number or a date: whatever is no list and no map.
    // Kept as text: YAML would make 1.10 of a version 1.1, and `no` of a name false.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with values.
    Map(Vec<MapEntry>),
}

/// One key of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MapEntry {
    /// As written.
    pub(super) key: String,
    /// Bytes of the key.
    pub(super) key_range: Range<usize>,
    pub(super) value: Node,
}

impl Node {
    /// What the value is, for a message.
    pub(super) fn noun(&self) -> &'static str {
        match self.shape {
            NodeShape::Absent => "nothing",
            NodeShape::Refused => "something unreadable",
            NodeShape::Text(_) => "text",
            NodeShape::List(_) => "a list",
            NodeShape::Map(_) => "a group of keys",
        }
    }

    /// The value itself where it stands alone in brackets: `[A title]` has one reading.
    pub(super) fn only(&self) -> &Self {
        let mut node = self;
        while let NodeShape::List(items) = &node.shape
            && let [only] = items.as_slice()
        {
            node = only;
        }
        node
    }

    /// The text, if it is one.
    pub(super) fn as_text(&self) -> Option<&str> {
        match &self.shape {
            NodeShape::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The texts of lists in a list: `[[sales, finance]]` is how other tools write one.
    pub(super) fn nested_texts(&self) -> Option<Vec<&str>> {
        let NodeShape::List(items) = &self.shape else { return None };
        let is_list = |node: &Self| matches!(node.shape, NodeShape::List(_));
        if items.is_empty() || !items.iter().all(is_list) {
            return None;
        }
        let inner = items.iter().flat_map(|node| match &node.shape {
            NodeShape::List(inner) => inner.as_slice(),
            _ => &[],
        });
        inner.map(|node| node.as_text()).collect()
    }

    /// The value as it could be written; empty for what takes several lines.
    pub(super) fn written(&self) -> String {
        match &self.shape {
            NodeShape::Text(text) => text.clone(),
            NodeShape::List(_) => format!("[{}]", self.in_brief()),
            NodeShape::Absent | NodeShape::Refused | NodeShape::Map(_) => String::new(),
        }
    }

    /// The value in a few words, for a message: list items joined by commas.
    pub(super) fn in_brief(&self) -> String {
        match &self.shape {
            NodeShape::Absent | NodeShape::Refused => String::new(),
            NodeShape::Text(text) => text.clone(),
            NodeShape::List(items) => {
                items.iter().map(Self::in_brief).collect::<Vec<_>>().join(", ")
            }
            NodeShape::Map(entries) => {
                let keys = entries.iter().map(|entry| format!("{}: ...", entry.key));
                keys.collect::<Vec<_>>().join(", ")
            }
        }
    }
}

//! Finds the page that a word in front matter means: by id, by alias, or by
//! the name that people use.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::diagnostic::nearest;

/// Ids, aliases and names of one kind.
#[derive(Debug, Default)]
pub(super) struct KindNames {
    ids: BTreeMap<Arc<str>, ()>,
    by_alias: HashMap<String, Arc<str>>,
    by_name: HashMap<String, Arc<str>>,
    by_former_id: HashMap<String, Arc<str>>,
}

/// How a word was understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NameMatch {
    /// An id that it has or had, or an alias.
    Exactly(Arc<str>),
    /// The name that pages show: understood, but the id should be written.
    ByName(Arc<str>),
    /// Nothing of this kind.
    Nothing,
}

impl KindNames {
    pub(super) fn add(&mut self, id: &Arc<str>, name: &str, aliases: &[String]) {
        self.ids.insert(Arc::clone(id), ());
        // Of two with one name the first by path keeps it, as with addresses.
        self.by_name.entry(name.to_lowercase()).or_insert_with(|| Arc::clone(id));
        for alias in aliases {
            self.by_alias.entry(alias.to_lowercase()).or_insert_with(|| Arc::clone(id));
        }
    }

    /// An id that a page had. What other pages are called now goes before it.
    pub(super) fn add_former(&mut self, former: &str, id: &Arc<str>) {
        self.by_former_id.entry(former.to_lowercase()).or_insert_with(|| Arc::clone(id));
    }

    pub(super) fn find(&self, word: &str) -> NameMatch {
        if let Some((id, ())) = self.ids.get_key_value(word) {
            return NameMatch::Exactly(Arc::clone(id));
        }
        let lower = word.to_lowercase();
        if let Some((id, ())) = self.ids.get_key_value(lower.as_str()) {
            return NameMatch::Exactly(Arc::clone(id));
        }
        let by_other_name = self.by_alias.get(&lower).or_else(|| self.by_former_id.get(&lower));
        if let Some(id) = by_other_name {
            return NameMatch::Exactly(Arc::clone(id));
        }
        let by_name = self.by_name.get(&lower).or_else(|| {
            let id = as_id(&lower);
            let now = self.ids.get_key_value(id.as_str()).map(|(id, ())| id);
            now.or_else(|| self.by_former_id.get(&id))
        });
        by_name.map_or(NameMatch::Nothing, |id| NameMatch::ByName(Arc::clone(id)))
    }

    /// The id that a word was meant for which means nothing.
    pub(super) fn nearest(&self, word: &str) -> Option<&str> {
        let by_name = self.by_name.iter().map(|(name, id)| (&**id, name.as_str()));
        nearest_called(word, by_name.chain(self.ids.keys().map(|id| (&**id, ""))))
    }

    /// Ids, for "write one of ...".
    pub(super) fn list(&self) -> String {
        // More of them would bury the message.
        const LISTED: usize = 12;
        let ids: Vec<&str> = self.ids.keys().map(AsRef::as_ref).take(LISTED).collect();
        let more = if self.ids.len() > LISTED { ", ..." } else { "" };
        format!("{}{more}", ids.join(", "))
    }
}

/// The one that a word was meant for which is the name of none: by a word of its name or id
/// that no other has, such as a first name, else by few typos. Each has an id and a name.
pub(super) fn nearest_called<'a>(
    word: &str,
    all: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Option<&'a str> {
    let lower = word.trim().to_lowercase();
    let is_word = |part: &str| part.chars().flat_map(char::to_lowercase).eq(lower.chars());
    let has_word = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(is_word);
    let with_word = all.clone().filter(|(id, name)| has_word(id) || has_word(name));
    let with_word: BTreeSet<&str> = with_word.map(|(id, _)| id).collect();
    if let (1, Some(only)) = (with_word.len(), with_word.first()) {
        return Some(only);
    }
    let by_name = || {
        let named = nearest(word, all.clone().map(|(_, name)| name).filter(|it| !it.is_empty()))?;
        all.clone().find(|(_, name)| *name == named).map(|(id, _)| id)
    };
    nearest(word, all.clone().map(|(id, _)| id)).or_else(by_name)
}

/// The id that a name in lower case or a mail address would have: `ann.berg@example.com`
/// is `ann-berg`.
fn as_id(lower: &str) -> String {
    let name = match lower.split_once('@') {
        Some((name, host)) if host.contains('.') && !name.is_empty() => name,
        _ => lower,
    };
    let dashed = name.replace([' ', '.', '_'], "-");
    dashed.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// The names in a text with several: `Sales / Finance`, `sales and support`.
pub(super) fn several(text: &str) -> Vec<&str> {
    const WORDS: [&str; 4] = [" and ", " und ", " or ", " oder "];
    let mut parts = vec![text];
    for word in WORDS {
        parts = parts.into_iter().flat_map(|part| part.split(word)).collect();
    }
    let parts = parts.into_iter().flat_map(|part| part.split(['/', '&', '+', '|', ';', '\u{b7}']));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

//! What the playbook has that pages are imported into. Deliberately absent: bodies.

use std::collections::BTreeMap;

use crate::document::{DocumentSettings, identify};
use crate::domain::Kind;

use super::given::Material;

/// The playbook that pages are imported into.
#[derive(Clone, Debug)]
pub struct Here<'a> {
    /// What a document may know of the settings.
    pub settings: &'a DocumentSettings,
    /// Endings of pictures and downloads that are published.
    pub asset_endings: &'a [String],
    /// The file of every page, by its kind and id.
    pub pages: BTreeMap<(Kind, String), String>,
    /// Roles, tools and people by every name that they are known by, in lower case.
    pub names: BTreeMap<Kind, BTreeMap<String, String>>,
}

impl Here<'_> {
    /// The same with the roles, tools and people of another playbook that are imported
    /// with its pages: what is here by one of their ids goes first.
    pub(super) fn with_those_of(&self, material: &Material) -> Self {
        let mut here = self.clone();
        let places = material.files.iter().filter_map(|file| identify(&file.path));
        for (kind, id) in places.filter(|_| material.is_playbook) {
            if matches!(kind, Kind::Role | Kind::Tool | Kind::Person) {
                here.names.entry(kind).or_default().entry(id.to_lowercase()).or_insert(id);
            }
        }
        here
    }

    /// The id of the role, tool or person that a word names.
    pub(super) fn find(&self, kind: Kind, word: &str) -> Option<&str> {
        let names = self.names.get(&kind)?;
        names.get(&word.trim().to_lowercase()).map(String::as_str)
    }

    /// The rung of the data ladder that a word names.
    pub(super) fn rung(&self, word: &str) -> Option<&str> {
        let word = word.trim().to_lowercase();
        let mut ladder = self.settings.ladder.iter();
        ladder.find(|rung| rung.to_lowercase() == word).map(String::as_str)
    }
}

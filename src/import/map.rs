//! The file behind `--map`: what keys, roles, tools, people, rungs and layers of the source
//! are called here. Deliberately absent: defaults.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::here::Here;
use crate::diagnostic::nearest;
use crate::document::front_matter::known_field;
use crate::domain::{Kind, Layer, fields_of};

/// What things of the source are called here: the old name, and the new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ImportMap {
    /// Keys; one that becomes nothing is left out.
    pub fields: BTreeMap<String, String>,
    /// Roles; `everyone` is one.
    pub roles: BTreeMap<String, String>,
    /// Tools that pages need.
    pub tools: BTreeMap<String, String>,
    /// People and desks by what they are called there.
    pub people: BTreeMap<String, String>,
    /// Rungs of the data ladder.
    pub data: BTreeMap<String, String>,
    /// Layers by what they are called there.
    pub layers: BTreeMap<String, String>,
}

impl ImportMap {
    /// Reads the file. What is wrong with it is said in the words of its parser, with the line.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// What a role, tool or person is called here, if the map says so.
    pub(super) fn thing(&self, kind: Kind, word: &str) -> Option<&str> {
        match kind {
            Kind::Role => mapped(&self.roles, word),
            Kind::Tool => mapped(&self.tools, word),
            Kind::Person => mapped(&self.people, word),
            _ => None,
        }
    }

    /// What the map names and this playbook has not, each in a sentence.
    pub fn faults(&self, here: &Here<'_>) -> Vec<String> {
        let mut faults = Vec::new();
        let mut look = |table: &str, pairs: &BTreeMap<String, String>, known: Vec<&str>| {
            for (old, new) in pairs.iter().filter(|(_, new)| !known.contains(&new.as_str())) {
                let help = match nearest(new, known.iter().copied()) {
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None => format!("known here: {}", known.join(", ")),
                };
                faults.push(format!("[{table}] \"{old}\" = \"{new}\": {help}"));
            }
        };
        let ids = |kind: Kind| -> Vec<&str> {
            let pages = here.pages.keys().filter(move |(of, _)| *of == kind);
            pages.map(|(_, id)| id.as_str()).collect()
        };
        let roles: Vec<&str> = ids(Kind::Role).into_iter().chain(["everyone"]).collect();
        look("roles", &self.roles, roles);
        look("tools", &self.tools, ids(Kind::Tool));
        look("people", &self.people, ids(Kind::Person));
        look("data", &self.data, here.settings.ladder.iter().map(String::as_str).collect());
        look("layers", &self.layers, Layer::ALL.iter().map(|layer| layer.as_str()).collect());
        let kinds = || Kind::WITH_FOLDER.into_iter();
        let is_field = |name: &str| kinds().any(|kind| known_field(kind, name) == Some(name));
        let fields = self.fields.iter().filter(|(_, new)| !new.is_empty() && !is_field(new));
        for (old, new) in fields {
            let names = kinds().flat_map(|kind| fields_of(kind).into_iter().flatten());
            let near = nearest(new, names.map(|field| field.name));
            let help = near.map_or_else(
                || "no page has a field of this name; an empty text leaves the key out".to_owned(),
                |near| format!("did you mean \"{near}\"?"),
            );
            faults.push(format!("[fields] \"{old}\" = \"{new}\": {help}"));
        }
        faults
    }
}

/// What a word is called here, if the map says so. Case is no difference.
pub(super) fn mapped<'m>(pairs: &'m BTreeMap<String, String>, word: &str) -> Option<&'m str> {
    let word = word.trim().to_lowercase();
    pairs.iter().find(|(old, _)| old.trim().to_lowercase() == word).map(|(_, new)| new.as_str())
}

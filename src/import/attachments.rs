//! Names of pictures and downloads beside a page. Deliberately absent: their bytes.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::scaffold::file_name;

/// Files of a page: the attachment, and what it is called beside the page.
#[derive(Clone, Debug, Default)]
pub(super) struct PageFiles {
    names: BTreeMap<String, String>,
}

impl PageFiles {
    /// Takes one more; a second one of the same name gets a number.
    pub(super) fn add(&mut self, attachment: &str) {
        let file = attachment.rsplit('/').next().unwrap_or(attachment);
        let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
        let stem = match file_name(stem) {
            name if name.is_empty() => "file".to_owned(),
            name => name,
        };
        let ending = ending.to_lowercase();
        let taken: BTreeSet<&String> = self.names.values().collect();
        let mut name = format!("{stem}.{ending}");
        let mut number = 2;
        while taken.contains(&name) {
            name = format!("{stem}-{number}.{ending}");
            number += 1;
        }
        self.names.entry(attachment.to_owned()).or_insert(name);
    }

    /// What an attachment is called beside the page.
    pub(super) fn name(&self, attachment: &str) -> Option<&str> {
        self.names.get(attachment).map(String::as_str)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &String)> {
        self.names.iter()
    }
}

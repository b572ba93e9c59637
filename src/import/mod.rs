//! Files of other tools become unfinished pages. What was read of them enters, with what
//! the playbook has already; the text of each page leaves, where it belongs, and a list of
//! all that found no place in it. Deliberately absent: files, the converter, any guess at
//! a date, a person or a result.

mod attachments;
mod fields;
mod given;
mod here;
mod links;
mod map;
mod note;
mod notion;
mod page;
mod pasted;
mod report;
mod title;
mod words;

use std::collections::BTreeMap;

pub use given::{Format, GivenFile, Material};
pub use here::Here;
pub use map::ImportMap;
pub use note::{About, Note};
pub use report::{Import, ImportedPage, Refusal, RefusalReason};

use crate::domain::Kind;
use links::LinkIndex;
use page::UnfinishedPage;

/// Makes pages of what was given. Nothing is written: that is for whoever asked.
pub fn import(material: &Material, here: &Here<'_>, map: &ImportMap) -> Import {
    let mut result = Import::default();
    let mut pages: Vec<UnfinishedPage<'_>> = Vec::new();
    let index = LinkIndex::of(material);
    let here = &here.with_those_of(material);
    for (number, file) in material.files.iter().enumerate() {
        match UnfinishedPage::prepare(number, file, material, here, map) {
            Ok(mut page) => {
                page.find_attachments(&index, &material.attachments, here);
                pages.push(page);
            }
            Err(refusal) => result.refused.push(refusal),
        }
    }
    let mut places: BTreeMap<usize, String> = BTreeMap::new();
    let mut taken = here.pages.clone();
    let mut named = Vec::new();
    for mut page in pages {
        let asked = (page.kind, page.id.clone());
        if let Some(path) = here.pages.get(&asked) {
            // Links to it lead to the page that is there.
            places.insert(page.number, path.clone());
            let from = &page.file.path;
            // What both playbooks speak of: its pages lead to the one that is here.
            let is_shared = material.is_playbook
                && matches!(page.kind, Kind::Role | Kind::Layer | Kind::Tool | Kind::Person);
            result.refused.push(match is_shared {
                true => Refusal::known(from, format!("{path} is here already")),
                false => Refusal::taken(from, path),
            });
            continue;
        }
        page.take_free_id(&taken);
        taken.insert((page.kind, page.id.clone()), page.path());
        places.insert(page.number, page.path());
        named.push(page);
    }
    let is_workflow = |id: &str| taken.contains_key(&(Kind::Workflow, id.to_owned()));
    for mut page in named {
        page.keep_known_workflows(is_workflow);
        match page.finish(&index, &places, here) {
            Ok(page) => result.pages.push(page),
            Err(refusal) => result.refused.push(refusal),
        }
    }
    let used: Vec<&String> = result.pages.iter().flat_map(|page| page.files.values()).collect();
    let is_unused = |file: &&String| !used.contains(file) && !material.is_extracted(file);
    result.unused = material.attachments.iter().filter(is_unused).cloned().collect();
    result
}

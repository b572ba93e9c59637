//! What a playbook is made from: the settings, and of every document what may
//! cross to other pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::PageId;
use crate::config::Config;
use crate::document::{Card, Excerpts, Unpublished};
use crate::domain::{Front, Kind};
use crate::memo::{Fields, Hashed, Key};

use super::page::{Page, Pixels};

/// Everything that a playbook is made from.
#[derive(Clone, Debug)]
pub struct ModelKey {
    /// The settings of the playbook.
    pub config: Hashed<Config>,
    /// Every document, by path.
    pub pages: Vec<PageInput>,
    /// Every file that is no document.
    pub files: Hashed<OtherFiles>,
    /// Whether drafts stand like other pages.
    pub drafts: bool,
}

impl Key for ModelKey {
    fn feed(&self, fields: &mut Fields<'_>) {
        fields.field("config", &self.config);
        fields.field("pages", &self.pages);
        fields.field("files", &self.files);
        fields.field("drafts", &self.drafts);
    }
}

impl ModelKey {
    /// Whether the page of a card is kept back until it is finished.
    pub(super) fn is_draft(&self, card: &Card) -> bool {
        matches!(&card.front, Front::Workflow(front) if front.draft && !self.drafts)
    }

    /// Whether the page of a card is a person's, where only desks are shown.
    pub(super) fn is_hidden(&self, card: &Card) -> bool {
        matches!(&card.front, Front::Person(front) if !front.desk && self.config.desks_only)
    }

    /// Whether readers may see the page of a card, once it stands.
    pub(super) fn publishes(&self, card: &Card) -> bool {
        !self.is_draft(card) && !self.is_hidden(card)
    }
}

/// Files that are no pages.
#[derive(Clone, Debug, Hash)]
pub struct OtherFiles {
    /// Images and downloads by path, with their size in pixels.
    pub sizes: BTreeMap<Arc<str>, Option<Pixels>>,
    /// What lies beside them and is not published.
    pub unpublished: BTreeMap<Arc<str>, Unpublished>,
}

/// What the model may know of a document.
#[derive(Clone, Debug, Hash)]
pub struct PageInput {
    /// Path of the source.
    pub path: Arc<str>,
    /// The kind that its folder decides.
    pub kind: Kind,
    /// The id that its file name decides.
    pub id: Arc<str>,
    /// Absent when it cannot stand.
    pub card: Option<Hashed<Card>>,
    /// What is left of it then.
    pub invalid_card: Option<Hashed<Card>>,
    /// What may be quoted.
    pub excerpts: Hashed<Excerpts>,
}

impl PageInput {
    /// The page that it becomes with this card.
    pub(super) fn page(&self, card: &Hashed<Card>) -> Page {
        let id = PageId { kind: self.kind, id: Arc::clone(&self.id) };
        Page { route: id.route(), id, card: card.clone(), excerpts: self.excerpts.clone() }
    }
}

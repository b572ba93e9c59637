//! What is shown of a page that was found: a file each, asked for only when the
//! page is among the results.

use serde::Serialize;

use crate::document::Body;
use crate::memo::{Digest, Hashed};
use crate::model::{EVERYONE, Page, Playbook};

use super::facets::Facet;
use super::facts::{self, SearchablePage};
use super::passages::{self, Passage};
use super::script;

/// One page's file: `search/records/workflows/renewal-brief.js`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PageRecord {
    /// Address from the site's root.
    pub url: String,
    /// Its kind, such as `workflow`.
    pub kind: &'static str,
    /// The title of the page.
    pub title: String,
    /// Its summary, or the sentence that stands in for it.
    pub summary: String,
    /// Id of the layer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<String>,
    /// Names of the roles that it is for; `everyone` as it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Status of a write-up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Last time that somebody ran it: `2026-09-30`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified: Option<String>,
    /// When it should be looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Anchor, heading and text of each part.
    pub passages: Vec<(String, String, String)>,
}

/// What is shown of a page.
pub fn record(playbook: &Playbook, page: &Page, body: &Body) -> PageRecord {
    let (record, withheld) = head(playbook, page);
    let passages = passages::of(body, &page.excerpts, withheld).into_iter();
    let passages = passages.map(|Passage { anchor, heading, text, .. }| (anchor, heading, text));
    PageRecord { passages: passages.collect(), ..record }
}

/// Digest of all that a record is made from, without reading its text.
pub fn record_key(playbook: &Playbook, page: &Page, body: &Hashed<Body>) -> Digest {
    // A watch would otherwise make every record of the site to learn that it is the same.
    Digest::of(&(head(playbook, page), body, &page.excerpts))
}

/// A record without its text, and whether prompts are left out of that.
fn head(playbook: &Playbook, page: &Page) -> (PageRecord, bool) {
    let found = facts::one(playbook, page);
    let SearchablePage { last_run, due, withheld, .. } = &found;
    let first = |facet| found.values(facet).first().map(ToString::to_string);
    let card = &page.card;
    let role = |id: &std::sync::Arc<str>| match playbook.roles.get(id) {
        Some(role) => role.page.card.title.clone(),
        None => EVERYONE.to_owned(),
    };
    let summary = card.summary.as_ref().or(card.first_sentence.as_ref());
    let record = PageRecord {
        url: page.route.to_string(),
        kind: super::factors::name_of(page.id.kind),
        title: card.title.clone(),
        summary: summary.cloned().unwrap_or_default(),
        layer: first(Facet::Layer),
        roles: found.values(Facet::Role).iter().map(role).collect(),
        status: first(Facet::Status),
        verified: last_run.map(|date| date.to_string()),
        due: due.map(|date| date.to_string()),
        passages: Vec::new(),
    };
    (record, *withheld)
}

impl PageRecord {
    /// Everything that a phrase can stand in.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let parts = self.passages.iter().flat_map(|(_, heading, text)| [heading, text]);
        [&self.title, &self.summary].into_iter().chain(parts).map(String::as_str)
    }

    /// The bytes of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let name = self.url.trim_end_matches(".html");
        script::call("records", name, "", self)
    }
}

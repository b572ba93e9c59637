//! One file becomes a [`Document`]: decoded, its front matter read, its body
//! read. A page that cannot stand still has a path, an id, its messages and, when it
//! could be read, what is left of its card.

use std::sync::Arc;

use super::body::Body;
use super::card::{Card, Contract};
use super::decode::{Decoded, decode};
use super::excerpts::Excerpts;
use super::front_matter::{self, FrontMatter};
use super::identity::identify;
use super::reading::{self, BodyReading, PageContext};
use super::{Document, DocumentKey, merge, minutes, words};
use crate::by_name::ByName;
use crate::diagnostic::rules::body::pb203_nesting_limit;
use crate::diagnostic::{Place, SourceMap};
use crate::domain::{Front, Kind};
use crate::language;
use crate::memo::Hashed;

/// Parses one file. Never fails: what is wrong with it is among its messages.
pub fn parse(key: &DocumentKey) -> Document {
    // A path that is no document's never comes here; without an id nothing is read of it.
    let (kind, id) = identify(&key.path).unwrap_or_else(|| (Kind::Guide, String::new()));
    let settings = &*key.settings;
    let Decoded { text, stands, diagnostics } = decode(&key.path, &key.bytes, &settings.limits);
    let mut document = Document {
        path: Arc::clone(&key.path),
        kind,
        id: id.into(),
        card: None,
        invalid_card: None,
        excerpts: Hashed::new(Excerpts::default()),
        body: Hashed::new(Body::default()),
        sketch: Hashed::new(Vec::new()),
        map: SourceMap::of_text(Arc::clone(&text)),
        diagnostics,
    };
    if stands && !document.id.is_empty() {
        read(&mut document, key, &text);
    }
    document.diagnostics.sort();
    document
}

fn read(document: &mut Document, key: &DocumentKey, written: &Arc<str>) {
    let merged = merge::unmarked(&key.path, written);
    // Places are the same in both: the map keeps the text as it was written.
    let text = merged.as_ref().map_or(written, |(text, _)| text);
    document.diagnostics.extend(merged.as_ref().map(|(_, diagnostic)| diagnostic.clone()));
    let read = front_matter::read(&key.path, document.kind, text, &key.settings);
    let FrontMatter { title, summary, front, is_whole, body_start, body_end, .. } = read;
    document.diagnostics.extend(read.diagnostics);
    document.map.keys = read.keys.into();
    document.map.front = read.front_range;
    // The body is read even if the page cannot stand: its broken links are told in the same run.
    // A page without a title has mostly one as its heading: the sections below it count as such.
    let heading = title.as_deref().or_else(|| front_matter::own_title(text));
    let page = page(key, document.kind, heading, &front, is_whole);
    let reading = match reading::read(&page, text, body_start..body_end) {
        Ok(reading) => reading,
        Err(range) => {
            let place = Place::bytes(&key.path, range);
            let limit = key.settings.limits.nesting;
            document.diagnostics.push(pb203_nesting_limit::too_deep(place, limit));
            return;
        }
    };
    let BodyReading {
        body,
        excerpts,
        contract,
        links,
        link_ranges,
        headings,
        first_sentence,
        sketch,
        diagnostics,
    } = reading;
    document.diagnostics.extend(diagnostics);
    if let Front::Workflow(front) = &front {
        let language = language::find(&key.settings.language);
        document.diagnostics.extend(minutes::check(&key.path, front, &excerpts, language));
    }
    let headings = ByName::from(headings);
    let anchors = headings.names().map(|id| (id, ())).collect();
    document.map.links = link_ranges;
    document.map.headings = headings;
    document.excerpts = Hashed::new(excerpts);
    // Bodies are the bulk of a playbook: hashed once, as bytes of their file.
    document.body = Hashed::made_from(&(&key.path, &key.bytes, &key.settings), body);
    document.sketch = Hashed::new(sketch);
    let (stands, title) = (is_whole && title.is_some(), title.unwrap_or_default());
    // An edit of a page that is out of the site must not derive the playbook again.
    let stems = if stands { stems(&title, summary.as_deref(), &front) } else { Vec::new() };
    let card = Hashed::new(Card {
        path: Arc::clone(&key.path),
        kind: document.kind,
        id: Arc::clone(&document.id),
        title,
        // Only what stands in for a missing summary: an edit of the first
        // sentence concerns nobody else otherwise.
        first_sentence: first_sentence.filter(|_| stands && summary.is_none()),
        summary,
        redirect_from: read.redirect_from,
        former: read.former,
        front,
        // Of a page that does not stand only links and names are asked for.
        contract: if stands { contract } else { Contract::default() },
        links,
        anchors,
        stems,
    });
    *if stands { &mut document.card } else { &mut document.invalid_card } = Some(card);
}

/// What the reader of a body needs to know of its page. The layer of a write-up counts
/// only if the front matter is whole.
fn page<'a>(
    key: &'a DocumentKey,
    kind: Kind,
    title: Option<&'a str>,
    front: &Front,
    is_whole: bool,
) -> PageContext<'a> {
    PageContext {
        path: &key.path,
        kind,
        layer: match front {
            Front::Workflow(front) if is_whole => Some(front.layer),
            _ => None,
        },
        rebuilding: matches!(front, Front::Workflow(it) if it.rebuilding.is_some()),
        title,
        settings: &key.settings,
    }
}

/// Of a write-up, which others may be similar to.
fn stems(title: &str, summary: Option<&str>, front: &Front) -> Vec<u64> {
    let Front::Workflow(front) = front else { return Vec::new() };
    let texts = [title, summary.unwrap_or_default()];
    words::stems(texts.into_iter().chain(front.keywords.iter().map(String::as_str)))
}

//! Resolves the words of front matter to pages, and says what it could not
//! resolve: once, at the word.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::rules::{front, whole};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::domain::{Front, Kind};

use super::EVERYONE;
use super::addresses::Addresses;
use super::kinds::{Named, PathItem};
use super::names::{self, KindNames, NameMatch};
use super::playbook::Playbook;

/// Where in front matter a word stands: written out only for a message.
#[derive(Clone, Copy)]
pub(super) struct FrontKey<'a> {
    name: &'a str,
    item: Option<usize>,
}

impl<'a> FrontKey<'a> {
    pub(super) fn of(name: &'a str) -> Self {
        Self { name, item: None }
    }

    pub(super) fn item(name: &'a str, item: usize) -> Self {
        Self { name, item: Some(item) }
    }

    fn place(self, path: &Arc<str>) -> Place {
        match self.item {
            Some(item) => Place::value(path, format!("{}[{item}]", self.name)),
            None => Place::value(path, self.name),
        }
    }
}

/// Every name that front matter may use.
pub(super) struct References {
    names: BTreeMap<Kind, KindNames>,
    broken: BTreeSet<(Kind, Arc<str>)>,
    drafts: BTreeSet<(Kind, Arc<str>)>,
}

impl References {
    pub(super) fn new(addresses: &Addresses) -> Self {
        let mut names: BTreeMap<Kind, KindNames> = BTreeMap::new();
        for page in &addresses.pages {
            let aliases: &[String] = match &page.card.front {
                Front::Role(role) => &role.aliases,
                Front::Tool(tool) => &tool.aliases,
                _ => &[],
            };
            names.entry(page.id.kind).or_default().add(&page.id.id, &page.card.title, aliases);
        }
        for (former, page) in &addresses.former {
            names.entry(page.kind).or_default().add_former(&former.id, &page.id);
        }
        Self {
            names,
            broken: addresses.broken.iter().cloned().collect(),
            drafts: addresses.drafts.iter().cloned().collect(),
        }
    }

    /// Resolves words, with no message so far.
    pub(super) fn resolver(&self) -> Resolver<'_> {
        Resolver { references: self, findings: Vec::new() }
    }

    /// Puts what resolvers told into words.
    pub(super) fn messages(&self) -> Messages<'_> {
        Messages { references: self, guesses: MAX_GUESSES }
    }

    /// Whether something of this name exists but does not stand.
    pub(super) fn is_broken(&self, kind: Kind, word: &str) -> bool {
        // Nearly always empty, and then no key has to be made.
        !self.broken.is_empty() && self.broken.contains(&(kind, Arc::from(word)))
    }

    /// One name for all by which somebody or something is called: the id, or where there
    /// is no page, the word itself.
    pub(super) fn identity(&self, kind: Kind, word: &str) -> Arc<str> {
        match self.find(kind, word.trim()) {
            NameMatch::Exactly(id) | NameMatch::ByName(id) => id,
            NameMatch::Nothing => Arc::from(word.trim().to_lowercase()),
        }
    }

    fn find(&self, kind: Kind, word: &str) -> NameMatch {
        self.names.get(&kind).map_or(NameMatch::Nothing, |names| names.find(word))
    }

    /// What there is to say of a word that means nothing. A page that exists but
    /// is broken itself is no second error.
    fn unknown(&self, place: Place, kind: Kind, word: &str) -> Option<Finding> {
        if self.drafts.contains(&(kind, Arc::from(word))) {
            return Some(Finding::Message(whole::pb504_draft_reference::breach(place, word)));
        }
        let is_broken = self.is_broken(kind, word);
        (!is_broken).then(|| Finding::Unknown { place, kind, word: word.to_owned() })
    }
}

/// What a resolver has to say.
pub(super) enum Finding {
    /// A finished message.
    Message(Diagnostic),
    /// A word that means nothing. What was meant by it is looked for later: among
    /// all names, which is not done for every word of every page.
    Unknown { place: Place, kind: Kind, word: String },
}

/// Words for which the nearest name is looked for. Ten thousand pages with a wrong
/// word each would be compared with ten thousand names otherwise.
const MAX_GUESSES: usize = 1000;

/// Puts what resolvers told into words; whose turn it is follows from the order in
/// which they are asked.
pub(super) struct Messages<'a> {
    references: &'a References,
    guesses: usize,
}

impl Messages<'_> {
    pub(super) fn of(&mut self, findings: Vec<Finding>) -> Vec<Diagnostic> {
        let message = |findings| match findings {
            Finding::Message(message) => message,
            Finding::Unknown { place, kind, word } => self.unknown(place, kind, &word),
        };
        findings.into_iter().map(message).collect()
    }

    fn unknown(&mut self, place: Place, kind: Kind, word: &str) -> Diagnostic {
        let names = self.references.names.get(&kind);
        let near = names.filter(|_| self.guesses > 0).and_then(|names| names.nearest(word));
        // Counted for every word, whether or not something was near.
        self.guesses = self.guesses.saturating_sub(1);
        let all = names.map_or_else(String::new, KindNames::list);
        whole::pb502_unknown_reference::breach(
            place,
            (kind.noun(), kind.folder()),
            word,
            near,
            &all,
        )
    }
}

/// Resolves words and keeps what could not be resolved. Pages do not depend on
/// each other's, so that each may have a resolver of its own.
pub(super) struct Resolver<'a> {
    pub(super) references: &'a References,
    pub(super) findings: Vec<Finding>,
}

impl Resolver<'_> {
    /// Adds a message.
    pub(super) fn tell(&mut self, message: Diagnostic) {
        self.findings.push(Finding::Message(message));
    }

    /// The page that a word means.
    pub(super) fn one(
        &mut self,
        path: &Arc<str>,
        key: FrontKey<'_>,
        kind: Kind,
        word: &str,
    ) -> Option<Arc<str>> {
        match self.references.find(kind, word) {
            NameMatch::Exactly(id) => Some(id),
            NameMatch::ByName(id) => {
                let place = key.place(path);
                self.tell(whole::pb503_name_for_id::breach(place, word, &id));
                Some(id)
            }
            NameMatch::Nothing => {
                self.findings.extend(self.references.unknown(key.place(path), kind, word));
                None
            }
        }
    }

    pub(super) fn optional(
        &mut self,
        path: &Arc<str>,
        key: &str,
        kind: Kind,
        word: Option<&str>,
    ) -> Option<Arc<str>> {
        word.and_then(|word| self.one(path, FrontKey::of(key), kind, word))
    }

    pub(super) fn many(
        &mut self,
        path: &Arc<str>,
        key: &str,
        kind: Kind,
        words: &[String],
    ) -> Vec<Arc<str>> {
        let mut ids = Vec::new();
        let mut known = BTreeSet::new();
        for (at, word) in self.apart(path, key, kind, words) {
            if let Some(id) = self.one(path, FrontKey::item(key, at), kind, word)
                && known.insert(Arc::clone(&id))
            {
                ids.push(id);
            }
        }
        ids
    }

    /// Each word with its number. A text that is no name itself, and has one in it, is
    /// taken for several: `Sales / Finance`.
    pub(super) fn apart<'w>(
        &mut self,
        path: &Arc<str>,
        key: &str,
        kind: Kind,
        words: &'w [String],
    ) -> Vec<(usize, &'w str)> {
        let mut apart = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let is_name = |word: &str| {
                kind == Kind::Role && word.eq_ignore_ascii_case(EVERYONE)
                    || self.references.find(kind, word) != NameMatch::Nothing
            };
            let parts = if is_name(word) { Vec::new() } else { names::several(word) };
            if parts.len() < 2 || !parts.iter().any(|part| is_name(part)) {
                apart.push((at, word.as_str()));
                continue;
            }
            let place = FrontKey::item(key, at).place(path);
            let alone = words.len() == 1;
            self.tell(front::pb122_commas::names(place, key, word, &parts.join(", "), alone));
            apart.extend(parts.into_iter().map(|part| (at, part)));
        }
        apart
    }

    /// Role ids without `everyone`, and whether `everyone` was among them or
    /// nothing was left.
    pub(super) fn roles(&mut self, path: &Arc<str>, words: &[String]) -> (Vec<Arc<str>>, bool) {
        let mut ids = Vec::new();
        let mut known = BTreeSet::new();
        let mut everyone = false;
        for (at, word) in self.apart(path, "roles", Kind::Role, words) {
            if word.eq_ignore_ascii_case(EVERYONE) {
                everyone = true;
                continue;
            }
            match self.one(path, FrontKey::item("roles", at), Kind::Role, word) {
                // A page for the role of this id, or another name of it.
                Some(id) if &*id == EVERYONE => everyone = true,
                Some(id) if known.insert(Arc::clone(&id)) => ids.push(id),
                _ => {}
            }
        }
        let everyone = everyone || ids.is_empty();
        (ids, everyone)
    }

    /// A name that may stand as it is written: `check` asks for it.
    pub(super) fn named(
        &mut self,
        path: &Arc<str>,
        key: FrontKey<'_>,
        kind: Kind,
        word: &str,
    ) -> Named {
        match self.references.find(kind, word) {
            NameMatch::Exactly(id) => Named::Known(id),
            NameMatch::ByName(id) => {
                let place = key.place(path);
                self.tell(whole::pb503_name_for_id::breach(place, word, &id));
                Named::Known(id)
            }
            NameMatch::Nothing => Named::Unknown(word.to_owned()),
        }
    }

    pub(super) fn path_items(
        &mut self,
        path: &Arc<str>,
        key: &str,
        words: &[String],
    ) -> Vec<PathItem> {
        let mut items = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let key = FrontKey::item(key, at);
            items.extend(match word.strip_prefix("drill:") {
                Some(drill) => self.one(path, key, Kind::Drill, drill.trim()).map(PathItem::Drill),
                None => self.one(path, key, Kind::Workflow, word).map(PathItem::Workflow),
            });
        }
        items
    }

    /// The place of a rung on the data ladder.
    pub(super) fn rung(
        &mut self,
        playbook: &Playbook,
        path: &Arc<str>,
        key: &str,
        word: Option<&str>,
    ) -> Option<usize> {
        let word = word?;
        let rung = playbook.rung(word);
        if rung.is_none() {
            let ladder = &playbook.config.ladder;
            let near = nearest(word, ladder.iter().map(String::as_str));
            let place = Place::value(path, key);
            self.tell(whole::pb505_unknown_rung::breach(place, key, word, near, ladder));
        }
        rung
    }
}

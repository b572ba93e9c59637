//! The page that somebody typed, or that a letter names: by id, by kind and id, by the
//! path of its file, by its address.

use percent_encoding::percent_decode_str;

use crate::diagnostic::nearest;
use crate::document::identify;
use crate::domain::Kind;
use crate::model::{DocumentState, Page, Playbook};

use super::exit::Exit;
use super::terminal::Terminal;

/// A word that names no page, or more than one.
pub(super) struct UnknownPage {
    text: String,
    help: String,
}

impl UnknownPage {
    /// Says so, and what to type instead.
    pub(super) fn tell(&self, terminal: &Terminal) -> Exit {
        terminal.error(&self.text, [self.help.as_str(), "nothing was written"]);
        Exit::Usage
    }
}

/// The page of one of these kinds.
pub(super) fn find_page<'a>(
    playbook: &'a Playbook,
    kinds: &[Kind],
    word: &str,
) -> Result<&'a Page, UnknownPage> {
    let place = word.trim().trim_matches(['<', '>', '"']);
    let place = place.split(['?', '#']).next().unwrap_or_default();
    let place = percent_decode_str(place).decode_utf8_lossy().replace('\\', "/");
    let place = place.trim_start_matches("./").trim_matches('/');
    let (kind, id) = kind_and_id(place);
    if kind.is_none_or(|kind| kinds.contains(&kind)) {
        if let Some(twice) = two_files(playbook, kinds, kind, &id).filter(|_| !is_path(place)) {
            return Err(twice);
        }
        let searched = kinds.iter().filter(|it| kind.is_none_or(|kind| kind == **it));
        let found: Vec<&Page> = searched
            .filter_map(|kind| {
                let hidden = || playbook.hidden_people.get(&*id).filter(|_| *kind == Kind::Person);
                let page = playbook.page_of(*kind, &id).or_else(|| Some(&hidden()?.page));
                page.or_else(|| playbook.formerly(*kind, &id))
            })
            .collect();
        let found: Vec<&Page> = match is_path(place) {
            true => found.into_iter().filter(|page| place.ends_with(&*page.card.path)).collect(),
            false => found,
        };
        match found.as_slice() {
            [page] => return Ok(page),
            [] => {}
            several => return Err(more_than_one(&id, several)),
        }
    }
    Err(unknown(playbook, kinds, word.trim(), &id))
}

fn is_path(place: &str) -> bool {
    place.ends_with(".md")
}

/// What a path, an address or `KIND/ID` names; of a bare word only the id is known.
fn kind_and_id(place: &str) -> (Option<Kind>, String) {
    if let Some((_, below)) = place.rsplit_once("content/").filter(|_| is_path(place))
        && let Some((kind, id)) = identify(&format!("content/{below}"))
    {
        return (Some(kind), id);
    }
    let place = place.strip_suffix(".html").unwrap_or(place);
    let place = place.strip_suffix(".md").unwrap_or(place);
    match place.rsplit_once('/') {
        None => (None, place.to_owned()),
        Some((folders, id)) => {
            // A page lies in a folder of its kind, and folders of people may lie between.
            let kind = folders.rsplit('/').find_map(Kind::of_folder);
            (kind, id.to_owned())
        }
    }
}

/// One id for two files: which of them is meant, nobody knows.
fn two_files(
    playbook: &Playbook,
    kinds: &[Kind],
    kind: Option<Kind>,
    id: &str,
) -> Option<UnknownPage> {
    let is_one = |path: &&str| {
        identify(path).is_some_and(|(of, named)| {
            named == id && kinds.contains(&of) && kind.is_none_or(|kind| kind == of)
        })
    };
    let paths = playbook.documents.keys().map(AsRef::as_ref).filter(is_one);
    let paths: Vec<&str> = paths.collect();
    let kinds: Vec<_> = paths.iter().filter_map(|path| identify(path)).map(|it| it.0).collect();
    let is_twice = paths.len() > 1 && kinds.windows(2).any(|two| matches!(two, [a, b] if a == b));
    is_twice.then(|| UnknownPage {
        text: format!("\"{id}\" is the id of {} files: {}", paths.len(), paths.join(", ")),
        help: "give the path of the one that is meant, and rename the other".to_owned(),
    })
}

fn more_than_one(id: &str, pages: &[&Page]) -> UnknownPage {
    let names = pages.iter().map(|page| format!("{}/{id}", page.id.kind.folder()));
    UnknownPage {
        text: format!("\"{id}\" is the id of more than one page"),
        help: format!("write which: {}", names.collect::<Vec<_>>().join(" or ")),
    }
}

fn unknown(playbook: &Playbook, kinds: &[Kind], word: &str, id: &str) -> UnknownPage {
    let broken = playbook.documents.iter().find(|(path, state)| {
        let is_its = identify(path).is_some_and(|(kind, of)| kinds.contains(&kind) && of == id);
        is_its && !matches!(state, DocumentState::Page(_))
    });
    if let Some((path, state)) = broken {
        let help = match state {
            DocumentState::Draft => "it is a draft: take `draft` out of it first".to_owned(),
            _ => format!("mend it first: playbook check {path}"),
        };
        return UnknownPage {
            text: format!("{path} does not stand, so it cannot be changed"),
            help,
        };
    }
    let ids = || {
        let pages = playbook.pages().filter(|page| kinds.contains(&page.id.kind));
        pages.map(|page| &*page.id.id)
    };
    let noun = kinds.first().map_or("page", |kind| kind.noun());
    let help = match nearest(id, ids()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => match similar(&ids().collect::<Vec<_>>(), id).as_slice() {
            [] => {
                "give its id (the name of its file without .md), KIND/ID, its path or its address"
                    .to_owned()
            }
            similar => format!("did you mean one of these? {}", similar.join(", ")),
        },
    };
    UnknownPage { text: format!("no {noun} is called \"{word}\""), help }
}

/// Ids that have a word of this one.
fn similar<'a>(ids: &[&'a str], id: &str) -> Vec<&'a str> {
    const MAX_SHOWN: usize = 5;
    let lower = id.to_lowercase();
    let words: Vec<&str> = lower.split(['-', ' ', '_']).filter(|it| it.len() > 3).collect();
    let has = |candidate: &&&str| words.iter().any(|word| candidate.contains(word));
    ids.iter().filter(has).take(MAX_SHOWN).copied().collect()
}

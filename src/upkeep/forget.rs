//! A colleague leaves and asks to be forgotten: other words stand for them wherever a
//! field names them, their page and its pictures go, links to it become their text.
//! Deliberately absent: prose, which is told for a person to decide.

use std::ops::Range;

use crate::address::Route;
use crate::diagnostic::KeyPlace;
use crate::document::front_matter::{says_nothing, written_value};
use crate::document::{Cut, Document, url};
use crate::domain::Kind;
use crate::edit::{Obstacle, PageEdit};
use crate::engine::Build;
use crate::model::Page;
use crate::source::Sources;

use super::mentions::{Mention, Spellings};
use super::plan::{Draft, Plan, Refusal, cannot};
use super::references::{self, field};

/// What is to be done so that nothing names somebody, and what is left to do.
#[derive(Clone, Debug)]
pub struct Forgotten {
    /// The files to change.
    pub plan: Plan,
    /// Lines that name them in prose, as the files will be.
    pub mentions: Vec<Mention>,
}

/// Fields whose text is somebody's name with a few words around it.
const BYLINES: [&str; 2] = ["byline", "room_from"];

/// What has to change so that `text` stands for somebody: a few words, or the id of a
/// colleague or desk who takes their place.
pub fn forget(
    sources: &Sources,
    build: &Build,
    person: &Page,
    text: &str,
) -> Result<Forgotten, Refusal> {
    let former = person.card.former.iter().map(String::as_str);
    let ids: Vec<&str> = [&*person.id.id].into_iter().chain(former).collect();
    let spellings = Spellings::of(&person.card.title, ids.iter().copied());
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || says_nothing(&text) || spellings.are_in(&text) {
        let help = "write what may stand for them, such as --as \"a former colleague\", or a desk";
        return Err(Refusal::new(format!("\"{text}\" cannot stand for them"), [help]));
    }
    let successor = build.playbook().find_person(&text).filter(|it| it.page.id != person.id);
    let words = match successor {
        Some(other) => (other.page.id.id.to_string(), other.page.card.title.clone()),
        None => (text.clone(), text),
    };
    let mut draft = Draft::new(sources, build);
    let forget = Forget { build, person, ids, spellings, words, successor: successor.is_some() };
    let mut ownerless = Vec::new();
    for document in build.documents().filter(|it| it.path != person.card.path) {
        let Ok(mut edit) = PageEdit::of(draft.bytes(&document.path), &document.map) else {
            continue;
        };
        let change = |it| cannot(&document.path, it);
        forget.fields(&mut edit, document, &mut ownerless).map_err(change)?;
        forget.body(&mut edit, document);
        draft.change(&document.path, edit.finish());
    }
    draft.plan.changes.removed = forget.files();
    if !ownerless.is_empty() {
        let pages = ownerless.join("\n  ");
        draft.note(format!("nobody answers for these any more; give each an `owner`:\n  {pages}"));
    }
    let spellings = forget.spellings.clone();
    let settings = spellings.mentions("playbook.toml", &sources.config_text);
    let (plan, after) = draft.finish()?;
    let mut mentions: Vec<Mention> = after
        .documents()
        .flat_map(|document| spellings.mentions(&document.path, &document.map.text))
        .chain(settings)
        .collect();
    let paths = sources.documents.keys().chain(sources.assets.keys());
    let is_left =
        |path: &&std::sync::Arc<str>| !plan.changes.removed.iter().any(|it| **it == ***path);
    mentions.extend(paths.filter(is_left).filter(|path| spellings.are_in(path)).map(|path| {
        Mention { path: path.to_string(), line: 1, text: "the name of the file".to_owned() }
    }));
    mentions.sort();
    Ok(Forgotten { plan, mentions })
}

struct Forget<'a> {
    build: &'a Build,
    person: &'a Page,
    ids: Vec<&'a str>,
    spellings: Spellings,
    /// What stands for them where an id may stand, and in text.
    words: (String, String),
    /// Somebody takes their place.
    successor: bool,
}

impl Forget<'_> {
    fn is_meant(&self, word: &str) -> bool {
        let found = self.build.playbook().find_person(word);
        found.is_some_and(|found| found.page.id == self.person.id)
    }

    fn fields(
        &self,
        edit: &mut PageEdit<'_>,
        document: &Document,
        ownerless: &mut Vec<String>,
    ) -> Result<(), Obstacle> {
        let keys = &document.map.keys;
        for key in keys.names() {
            let Some(value) = keys.get(key).map(KeyPlace::value) else { continue };
            let Some(field) = field(document.kind, key) else { continue };
            let written = document.map.text.get(value.clone()).unwrap_or_default();
            let length = written.trim_end().len();
            let place = value.start..value.start + length;
            let bare = written.trim().trim_matches(['"', '\'', '@', '[', ']']);
            if field.names.contains(&Kind::Person) && self.is_meant(bare) {
                // Nobody answers for a page who is no longer here.
                if matches!(key, "owner" | "curator") && !self.successor {
                    ownerless.push(document.path.to_string());
                    edit.remove_key(key)?;
                } else {
                    edit.replace(place, written_value(&self.words.0));
                }
            } else if BYLINES.contains(&field.name) && self.spellings.are_in(written) {
                let text = self.in_place(written.trim_end());
                // Words and blanks are text wherever a name was; anything else is quoted.
                let is_plain = |sign: char| sign.is_alphanumeric() || sign == ' ' || sign == '-';
                let stays = written.starts_with(['"', '\'']) || self.words.1.chars().all(is_plain);
                edit.replace(place, if stays { text } else { written_value(&text) });
            }
        }
        let Some(card) = document.card.as_ref().or(document.invalid_card.as_ref()) else {
            return Ok(());
        };
        // No old name and no old address tells who it was.
        let former = references::numbers(&card.former, |id| self.ids.contains(&id.as_str()));
        edit.change_words("former", &former, &[])?;
        let routes = self.ids.iter().map(|id| Route::page(Kind::Person, id));
        let routes: Vec<Route> = routes.collect();
        let leads = |it: &String| routes.iter().any(|route| route.as_str() == it);
        edit.change_words("redirect_from", &references::numbers(&card.redirect_from, leads), &[])
    }

    /// A text with other words where it names them.
    fn in_place(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for range in self.spellings.find(&text).into_iter().rev() {
            text.replace_range(range, &self.words.1);
        }
        text
    }

    /// Links to their page become their text; who caught an error is said in other words.
    fn body(&self, edit: &mut PageEdit<'_>, document: &Document) {
        let markdown = &document.body.markdown;
        let Some(card) = document.card.as_ref().or(document.invalid_card.as_ref()) else { return };
        for (range, cut) in &markdown.cuts {
            let (Cut::Address(number) | Cut::Mark(number) | Cut::Named(number)) = cut else {
                continue;
            };
            let Some(link) = card.links.get(*number as usize) else { continue };
            let leads = match link.by_name {
                true => self.is_meant(link.href.split('#').next().unwrap_or_default()),
                false => self.leads_to_them(document, &link.href),
            };
            if leads {
                let text = if matches!(cut, Cut::Named(_)) { link.text.as_str() } else { "" };
                edit.replace(range.start as usize..range.end as usize, text);
            }
        }
        for caught in &document.excerpts.caught {
            for by in [&caught.by, &caught.cleared_by].into_iter().flatten() {
                if let Some(place) = self.caught_line(document, by) {
                    let line = markdown.text.get(place.clone()).unwrap_or_default();
                    edit.replace(place, self.in_place(line));
                }
            }
        }
    }

    /// Where a block says who caught an error, if that names them.
    fn caught_line(&self, document: &Document, by: &str) -> Option<Range<usize>> {
        let text = &document.body.markdown.text;
        let mut found = text.match_indices(by).filter(|(at, by)| {
            let before = text.get(..*at).unwrap_or_default().trim_end_matches([' ', '*']);
            let after = text.get(at + by.len()..).unwrap_or_default();
            before.ends_with(':') && after.lines().next().unwrap_or_default().trim().is_empty()
        });
        let (at, by) = found.next().filter(|_| self.spellings.are_in(by))?;
        Some(at..at + by.len())
    }

    fn leads_to_them(&self, document: &Document, href: &str) -> bool {
        let path = url::split(href.trim()).path;
        let is_relative = url::classify(href) == url::UrlKind::Relative && !path.is_empty();
        let path = is_relative.then(|| url::decode(path)).flatten();
        let path = path.and_then(|path| url::resolve(&document.path, &path));
        path.is_some_and(|path| self.ids.iter().any(|id| path == format!("content/people/{id}.md")))
    }

    /// Their page, and pictures that only it shows.
    fn files(&self) -> Vec<String> {
        let shown = |document: &Document| -> Vec<String> {
            let card = document.card.as_ref().or(document.invalid_card.as_ref());
            let links = card.iter().flat_map(|card| &card.links);
            let path =
                |href: &str| url::resolve(&document.path, &url::decode(url::split(href).path)?);
            links.filter_map(|link| path(&link.href)).collect()
        };
        let theirs = |it: &&Document| it.path == self.person.card.path;
        let own = self.build.documents().filter(theirs).flat_map(shown);
        let others: std::collections::BTreeSet<String> =
            self.build.documents().filter(|it| !theirs(it)).flat_map(shown).collect();
        let assets = &self.build.playbook().assets;
        let own = own.filter(|path| assets.contains_key(path.as_str()) && !others.contains(path));
        let files: std::collections::BTreeSet<String> =
            own.chain([self.person.card.path.to_string()]).collect();
        files.into_iter().collect()
    }
}

//! Two pages become one: what names or leads to the first means the second, which keeps
//! the first one's text behind its own. Deliberately absent: which fields of the first
//! the second should have; they are told, for a person to decide.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::Document;
use crate::domain::{Front, Kind, fields_of, title_key};
use crate::edit::{Obstacle, PageEdit};
use crate::engine::Build;
use crate::model::Page;
use crate::source::Sources;

use super::plan::{Draft, Plan, Refusal, cannot};
use super::{links, references};

/// Whether two pages of a kind can become one. A workflow has a contract, and two of them
/// in one page have none: it is retired instead, and says what replaced it.
pub(super) fn can_merge(kind: Kind) -> bool {
    matches!(kind, Kind::Role | Kind::Tool | Kind::Person)
}

/// What has to change so that `page` becomes a part of `into`.
pub fn merge(sources: &Sources, build: &Build, page: &Page, into: &Page) -> Result<Plan, Refusal> {
    let kind = page.id.kind;
    if page.id == into.id {
        return Err(Refusal::new("these two are one page", ["name another one to keep"]));
    }
    if kind != into.id.kind || !can_merge(kind) {
        let text = format!("a {} cannot be merged into a {}", kind.noun(), into.id.kind.noun());
        let help = match kind == into.id.kind && kind == Kind::Workflow {
            true => {
                format!("retire it: retired: {{date: YYYY-MM-DD, replaced_by: {}}}", into.id.id)
            }
            false => "two roles, two tools or two people can become one".to_owned(),
        };
        return Err(Refusal::new(text, [help]));
    }
    let mut draft = Draft::new(sources, build);
    let merge = Merge { page, into, words: names_of(page), kept: names_of(into) };
    let mut source = None;
    for document in build.documents() {
        if document.path == page.card.path {
            source = Some(document);
            continue;
        }
        let change = |it| cannot(&document.path, it);
        let Ok(mut edit) = PageEdit::of(draft.bytes(&document.path), &document.map) else {
            continue;
        };
        merge.follow(&mut edit, document).map_err(change)?;
        if document.path == into.card.path {
            merge.keep(&mut edit, document, build).map_err(change)?;
        }
        draft.change(&document.path, edit.finish());
    }
    draft.plan.changes.removed.push(page.card.path.to_string());
    if let Some(source) = source {
        merge.tell(&mut draft, source);
    }
    draft.note_settings(&page.id.id);
    draft.finish().map(|(plan, _)| plan)
}

/// Every word that means a page in front matter, in lower case.
fn names_of(page: &Page) -> BTreeSet<String> {
    let aliases: &[String] = match &page.card.front {
        Front::Role(role) => &role.aliases,
        Front::Tool(tool) => &tool.aliases,
        _ => &[],
    };
    let own = [&*page.id.id, page.card.title.as_str()].into_iter();
    let others = aliases.iter().chain(&page.card.former).map(String::as_str);
    own.chain(others).map(str::to_lowercase).collect()
}

struct Merge<'a> {
    page: &'a Page,
    into: &'a Page,
    words: BTreeSet<String>,
    kept: BTreeSet<String>,
}

impl Merge<'_> {
    /// What names or leads to the one means the other; a list has it once.
    fn follow(&self, edit: &mut PageEdit<'_>, document: &Document) -> Result<(), Obstacle> {
        let kind = self.page.id.kind;
        let words: BTreeSet<String> = self.words.difference(&self.kept).cloned().collect();
        let has = references::find(document, kind, &self.kept);
        let mut listed: BTreeSet<String> =
            has.into_iter().filter_map(|it| it.item).map(|(list, _)| list).collect();
        let mut twice: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for found in references::find(document, kind, &words) {
            match found.item {
                Some((list, number)) if !listed.insert(list.clone()) => {
                    twice.entry(list).or_default().push(number);
                }
                _ => edit.replace(found.place, &*self.into.id.id),
            }
        }
        for (list, numbers) in twice {
            edit.change_words(&list, &numbers, &[])?;
        }
        let now =
            |path: &str| (*path == *self.page.card.path).then(|| self.into.card.path.to_string());
        let names = [&*self.page.id.id, &self.page.card.title].map(links::in_words);
        let named = links::renamed(document, &names, &self.into.id.id);
        for (place, new) in links::rewritten(document, now).into_iter().chain(named) {
            edit.replace(place, new);
        }
        Ok(())
    }

    /// The page that stays has the names of the one that goes, and its text.
    fn keep(
        &self,
        edit: &mut PageEdit<'_>,
        document: &Document,
        build: &Build,
    ) -> Result<(), Obstacle> {
        let (card, known) = (&self.page.card, &self.into.card);
        let ids = [&*self.page.id.id].into_iter().chain(card.former.iter().map(String::as_str));
        let is_new =
            |id: &&str| *id != &*self.into.id.id && !known.former.iter().any(|it| it == id);
        let ids: Vec<&str> = ids.filter(is_new).collect();
        edit.change_words("former", &[], &ids)?;
        let addresses = card.redirect_from.iter().map(String::as_str);
        let addresses: Vec<&str> =
            addresses.filter(|it| !known.redirect_from.iter().any(|known| known == it)).collect();
        edit.change_words("redirect_from", &[], &addresses)?;
        let source = build.documents().find(|it| it.path == card.path);
        if let Some(text) = source.and_then(|source| self.text(source))
            // Given again after it was stopped halfway, it is there already.
            && !document.map.text.contains(text.trim())
        {
            edit.append(&text);
        }
        Ok(())
    }

    /// The text of the page that goes, under its name: shown like before, with its headings
    /// where links look for them. Nobody's words are hidden or lost by a program.
    fn text(&self, source: &Document) -> Option<String> {
        let markdown = &source.body.markdown;
        let start = markdown.start as usize;
        let now =
            |path: &str| (*path == *self.page.card.path).then(|| self.into.card.path.to_string());
        let mut body = markdown.text.get(start..)?.to_owned();
        let mut changed = links::rewritten(source, now);
        changed.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
        for (place, new) in changed {
            body.replace_range(place.start - start..place.end - start, &new);
        }
        let body = body.trim();
        (!body.is_empty()).then(|| format!("\n## {}\n\n{body}\n", self.page.card.title))
    }

    /// What a person has to decide: fields of the page that goes, and a job of both.
    fn tell(&self, draft: &mut Draft<'_>, source: &Document) {
        let (from, to) = (&self.page.card.path, &self.into.card.path);
        if self.text(source).is_some() {
            draft.note(format!("the text of {from} stands at the end of {to}: read it there"));
        }
        if let (Front::Role(one), Front::Role(other)) =
            (&self.page.card.front, &self.into.card.front)
        {
            let jobs: BTreeSet<&str> = other.priorities.iter().map(|it| it.job.as_str()).collect();
            let shared = one.priorities.iter().map(|it| it.job.as_str());
            let shared: Vec<&str> = shared.filter(|job| jobs.contains(job)).collect();
            if !shared.is_empty() {
                let jobs = shared.join(", ");
                draft.note(format!("both have the job {jobs}: {to} keeps its own line for it"));
            }
        }
        let left: Vec<String> = self.fields(source);
        if !left.is_empty() {
            draft.note(format!("take over into {to} what still holds of:\n{}", left.join("\n")));
        }
    }

    /// Lines of front matter that only the page that goes has.
    fn fields(&self, source: &Document) -> Vec<String> {
        let (keys, text) = (&source.map.keys, &source.map.text);
        let own = fields_of(self.page.id.kind).into_iter().flatten().map(|field| field.name);
        let taken = ["former", "redirect_from", title_key(self.page.id.kind)];
        let line = |name: &str| {
            let place = keys.get(name).filter(|_| !taken.contains(&name))?;
            let lines = text.get(place.key().start..place.value().end)?;
            Some(
                lines
                    .trim_end()
                    .lines()
                    .map(|line| format!("  {line}"))
                    .collect::<Vec<_>>()
                    .join("\n"),
            )
        };
        own.filter_map(line).collect()
    }
}

//! One file on its way to a page: prepared by itself, and finished when it is known where
//! all the others lie. Whatever the reader would refuse is taken out and told.
//! Deliberately absent: anything that the file does not say.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::attachments::PageFiles;
use super::fields::{self, Fields};
use super::given::{Format, GivenFile, Material};
use super::here::Here;
use super::links::{LinkIndex, LinkTarget, relative};
use super::map::ImportMap;
use super::note::{About, Note};
use super::report::{ImportedPage, Refusal};
use super::{notion, pasted, title, words};
use crate::diagnostic::{At, Diagnostic, Severity};
use crate::document::front_matter::{RawValue, read_raw};
use crate::document::scaffold::file_name;
use crate::document::{
    Contract, Cut, Document, DocumentKey, FileBytes, identify, line_ends, parse,
};
use crate::domain::{Kind, Layer, SectionName, fields_of, title_key};
use crate::language;
use crate::memo::Hashed;

/// A page that is not finished.
pub(super) struct UnfinishedPage<'g> {
    /// Which of the given files it is.
    pub(super) number: usize,
    pub(super) file: &'g GivenFile,
    pub(super) kind: Kind,
    pub(super) id: String,
    title: String,
    values: BTreeMap<&'static str, RawValue>,
    body: String,
    /// What the file has besides its body.
    beside: String,
    files: PageFiles,
    document: Document,
    notes: Vec<Note>,
}

impl<'g> UnfinishedPage<'g> {
    /// Reads what the file says by itself.
    pub(super) fn prepare(
        number: usize,
        file: &'g GivenFile,
        material: &Material,
        here: &Here<'_>,
        map: &ImportMap,
    ) -> Result<Self, Refusal> {
        let own = if material.is_playbook { own_place(&file.path)? } else { None };
        let kind = own.as_ref().map_or(Kind::Workflow, |(kind, _)| *kind);
        let text = line_ends(&file.text).into_owned();
        let raw = read_raw(kind, &text, here.settings);
        let mut body = text.get(raw.body.clone()).unwrap_or_default().to_owned();
        let mut beside = without(&text, &raw.body);
        let mut entries = raw.entries;
        let texts = |pairs: &[(String, String)]| -> Vec<(String, RawValue)> {
            pairs.iter().map(|(key, value)| (key.clone(), RawValue::Text(value.clone()))).collect()
        };
        entries.extend(texts(&file.keys));
        if is_of_notion(&file.path)
            && let Some((properties, rest)) = notion::properties(&body)
        {
            properties.iter().for_each(|(key, value)| beside += &format!("{key} {value}\n"));
            entries.extend(texts(&properties));
            body = rest;
        }
        let empty = entries.iter().filter(|(_, value)| value.texts().is_empty());
        let without_value: String = empty.map(|(key, _)| format!("{key} ")).collect();
        let Fields { mut values, mut notes } = fields::sort(kind, entries, map, here);
        let given = values.get(title_key(kind)).map(|title| title.texts().join(" "));
        let (title, mut body, told) = title::find(given.as_deref(), file, body);
        notes.extend(told);
        if file.format == Format::Text {
            body = pasted::to_markdown(&body);
        }
        let id = own.map_or_else(|| file_name(&title), |(_, id)| id);
        if let Some(here) = map.thing(kind, &id).or_else(|| map.thing(kind, &title)) {
            return Err(Refusal::known(&file.path, format!("it is {here} here, as --map says")));
        }
        if id.is_empty() {
            let help = "give the file a title with letters";
            return Err(Refusal::content(
                &file.path,
                "no file name can be made of its title",
                help,
            ));
        }
        values.insert(title_key(kind), RawValue::Text(title.clone()));
        notes.extend(file.notes.iter().cloned());
        let mut page = Self {
            document: read(&place(kind, "everyone", &id, false), "", here),
            files: PageFiles::default(),
            number,
            file,
            kind,
            id,
            title,
            values,
            body,
            beside,
            notes,
        };
        page.settle(here)?;
        page.tell_lost_words(&without_value);
        Ok(page)
    }

    /// Takes out what the reader would refuse, and chooses the layer where none is said.
    fn settle(&mut self, here: &Here<'_>) -> Result<(), Refusal> {
        let has = |name: &str| fields_of(self.kind).into_iter().flatten().any(|it| it.name == name);
        if has("draft") {
            self.values.insert("draft", RawValue::Text("true".to_owned()));
        }
        let is_layer_chosen = self.kind == Kind::Workflow && !self.values.contains_key("layer");
        if is_layer_chosen {
            self.values.insert("layer", RawValue::Text(Layer::Fluency.as_str().to_owned()));
        }
        loop {
            self.document = read(&self.path(), &self.text(), here);
            let Some((key, why)) = self.refused_key() else { break };
            let Some(value) = self.values.remove(key) else { break };
            let written = format!("{key}: {}", value.texts().join(", "));
            self.notes.push(Note::left_out(About::Key, written, why));
            if key == "layer" {
                return self.settle(here);
            }
        }
        let Some(card) = &self.document.card else {
            let wrong = self.document.diagnostics.iter().find(|it| it.severity == Severity::Error);
            let why = wrong.map_or_else(|| "nothing in it can be read".to_owned(), told);
            let help = "mend it in the file, or cut it into smaller ones, and import it again";
            return Err(Refusal::content(&self.file.path, why, help));
        };
        if is_layer_chosen {
            let layer = likely_layer(&card.contract);
            self.values.insert("layer", RawValue::Text(layer.as_str().to_owned()));
            let why = "nothing says which: chosen by its sections, change it if it is another";
            self.notes.push(Note::taken(About::Layer, layer.as_str(), why));
            self.document = read(&self.path(), &self.text(), here);
        }
        Ok(())
    }

    /// A key that the reader refuses, and why.
    fn refused_key(&self) -> Option<(&'static str, String)> {
        let mut errors =
            self.document.diagnostics.iter().filter(|it| it.severity == Severity::Error);
        errors.find_map(|error| {
            let key = self.key_at(&error.place.at)?;
            let (name, _) = self.values.get_key_value(key.as_str())?;
            (*name != title_key(self.kind)).then(|| (*name, told(error)))
        })
    }

    /// The key at the top that a place is about. Each has a line of its own.
    fn key_at(&self, at: &At) -> Option<String> {
        match at {
            At::Value(path) | At::Key(path) => path.split(['.', '[']).next().map(str::to_owned),
            At::Bytes(start, _) => {
                let front = self.document.map.front.clone()?;
                let text = self.text();
                let start = *start as usize;
                let before = text.get(..start).filter(|_| start < front.end)?;
                let line = text.get(before.rfind('\n').map_or(0, |at| at + 1)..)?;
                line.split(':').next().map(str::to_owned)
            }
            _ => None,
        }
    }

    /// Words around the body that are neither on the page nor in a note.
    fn tell_lost_words(&mut self, known: &str) {
        let text = self.text();
        let told: String =
            self.notes.iter().map(|note| format!("{} {}\n", note.what, note.why)).collect();
        let lost = words::missing(&self.beside, &[&text, &told, known]).join(" ");
        if !lost.is_empty() {
            let why = "they stand around the text, or in comments of its front matter";
            self.notes.push(Note::left_out(About::Words, lost, why));
        }
    }

    /// Looks for the pictures and downloads that go with the page.
    pub(super) fn find_attachments(
        &mut self,
        index: &LinkIndex,
        attachments: &BTreeSet<String>,
        here: &Here<'_>,
    ) {
        let Some(card) = &self.document.card else { return };
        for link in &card.links {
            let LinkTarget::Attachment(path) = index.target(self.file, link) else { continue };
            let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
            if attachments.contains(&path) && here.asset_endings.contains(&ending) {
                self.files.add(&path);
            }
        }
    }

    /// Takes the first id that is free: its own, or with a number behind it.
    pub(super) fn take_free_id(&mut self, taken: &BTreeMap<(Kind, String), String>) {
        let asked = self.id.clone();
        let mut number = 2;
        while taken.contains_key(&(self.kind, self.id.clone())) {
            self.id = format!("{asked}-{number}");
            number += 1;
        }
        if self.id != asked {
            let why = format!("another file of this import is called {asked}");
            self.notes.push(Note::taken(About::Name, &self.id, why));
        }
    }

    /// Leaves out workflows that are neither here nor imported.
    pub(super) fn keep_known_workflows(&mut self, is_known: impl Fn(&str) -> bool) {
        for key in ["builds_on", "next"] {
            let Some(value) = self.values.remove(key) else { continue };
            let (known, unknown): (Vec<&str>, Vec<&str>) =
                value.texts().into_iter().partition(|id| is_known(id));
            for id in unknown {
                let why = "no page of this name was imported or is here";
                self.notes.push(Note::left_out(About::Key, format!("{key}: {id}"), why));
            }
            if !known.is_empty() {
                let known = known.iter().map(|id| RawValue::Text((*id).to_owned()));
                self.values.insert(key, RawValue::List(known.collect()));
            }
        }
    }

    /// Where it lies, from the playbook's root.
    pub(super) fn path(&self) -> String {
        let role = self.values.get("roles").and_then(|roles| roles.texts().first().copied());
        place(self.kind, role.unwrap_or("everyone"), &self.id, !self.files.is_empty())
    }

    /// The page as it is written, when it is known where every page lies.
    pub(super) fn finish(
        mut self,
        index: &LinkIndex,
        places: &BTreeMap<usize, String>,
        here: &Here<'_>,
    ) -> Result<ImportedPage, Refusal> {
        let path = self.path();
        self.redirect_links(&path, index, places);
        self.settle(here)?;
        self.tell_sections(here);
        self.tell_lines();
        let files = self.files.iter();
        let beside = |name: &str| file_beside(&path, self.kind, name);
        let files = files.map(|(from, name)| (beside(name), from.clone())).collect();
        let text = self.text();
        Ok(ImportedPage {
            from: self.file.path.clone(),
            title: self.title,
            notes: self.notes,
            path,
            files,
            text,
        })
    }

    /// Links and pictures lead to where things lie now.
    fn redirect_links(&mut self, path: &str, index: &LinkIndex, places: &BTreeMap<usize, String>) {
        let Some(card) = self.document.card.clone() else { return };
        let markdown = self.document.body.markdown.clone();
        let mut edits: BTreeMap<usize, (Range<usize>, String)> = BTreeMap::new();
        for (range, cut) in &markdown.cuts {
            let (Cut::Address(number) | Cut::Named(number)) = cut else { continue };
            let Some(link) = card.links.get(*number as usize) else { continue };
            let about = if link.is_image { About::Picture } else { About::Link };
            let target = index.target(self.file, link);
            let why = match &target {
                LinkTarget::Attachment(_) => "files of this kind are not published",
                _ => "nothing that was imported lies there; it stands as it was written",
            };
            let address = match target {
                LinkTarget::Elsewhere => continue,
                LinkTarget::Page(number, part) => places.get(&number).map(|place| {
                    let part = part.map(|part| format!("#{part}")).unwrap_or_default();
                    relative(path, place) + &part
                }),
                LinkTarget::Attachment(file) => {
                    let name = self.files.name(&file);
                    name.map(|name| relative(path, &file_beside(path, self.kind, name)))
                }
                LinkTarget::Nothing => None,
            };
            let Some(address) = address else {
                self.notes.push(Note::left_out(about, &link.href, why));
                continue;
            };
            let range = range.start as usize..range.end as usize;
            let mark = if link.is_image { "!" } else { "" };
            let written = match cut {
                Cut::Named(_) => format!("{mark}[{}]({address})", link.text),
                _ => address,
            };
            // `![[shot.png|300]]` says how wide it is.
            let before = markdown.text.get(range.clone()).filter(|_| matches!(cut, Cut::Named(_)));
            if let Some(before) = before.filter(|it| !words::missing(it, &[&written]).is_empty()) {
                self.notes.push(Note::taken(about, before, format!("now {written}")));
            }
            edits.insert(range.start, (range, written));
        }
        let mut text = markdown.text.to_string();
        // From the end, so that what stands before stays where it is.
        for (range, written) in edits.into_values().rev() {
            text.replace_range(range, &written);
        }
        let body = text.get(markdown.start as usize..).unwrap_or_default();
        self.body = body.to_owned();
    }

    /// Which sections the reader finds, and which headings name none.
    fn tell_sections(&mut self, here: &Here<'_>) {
        if self.kind != Kind::Workflow {
            return;
        }
        let Some(card) = self.document.card.clone() else { return };
        let language = language::find(&here.settings.language);
        let heading = |name: &SectionName| language.heading(name.as_str()).to_owned();
        let found: Vec<String> = card.contract.present.iter().map(heading).collect();
        if !found.is_empty() {
            self.notes.push(Note::taken(
                About::Sections,
                found.join("; "),
                "known by their headings",
            ));
        }
        for (name, meant) in &card.contract.misplaced {
            let why = format!("perhaps meant as ## {}", heading(name));
            self.notes.push(Note::left_out(About::Sections, &meant.title, why));
        }
        let is_told = |title: &str| card.contract.misplaced.values().any(|it| it.title == title);
        let sections = self.document.body.sections.iter().filter(|it| it.name.is_none());
        let titles: Vec<&str> =
            sections.map(|it| &*it.title).filter(|title| !is_told(title)).collect();
        if !titles.is_empty() {
            let why = "headings of their own, which no layer's contract knows";
            self.notes.push(Note::taken(About::Sections, titles.join("; "), why));
        }
    }

    /// What the reader says of the lines as they stand now.
    fn tell_lines(&mut self) {
        let map = &self.document.map;
        let said = self.document.diagnostics.iter().filter(|it| it.severity != Severity::Gap);
        let note = |it: &Diagnostic| {
            let line = map.locate(&it.place.at).line;
            Note::left_out(About::Line, format!("{line}: {}", told(it)), it.code)
        };
        let notes: Vec<Note> = said.map(note).collect();
        self.notes.extend(notes);
    }

    /// The text of the page: what is known, and the keys that a finished page has.
    fn text(&self) -> String {
        let mut text = "---\n".to_owned();
        for field in fields_of(self.kind).into_iter().flatten() {
            match self.values.get(field.name) {
                Some(value) => text += &format!("{}: {}\n", field.name, value.written()),
                None if field.gap.is_some() => text += &format!("{}:\n", field.name),
                None => {}
            }
        }
        text + "---\n\n" + self.body.trim_start_matches('\n')
    }
}

/// Kind and id of a page of another playbook.
fn own_place(path: &str) -> Result<Option<(Kind, String)>, Refusal> {
    match identify(path) {
        Some((Kind::Home, _)) => {
            Err(Refusal::known(path, "the home page of this playbook stays as it is"))
        }
        Some(place) => Ok(Some(place)),
        None => {
            let help = "name this file itself, and it becomes a workflow page";
            Err(Refusal::content(path, "it lies in no folder of a kind of page", help))
        }
    }
}

fn place(kind: Kind, role: &str, id: &str, has_files: bool) -> String {
    let folder = kind.folder();
    let name = if has_files && kind.nests() { format!("{id}/index") } else { id.to_owned() };
    match kind {
        // As `new` does: a folder for each role, for those who look for pages on disk.
        Kind::Workflow => format!("content/{folder}/{}/{name}.md", file_name(role)),
        _ => format!("content/{folder}/{name}.md"),
    }
}

/// Where a picture of the page at `path` lies.
fn file_beside(path: &str, kind: Kind, name: &str) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    if kind.nests() {
        return format!("{folder}/{name}");
    }
    // Of these all pages lie in one folder.
    format!("{folder}/{}-{name}", file.trim_end_matches(".md"))
}

fn read(path: &str, text: &str, here: &Here<'_>) -> Document {
    parse(&DocumentKey {
        path: Arc::from(path),
        bytes: Hashed::new(FileBytes::from(text.as_bytes())),
        settings: Hashed::new(here.settings.clone()),
    })
}

/// The layer of whose contract most sections are there; of equals the first.
fn likely_layer(contract: &Contract) -> Layer {
    let count = |layer: &Layer| {
        let required = SectionName::required(*layer, false).iter();
        required.filter(|name| contract.present.contains(name)).count()
    };
    // The last of equals is taken.
    Layer::ALL.iter().rev().copied().max_by_key(count).unwrap_or(Layer::Fluency)
}

fn is_of_notion(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").and_then(notion::without_id).is_some()
}

fn without(text: &str, part: &Range<usize>) -> String {
    let (before, after) = (text.get(..part.start), text.get(part.end..));
    format!("{}\n{}", before.unwrap_or_default(), after.unwrap_or_default())
}

fn told(diagnostic: &Diagnostic) -> String {
    diagnostic.message.to_string()
}

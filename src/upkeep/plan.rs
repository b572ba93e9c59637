//! What is to be done, held against what it is for: the changed sources are built, and
//! nothing may be wrong with them that was not wrong before. Deliberately absent: how
//! the changes came about.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::print::{self, Style};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::FileBytes;
use crate::edit::{ChangedFile, Obstacle, SourceChanges};
use crate::engine::{Build, Engine};
use crate::memo::Hashed;
use crate::source::Sources;

/// Why nothing is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is in the way.
    pub text: String,
    /// What to do about it.
    pub help: Vec<String>,
}

impl Refusal {
    pub(super) fn new(
        text: impl Into<String>,
        help: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self { text: text.into(), help: help.into_iter().map(Into::into).collect() }
    }
}

/// What is to be done, once it is known that nothing breaks.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The files, with what becomes of each.
    pub changes: SourceChanges,
    /// What whoever asked for it should know, or has left to do.
    pub notes: Vec<String>,
}

/// Sources with changes in the making.
pub(super) struct Draft<'a> {
    pub sources: &'a Sources,
    pub build: &'a Build,
    pub plan: Plan,
}

/// At most so many lines of a message about what would break.
const MAX_SHOWN: usize = 5;

impl<'a> Draft<'a> {
    pub(super) fn new(sources: &'a Sources, build: &'a Build) -> Self {
        Self { sources, build, plan: Plan::default() }
    }

    pub(super) fn bytes(&self, path: &str) -> &'a [u8] {
        self.sources.documents.get(path).map_or(&[], |bytes| &***bytes)
    }

    /// Gives a file other bytes, if they are others.
    pub(super) fn change(&mut self, path: &str, after: Option<Vec<u8>>) {
        let Some(after) = after else { return };
        let before = self.bytes(path).to_vec();
        self.plan.changes.files.push(ChangedFile { path: path.to_owned(), before, after });
    }

    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.plan.notes.push(text.into());
    }

    /// Settings name pages in ways of their own: a person looks whether this one is meant.
    pub(super) fn note_settings(&mut self, id: &str) {
        let is_name = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_';
        let has_id = |line: &str| line.split(|sign| !is_name(sign)).any(|word| word == id);
        let lines = self.sources.config_text.lines().zip(1..).filter(|(line, _)| has_id(line));
        let notes = lines.map(|(line, number)| {
            format!(
                "look whether this page is meant there: playbook.toml:{number}: {}",
                line.trim()
            )
        });
        self.plan.notes.extend(notes);
    }

    /// Builds what would be, and holds its messages against those of before.
    pub(super) fn finish(mut self) -> Result<(Plan, Build), Refusal> {
        self.find_conflicts()?;
        let after = Engine::with_drafts().build(&self.changed());
        let known = self.counts();
        let mut seen: BTreeMap<(String, &str), usize> = BTreeMap::new();
        let mut fresh: Vec<&Diagnostic> = Vec::new();
        for found in after.diagnostics() {
            let key = (found.place.path.to_string(), found.code);
            let count = seen.entry(key.clone()).or_default();
            *count += 1;
            if *count > known.get(&key).copied().unwrap_or_default() {
                fresh.push(found);
            }
        }
        let shown = |found: &[&Diagnostic]| {
            let lookup = |path: &str| after.source_map(path);
            let style = Style { translation: after.translation(), ..Style::default() };
            print::human(found.iter().take(MAX_SHOWN).copied(), &lookup, style)
        };
        let errors: Vec<&Diagnostic> =
            fresh.iter().filter(|it| it.severity == Severity::Error).copied().collect();
        if !errors.is_empty() {
            let text = "something would be wrong afterwards that is not wrong now";
            return Err(Refusal::new(text, [shown(&errors).trim_end()]));
        }
        if !fresh.is_empty() {
            self.note(format!("`check` will say besides:\n{}", shown(&fresh).trim_end()));
        }
        let statuses = self.statuses(&after);
        if !statuses.is_empty() {
            self.note(format!("readers will see of these pages:\n  {}", statuses.join("\n  ")));
        }
        Ok((self.plan, after))
    }

    /// How many messages of each rule each file has, under the name that it will have.
    fn counts(&self) -> BTreeMap<(String, &'static str), usize> {
        let mut counts = BTreeMap::new();
        for found in self.build.diagnostics() {
            let path = self.path_after(&found.place.path);
            *counts.entry((path, found.code)).or_default() += 1;
        }
        counts
    }

    /// Pages that readers can rely on otherwise than before.
    fn statuses(&self, after: &Build) -> Vec<String> {
        let by_path = |build: &Build| -> BTreeMap<String, &'static str> {
            let pages = build.playbook().workflows.values();
            pages.map(|it| (it.page.card.path.to_string(), it.status.id())).collect()
        };
        let now = by_path(after);
        let changed = by_path(self.build).into_iter().filter_map(|(path, before)| {
            let path = self.path_after(&path);
            let now = now.get(&path).filter(|now| **now != before)?;
            Some(format!("{path}: {before} -> {now}"))
        });
        changed.collect()
    }

    fn path_after(&self, path: &str) -> String {
        match &self.plan.changes.moved {
            Some((from, to)) => moved(path, from, to).unwrap_or_else(|| path.to_owned()),
            None => path.to_owned(),
        }
    }

    fn changed(&self) -> Sources {
        let mut sources = self.sources.clone();
        for file in &self.plan.changes.files {
            let bytes = Hashed::new(FileBytes::from(file.after.as_slice()));
            sources.documents.insert(Arc::from(file.path.as_str()), bytes);
        }
        for path in &self.plan.changes.removed {
            sources.documents.remove(path.as_str());
            sources.assets.remove(path.as_str());
        }
        if self.plan.changes.moved.is_some() {
            let place = |path: Arc<str>| Arc::from(self.path_after(&path));
            let Sources { documents, assets, unpublished, .. } = sources;
            sources.documents = documents.into_iter().map(|(path, it)| (place(path), it)).collect();
            sources.assets = assets.into_iter().map(|(path, it)| (place(path), it)).collect();
            sources.unpublished =
                unpublished.into_iter().map(|(path, it)| (place(path), it)).collect();
        }
        sources
    }

    /// Two versions of a file that nobody has chosen from yet must not be made one by a
    /// program.
    fn find_conflicts(&self) -> Result<(), Refusal> {
        let changes = &self.plan.changes;
        let files = changes.files.iter().map(|file| &file.path).chain(&changes.removed);
        let has_marker = |path: &&String| {
            let text = String::from_utf8_lossy(self.bytes(path));
            let mut lines = text.lines();
            lines.any(|line| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> "))
        };
        let in_conflict: BTreeSet<&String> = files.filter(has_marker).collect();
        let names: Vec<&str> = in_conflict.into_iter().map(String::as_str).collect();
        if names.is_empty() {
            return Ok(());
        }
        let text = format!("a merge is not finished in {}", names.join(", "));
        Err(Refusal::new(text, ["decide there which lines stay, and do it again"]))
    }
}

/// Why a file cannot be changed, and what to do first.
pub(super) fn cannot(path: &str, obstacle: Obstacle) -> Refusal {
    let help = format!("mend it first: playbook check {path}");
    Refusal::new(format!("{path} cannot be changed by a program: {obstacle}"), [help])
}

/// Where a path is after something was moved, if it is in it.
pub(super) fn moved(path: &str, from: &str, to: &str) -> Option<String> {
    let rest = path.strip_prefix(from)?;
    (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
}

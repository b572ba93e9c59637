//! Pages are renamed, merged and moved, and people forgotten: whatever names them follows,
//! nothing breaks, and every file differs only where it must.

mod command;
mod forget;
mod merge;
mod rename;

use playbook::edit::{ChangedFile, SourceChanges};
use playbook::engine::{Build, Engine};
use playbook::model::Page;
use playbook::upkeep::{self, Plan, Refusal};

use crate::fixture::{self, Files};

/// What `mv` plans in these files.
fn planned(files: &Files, from: &str, to: &str) -> Result<Plan, Refusal> {
    let sources = fixture::sources(files);
    let build = Engine::with_drafts().build(&sources);
    upkeep::rename(&sources, &build, page(&build, from), to)
}

/// The page in this file.
fn page<'a>(build: &'a Build, path: &str) -> &'a Page {
    let mut pages = build.playbook().pages().chain(build.playbook().unpublished());
    pages.find(|page| *page.card.path == *path).unwrap_or_else(|| panic!("no page in {path}"))
}

/// The files once a plan is carried out.
fn applied(files: &Files, changes: &SourceChanges) -> Files {
    let mut after = files.clone();
    for file in &changes.files {
        assert_eq!(after[&file.path], file.before);
        after.insert(file.path.clone(), file.after.clone());
    }
    for path in &changes.removed {
        after.remove(path).unwrap();
    }
    if let Some((from, to)) = &changes.moved {
        let place = |path: &str| match path.strip_prefix(from.as_str()) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => format!("{to}{rest}"),
            _ => path.to_owned(),
        };
        after = after.into_iter().map(|(path, bytes)| (place(&path), bytes)).collect();
    }
    after
}

/// A plan as a reviewer sees it: lines that go and come, by file, and what is said.
fn shown(plan: &Plan) -> String {
    let mut shown = String::new();
    for file in &plan.changes.files {
        shown += &format!("{}\n{}", file.path, lines(file).concat());
    }
    shown.extend(plan.changes.removed.iter().map(|path| format!("{path} goes\n")));
    shown.extend(plan.changes.moved.iter().map(|(from, to)| format!("{from} -> {to}\n")));
    shown.extend(plan.notes.iter().map(|note| format!("note: {note}\n")));
    shown
}

/// The lines that go, and those that come.
fn lines(file: &ChangedFile) -> Vec<String> {
    let runs = file.changed_lines().into_iter();
    let lines = runs.flat_map(|run| {
        let removed = run.removed.into_iter().map(|line| format!("-{line}\n"));
        removed.chain(run.added.into_iter().map(|line| format!("+{line}\n"))).collect::<Vec<_>>()
    });
    lines.collect()
}

/// Files with more laid over them.
fn with(mut files: Files, more: &[(&str, &str)]) -> Files {
    files.extend(more.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    files
}

fn refused(result: Result<Plan, Refusal>) -> String {
    let refusal = result.unwrap_err();
    format!("{}\n{}", refusal.text, refusal.help.join("\n"))
}

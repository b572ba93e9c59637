//! What a page says in other signs than the reader expects, written down as it was read: a
//! warning that carries a line. An error is a question to a person and stays one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::FileBytes;
use crate::edit::PageEdit;
use crate::engine::{Build, Engine};
use crate::memo::Hashed;
use crate::source::Sources;

use super::plan::{Draft, Plan, Refusal};

/// A line that is mended may bring another one to light; no page needs more.
const ROUNDS: usize = 5;

/// Rules whose warnings say how something was read. Others offer a line that would change
/// what the page says: a key that is not read (PB109), a blank of another tool (PB212), a
/// caught error in plain lines (PB253).
pub const MENDED_RULES: &[&str] = &[
    "PB105", "PB110", "PB111", "PB112", "PB117", "PB122", "PB140", "PB141", "PB142", "PB144",
    "PB147", "PB149", "PB150", "PB251",
];

/// The files, with every line mended that was read in one way alone; `wanted` says of a path
/// whether it is to be changed. Nothing is mended by which something else would break.
pub fn mend(
    sources: &Sources,
    build: &Build,
    wanted: impl Fn(&str) -> bool,
) -> Result<Plan, Refusal> {
    let mut now = sources.clone();
    let mut last = mended(&now, build, &wanted);
    for _ in 0..ROUNDS {
        if last.is_empty() {
            break;
        }
        for (path, bytes) in std::mem::take(&mut last) {
            now.documents.insert(path, Hashed::new(FileBytes::from(bytes.as_slice())));
        }
        last = mended(&now, &Engine::with_drafts().build(&now), &wanted);
    }
    let mut draft = Draft::new(sources, build);
    for (path, bytes) in &now.documents {
        if draft.bytes(path) != &***bytes {
            draft.change(path, Some(bytes.to_vec()));
        }
    }
    if draft.plan.changes.files.is_empty() {
        return Ok(Plan::default());
    }
    draft.finish().map(|(plan, _)| plan)
}

/// One round: the new bytes of each file in which a line can be mended.
fn mended(
    sources: &Sources,
    build: &Build,
    wanted: impl Fn(&str) -> bool,
) -> BTreeMap<Arc<str>, Vec<u8>> {
    let mut by_path: BTreeMap<&Arc<str>, BTreeSet<(u32, u32, &str)>> = BTreeMap::new();
    let mut in_conflict: BTreeSet<&Arc<str>> = BTreeSet::new();
    for found in build.diagnostics() {
        let path = &found.place.path;
        if found.code == "PB243" {
            // Which of two versions is meant, nobody has said yet.
            in_conflict.insert(path);
        }
        if let Some(fix) = found.fix.as_ref().filter(|_| is_mended(found) && wanted(path)) {
            by_path.entry(path).or_default().insert((fix.start, fix.end, &fix.text));
        }
    }
    by_path.retain(|path, _| !in_conflict.contains(path));
    let changed = by_path.into_iter().filter_map(|(path, fixes)| {
        let bytes = sources.documents.get(path)?;
        let mut page = PageEdit::of(bytes, build.source_map(path)?).ok()?;
        let mut free_until = u32::MAX;
        for (start, end, lines) in fixes.into_iter().rev() {
            // Of two that overlap the later one waits for the next round.
            if end <= free_until {
                page.replace_lines(start as usize..end as usize, lines);
                free_until = start;
            }
        }
        Some((Arc::clone(path), page.finish()?))
    });
    changed.collect()
}

fn is_mended(found: &Diagnostic) -> bool {
    found.severity == Severity::Warn && MENDED_RULES.contains(&found.code)
}

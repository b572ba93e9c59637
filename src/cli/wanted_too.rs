//! One more who wants a page that others asked for: a letter, or a second one that asks
//! for the same.

use std::path::Path;

use crate::document::DocumentSettings;
use crate::domain::Kind;
use crate::edit;
use crate::engine::Build;
use crate::letter::{Letter, LetterLine};
use crate::model::Wanted;

use super::exit::Exit;
use super::named_page::find_page;
use super::terminal::Terminal;
use super::written::change_page;

/// Counts one more who wants a page that others asked for.
pub(super) fn wanted_too(
    letter: &Letter,
    root: &Path,
    build: &Build,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let word = letter.answer(LetterLine::Page).unwrap_or_default();
    let page =
        find_page(build.playbook(), &[Kind::Wanted], word).map_err(|it| it.tell(terminal))?;
    let wanted = build.playbook().wanted.get(&page.id.id).ok_or(Exit::Bug)?;
    count(wanted, root, build, terminal)
}

/// One more for a wanted page.
pub(super) fn count(
    wanted: &Wanted,
    root: &Path,
    build: &Build,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    // Whoever wrote the page has asked as well.
    let seen = wanted.front.seen.unwrap_or(1).saturating_add(1);
    let settings = DocumentSettings::of(&build.playbook().config);
    let by_hand = format!("seen: {seen}");
    change_page(root, &wanted.page, &settings, &by_hand, terminal, |page| {
        edit::set_seen(page, seen)
    })
}

//! The role that somebody typed: by id, by another name of it, or by the name
//! that pages show.

use crate::diagnostic::nearest;
use crate::model::{Playbook, Role};

use super::exit::Exit;
use super::terminal::Terminal;

/// A word that is no role of this playbook.
pub(super) struct UnknownRole {
    word: String,
    help: String,
}

impl UnknownRole {
    /// Says so, and what to type instead.
    pub(super) fn tell(&self, terminal: &Terminal) -> Exit {
        let word = &self.word;
        terminal.error(&format!("no role is called \"{word}\""), [self.help.as_str()]);
        Exit::Usage
    }
}

/// The role and its id; nothing for `everyone`, who is nobody in particular.
pub(super) fn find_role<'a>(
    playbook: &'a Playbook,
    word: &str,
) -> Result<Option<(&'a str, &'a Role)>, UnknownRole> {
    let lower = word.trim().to_lowercase();
    if lower == "everyone" {
        return Ok(None);
    }
    let is_named = |id: &str, role: &Role| {
        let aliases = role.front.aliases.iter();
        let mut names = aliases.chain([&role.page.card.title]).map(|name| name.to_lowercase());
        id == lower || names.any(|name| name == lower)
    };
    let mut roles = playbook.roles.iter();
    match roles.find(|(id, role)| is_named(id, role)) {
        Some((id, role)) => Ok(Some((id, role))),
        None => Err(unknown(playbook, word)),
    }
}

fn unknown(playbook: &Playbook, word: &str) -> UnknownRole {
    let ids: Vec<&str> = playbook.roles.keys().map(AsRef::as_ref).collect();
    let help = match nearest(word, ids.iter().copied()) {
        Some(near) => format!("did you mean `--role {near}`?"),
        None if ids.is_empty() => {
            "there is none yet; start one with `playbook new role`".to_owned()
        }
        None => format!("write one of these, or everyone: {}", ids.join(", ")),
    };
    UnknownRole { word: word.to_owned(), help }
}

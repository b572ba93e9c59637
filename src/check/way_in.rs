//! Whether readers can hand anything in: asked by `check` alone, since nobody who builds
//! or writes a page can do something about it.

use crate::diagnostic::rules::setup::pb960_no_way_in;
use crate::diagnostic::{Diagnostic, Place, SETTINGS};
use crate::model::{Playbook, Status};

/// What a site owner has to set before anybody can write from a page, said once.
pub fn way_in(playbook: &Playbook) -> Option<Diagnostic> {
    let config = &playbook.config;
    let is_closed = config.contact.is_none() && config.repository.is_none();
    // A playbook that was just begun has examples only, and nobody reads it yet.
    let mut pages = playbook.workflows.values();
    let is_used = pages.any(|page| page.status != Status::Example);
    (is_closed && is_used).then(|| pb960_no_way_in::breach(Place::file(&SETTINGS.into())))
}

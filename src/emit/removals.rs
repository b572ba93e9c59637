//! Mass removal is asked for: a build that would take most of its pages from a
//! site has more often lost its sources than its purpose. A site and the manifest
//! of the one before enter; a refusal may leave.

use super::error::EmitError;
use super::manifest::Manifest;
use crate::address::Route;
use crate::engine::Site;

/// So many pages may always go: a playbook in its first weeks turns over fast.
const ALWAYS_ALLOWED: usize = 10;

/// Pages that the message names.
const MAX_PAGES_NAMED: usize = 20;

/// Refuses to take away more than half of the pages, and more than [`ALWAYS_ALLOWED`].
pub(super) fn refuse_most(site: &Site, before: &Manifest) -> Result<(), EmitError> {
    // Only pages: files of the search come and go with any edit.
    let pages: Vec<&String> = before.files.keys().filter(|path| Route::is_page(path)).collect();
    let gone: Vec<&str> =
        pages.iter().map(|path| path.as_str()).filter(|path| site.find(path).is_none()).collect();
    if gone.len() <= ALWAYS_ALLOWED || gone.len() * 2 <= pages.len() {
        return Ok(());
    }
    let named = gone.get(..MAX_PAGES_NAMED).unwrap_or(&gone).join(", ");
    let more = gone.len().saturating_sub(MAX_PAGES_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let (gone, all) = (gone.len(), pages.len());
    Err(EmitError::Refused {
        message: format!("refused to remove {gone} of the {all} pages of the site: {named}{more}"),
        help: vec![
            "look whether the playbook is whole, and the one that was meant".to_owned(),
            "if these pages are to go, say so with `--allow-removals`".to_owned(),
        ],
    })
}

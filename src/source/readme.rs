//! A README that was meant as a page: its bytes enter, and a message leaves if it has
//! front matter with a title. Deliberately absent: the README that is none, of which
//! nobody hears.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::files::pb415_readme;
use crate::document::identify;

use super::names;

/// What is said of a README.
pub(super) fn problem(path: &Arc<str>, bytes: &[u8]) -> Option<Diagnostic> {
    let title = title(&String::from_utf8_lossy(bytes))?;
    let (folder, _) = path.rsplit_once('/')?;
    let index = format!("{folder}/index.md");
    // In the folder of a whole kind an `index.md` is no page: its name would be the kind's.
    let name = match identify(&index) {
        Some(_) => "index.md".to_owned(),
        None => names::suggest(&format!("{}.md", title.to_lowercase())),
    };
    Some(pb415_readme::page(path, &name))
}

/// The title in its front matter.
fn title(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut lines = text.lines();
    if lines.next()?.trim_end() != "---" {
        return None;
    }
    let front = lines.take_while(|line| line.trim_end() != "---");
    let mut titles = front.filter_map(|line| {
        let (key, value) = line.split_once(':')?;
        let value = value.trim().trim_matches(['"', '\'']);
        (matches!(key, "title" | "name") && !value.is_empty()).then(|| value.to_owned())
    });
    titles.next()
}

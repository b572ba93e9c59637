//! Where a reader may act on a page: the forge's own editor, or the contact
//! that needs no account.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::config::{Config, Forge, Repository};
use crate::document::Route;
use crate::document::kind::{Kind, Layer};
use crate::document::scaffold::{Scaffold, file_name, write};
use crate::model::Page;

use super::planner::Planner;
use super::view::ActionsView;

/// Edit, repeat, improve and the twin of a page.
pub(super) fn actions(planner: &Planner<'_>, page: &Page) -> ActionsView {
    let config = &planner.playbook().config;
    let title = planner.title(page);
    let about = |key: &str| message(config, &planner.language.fill(key, &[("title", title)]));
    let twin = Route::twin(page.id.kind, &page.id.id);
    let repeated = (page.id.kind == Kind::Workflow).then(|| about("about-repeated")).flatten();
    ActionsView {
        edit: config.repository.as_ref().map(|it| edit(it, &page.card.path)),
        repeated,
        improve: about("about-improve"),
        twin: Some(planner.href(&twin)),
    }
}

/// Where to write a page that does not exist yet.
pub(super) fn write_it(
    planner: &Planner<'_>,
    layer: Option<Layer>,
    role: Option<&str>,
    job: Option<&str>,
) -> Option<String> {
    let config = &planner.playbook().config;
    let about = job.unwrap_or_default();
    match config.repository.as_ref().filter(|it| it.forge == Forge::Github) {
        Some(repository) => {
            // A job is no title: the writer finds one.
            let scaffold = Scaffold {
                kind: Kind::Workflow,
                title: "",
                layer,
                role,
                job,
                jobs: &[],
                ladder: &config.ladder,
            };
            let folder = role.unwrap_or("everyone");
            let name = proposed_name(planner, about, layer);
            let file = under_root(repository, &format!("content/workflows/{folder}/{name}.md"));
            Some(format!(
                "{}/new/{}?filename={}&value={}",
                repository.url,
                encode(&repository.branch),
                encode(&file),
                encode(&write(&scaffold, planner.language)),
            ))
        }
        None => message(config, &planner.language.fill("about-write", &[("title", about)])),
    }
}

/// A file name made of the job; with the layer when a page has that one.
fn proposed_name(planner: &Planner<'_>, job: &str, layer: Option<Layer>) -> String {
    let name = file_name(job);
    let is_taken = |name: &str| planner.playbook().workflows.contains_key(name);
    match layer {
        _ if name.is_empty() => "new-page".to_owned(),
        Some(layer) if is_taken(&name) => format!("{name}-{}", layer.as_str()),
        _ => name,
    }
}

fn edit(repository: &Repository, path: &str) -> String {
    let file = under_root(repository, path);
    let file: Vec<String> = file.split('/').map(encode).collect();
    let verb = match repository.forge {
        Forge::Github => "edit",
        Forge::Gitlab => "-/edit",
    };
    format!("{}/{verb}/{}/{}", repository.url, encode(&repository.branch), file.join("/"))
}

fn under_root(repository: &Repository, path: &str) -> String {
    if repository.root.is_empty() { path.to_owned() } else { format!("{}/{path}", repository.root) }
}

/// The contact's address with a subject filled in.
fn message(config: &Config, title: &str) -> Option<String> {
    let contact = config.contact.as_ref()?;
    if contact.starts_with("mailto:") && !contact.contains("{title}") {
        let mark = if contact.contains('?') { '&' } else { '?' };
        return Some(format!("{contact}{mark}subject={}", encode(title)));
    }
    Some(contact.replace("{title}", &encode(title)).replace("{text}", ""))
}

/// Everything but the characters that RFC 3986 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

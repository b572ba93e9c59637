//! Where a reader may act on a page: the forge's own editor, or the contact
//! that needs no account.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::config::{Config, Forge, Repository};
use crate::document::scaffold::{Scaffold, file_name, write};
use crate::domain::{Kind, Layer};
use crate::model::{EVERYONE, Page};

use super::planner::Planner;
use super::view::ActionsView;

/// Edit, repeat, improve and the twin of a page.
pub(super) fn actions(planner: &Planner<'_>, page: &Page) -> ActionsView {
    let config = &planner.playbook().config;
    let title = planner.title(page);
    let about = |key: &str| message(config, &planner.language.fill(key, &[("title", title)]), "");
    let is_workflow = page.id.kind == Kind::Workflow;
    let repeated = is_workflow.then(|| about("letter-subject-repeated")).flatten();
    ActionsView {
        edit: config.repository.as_ref().map(|it| edit(it, &page.card.path)),
        repeated,
        improve: about("letter-subject-improve"),
        twin: Some(planner.href(&page.id.twin())),
        permanent: is_workflow.then(|| planner.href(&page.route)),
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
    new_file(planner, layer, role, job).or_else(|| {
        let title = job.unwrap_or_default();
        message(config, &planner.language.fill("letter-subject-write", &[("title", title)]), "")
    })
}

/// The forge's editor with a new page. GitLab fills in its name only.
pub(super) fn new_file(
    planner: &Planner<'_>,
    layer: Option<Layer>,
    role: Option<&str>,
    job: Option<&str>,
) -> Option<String> {
    let repository = planner.playbook().config.repository.as_ref()?;
    let ladder = &planner.playbook().config.ladder;
    // A job is no title: the writer finds one.
    let scaffold =
        Scaffold { kind: Kind::Workflow, title: "", layer, role, job, jobs: &[], ladder };
    let name = proposed_name(planner, job.unwrap_or_default(), layer);
    let path = NEW_PAGE.replace("{role}", role.unwrap_or(EVERYONE)).replace("new-page", &name);
    let (url, branch) = (&repository.url, encode(&repository.branch));
    let file = encode(&under_root(repository, &path));
    Some(match repository.forge {
        Forge::Github => {
            let value = encode(&write(&scaffold, planner.language));
            format!("{url}/new/{branch}?filename={file}&value={value}")
        }
        Forge::Gitlab => format!("{url}/-/new/{branch}?file_name={file}"),
    })
}

/// Where a new page belongs; whoever writes it gives it a better name.
pub(super) const NEW_PAGE: &str = "content/workflows/{role}/new-page.md";

/// The contact with a new page as the text of the message.
pub(super) fn send(planner: &Planner<'_>, text: &str) -> Option<String> {
    let subject = planner.language.fill("letter-subject-write", &[("title", "")]);
    message(&planner.playbook().config, subject.trim_end_matches([' ', ':']), text)
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
    // Part by part: a slash divides folders and has to stay one.
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

/// The contact's address with a subject and a text filled in.
fn message(config: &Config, title: &str, text: &str) -> Option<String> {
    let contact = config.contact.as_ref()?;
    // RFC 6068: lines of a mail end with CR LF.
    let text = encode(&text.replace('\n', "\r\n"));
    if contact.starts_with("mailto:") && !contact.contains("{title}") {
        let mark = if contact.contains('?') { '&' } else { '?' };
        let body = if text.is_empty() { String::new() } else { format!("&body={text}") };
        return Some(format!("{contact}{mark}subject={}{body}", encode(title)));
    }
    Some(contact.replace("{title}", &encode(title)).replace("{text}", &text))
}

/// The contact's address as a pattern, with `{title}` and `{text}` where a
/// script fills them in.
pub(super) fn contact(config: &Config) -> Option<String> {
    let contact = config.contact.as_ref()?;
    if contact.starts_with("mailto:") && !contact.contains("{title}") {
        let mark = if contact.contains('?') { '&' } else { '?' };
        return Some(format!("{contact}{mark}subject={{title}}&body={{text}}"));
    }
    Some(contact.clone())
}

/// Everything but the characters that RFC 3986 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

//! Where a reader may act on a page: the forge's own editor, or the contact
//! that needs no account.

use crate::address::{OverviewPage, Route};
use crate::config::{Config, Forge};
use crate::document::scaffold::{Scaffold, write};
use crate::domain::{Kind, Layer};
use crate::letter::{self, LetterKind, LetterLine};
use crate::model::{EVERYONE, Page};

use super::forge::{self, edit, encode};
use super::planner::Planner;
use super::view::ActionsView;

/// Edit, repeat, improve and the twin of a page.
pub(super) fn actions(planner: &Planner<'_>, page: &Page) -> ActionsView {
    let config = &planner.playbook().config;
    let title = planner.title(page);
    let address = address(planner, &page.route);
    let about = |kind: LetterKind| letter(planner, kind, title, &[(LetterLine::Page, &address)]);
    let is_workflow = page.id.kind == Kind::Workflow;
    let improve = about(LetterKind::Improve);
    let unset = config.contact.is_none() && config.repository.is_none();
    ActionsView {
        edit: config.repository.as_ref().map(|it| edit(it, &page.card.path)),
        repeated: is_workflow.then(|| about(LetterKind::Repeated)).flatten(),
        improve,
        wrong: about(LetterKind::Wrong),
        want: None,
        unset: unset.then(|| planner.word("nowhere-to-write")),
        twin: Some(planner.href(&page.id.twin())),
        permanent: is_workflow.then(|| planner.href(&page.route)),
    }
}

/// The same for a wanted page: one more may want it, as long as nobody has written it.
pub(super) fn wanted_actions(planner: &Planner<'_>, page: &Page, is_open: bool) -> ActionsView {
    let address = address(planner, &page.route);
    let known = [(LetterLine::Page, address.as_str())];
    let want = || letter(planner, LetterKind::Want, planner.title(page), &known);
    ActionsView { want: is_open.then(want).flatten(), ..actions(planner, page) }
}

/// The form for a page that does not exist yet, for everybody: with what is known of it,
/// and with a name for its file that no other link proposes.
pub(super) fn form(
    planner: &Planner<'_>,
    layer: Option<Layer>,
    role: Option<&str>,
    job: Option<&str>,
) -> String {
    let own_role = role.unwrap_or(EVERYONE);
    let name = planner.indexes().proposed_names.name(job.unwrap_or_default(), own_role, layer);
    let known = [("role", role), ("job", job), ("name", Some(name.as_str()))];
    let fields = known.into_iter().filter_map(|(key, value)| {
        let value = value.filter(|it| !it.is_empty())?;
        Some(format!("{key}={}", encode(value)))
    });
    let fields = fields.collect::<Vec<_>>().join("&");
    let page = planner.href(&OverviewPage::Contribute.route());
    // Without script the layer's question, with the file to copy.
    let layer = layer.map_or_else(String::new, |layer| format!("#{}", layer.as_str()));
    format!("{page}?{fields}{layer}")
}

/// Where to write a page that does not exist yet without the form.
pub(super) fn write_it(
    planner: &Planner<'_>,
    layer: Option<Layer>,
    role: Option<&str>,
    job: Option<&str>,
) -> Option<String> {
    let forge = planner.playbook().config.repository.as_ref().map(|it| it.forge);
    let starts_file = matches!(forge, Some(Forge::Github | Forge::Gitlab | Forge::Gitea));
    let address = address(planner, planner.route);
    let known = [
        (LetterLine::Page, address.as_str()),
        (LetterLine::Role, role.unwrap_or_default()),
        (LetterLine::Job, job.unwrap_or_default()),
        (LetterLine::Layer, layer.map_or("", Layer::as_str)),
    ];
    let write = || letter(planner, LetterKind::Write, job.unwrap_or_default(), &known);
    let file = || new_file(planner, layer, role, job);
    // Where the forge takes no text from a link, a letter says more than a folder's page.
    if starts_file { file() } else { write().or_else(file) }
}

/// The forge's editor with a new page; where no link leads there, the folder's page.
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
    let names = &planner.indexes().proposed_names;
    let role = role.unwrap_or(EVERYONE);
    let name = names.name(job.unwrap_or_default(), role, layer);
    let path = NEW_PAGE.replace("{role}", role).replace("new-page", &name);
    Some(forge::new_file(repository, &path, &write(&scaffold, planner.language)))
}

/// Where a new page belongs; whoever writes it gives it a better name.
pub(super) const NEW_PAGE: &str = "content/workflows/{role}/new-page.md";

/// The contact with a new page as the text of the message; with lines to fill in where a
/// mail program could cut the page.
pub(super) fn send(planner: &Planner<'_>, text: &str) -> Option<String> {
    let subject = letter::subject(LetterKind::Write, "", planner.language);
    let contact = planner.playbook().config.contact.as_deref()?;
    let whole = message(contact, subject.trim_end_matches([' ', ':']), text);
    if whole.len() < MAX_LETTER {
        return Some(whole);
    }
    let address = address(planner, planner.route);
    letter(planner, LetterKind::Write, "", &[(LetterLine::Page, &address)])
}

/// The address of a page as it stands in a letter.
fn address(planner: &Planner<'_>, route: &Route) -> String {
    match &planner.playbook().config.site.base_url {
        Some(base) => route.absolute(base),
        None => route.to_string(),
    }
}

/// Encoded characters of a letter's link: programs cut longer ones.
const MAX_LETTER: usize = 1800;

/// A letter to the contact, or to where the forge collects issues.
fn letter(
    planner: &Planner<'_>,
    kind: LetterKind,
    title: &str,
    known: &[(LetterLine, &str)],
) -> Option<String> {
    let config = &planner.playbook().config;
    let contact = config.contact.as_deref();
    let write = |letters: usize, known: &[(LetterLine, &str)], with_hints: bool| {
        let cut: String = title.chars().take(letters).collect();
        let cut = if cut.len() < title.len() { format!("{}…", cut.trim_end()) } else { cut };
        let subject = letter::subject(kind, &cut, planner.language);
        let subject = subject.trim_end_matches([' ', ':']);
        let body = letter::body(kind, known, with_hints, planner.language);
        match (contact, &config.repository) {
            (Some(contact), _) => Some(message(contact, subject, &body)),
            (None, Some(repository)) => forge::issue(repository, subject, &body),
            (None, None) => None,
        }
    };
    // What can be done without goes first: the page's address never goes.
    let page = known.get(..1).unwrap_or_default();
    let shorter =
        [(usize::MAX, known, true), (60, known, true), (20, known, false), (20, page, false)];
    let mut written =
        shorter.into_iter().filter_map(|(letters, known, hints)| write(letters, known, hints));
    written.find(|link| link.len() < MAX_LETTER).or_else(|| write(0, page, false))
}

/// The contact's address with a subject and a text filled in.
fn message(contact: &str, title: &str, text: &str) -> String {
    // RFC 6068: lines of a mail end with CR LF.
    let text = encode(&text.replace('\n', "\r\n"));
    pattern(contact).replace("{title}", &encode(title)).replace("{text}", &text)
}

/// The contact's address as a pattern, with `{title}` and `{text}` where a
/// script fills them in.
pub(super) fn contact(config: &Config) -> Option<String> {
    config.contact.as_deref().map(pattern)
}

fn pattern(contact: &str) -> String {
    let mut pattern = contact.to_owned();
    if contact.starts_with("mailto:") {
        for (blank, field) in [("{title}", "subject"), ("{text}", "body")] {
            // What the owner has written for a field stays theirs.
            if !contact.contains(blank) && !contact.contains(&format!("{field}=")) {
                let mark = if pattern.contains('?') { '&' } else { '?' };
                pattern.push_str(&format!("{mark}{field}={blank}"));
            }
        }
    }
    pattern
}

//! A page to be, and the file that it becomes: with what is known of it, in the folder
//! where it belongs, never over another.

use std::path::Path;

use crate::address::Route;
use crate::document::identify;
use crate::document::scaffold::{FilledIn, Scaffold, file_name, write_filled};
use crate::domain::{Kind, Layer};
use crate::edit;
use crate::engine::Build;
use crate::language;
use crate::model::Role;

use super::super::day::today;
use super::super::exit::Exit;
use super::super::named_role::find_role;
use super::super::terminal::Terminal;
use super::super::written::{look_at, refused};

/// The id of a role that is called so; nothing for everyone.
pub(super) fn role_id(
    build: &Build,
    typed: Option<&str>,
    terminal: &Terminal,
) -> Result<Option<String>, Exit> {
    let role = typed.map(|role| find_role(build.playbook(), role));
    let role = role.transpose().map_err(|unknown| unknown.tell(terminal))?.flatten();
    Ok(role.map(|(id, _)| id.to_owned()))
}

/// A page to be.
pub(super) struct NewPage {
    pub kind: Kind,
    pub title: String,
    pub layer: Option<Layer>,
    pub role: Option<String>,
    pub filled: FilledIn,
}

impl NewPage {
    pub fn of(kind: Kind) -> Self {
        let mut filled = FilledIn::default();
        // The day the page is begun, which is no claim of anybody.
        filled.values.insert("written", today().to_string());
        Self { kind, title: String::new(), layer: None, role: None, filled }
    }

    /// Who answers for it: by the id where there is a page of theirs.
    pub fn owner(&mut self, build: &Build, owner: &str, terminal: &Terminal) {
        if owner.is_empty() {
            return;
        }
        let playbook = build.playbook();
        let person = playbook.find_person(owner);
        if person.is_none() {
            let help = match playbook.nearest_person(owner) {
                Some(near) => format!("did you mean {near}?"),
                None => format!("begin a page for them with `playbook new person \"{owner}\"`"),
            };
            terminal.fault(&format!("warning: nobody here is called \"{owner}\"; {help}"));
        }
        let owner = person.map_or_else(|| owner.to_owned(), |it| it.page.id.id.to_string());
        self.filled.values.insert("owner", owner);
    }

    pub fn create(&self, root: &Path, build: &Build, terminal: &Terminal) -> Result<Exit, Exit> {
        let playbook = build.playbook();
        let role: Option<&Role> = self.role.as_deref().and_then(|id| playbook.roles.get(id));
        let jobs = role.map_or_else(Vec::new, |role| {
            role.front.priorities.iter().map(|priority| priority.job.as_str()).collect()
        });
        let scaffold = Scaffold {
            kind: self.kind,
            title: &self.title,
            layer: self.layer,
            role: self.role.as_deref(),
            job: None,
            jobs: &jobs,
            ladder: &playbook.config.ladder,
        };
        let language = language::find(&playbook.config.site.language);
        let text = write_filled(&scaffold, &self.filled, language);
        let name = name_of(&self.title, terminal)?;
        let path = place(self.kind, self.role.as_deref(), &name);
        create(root, build, &path, &text, terminal)
    }
}

/// The name of the file for a title.
pub(super) fn name_of(title: &str, terminal: &Terminal) -> Result<String, Exit> {
    let name = file_name(title);
    if name.is_empty() {
        let help = "give it a title with letters, for example \"Prepare a renewal call\"";
        terminal.error("no file name can be made of this title", [help]);
        return Err(Exit::Usage);
    }
    Ok(name)
}

/// Writes the file, unless there is one of its path or a page of its id.
pub(super) fn create(
    root: &Path,
    build: &Build,
    path: &str,
    text: &str,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let named = identify(path);
    let mut others = build.playbook().documents.keys();
    // Folders do not show in addresses: two pages of one id would have one address.
    if let Some(other) = others.find(|other| identify(other) == named && &***other != path) {
        let text = format!("{path} would have the address of {other}");
        terminal.error(&text, ["nothing was written; choose another title, or write in that file"]);
        return Err(Exit::Code(3));
    }
    edit::create_file(&root.join(path), text.as_bytes())
        .map_err(|error| refused(&error, path, terminal))?;
    // The path alone goes to stdout, for a script or an editor.
    terminal.answer(path);
    terminal.note(&format!("write in it, then look at it with\n  playbook check {path}"));
    if let Some((kind, id)) = named {
        terminal.note(&look_at(&Route::page(kind, &id)));
    }
    Ok(Exit::Done)
}

/// Workflows lie in a folder of their role, for those who look for them on disk.
pub(super) fn place(kind: Kind, role: Option<&str>, name: &str) -> String {
    let folder = kind.folder();
    if kind == Kind::Workflow {
        let role = role.map_or_else(|| "everyone".to_owned(), file_name);
        return format!("content/{folder}/{role}/{name}.md");
    }
    format!("content/{folder}/{name}.md")
}

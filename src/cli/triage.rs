//! Many messages at a glance: by rule, by role, by owner. Deliberately absent: what each
//! says, which `check` shows one by one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::diagnostic::{Diagnostic, Text, Translation, nearest, rules, text};
use crate::engine::Build;
use crate::model::{EVERYONE, Named, Playbook, Workflow};

use super::exit::Exit;
use super::terminal::Terminal;

/// Rows of each table.
const MAX_ROWS: usize = 15;

/// Whose messages are asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Whose {
    /// Show only messages of pages that this colleague or desk answers for, by file name
    #[arg(long, value_name = "ID")]
    owner: Option<String>,
    /// Show only messages of pages for this role, by file name
    #[arg(long, value_name = "ID")]
    role: Option<String>,
}

/// Which page a message is about, by the path of its file.
pub(super) struct Pages<'a>(HashMap<&'a str, &'a Workflow>);

impl<'a> Pages<'a> {
    pub(super) fn of(build: &'a Build) -> Self {
        let pages = build.playbook().workflows.values();
        Self(pages.map(|page| (&*page.page.card.path, page)).collect())
    }

    /// Who answers for the page of a file.
    pub(super) fn owner(&self, path: &str) -> Option<String> {
        let owner = self.0.get(path)?.owner.as_ref()?;
        owner.id().map(|id| id.to_string())
    }

    fn page(&self, diagnostic: &Diagnostic) -> Option<&'a Workflow> {
        self.0.get(&*diagnostic.place.path).copied()
    }
}

impl Whose {
    /// Keeps the messages that are asked for. A name of nobody is told: no messages would be
    /// taken for good news.
    pub(super) fn keep(
        &self,
        playbook: &Playbook,
        pages: &Pages<'_>,
        diagnostics: &mut Vec<&Diagnostic>,
        terminal: &Terminal,
    ) -> Result<(), Exit> {
        let people = || playbook.people.keys().chain(playbook.hidden_people.keys());
        known("owner", self.owner.as_deref(), people().map(AsRef::as_ref), terminal)?;
        let roles = playbook.roles.keys().map(AsRef::as_ref).chain([EVERYONE]);
        known("role", self.role.as_deref(), roles, terminal)?;
        let is_owners = |page: &Workflow| match &self.owner {
            Some(id) => page.owner.as_ref().and_then(Named::id).is_some_and(|it| **it == **id),
            None => true,
        };
        let is_of_role = |page: &Workflow| match self.role.as_deref() {
            Some(EVERYONE) => page.everyone,
            Some(id) => page.roles.iter().any(|it| &**it == id),
            None => true,
        };
        let wants_all = self.owner.is_none() && self.role.is_none();
        diagnostics.retain(|it| {
            wants_all || pages.page(it).is_some_and(|page| is_owners(page) && is_of_role(page))
        });
        Ok(())
    }
}

/// That somebody or something has this id.
pub(super) fn known<'a>(
    what: &str,
    id: Option<&str>,
    ids: impl Iterator<Item = &'a str> + Clone,
    terminal: &Terminal,
) -> Result<(), Exit> {
    let Some(id) = id.filter(|id| ids.clone().all(|known| known != *id)) else { return Ok(()) };
    let help = nearest(id, ids).map(|near| format!("did you mean `{near}`?"));
    terminal.error(&format!("no {what} is called \"{id}\""), help.as_deref());
    Err(Exit::Usage)
}

/// How many messages there are by rule, by role and by owner: the most first.
pub(super) fn tables(
    diagnostics: &[&Diagnostic],
    pages: &Pages<'_>,
    translation: Translation,
) -> String {
    let by_rule = counted(diagnostics.iter().map(|it| vec![rule(it.code)]));
    let of_pages = || diagnostics.iter().filter_map(|it| pages.page(it));
    let by_role = counted(of_pages().map(|page| {
        let everyone = page.everyone.then(|| EVERYONE.to_owned());
        page.roles.iter().map(|role| role.to_string()).chain(everyone).collect()
    }));
    let by_owner = counted(of_pages().map(|page| {
        vec![match &page.owner {
            Some(Named::Known(id)) => id.to_string(),
            Some(Named::Unknown(name)) => name.clone(),
            None => "-".to_owned(),
        }]
    }));
    let tables =
        [(text!("By rule"), by_rule), (text!("By role"), by_role), (text!("By owner"), by_owner)];
    let tables = tables.into_iter().filter(|(_, rows)| !rows.is_empty());
    let tables = tables.map(|(title, rows)| table(title, rows, translation));
    tables.collect::<Vec<_>>().join("\n\n")
}

/// `PB301 broken-link`
fn rule(code: &str) -> String {
    rules::find(code).map_or_else(|| code.to_owned(), |rule| format!("{code} {}", rule.name))
}

fn counted(names: impl Iterator<Item = Vec<String>>) -> Vec<(usize, String)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names.flatten() {
        *counts.entry(name).or_default() += 1;
    }
    let mut rows: Vec<(usize, String)> = counts.into_iter().map(|(name, n)| (n, name)).collect();
    rows.sort_by_key(|(count, _)| Reverse(*count));
    rows
}

fn table(title: Text, rows: Vec<(usize, String)>, translation: Translation) -> String {
    let rest = rows.len().saturating_sub(MAX_ROWS);
    let mut lines = vec![title.translated(translation)];
    let shown = rows.into_iter().take(MAX_ROWS);
    lines.extend(shown.map(|(count, name)| format!("{count:>6}  {name}")));
    if rest > 0 {
        lines.push(format!("        {}", text!("and {rest} more", rest).translated(translation)));
    }
    lines.join("\n")
}

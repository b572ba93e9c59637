//! What a report says, as plain values in a fixed order: the JSON is these, and the
//! markdown says nothing else.

use serde::Serialize;

use super::super::outputs::OtherOutputs;
use crate::model::Page;

/// What a pull request does to a playbook.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// What it was compared with.
    pub since: Since,
    /// Pages that are new.
    pub added: Vec<AddedPage>,
    /// Pages with another name.
    pub renamed: Vec<RenamedLine>,
    /// Pages that are gone.
    pub deleted: Vec<DeletedLine>,
    /// Pages with another text.
    pub edited: Vec<PageLine>,
    /// Other addresses that lead nowhere now.
    pub lost: Vec<String>,
    /// Lists, feeds and twins that went with what they were about.
    pub lost_with_them: usize,
    /// Pages that readers may rely on more, or less.
    pub statuses: Vec<StatusLine>,
    /// Roles and layers with another number of pages.
    pub coverage: Vec<CoverageLine>,
    /// Links and names that lead nowhere now, or lead somewhere again.
    pub links: Links,
    /// What is wrong by the change and not said elsewhere here.
    pub problems: Vec<Problem>,
    /// What should not stand on a page, or not go into a tool.
    pub data: Vec<Problem>,
    /// Pages that do the same job, or say the same, as another one.
    pub alike: Vec<AlikePages>,
    /// What else shows something else.
    pub others: OtherOutputs,
    /// Queries that find another page first; none where nobody asked for it.
    pub searches: Option<Vec<SearchChange>>,
    /// Who wrote and who repeated.
    pub thanks: Vec<Thanks>,
    /// How many messages are gone by the change.
    pub mended: usize,
    /// How many were there before and still are.
    pub older: usize,
}

/// What a state was compared with.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Since {
    /// The commit, shortened as git does.
    pub commit: String,
    /// There was no playbook that could be read, so that everything counts as new.
    pub was_empty: bool,
}

/// A page that is named.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageLine {
    /// Title as its front matter has it.
    pub title: String,
    /// Path of its source.
    pub path: String,
    /// The folder and the address in the site.
    pub address: String,
}

impl PageLine {
    pub(super) fn of(page: &Page) -> Self {
        Self {
            title: page.card.title.clone(),
            path: page.card.path.to_string(),
            address: page.route.to_string(),
        }
    }
}

/// A page that is new.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AddedPage {
    /// The page that is new.
    #[serde(flatten)]
    pub page: PageLine,
    /// `workflow`, `guide` and so on.
    pub kind: &'static str,
    /// The layer of a workflow.
    pub layer: Option<String>,
    /// Titles of the roles that it is for.
    pub roles: Vec<String>,
    /// Parts of its contract that are there.
    pub has: Vec<String>,
    /// Parts that are missing, fields of front matter last.
    pub lacks: Vec<String>,
    /// Roles for which it is the first page of its layer.
    pub first_for: Vec<String>,
}

/// A page with another name.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RenamedLine {
    /// The page as it is.
    #[serde(flatten)]
    pub page: PageLine,
    /// What it was called; its path, where only that is another.
    pub old: String,
    /// What it is called.
    pub new: String,
    /// Whether its old address leads to it.
    pub redirects: bool,
    /// The line that leads its old address to it.
    pub add: Option<String>,
    /// Where the old name still stands, as `PATH:LINE`.
    pub places: Vec<String>,
}

/// A page that is gone.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DeletedLine {
    /// The page as it was.
    #[serde(flatten)]
    pub page: PageLine,
    /// `deleted`, `replaced`, `draft` or `broken`.
    pub how: &'static str,
    /// The page that its address leads to.
    pub leads_to: Option<String>,
    /// Where its name still stands, as `PATH:LINE`.
    pub places: Vec<String>,
}

/// A page with another status.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StatusLine {
    /// The page as it is.
    #[serde(flatten)]
    pub page: PageLine,
    /// The word for what it was.
    pub before: &'static str,
    /// The word for what it is.
    pub after: &'static str,
    /// What it was and is, in words.
    pub sentence: [String; 2],
    /// Why that is so.
    pub why: String,
    /// Whether readers may rely on it less.
    pub is_worse: bool,
}

/// A role that has another number of pages in a layer.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CoverageLine {
    /// Title of the role.
    pub role: String,
    /// Name of the layer.
    pub layer: String,
    /// Finished pages before, those of them that were repeated, and unfinished ones.
    pub before: [u32; 3],
    /// The same after it.
    pub after: [u32; 3],
    /// Whether the role had none.
    pub is_first: bool,
}

/// Links and names that lead nowhere, or lead somewhere again.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Links {
    /// How many lead nowhere by the change.
    pub broken: usize,
    /// How many led nowhere before.
    pub mended: usize,
}

/// Something that is wrong.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Problem {
    /// `error`, `gap` or `warn`.
    pub severity: &'static str,
    /// Code of the rule.
    pub code: &'static str,
    /// Path of the file.
    pub path: String,
    /// Number of the line, from 1.
    pub line: usize,
    /// What is the matter.
    pub message: String,
}

/// Two pages that are much the same.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AlikePages {
    /// The page that the change is about.
    #[serde(flatten)]
    pub page: PageLine,
    /// The one that was there.
    pub other: PageLine,
    /// `job`, `title` or `text`: what both have.
    pub same: &'static str,
}

/// A query that finds another page first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SearchChange {
    /// What was looked for.
    pub query: String,
    /// The first result before, as an address.
    pub before: Option<String>,
    /// The first result after.
    pub after: Option<String>,
    /// Whether it should find it: `found`, `lost` or nothing where that is as it was.
    pub verdict: Option<&'static str>,
}

/// Somebody who is to be thanked.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Thanks {
    /// As colleagues call them.
    pub who: String,
    /// What they did: `wrote` or `repeated`.
    pub what: &'static str,
    /// Title of the page.
    pub title: String,
}

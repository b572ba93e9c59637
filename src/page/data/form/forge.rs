//! Where a page is handed in at the forge: addresses with blanks that the form
//! fills in. `{file}` is a path as one value, `{path}` and `{folder}` keep their
//! slashes, `{text}` is the page.

use serde::Serialize;

use crate::config::{Forge, Repository};

/// Addresses of a forge, each with blanks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub(super) struct ForgePatterns {
    /// As people call it.
    name: &'static str,
    /// The folder of the playbook in the repository, with a slash behind it.
    root: String,
    /// The editor with a new file and its text, where the forge has one.
    new_file: Option<String>,
    /// The editor with a new file, or the page of its folder.
    new_empty: String,
    /// The editor with a file that is there.
    edit: String,
}

pub(super) fn patterns(repository: &Repository) -> ForgePatterns {
    let Repository { url, forge, branch, root } = repository;
    let branch = encoded(branch);
    let root = if root.is_empty() { String::new() } else { format!("{root}/") };
    let (name, new_file, new_empty, edit) = match forge {
        Forge::Github => (
            "GitHub",
            Some(format!("{url}/new/{branch}?filename={{file}}&value={{text}}")),
            format!("{url}/new/{branch}?filename={{file}}"),
            format!("{url}/edit/{branch}/{{path}}"),
        ),
        Forge::Gitlab => (
            "GitLab",
            None,
            format!("{url}/-/new/{branch}?file_name={{file}}"),
            format!("{url}/-/edit/{branch}/{{path}}"),
        ),
        Forge::Gitea => (
            "Gitea",
            Some(format!("{url}/_new/{branch}?filename={{file}}&value={{text}}")),
            format!("{url}/_new/{branch}?filename={{file}}"),
            format!("{url}/_edit/{branch}/{{path}}"),
        ),
        // Neither takes a name or a text: the folder's page has the button.
        Forge::Azure => (
            "Azure DevOps",
            None,
            format!("{url}?path=/{{folder_query}}&version=GB{branch}"),
            format!("{url}?path=/{{file}}&version=GB{branch}"),
        ),
        Forge::Bitbucket => (
            "Bitbucket",
            None,
            format!("{url}/src/{branch}/{{folder}}/"),
            format!("{url}/src/{branch}/{{path}}?mode=edit"),
        ),
    };
    ForgePatterns { name, root, new_file, new_empty, edit }
}

/// Branches are names; a slash in one is a part of it.
fn encoded(branch: &str) -> String {
    percent_encoding::utf8_percent_encode(branch, percent_encoding::NON_ALPHANUMERIC)
        .to_string()
        .replace("%2D", "-")
        .replace("%2E", ".")
        .replace("%5F", "_")
}

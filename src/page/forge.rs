//! Links into the web pages of a forge: an editor with a file, an issue with a text.
//! Where a forge takes nothing from an address, the page that is nearest.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::config::{Forge, Repository};

/// Encoded characters of a link with a whole file: servers refuse longer ones.
const MAX_LINK: usize = 6000;

/// The editor with a new file, as far as the forge can be told of it.
pub(super) fn new_file(repository: &Repository, path: &str, text: &str) -> String {
    let (url, branch) = (&repository.url, encode(&repository.branch));
    let path = under_root(repository, path);
    let file = encode(&path);
    let filled = |start: String| {
        let whole = format!("{start}&value={}", encode(text));
        if whole.len() < MAX_LINK { whole } else { start }
    };
    // The folder of all pages, since that of a role may not be there yet.
    let folder = path.split("/workflows/").next().unwrap_or_default();
    let folder = format!("{folder}/workflows");
    match repository.forge {
        Forge::Github => filled(format!("{url}/new/{branch}?filename={file}")),
        Forge::Gitea => filled(format!("{url}/_new/{branch}?filename={file}")),
        Forge::Gitlab => format!("{url}/-/new/{branch}?file_name={file}"),
        Forge::Azure => azure(repository, &folder),
        Forge::Bitbucket => format!("{url}/src/{branch}/{}", parts(&folder)),
    }
}

/// The editor with a file that is there.
pub(super) fn edit(repository: &Repository, path: &str) -> String {
    let (url, branch) = (&repository.url, encode(&repository.branch));
    let path = under_root(repository, path);
    let file = parts(&path);
    match repository.forge {
        Forge::Github => format!("{url}/edit/{branch}/{file}"),
        Forge::Gitlab => format!("{url}/-/edit/{branch}/{file}"),
        Forge::Gitea => format!("{url}/_edit/{branch}/{file}"),
        Forge::Azure => azure(repository, &path),
        Forge::Bitbucket => format!("{url}/src/{branch}/{file}?mode=edit"),
    }
}

/// A new issue with a title and a text, where a link can fill it in.
pub(super) fn issue(repository: &Repository, title: &str, text: &str) -> Option<String> {
    let (url, title, text) = (&repository.url, encode(title), encode(text));
    match repository.forge {
        Forge::Github | Forge::Gitea => Some(format!("{url}/issues/new?title={title}&body={text}")),
        Forge::Gitlab => Some(format!(
            "{url}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}"
        )),
        Forge::Azure | Forge::Bitbucket => None,
    }
}

fn azure(repository: &Repository, path: &str) -> String {
    let (url, branch) = (&repository.url, encode(&repository.branch));
    format!("{url}?path={}&version=GB{branch}", encode(&format!("/{path}")))
}

/// Part by part: a slash divides folders and has to stay one.
fn parts(path: &str) -> String {
    path.split('/').map(encode).collect::<Vec<_>>().join("/")
}

fn under_root(repository: &Repository, path: &str) -> String {
    if repository.root.is_empty() { path.to_owned() } else { format!("{}/{path}", repository.root) }
}

/// Everything but the characters that RFC 3986 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text as it may stand anywhere in an address.
pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

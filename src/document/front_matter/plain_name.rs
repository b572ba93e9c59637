//! Names of pages as other tools write them: `@ann`, `[[Ann Berg]]`,
//! `[Ann](../people/ann.md)`. Deliberately absent: whether there is such a page.

/// The name without what a tool put around it.
pub(super) fn plain_name(text: &str) -> &str {
    let text = text.trim();
    if let Some(inner) = text.strip_prefix("[[").and_then(|it| it.strip_suffix("]]")) {
        // `[[people/ann|Ann]]` shows the second and means the first.
        return file_stem(inner.split('|').next().unwrap_or(inner));
    }
    if let Some((_, target)) = text.strip_suffix(')').and_then(|it| it.rsplit_once("](")) {
        return file_stem(target);
    }
    let text = text.strip_prefix('@').unwrap_or(text);
    let text = text.strip_prefix('<').and_then(|it| it.strip_suffix('>')).unwrap_or(text);
    text.strip_prefix("mailto:").unwrap_or(text).trim()
}

fn file_stem(path: &str) -> &str {
    let name = path.trim().rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").unwrap_or(name)
}

//! A file that is not published because nothing says what it is.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

/// `stray-file`
pub const RULE: Rule = rule!("PB408", "stray-file", Warn, "pb408_stray_file.md");

/// A file whose extension is not in the settings.
pub fn extension(path: &Arc<str>, extension: &str) -> Diagnostic {
    let lower = extension.to_lowercase();
    let (message, help) = match lower.as_str() {
        "" => (
            text!("not published: it has no extension"),
            text!("remove it, or give it the extension of what it is"),
        ),
        "md" | "markdown" | "mdown" | "mkd" | "mdx" => (
            text!("not published: a page ends in `.md`, not in `.{extension}`", extension),
            text!("rename it to `{name}.md`", name = stem(path)),
        ),
        _ => (
            text!("not published: `.{lower}` is not in `[build] assets`", lower = &lower),
            text!(
                "remove it, or add \"{lower}\" to `assets` under `[build]` in playbook.toml",
                lower
            ),
        ),
    };
    RULE.at(Place::file(path), message).help(help)
}

/// A page in no folder of a kind; a folder that may be meant.
pub fn no_kind(path: &Arc<str>, meant: Option<&str>) -> Diagnostic {
    let problem = RULE
        .at(Place::file(path), "not published: its folder does not say what kind of page it is");
    let inside = path.strip_prefix("content/").unwrap_or(path);
    match (meant, inside.split_once('/')) {
        (Some(folder), Some((_, rest))) => {
            problem.help(text!("move it to `content/{folder}/{rest}`", folder, rest))
        }
        _ => problem
            .help(text!("a write-up lies in `content/workflows/`, as `{name}`", name = name(path))),
    }
}

/// A page in a subfolder of a kind that has none.
pub fn nested(path: &Arc<str>, folder: &str, noun: &'static str) -> Diagnostic {
    RULE.at(
        Place::file(path),
        text!(
            "not published: only workflows and guides may lie in subfolders, not a {noun}",
            noun = Text::from(noun)
        ),
    )
    .help(text!("move it to `content/{folder}/{name}`", folder, name = name(path)))
}

/// A page among the files that are copied as they are.
pub fn static_page(path: &Arc<str>) -> Diagnostic {
    RULE.at(Place::file(path), "not published: `static/` is for files that are copied as they are")
        .help(text!("move it to `content/guides/{name}`", name = name(path)))
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

fn stem(path: &str) -> &str {
    name(path).rsplit_once('.').map_or(name(path), |(stem, _)| stem)
}

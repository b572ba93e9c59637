//! A link that names a page instead of its file.

use super::super::clip::clip;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB248", "named-link", Warn, "pb248_named_link.md");

/// How many pages of one name are listed.
const LISTED: usize = 3;

/// A name that no page bears; `near` is a page of a similar name, as an address to
/// write.
pub fn unknown(
    place: Place,
    name: &str,
    text: &str,
    is_image: bool,
    near: Option<&str>,
) -> Diagnostic {
    let (example, mark) = if is_image { ("picture.png", "!") } else { ("page.md", "") };
    let message = match is_image {
        true => text!("no picture is called \"{name}\"", name = clip(name)),
        false => text!("no page is called \"{name}\"", name = clip(name)),
    };
    let found = RULE.at(place, message).label("shown without a link");
    let text = clip(text);
    match near {
        Some(near) => found.help(text!("did you mean `{mark}[{text}]({near})`?", mark, text, near)),
        None => found.help(text!(
            "write it as `{mark}[{text}]({example})`, with the way to its file",
            mark,
            text,
            example
        )),
    }
}

/// A name that more than one page bears.
pub fn shared(place: Place, name: &str, text: &str, paths: &[String]) -> Diagnostic {
    let message =
        text!("{paths} pages are called \"{name}\"", paths = paths.len(), name = clip(name));
    let found = RULE.at(place, message).label("shown without a link");
    let text = clip(text);
    let links: Vec<String> =
        paths.iter().take(LISTED).map(|path| format!("`[{text}]({path})`")).collect();
    found.help(text!("say which one is meant: {links}", links = links.join(", ")))
}

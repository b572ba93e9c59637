//! PB109 unknown-key: a key that nothing reads.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB109", "unknown-key", Warn, "pb109_unknown_key.md");

/// What other tools and habits call our keys.
const MEANT: [(&str, &str); 11] = [
    ("author", "owner"),
    ("maintainer", "owner"),
    ("contact", "owner"),
    ("date", "verified"),
    ("updated", "verified"),
    ("last_verified", "verified"),
    ("excerpt", "summary"),
    ("slug", "redirect_from"),
    ("classification", "data"),
    ("risk", "stakes"),
    ("level", "layer"),
];

/// The key of this page that is probably meant by a word of another tool.
pub fn meant(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let (_, meant) = MEANT.iter().find(|(word, _)| *word == key.to_lowercase())?;
    known.contains(meant).then_some(*meant)
}

/// What a page has under the key that was probably meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// No such line.
    Unwritten,
    /// The line without a value, as templates have it.
    Empty,
    /// A value.
    Set,
}

/// A key that nothing reads; `of` is the group it is in, empty at the top. Without
/// help where the line with the key that is meant says it all.
pub fn unknown(
    place: Place,
    key: &str,
    of: &str,
    value: &str,
    near: Option<(&str, KeyState)>,
    known: &[&str],
) -> Diagnostic {
    let of = if of.is_empty() { text!("this page") } else { Text::verbatim(format!("`{of}`")) };
    let found = RULE.at(place, text!("`{key}` is no key of {of}, so it is not read", key, of));
    let is_workflow = ["roles", "layer", "keywords"].iter().all(|word| known.contains(word));
    match (key, near) {
        ("tags", _) if is_workflow => found
            .label("`roles`, `layer` or `keywords`?")
            .help("write who it is for in `roles:`, what they gain in `layer:`, and the rest in `keywords:`"),
        ("draft", _) => found
            .label("only workflows have drafts")
            .help("keep an unfinished page out of `content/` until it is ready"),
        ("status", _) => found
            .label("derived")
            .help("delete this line: the status follows from `verified`, `repeated_by` and the tools"),
        ("id" | "type" | "kind" | "layout", _) => found
            .label("derived")
            .help("delete this line: the folder says the kind, and the file name is the id"),
        (_, Some((near, KeyState::Set))) => found
            .label(text!("`{near}` is set already", near))
            .help(text!("delete this line: `{near}:` has a line of its own", near)),
        (_, Some((near, KeyState::Empty))) => {
            let value = if value.is_empty() || value.chars().count() > 80 { "..." } else { value };
            found.label(text!("did you mean `{near}`?", near)).help(text!("delete this line, and fill in the empty one:\n{near}: {value}", near, value))
        }
        (_, Some((near, KeyState::Unwritten))) => found.label(text!("did you mean `{near}`?", near)),
        (_, None) => found.label("unknown").help(text!("known here: {known}", known = known.join(", "))),
    }
}

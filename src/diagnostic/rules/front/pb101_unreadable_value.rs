//! PB101 unreadable-value: a value of the front matter is no YAML.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB101", "unreadable-value", Error, "pb101_unreadable_value.md");

/// What the parser says, for whatever has no words of its own here.
pub fn syntax(place: Place, what: &str) -> Diagnostic {
    RULE.at(place, text!("this value cannot be read: {what}", what))
        .label("here")
        .help("put the whole value in double quotes: `key: \"value\"`")
}

/// A line that begins nothing.
pub fn no_key(place: Place) -> Diagnostic {
    RULE.at(place, "this line has no key, so nobody knows what it says")
        .label("no `key:` at its start")
        .help("write a key and a colon before it, indent it if it goes on with the line above, or delete it")
}

/// A bracket without its second one.
pub fn unclosed(place: Place, open: char) -> Diagnostic {
    let close = if open == '{' { '}' } else { ']' };
    RULE.at(place, text!("\"{open}\" is never closed", open))
        .label("opened here")
        .help(text!("write the `{close}` at the end of the value", close))
}

/// A colon that could end a key or be text.
pub fn colon(place: Place) -> Diagnostic {
    RULE.at(place, "a colon where no key can be")
        .label("key or text?")
        .help("put the whole value in double quotes, or begin the key on its own line")
}

/// A backslash in double quotes.
pub fn escape(place: Place) -> Diagnostic {
    RULE.at(place, "a backslash in double quotes starts an escape, and this is none")
        .label("unknown escape")
        .help("use single quotes, where a backslash is only a backslash: `key: 'value'`")
}

/// A list or map where a key belongs.
pub fn key(place: Place) -> Diagnostic {
    RULE.at(place, "a key is one word, and this is a list or a group")
        .label("no key")
        .help("write `key: value`; text that begins with a bracket needs double quotes")
}

/// Text or a list instead of keys.
pub fn no_keys(place: Place) -> Diagnostic {
    RULE.at(place, "the front matter has no keys")
        .label("expected `key: value` lines")
        .help("write one key on each line, with a colon and its value: `title: ...`")
}

//! PB114 wrong-type: a value has the form that its key takes.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB114", "wrong-type", Error, "pb114_wrong_type.md");

/// A list or group where text belongs, or the other way round. `form` has the parts
/// of a group.
pub fn wrong(
    place: Place,
    key: &str,
    found: &str,
    noun: &'static str,
    wanted: &'static str,
    form: &str,
) -> Diagnostic {
    let message = RULE
        .at(
            place,
            text!(
                "{found}: `{key}` takes {wanted}, and this is {noun}",
                found,
                key,
                wanted = Text::from(wanted),
                noun = Text::from(noun)
            ),
        )
        .label(text!("{wanted} belongs here", wanted = Text::from(wanted)));
    match wanted {
        "one text" => message.help(text!("write one value: `{key}: ...`", key)),
        _ if form.is_empty() => message.help("write one key on each line, indented by two blanks"),
        _ => message.help(text!("fill in what is true: `{key}: {{form}}`", key, form)),
    }
}

/// "Nobody yet", where entries are told.
pub fn nothing(place: Place, key: &str, found: &str) -> Diagnostic {
    RULE.at(
        place,
        text!("{found}: where there is nothing to tell, `{key}` is left out", found, key),
    )
    .label("no entry")
    .help("delete this line")
}

/// Text among the entries of a list whose every entry has several parts.
/// `written` is the text; `alone` when it stands in place of the whole list.
pub fn entry(
    place: Place,
    key: &str,
    found: &str,
    written: &str,
    alone: bool,
    form: &str,
) -> Diagnostic {
    let Some((parts, own)) = entry_parts(key) else {
        return wrong(place, key, found, "text", "a group of keys", form);
    };
    // The words that are there stay; what nobody wrote is a blank to fill in.
    let line = form.replacen(&format!("{own}: ..."), &format!("{own}: {}", flow(written)), 1);
    let line = format!("- {{{line}}}");
    let message = RULE
        .at(
            place,
            text!(
                "{found}: each line of `{key}` says {parts}, and this is plain text",
                found,
                key,
                parts = Text::from(parts)
            ),
        )
        .label(text!("{parts}?", parts = Text::from(parts)));
    match alone {
        true => message.help(text!(
            "fill in what is true, below a line of its own:\n{key}:\n  {line}",
            key,
            line
        )),
        false => message.help(text!("fill in what is true:\n{line}", line)),
    }
}

/// What an entry says, and which part of it plain text mostly is.
fn entry_parts(key: &str) -> Option<(&'static str, &'static str)> {
    Some(match key {
        "repeated_by" => ("who, when and with what result", "who"),
        "evidence" => ("what was measured, before, after and how often", "what"),
        "checkpoints" => ("the day, the goal and what to do", "goal"),
        "priorities" => ("the job and the moment for it", "when"),
        _ => return None,
    })
}

/// Text as a value inside braces: quoted when it could be read otherwise.
fn flow(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || " -_./".contains(letter);
    let starts = text.starts_with(char::is_alphanumeric);
    if starts && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "''"))
}

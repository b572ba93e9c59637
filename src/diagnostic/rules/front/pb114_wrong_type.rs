//! PB114 wrong-type: a value has the form that its key takes.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB114", "wrong-type", Error, "pb114_wrong_type.md");

/// A list or group where text belongs, or the other way round.
pub fn wrong(place: Place, key: &str, found: &str, noun: &str, wanted: &str) -> Diagnostic {
    RULE.at(
        place,
        text!("{found}: `{key}` takes {wanted}, and this is {noun}", found, key, wanted, noun),
    )
    .label(text!("{wanted} belongs here", wanted))
    .help(match wanted {
        "one text" => text!("write one value: `{key}: ...`", key),
        _ => example(key).into(),
    })
}

/// Text among the entries of a list whose every entry has several parts.
/// `written` is the text; `alone` when it stands in place of the whole list.
pub fn entry(place: Place, key: &str, found: &str, written: &str, alone: bool) -> Diagnostic {
    let Some((parts, line)) = entry_line(key, written) else {
        return wrong(place, key, found, "text", "a group of keys");
    };
    let found = RULE
        .at(
            place,
            text!(
                "{found}: each line of `{key}` says {parts}, and this is plain text",
                found,
                key,
                parts
            ),
        )
        .label(text!("{parts}?", parts));
    match alone {
        true => found.help(text!(
            "write it on a line of its own, with what is true:\n{key}:\n  {line}",
            key,
            line
        )),
        false => found.help(text!("write it like this, with what is true:\n{line}", line)),
    }
}

/// What an entry says, and one to paste that keeps the words that are there.
fn entry_line(key: &str, written: &str) -> Option<(&'static str, String)> {
    let text = flow(written);
    Some(match key {
        "repeated_by" => (
            "who, when and with what result",
            format!("- {{who: {text}, date: 2026-11-20, result: worked}}"),
        ),
        "evidence" => (
            "what was measured, before, after and how often",
            format!("- {{what: {text}, from: 40, to: 15, n: 12}}"),
        ),
        "checkpoints" => (
            "the day, the goal and what to do",
            format!("- {{day: 30, goal: {text}, do: [renewal-prep]}}"),
        ),
        "priorities" => {
            ("the job and the moment for it", format!("- {{job: renewal-prep, when: {text}}}"))
        }
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

/// How an entry of this key is written.
fn example(key: &str) -> &'static str {
    match key {
        "minutes" => "minutes: {before: 40, after: 15, per: run}",
        "repeated_by" => {
            "repeated_by: [{who: k-lindt, date: 2026-03-14, result: worked}]; `n: 2` beside `who` counts two people"
        }
        "evidence" => "evidence: [{what: minutes per brief, from: 40, to: 15, n: 12}]",
        "rebuilding" => {
            "rebuilding: {since: 2026-03-01, until: 2026-09-01, room_from: the head of sales}"
        }
        "retired" => "retired: {date: 2026-05-01, reason: the CRM does it now}",
        "priorities" => "priorities: [{job: renewal-prep, when: a renewal is inside 60 days}]",
        "checkpoints" => {
            "checkpoints: [{day: 30, goal: uses the brief in each call, do: [renewal-prep]}]"
        }
        _ => "write one key on each line, indented by two blanks",
    }
}

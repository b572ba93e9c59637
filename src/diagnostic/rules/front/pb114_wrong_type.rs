//! PB114 wrong-type: a value has the form that its key takes.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB114",
    name: "wrong-type",
    severity: Severity::Error,
    docs: include_str!("pb114_wrong_type.md"),
};

/// A list or group where text belongs, or the other way round.
pub fn wrong(place: Place, key: &str, found: &str, noun: &str, wanted: &str) -> Diagnostic {
    RULE.at(place, format!("{found}: `{key}` takes {wanted}, and this is {noun}"))
        .label(format!("{wanted} belongs here"))
        .help(match wanted {
            "one text" => format!("write one value: `{key}: ...`"),
            _ => example(key).to_owned(),
        })
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

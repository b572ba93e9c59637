//! What every message keeps to: it points into its file, and prints as plain
//! lines, for a person and for a program.

use super::base;
use playbook::diagnostic::print::{Lookup, Style, human, json};
use playbook::diagnostic::{At, Diagnostic, Place, Translation};
use playbook::document::Document;
use playbook::engine::Build;

/// Checks messages against the texts that they point into.
pub fn check(messages: &[&Diagnostic], lookup: &Lookup<'_>) {
    for message in messages {
        in_range(&message.place, lookup);
        message.related.iter().for_each(|(place, _)| in_range(place, lookup));
        let line = message.line(Translation::default());
        assert!(!line.is_empty() && !line.contains('\n'), "{message:?}");
    }
    let printed = human(messages.iter().copied(), lookup, Style::default());
    let odd = printed.chars().find(|it| is_obeyed(*it));
    assert!(odd.is_none(), "a terminal would obey {odd:?} in {printed:?}");
    let program: serde_json::Value =
        serde_json::from_str(&json(messages, lookup, &|_| None, Translation::default()))
            .expect("messages are JSON");
    assert_eq!(program["diagnostics"].as_array().map(Vec::len), Some(messages.len()));
}

/// The messages of one file.
pub fn of_document(document: &Document) {
    let messages: Vec<&Diagnostic> = document.diagnostics.iter().collect();
    check(&messages, &|path| (path == &*document.path).then_some(&document.map));
}

/// The messages of a build about files that are not of the base.
pub fn of_build(build: &Build) {
    let mut messages = build.diagnostics();
    messages.retain(|message| !base::is_page(&message.place.path));
    check(&messages, &|path| build.source_map(path));
}

fn in_range(place: &Place, lookup: &Lookup<'_>) {
    let Some(map) = lookup(&place.path) else { return };
    if let At::Bytes(start, end) = place.at {
        let range = start as usize..end as usize;
        assert!(map.text.get(range.clone()).is_some(), "{place:?} of {:?}", map.text);
    }
    let location = map.locate(&place.at);
    assert!(map.text.get(location.range.clone()).is_some(), "{place:?}");
}

/// Controls, and what turns the direction of text around.
fn is_obeyed(found: char) -> bool {
    let turns = matches!(found, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    (found.is_control() && !matches!(found, '\n' | '\t')) || turns
}

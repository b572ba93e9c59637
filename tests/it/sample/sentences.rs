//! No sentence of more than eight words stands on two pages, but for *Before you
//! start*, tables and front matter: what could stand anywhere helps nowhere.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::sources;

const LONG: usize = 8;

/// The lines of a page that people read as its own text.
fn prose(text: &str) -> String {
    let body = text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n"));
    let mut prose = String::new();
    let mut apart = false;
    for line in body.map_or(text, |(_, body)| body).lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            apart = heading == "Before you start";
        }
        if !apart && !line.starts_with('|') {
            // An item or a key of a block begins a sentence of its own.
            let item = line.trim_start().trim_start_matches(['-', '*', '>', ' ']);
            let starts = item.len() < line.len() || line.is_empty() || line.starts_with("## ");
            prose.push_str(if starts { ".\n" } else { " " });
            prose.push_str(item);
        }
    }
    prose
}

/// Sentences as they are compared: words in lower case.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    let prose = prose(text);
    let sentences: Vec<String> = prose
        .split(['.', '!', '?', ':', ';'])
        .map(|sentence| {
            let words = sentence.split(|c: char| !c.is_alphanumeric());
            let words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
            words.collect::<Vec<_>>().join(" ")
        })
        .filter(|sentence| sentence.split(' ').count() > LONG)
        .collect();
    sentences.into_iter()
}

#[test]
fn no_two_pages_share_a_long_sentence() {
    let sources = sources();
    let mut first: BTreeMap<String, &Arc<str>> = BTreeMap::new();
    let mut shared = Vec::new();
    for (path, bytes) in &sources.documents {
        for sentence in sentences(std::str::from_utf8(bytes).unwrap()) {
            let other = *first.entry(sentence.clone()).or_insert(path);
            if other != path {
                shared.push(format!("{other} and {path}: {sentence}"));
            }
        }
    }
    assert!(first.len() > 1000, "{} sentences were compared", first.len());
    assert!(shared.is_empty(), "{shared:#?}");
}

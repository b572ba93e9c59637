//! Every page of the sample with each section of its contract taken away: the
//! one gap message of that page names what is missing and nothing else is told.

use std::ops::Range;
use std::sync::Arc;

use playbook::document::FileBytes;
use playbook::domain::SectionName;
use playbook::engine::Engine;
use playbook::language;
use playbook::memo::Hashed;
use playbook::model::{Status, Workflow};

use super::{sources, workflows};

/// The bytes of a section with this heading, up to the next one.
fn section(text: &str, name: SectionName) -> Option<Range<usize>> {
    let names = language::shipped().iter().flat_map(|language| {
        language.sections.get(name.as_str()).into_iter().flatten().map(String::as_str)
    });
    let names: Vec<&str> = names.collect();
    let mut start = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let heading = line.strip_prefix("## ").map(str::trim);
        match (start, heading) {
            (Some(start), Some(_)) => return Some(start..at),
            (None, Some(heading)) if names.contains(&heading) => start = Some(at),
            _ => {}
        }
        at += line.len();
    }
    start.map(|start| start..text.len())
}

/// What the contract wants of a page and can be taken away by a heading.
fn required(workflow: &Workflow) -> impl Iterator<Item = SectionName> {
    let rebuilding = workflow.front.rebuilding.is_some();
    // A prompt counts wherever it stands.
    let sections = SectionName::required(workflow.layer(), rebuilding).iter().copied();
    sections.filter(|name| *name != SectionName::Prompt)
}

#[test]
fn each_required_section_is_missed_when_it_is_gone() {
    let mut sources = sources();
    let mut engine = Engine::new();
    let build = engine.build(&sources);
    let finished = workflows(build.playbook())
        .filter(|it| !matches!(it.status, Status::FirstVersion | Status::Retired));
    let mut tried = 0;
    for workflow in finished {
        let path = &workflow.page.card.path;
        let whole = sources.documents[path].clone();
        let text = String::from_utf8(whole.to_vec()).unwrap();
        for name in required(workflow) {
            let range = section(&text, name).unwrap_or_else(|| panic!("{path}: no {name:?}"));
            let mut without = text.clone();
            without.replace_range(range, "");
            let bytes = Hashed::new(FileBytes::from(without.as_bytes()));
            sources.documents.insert(Arc::clone(path), bytes);
            let build = engine.build(&sources);
            let heading = language::find("en").heading(name.as_str());
            let gap = build
                .diagnostics()
                .into_iter()
                .find(|it| it.code == "PB510" && it.place.path == *path)
                .unwrap_or_else(|| panic!("{path} without {heading} has no gap"));
            assert!(
                gap.message.to_string().contains(&format!("\"{heading}\"")),
                "{path}: {}",
                gap.message
            );
            let help = format!("add `## {heading}`");
            assert!(
                gap.help.iter().any(|it| it.to_string().starts_with(&help)),
                "{path}: {:?}",
                gap.help
            );
            tried += 1;
        }
        sources.documents.insert(Arc::clone(path), whole);
    }
    assert!(tried > 300, "{tried}");
}

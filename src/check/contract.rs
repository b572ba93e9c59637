//! One message per page that lacks parts of its layer's contract: what is there
//! comes first.

use crate::diagnostic::{Diagnostic, Place, nearest, rules::whole};
use crate::document::SectionName;
use crate::document::kind::Stakes;
use crate::language::{self, Language};
use crate::model::{Named, Playbook, Workflow, missing_sections};

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    let language = language::find(&playbook.config.site.language);
    let listed = playbook.workflows.values().filter(|it| !it.is_retired());
    diagnostics.extend(listed.filter_map(|page| gap(playbook, page, language)));
}

/// A part that is missing: its name and what to write.
type Missing = (String, String);

fn gap(playbook: &Playbook, page: &Workflow, language: &Language) -> Option<Diagnostic> {
    let rebuilding = page.front.rebuilding.is_some();
    let required = SectionName::required(page.layer(), rebuilding).len();
    let contract = &page.page.card.contract;
    let mut missing: Vec<Missing> = missing_sections(page.layer(), rebuilding, contract)
        .map(|section| missing_section(section, page, language))
        .collect();
    missing.extend(missing_fields(page));
    missing.extend(unknown_names(playbook, page));
    if page.front.stakes == Stakes::High && !rebuilding && !contract.second_person {
        missing.push((
            "a check by a second person".to_owned(),
            "stakes are high: end one check with `(by: renewals manager)`".to_owned(),
        ));
    }
    if missing.is_empty() {
        return None;
    }
    // Sections, the four fields of front matter, and whatever else was missed.
    let fields = missing_fields(page).count();
    let others =
        missing.len() - missing_sections(page.layer(), rebuilding, contract).count() - fields;
    let of = required + FIELDS + others;
    let have = of - missing.len();
    let place = Place::value(&page.page.card.path, "layer");
    Some(whole::first_version(place, page.layer().as_str(), (have, of), &missing))
}

fn missing_section(section: SectionName, page: &Workflow, language: &Language) -> Missing {
    let heading = language.heading(section.key()).to_owned();
    let contract = &page.page.card.contract;
    let help = match section {
        SectionName::Check if contract.present.contains(&section) => {
            "*{}* names no source: end a check with `(source: order form)`".replace("{}", &heading)
        }
        SectionName::Prompt => "add a block that starts with ```prompt".to_owned(),
        _ if contract.thin.contains(&section) => format!("*{heading}* has a heading and no text"),
        _ => format!("add a section `## {heading}`"),
    };
    (heading, help)
}

/// How many fields of front matter a finished page has.
const FIELDS: usize = 4;

fn missing_fields(page: &Workflow) -> impl Iterator<Item = Missing> {
    let front = &page.front;
    let missing = |is_missing: bool, name: &str, help: &str| {
        is_missing.then(|| (format!("`{name}`"), help.to_owned()))
    };
    [
        missing(
            page.page.card.summary.is_none(),
            "summary",
            "`summary:` says in one sentence what a reader gets",
        ),
        missing(front.owner.is_none(), "owner", "`owner:` names the person or desk to ask"),
        missing(page.data.is_none(), "data", "`data:` says what may go in at most"),
        missing(
            front.verified.is_none(),
            "verified",
            "`verified: 2026-09-30` says when somebody last ran it from end to end",
        ),
    ]
    .into_iter()
    .flatten()
}

fn unknown_names(playbook: &Playbook, page: &Workflow) -> Vec<Missing> {
    let unknown = |named: &Named| match named {
        Named::Unknown(word) if !page.broken_names.contains(word) => Some(word.clone()),
        _ => None,
    };
    let help = |kind: &str, word: &str, near: Option<&str>| match near {
        Some(near) => format!("no {kind} `{word}`: did you mean `{near}`?"),
        None => format!("no {kind} `{word}`: add a file for it, or write a known id"),
    };
    let tools = page.tools.iter().filter_map(unknown).map(|word| {
        let near = nearest(&word, playbook.tools.keys().map(AsRef::as_ref));
        (format!("tool `{word}`"), help("tool", &word, near))
    });
    let owner = page.owner.as_ref().and_then(unknown).map(|word| {
        let near = nearest(&word, playbook.people.keys().map(AsRef::as_ref));
        (format!("owner `{word}`"), help("person or desk", &word, near))
    });
    tools.chain(owner).collect()
}

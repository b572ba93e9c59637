//! One message per page that lacks parts of its layer's contract: what is there
//! comes first.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Place, nearest, rules::whole::pb510_first_version};
use crate::document::SectionName;
use crate::document::kind::{Kind, Stakes};
use crate::language::{self, Language};
use crate::model::{Named, Playbook, Workflow, missing_sections};

pub(super) fn check(playbook: &Playbook) -> Vec<Diagnostic> {
    let language = language::find(&playbook.config.site.language);
    let pages: Vec<&Workflow> = playbook.workflows.values().collect();
    let listed = pages.into_par_iter().filter(|it| !it.is_retired());
    listed.filter_map(|page| gap(playbook, page, language)).collect()
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
    let fields = missing_fields(page, &playbook.config.ladder);
    let sections = missing.len();
    let field_count = fields.len();
    missing.extend(fields);
    missing.extend(unknown_names(playbook, page));
    if page.front.stakes == Stakes::High && !rebuilding && !contract.second_person {
        missing.push((
            "a check by a second person".to_owned(),
            "end one check with the person who makes it, such as `(by: renewals manager)`: \
             `stakes` is high"
                .to_owned(),
        ));
    }
    if missing.is_empty() {
        return None;
    }
    // Sections, the four fields of front matter, and whatever else was missed.
    let others = missing.len() - sections - field_count;
    let of = required + FIELDS + others;
    let have = of - missing.len();
    let place = Place::value(&page.page.card.path, "layer");
    Some(pb510_first_version::breach(place, page.layer().as_str(), (have, of), &missing))
}

fn missing_section(section: SectionName, page: &Workflow, language: &Language) -> Missing {
    let heading = language.heading(section.key());
    let contract = &page.page.card.contract;
    let key = format!("hint-{}", section.key());
    let hint = language.word(&key);
    let help = match section {
        SectionName::Check if contract.present.contains(&section) => {
            format!("`## {heading}` names no source: end a check with `(source: order form)`")
        }
        _ if contract.thin.contains(&section) => format!("write below `## {heading}`: {hint}"),
        _ => format!("add `## {heading}`: {hint}"),
    };
    (format!("\"{heading}\""), help)
}

/// How many fields of front matter a finished page has.
const FIELDS: usize = 4;

fn missing_fields(page: &Workflow, ladder: &[String]) -> Vec<Missing> {
    let front = &page.front;
    let data = format!("what may go in at most: {}", ladder.join(", "));
    let fields = [
        (page.page.card.summary.is_none(), "summary: ...", "in one sentence, what a reader gets"),
        (front.owner.is_none(), "owner: ...", "the colleague or desk to ask, by file name"),
        // A word that is no rung has a message of its own.
        (front.data.is_none(), "data: ...", &data),
        (front.verified.is_none(), "verified: 2026-09-30", "the day of the last full run"),
    ];
    let missing = fields.into_iter().filter(|(is_missing, ..)| *is_missing);
    let named = missing.map(|(_, line, why)| {
        let key = line.split(':').next().unwrap_or(line);
        (format!("`{key}`"), format!("add `{line}`: {why}"))
    });
    named.collect()
}

fn unknown_names(playbook: &Playbook, page: &Workflow) -> Vec<Missing> {
    let unknown = |named: &Named| match named {
        Named::Unknown(word) if !page.broken_names.contains(word) => Some(word.clone()),
        _ => None,
    };
    let tools = page.tools.iter().filter_map(unknown).map(|word| {
        let near = nearest(&word, playbook.tools.keys().map(AsRef::as_ref));
        missing_name(Kind::Tool, "tool", &word, near)
    });
    let owner = page.owner.as_ref().and_then(unknown).map(|word| {
        let near = nearest(&word, playbook.people.keys().map(AsRef::as_ref));
        missing_name(Kind::Person, "owner", &word, near)
    });
    tools.chain(owner).collect()
}

fn missing_name(kind: Kind, part: &str, word: &str, near: Option<&str>) -> Missing {
    let help = match near {
        Some(near) => format!("no {part} is called \"{word}\": did you mean `{near}`?"),
        None => {
            let folder = kind.folder();
            format!("no {part} is called \"{word}\": add a file for it to `content/{folder}/`")
        }
    };
    (format!("a file for the {part} \"{word}\""), help)
}

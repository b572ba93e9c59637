//! One message per page that lacks parts of its layer's contract: what is there
//! comes first.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{At, Diagnostic, Place, nearest, rules::whole::pb510_first_version};
use crate::document::{Contract, MisplacedReason, MisplacedSection};
use crate::domain::{Kind, SectionName, Stakes, fields_of};
use crate::language::{self, Language};
use crate::model::{Named, Playbook, Workflow, missing_sections};

pub(super) fn check(playbook: &Playbook) -> Vec<Diagnostic> {
    let language = language::find(&playbook.config.site.language);
    let pages: Vec<&Workflow> = playbook.workflows.values().collect();
    let listed = pages.into_par_iter().filter(|it| !it.is_retired());
    listed.filter_map(|page| gap(playbook, page, language)).collect()
}

/// A part that is missing.
struct MissingPart {
    name: String,
    /// What to write.
    help: String,
    /// A heading that was probably meant as it, and what to say of it.
    meant: Option<(Place, String)>,
}

impl MissingPart {
    fn new(name: String, help: String) -> Self {
        Self { name, help, meant: None }
    }
}

fn gap(playbook: &Playbook, page: &Workflow, language: &Language) -> Option<Diagnostic> {
    let rebuilding = page.front.rebuilding.is_some();
    let required = SectionName::required(page.layer(), rebuilding).len();
    let contract = &page.page.card.contract;
    let sections: Vec<SectionName> = missing_sections(page.layer(), rebuilding, contract).collect();
    let (hidden, sections): (Vec<_>, Vec<_>) =
        sections.into_iter().partition(|section| hidden_by(contract, *section).is_some());
    let fields = missing_fields(page, &playbook.config.ladder);
    // Sections, the fields of front matter, and whatever else was missed.
    let expected = hidden.len() + sections.len() + fields.len();
    let mut missing: Vec<MissingPart> = hidden_sections(&hidden, contract).into_iter().collect();
    let shown = missing.len();
    missing.extend(sections.into_iter().map(|it| missing_section(it, page, language)));
    missing.extend(fields);
    missing.extend(unknown_names(playbook, page));
    if page.front.stakes == Stakes::High && !rebuilding && !contract.second_person {
        missing.push(MissingPart::new(
            "a check by a second person".to_owned(),
            "end one check with the person who makes it, such as `(by: renewals manager)`: \
             `stakes` is high"
                .to_owned(),
        ));
    }
    if missing.is_empty() {
        return None;
    }
    // Parts that are asked for only where they are missing count to the whole, and never to what is
    // there.
    let others = missing.len() + hidden.len() - shown - expected;
    let of = required + expected_fields().count() + others;
    let have = of - expected - others;
    let place = Place::value(&page.page.card.path, "layer");
    let parts: Vec<_> = missing.iter().map(|it| (it.name.as_str(), it.help.as_str())).collect();
    let found = pb510_first_version::breach(place, page.layer().as_str(), (have, of), &parts);
    let meant = missing.into_iter().filter_map(|it| it.meant);
    Some(meant.fold(found, |found, (place, label)| found.related(place, label)))
}

/// The `#` heading below which a section is not seen.
fn hidden_by(contract: &Contract, section: SectionName) -> Option<&str> {
    match contract.misplaced.get(&section).map(|it| &it.why) {
        Some(MisplacedReason::Below(heading)) => Some(heading),
        _ => None,
    }
}

/// Sections that are there are not asked for again: one part stands for them.
fn hidden_sections(hidden: &[SectionName], contract: &Contract) -> Option<MissingPart> {
    let heading = hidden_by(contract, *hidden.first()?)?;
    let (name, these) = match hidden.len() {
        1 => (format!("the section below `# {heading}` (there, but not seen)"), "section"),
        many => {
            (format!("the {many} sections below `# {heading}` (there, but not seen)"), "sections")
        }
    };
    let help = format!("for the {these} below it, only delete the line `# {heading}`");
    Some(MissingPart::new(name, help))
}

fn missing_section(section: SectionName, page: &Workflow, language: &Language) -> MissingPart {
    let heading = language.heading(section.as_str());
    let contract = &page.page.card.contract;
    let key = format!("hint-{}", section.as_str());
    let hint = language.word(&key);
    let name = format!("\"{heading}\"");
    if let Some(misplaced) = contract.misplaced.get(&section) {
        return meant(page, misplaced, name, heading);
    }
    let help = match section {
        SectionName::Check if contract.present.contains(&section) => {
            format!("`## {heading}` names no source: end a check with `(source: order form)`")
        }
        SectionName::Prompt if contract.unmarked_prompt => format!(
            "the block under `## {heading}` is not marked as a prompt: its first line is\n```prompt"
        ),
        SectionName::Prompt if contract.present.contains(&section) => format!(
            "the text under `## {heading}` is not in a block: put this line above the prompt\n\
             ```prompt\nand this line below it\n```"
        ),
        _ if contract.thin.contains(&section) => format!("write below `## {heading}`: {hint}"),
        _ => format!("add `## {heading}`: {hint}"),
    };
    MissingPart::new(name, help)
}

/// A section that is there under a heading that is not its own.
fn meant(
    page: &Workflow,
    misplaced: &MisplacedSection,
    name: String,
    heading: &str,
) -> MissingPart {
    let (written, label) = match misplaced.why {
        MisplacedReason::Depth(depth) => {
            let marks = "#".repeat(usize::from(depth));
            (format!("{marks} {}", misplaced.title), format!("write `## {heading}`"))
        }
        MisplacedReason::Below(_) | MisplacedReason::Name => {
            (format!("## {}", misplaced.title), format!("did you mean `## {heading}`?"))
        }
    };
    let place =
        Place { path: Arc::clone(&page.page.card.path), at: At::Heading(misplaced.anchor.clone()) };
    let help = format!("write `## {heading}` in place of `{written}`");
    MissingPart { name, help, meant: Some((place, label)) }
}

/// The fields of front matter that a finished page has, each with what to write.
fn expected_fields() -> impl Iterator<Item = (&'static str, &'static str)> {
    let fields = fields_of(Kind::Workflow).into_iter().flatten();
    fields.filter_map(|field| Some((field.name, field.gap?)))
}

fn missing_fields(page: &Workflow, ladder: &[String]) -> Vec<MissingPart> {
    let front = &page.front;
    let is_missing = |key: &str| match key {
        "summary" => page.page.card.summary.is_none(),
        "owner" => front.owner.is_none(),
        // A word that is no rung has a message of its own.
        "data" => front.data.is_none(),
        "verified" => front.verified.is_none() && !front.example,
        _ => false,
    };
    let missing = expected_fields().filter(|(key, _)| is_missing(key));
    let named = missing.map(|(key, gap)| {
        let rungs = if key == "data" { format!(": {}", ladder.join(", ")) } else { String::new() };
        MissingPart::new(format!("`{key}`"), format!("write `{key}: ...`: {gap}{rungs}"))
    });
    named.collect()
}

fn unknown_names(playbook: &Playbook, page: &Workflow) -> Vec<MissingPart> {
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

fn missing_name(kind: Kind, part: &str, word: &str, near: Option<&str>) -> MissingPart {
    let help = match near {
        Some(near) => format!("no {part} is called \"{word}\": did you mean `{near}`?"),
        None => {
            let folder = kind.folder();
            format!("no {part} is called \"{word}\": add a file for it to `content/{folder}/`")
        }
    };
    MissingPart::new(format!("a file for the {part} \"{word}\""), help)
}
